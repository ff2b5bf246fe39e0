from rest_framework.routers import SimpleRouter

from enquiries.api import views

router = SimpleRouter(trailing_slash=False)
router.register("requests", views.Requests, basename="request")
urlpatterns = router.urls
