from django.urls import path
from rest_framework.routers import SimpleRouter

from imports.api import sheets, views

router = SimpleRouter(trailing_slash=False)
router.register("imports", views.Imports, basename="import")
urlpatterns = [
    *router.urls,
    path("imports/pasted", sheets.Pasted.as_view()),
    path("imports/templates/<str:name>", views.Template.as_view()),
    path("audits/<int:pk>/findings-sheet", sheets.FindingsSheet.as_view()),
    path("jobs/<str:pk>", views.JobView.as_view()),
]
