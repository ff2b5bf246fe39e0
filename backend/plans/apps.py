from django.apps import AppConfig

from core.illustration import tells_illustration


class PlansConfig(AppConfig):
    name = "plans"

    def ready(self) -> None:
        from plans import handover, next_acts  # noqa: F401  (register what may be done next)

        rollouts = self.get_model("Rollout")
        tells_illustration(lambda: rollouts._default_manager.filter(real=False).exists())
