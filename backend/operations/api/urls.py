from django.urls import path

from operations.api import views

urlpatterns = [path("operations", views.Operations.as_view())]
machines = [
    path("healthz", views.healthz),
    path("readyz", views.readyz),
    path("metrics", views.metrics_page),
]
