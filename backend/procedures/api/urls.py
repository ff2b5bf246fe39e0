from rest_framework.routers import SimpleRouter

from procedures.api import views

router = SimpleRouter(trailing_slash=False)
router.register("admin-procedures", views.AdminProcedures, basename="admin-procedure")
urlpatterns = router.urls
