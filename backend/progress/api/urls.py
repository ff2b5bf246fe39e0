from django.urls import path

from progress.api import data_quality, my_work, views

urlpatterns = [
    path("progress/summary", views.Summary.as_view()),
    path("progress/agencies", views.AgencyList.as_view()),
    path("progress/trend", views.Trend.as_view()),
    path("progress/changes", views.Changes.as_view()),
    path("progress/deadlines", views.Deadlines.as_view()),
    path("rollouts", views.Rollouts.as_view()),
    path("rollouts/<int:pk>", views.RolloutView.as_view()),
    path("rollouts/<int:pk>/journey", views.Journey.as_view()),
    path("rollouts/<int:pk>/history", views.RolloutHistory.as_view()),
    path("agencies/<str:code>/rollouts", views.RolloutsOfAgency.as_view()),
    path("data-quality", data_quality.DataQuality.as_view()),
    path("data-quality/<str:check>", data_quality.RowsOfCheck.as_view()),
    path("my-work", my_work.MyWork.as_view()),
    path("history", views.History.as_view()),
]
