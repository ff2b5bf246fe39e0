"""The addresses of the feeds at their place, for their own OpenAPI document."""

from django.urls import include, path

urlpatterns = [path("feeds/v1/", include("feeds.api.public_urls"))]
