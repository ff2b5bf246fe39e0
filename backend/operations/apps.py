from django.apps import AppConfig

from core.restored import tells_restored


class OperationsConfig(AppConfig):
    name = "operations"

    def ready(self) -> None:
        from operations.queries import restored_until

        tells_restored(restored_until)
