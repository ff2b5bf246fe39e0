from rest_framework.routers import SimpleRouter

from documents.api import views

router = SimpleRouter(trailing_slash=False)
router.register("documents", views.Documents, basename="document")
router.register("document-versions", views.Versions, basename="document-version")
router.register("promulgations", views.Promulgations, basename="promulgation")
urlpatterns = router.urls
