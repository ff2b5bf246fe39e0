"""What people say beside the trail: journal entries on a record."""

from django.db import models

from acts.tracking import tracked
from core.facts import Record


@tracked()
class Comment(Record):
    """One entry on one record, named as in the trail (`rollout`, 12); it is never rewritten.

    `agency` is the record's agency when it was written: whoever sees the one sees the other.
    """

    about = models.CharField(max_length=40)
    about_id = models.BigIntegerField()
    agency = models.ForeignKey(
        "agencies.Agency", models.PROTECT, null=True, blank=True, related_name="comments"
    )
    text = models.TextField()
    author = models.ForeignKey("accounts.User", models.PROTECT, related_name="comments")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["about", "about_id"], name="comment_of_record")]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def home_agency_id(self) -> int | None:
        return self.agency_id
