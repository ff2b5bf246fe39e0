from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self) -> None:
        from plans import next_acts  # noqa: F401  (registers what may be done next)
