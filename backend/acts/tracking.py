"""The trail: insert, update and delete leave a version, by database triggers, append-only."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pgtrigger
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def tracked(exclude_also: list[str] | None = None, **kwargs: Any) -> Callable[[M], M]:
    """Class decorator: keep every version of the model's rows and count them in `row_version`.

    `exclude_also` names columns that are no business of the trail (a password hash).
    """

    def decorate(model: M) -> M:
        generated = [f.name for f in model._meta.fields if getattr(f, "generated", False)]
        pgtrigger.register(
            pgtrigger.Trigger(
                name="next_version",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                func="NEW.row_version := OLD.row_version + 1; RETURN NEW;",
            )
        )(model)
        return pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(),
            pghistory.DeleteEvent(),
            append_only=True,
            obj_field=pghistory.ObjForeignKey(related_name="trail"),
            exclude=[*generated, *(exclude_also or [])] or None,
            **kwargs,
        )(model)

    return decorate
