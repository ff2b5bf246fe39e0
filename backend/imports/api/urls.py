from rest_framework.routers import SimpleRouter

from imports.api import views

router = SimpleRouter(trailing_slash=False)
router.register("imports", views.Imports, basename="import")
urlpatterns = router.urls
