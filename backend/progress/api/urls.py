from django.urls import path

from progress.api import data_quality, history, my_work, rollouts, views

urlpatterns = [
    path("progress/summary", views.Summary.as_view()),
    path("progress/agencies", views.AgencyList.as_view()),
    path("progress/trend", views.Trend.as_view()),
    path("progress/changes", views.Changes.as_view()),
    path("progress/deadlines", views.Deadlines.as_view()),
    path("rollouts", rollouts.Rollouts.as_view()),
    path("rollouts/<int:pk>", rollouts.RolloutView.as_view()),
    path("rollouts/<int:pk>/journey", rollouts.Journey.as_view()),
    path("rollouts/<int:pk>/history", history.RolloutHistory.as_view()),
    path("agencies/<str:code>/rollouts", rollouts.RolloutsOfAgency.as_view()),
    path("data-quality", data_quality.DataQuality.as_view()),
    path("data-quality/<str:check>", data_quality.RowsOfCheck.as_view()),
    path("my-work", my_work.MyWork.as_view()),
    path("history", history.History.as_view()),
]
