from rest_framework.routers import SimpleRouter

from plans.api import exemptions, views

router = SimpleRouter(trailing_slash=False)
router.register("plans", views.Plans, basename="plan")
router.register("submissions", views.Submissions, basename="submission")
router.register("appraisals", views.Appraisals, basename="appraisal")
router.register("official-documents", views.OfficialDocuments, basename="official-document")
router.register("decisions", views.Decisions, basename="decision")
router.register("directives", views.Directives, basename="directive")
router.register("tasks", views.Tasks, basename="task")
router.register("exemptions", exemptions.Exemptions, basename="exemption")
urlpatterns = router.urls
