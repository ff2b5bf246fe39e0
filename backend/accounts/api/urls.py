from django.urls import path
from rest_framework.routers import SimpleRouter

from accounts.api import views

router = SimpleRouter(trailing_slash=False)
router.register("users", views.Users, basename="user")
urlpatterns = [
    *router.urls,
    path("session", views.Session.as_view()),
    path("session/password", views.Password.as_view()),
    path("session/totp", views.Totp.as_view()),
]
