from rest_framework.routers import SimpleRouter

from reports.api import views

router = SimpleRouter(trailing_slash=False)
router.register("reports", views.Reports, basename="report")
urlpatterns = router.urls
