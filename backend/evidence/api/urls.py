from rest_framework.routers import SimpleRouter

from evidence.api import views

router = SimpleRouter(trailing_slash=False)
router.register("evidence", views.Evidences, basename="evidence")
urlpatterns = router.urls
