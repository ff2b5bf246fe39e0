from django.urls import path
from rest_framework.routers import SimpleRouter

from standards.api import views

router = SimpleRouter(trailing_slash=False)
router.register("editions", views.Editions, basename="edition")
router.register("edition-dates", views.EditionDates, basename="edition-date")
router.register("clauses", views.Clauses, basename="clause")
router.register("policy-values", views.PolicyValues, basename="policy-value")
urlpatterns = [*router.urls, path("catalogues", views.Catalogues.as_view())]
