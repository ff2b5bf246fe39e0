"""Abstract: a fact that belongs to an agency and a day."""

from django.db import models

from agencies.models import Agency


class OfAgency(models.Model):
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="%(class)ss")

    class Meta:
        abstract = True

    @property
    def home_agency_id(self) -> int:
        return self.agency_id

    def root(self) -> models.QuerySet[Agency]:
        """The row that an act on this fact locks."""
        return Agency.objects.filter(pk=self.agency_id)
