from rest_framework.routers import SimpleRouter

from audits.api import views

router = SimpleRouter(trailing_slash=False)
router.register("audits", views.Audits, basename="audit")
router.register("findings", views.Findings, basename="finding")
router.register("corrective-actions", views.CorrectiveActions, basename="corrective-action")
urlpatterns = router.urls
