from rest_framework.routers import SimpleRouter

from comments.api import views

router = SimpleRouter(trailing_slash=False)
router.register("comments", views.Comments, basename="comment")
urlpatterns = router.urls
