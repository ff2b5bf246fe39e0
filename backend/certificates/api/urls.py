from rest_framework.routers import SimpleRouter

from certificates.api import views

router = SimpleRouter(trailing_slash=False)
router.register("applications", views.Applications, basename="application")
router.register("certificates", views.Certificates, basename="certificate")
router.register("declarations", views.Declarations, basename="declaration")
router.register("status-events", views.StatusEvents, basename="status-event")
urlpatterns = router.urls
