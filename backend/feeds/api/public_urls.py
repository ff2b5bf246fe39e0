from django.urls import path

from feeds.api import public_views
from feeds.api.schema import SETTINGS

urlpatterns = [
    path("agencies", public_views.Agencies.as_view()),
    path("indicators", public_views.Indicators.as_view()),
    path("changes", public_views.Changes.as_view()),
    path("snapshots/<str:period>", public_views.Snapshot.as_view()),
    path(
        "schema",
        public_views.Schema.as_view(urlconf="feeds.api.schema_urls", custom_settings=SETTINGS),
    ),
]
