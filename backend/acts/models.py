"""What the gate itself keeps: the answers already given under an idempotency key."""

from django.db import models


class Answer(models.Model):
    """The answer given to one request, so that a repeated click gets it again.

    Kept per actor, route and key; written in the act's own transaction.
    """

    actor_id = models.BigIntegerField()
    route = models.CharField(max_length=300)
    key = models.CharField(max_length=200)
    body_hash = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField(default=0)
    body = models.BinaryField(default=b"")
    etag = models.CharField(max_length=40, default="")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["actor_id", "route", "key"], name="answer__once")
        ]

    def __str__(self) -> str:
        return f"{self.route} {self.key}"
