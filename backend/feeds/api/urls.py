from rest_framework.routers import SimpleRouter

from feeds.api import views

router = SimpleRouter(trailing_slash=False)
router.register("feed-clients", views.FeedClients, basename="feed-client")
urlpatterns = router.urls
