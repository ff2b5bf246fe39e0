"""Addresses: /api/v1/… one include per app."""

from importlib.util import find_spec

from django.urls import include, path

PARTS = [
    "accounts", "agencies", "standards", "plans", "documents", "audits", "maintenance",
    "certificates", "progress", "imports",
]
urlpatterns = [
    path("api/v1/", include(f"{part}.api.urls"))
    for part in PARTS
    if find_spec(f"{part}.api") and find_spec(f"{part}.api.urls")
]
handler404 = "core.problems.not_found"
handler400 = "core.problems.bad_request"
handler500 = "core.problems.server_error"
