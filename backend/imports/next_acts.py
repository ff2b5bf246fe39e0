"""What may be done next to an import."""

from acts.registry import offers
from imports.models import Import
from imports.taking_back import blockers_to_undo

offers("import.undo", on=Import, unless=blockers_to_undo)
