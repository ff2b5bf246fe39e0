from rest_framework.routers import SimpleRouter

from agencies.api import views

router = SimpleRouter(trailing_slash=False)
router.register("agencies", views.Agencies, basename="agency")
router.register("successions", views.Successions, basename="succession")
router.register("scope-rules", views.ScopeRules, basename="scope-rule")
urlpatterns = router.urls
