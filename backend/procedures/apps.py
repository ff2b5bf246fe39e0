from django.apps import AppConfig


class ProceduresConfig(AppConfig):
    name = "procedures"

    def ready(self) -> None:
        from procedures import next_acts, reviewing  # noqa: F401  (register themselves)
