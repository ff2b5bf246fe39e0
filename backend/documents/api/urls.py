from django.urls import path
from rest_framework.routers import SimpleRouter

from documents.api import approvals, many, model_lists, months, views

router = SimpleRouter(trailing_slash=False)
router.register("documents", views.Documents, basename="document")
router.register("document-versions", views.Versions, basename="document-version")
router.register("list-approvals", approvals.ListApprovals, basename="list-approval")
router.register("promulgations", views.Promulgations, basename="promulgation")
router.register("model-lists", model_lists.ModelLists, basename="model-list")
urlpatterns = [
    path("documents/bulk-edit", many.BulkEdit.as_view()),
    path("documents/copy", many.Copy.as_view()),
    path("rollouts/<int:pk>/list-sources", many.ListSources.as_view()),
    path("rollouts/<int:pk>/list-lines", many.ListLines.as_view()),
    path("rollouts/<int:pk>/document-months", months.DocumentMonths.as_view()),
    *router.urls,
]
