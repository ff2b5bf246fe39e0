from django.apps import AppConfig


class FeedsConfig(AppConfig):
    name = "feeds"

    def ready(self) -> None:
        from feeds import next_acts, triggers  # noqa: F401  (what may be done; what is noted)
        from feeds.queries import CommitOrder
        from progress.kept import register

        register(CommitOrder())
