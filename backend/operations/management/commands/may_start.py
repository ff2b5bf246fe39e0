"""may_start: end with one sentence when production must not start on this database."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from operations.starting import refuse_unfit_database


class Command(BaseCommand):
    help = "Ask whether this database is fit for production; the units run it before they start."

    def handle(self, *args: Any, **told: Any) -> None:
        try:
            refuse_unfit_database()
        except ImproperlyConfigured as reason:
            raise CommandError(str(reason)) from reason
