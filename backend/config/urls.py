"""Addresses: /api/v1/… one include per app."""

from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView

from operations.api.urls import machines

PARTS = [
    "accounts", "agencies", "comments", "enquiries", "evidence", "standards", "plans", "documents",
    "procedures", "audits", "maintenance", "certificates", "progress", "imports", "reports",
    "search", "indicators", "feeds", "operations",
]  # fmt: skip
urlpatterns = [
    *[path("api/v1/", include(f"{part}.api.urls")) for part in PARTS],
    path("feeds/v1/", include("feeds.api.public_urls")),
    path("api/v1/schema", SpectacularAPIView.as_view()),
    *machines,
]
handler404 = "core.problems.not_found"
handler400 = "core.problems.bad_request"
handler500 = "core.problems.server_error"
