from rest_framework.routers import SimpleRouter

from maintenance.api import views

router = SimpleRouter(trailing_slash=False)
router.register("management-reviews", views.ManagementReviews, basename="management-review")
router.register("trainings", views.Trainings, basename="training")
router.register("boards", views.Boards, basename="board")
router.register("maintenance-years", views.MaintenanceYears, basename="maintenance-year")
router.register("confirmations", views.Confirmations, basename="confirmation")
urlpatterns = router.urls
