from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "progress"

    def ready(self) -> None:
        from progress import board_scope  # noqa: F401  (tells lists below what the board counts)
