from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    name = "enquiries"

    def ready(self) -> None:
        from enquiries import next_acts  # noqa: F401  (registers what may be done next)
