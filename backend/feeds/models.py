"""Who reads the feeds, and what of the feed changed in which order."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from acts.tracking import tracked
from core.facts import Record

SCOPES = ["agencies", "indicators", "changes"]


@tracked()
class FeedClient(Record):
    """A program that may read; only the hash of its token is kept, and its first letters.

    `addresses` are those it may ask from, as addresses or ranges; none means any.
    """

    name = models.CharField(max_length=200)
    contact = models.CharField(max_length=200, blank=True, default="")
    scopes = ArrayField(models.CharField(max_length=20, choices=[(s, s) for s in SCOPES]))
    addresses = ArrayField(models.CharField(max_length=50), default=list, blank=True)
    per_minute = models.PositiveIntegerField(default=120, help_text="requests in a minute")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    hint = models.CharField(max_length=12, editable=False, help_text="how the token begins")
    issued_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True, editable=False)
    home_agency_id = None
    token = ""  # known to the act that issues it, and to nobody afterwards

    class Meta:
        ordering = ["name", "id"]

    def __str__(self) -> str:
        return self.name


class FeedDay(models.Model):
    """What a client asked for on a day. Not tracked: it counts reads and is no business fact."""

    client = models.ForeignKey(FeedClient, models.CASCADE, related_name="days")
    day = models.DateField()
    requests = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    rows = models.PositiveBigIntegerField(default=0)
    last_at = models.DateTimeField()
    last_from = models.CharField(max_length=50, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["client", "day"], name="feed_day__known")]

    def __str__(self) -> str:
        return f"{self.client_id} {self.day}"


class FeedRequest(models.Model):
    """One request of a client, kept for some weeks. Not tracked, for the same reason."""

    client = models.ForeignKey(FeedClient, models.CASCADE, related_name="requests")
    at = models.DateTimeField(db_default=Now())
    path = models.CharField(max_length=500)
    status = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40, blank=True, default="", help_text="of the problem")
    rows = models.PositiveIntegerField(null=True, blank=True)
    address = models.CharField(max_length=50, blank=True, default="")
    request_id = models.CharField(max_length=40, blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["client", "at"], name="feed_request_of_client")]

    def __str__(self) -> str:
        return f"{self.at} {self.path}"


class FeedChange(models.Model):
    """An agency's record may have changed by a transaction. Written by the database alone.

    `number` is given while the transaction commits, one commit at a time: whoever reads a number
    has seen all that committed before it. `act` is the transaction, until then. `agency_id` 0
    stands for a change that concerns answers and no agency's record. No foreign key: its check
    would wait for a row that another transaction locks while that one waits to be numbered.
    """

    number = models.BigIntegerField(null=True, unique=True)
    agency_id = models.BigIntegerField()
    act = models.BigIntegerField()
    cause = models.CharField(max_length=10, db_default="act")
    noted_at = models.DateTimeField(db_default=Now())

    class Meta:
        indexes = [
            models.Index(
                fields=["act", "agency_id"],
                condition=models.Q(number=None),
                name="feed_change_unnumbered",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.agency_id}"


class FeedEpoch(models.Model):
    """A stretch of numbers without a gap; a restored database begins another.

    `place` tells one database from another: a restored one is another by itself.
    """

    code = models.CharField(max_length=16, unique=True)
    begun_at = models.DateTimeField(db_default=Now())
    reason = models.CharField(max_length=200)
    after = models.BigIntegerField(default=0, help_text="the last number before it began")
    place = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.code


class FeedCalendar(models.Model):
    """Up to which day the changes of the calendar are noted; one row."""

    noted_to = models.DateField()

    def __str__(self) -> str:
        return str(self.noted_to)
