from django.urls import path

from indicators.api import views

urlpatterns = [path("indicators", views.Indicators.as_view())]
