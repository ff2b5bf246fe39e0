"""Every fact may be proven by files: how the shapes of facts, which know no files, keep them."""

from typing import Any

from django.db.models import Model

from acts.attaching import proofs_kept_by
from acts.permissions import Actor
from evidence.actions import link_evidence
from evidence.models import Evidence
from evidence.queries import proving


def proofs_of(record: Model, user: Actor) -> list[dict[str, Any]]:
    """The files of one record as its detail answer shows them; one query."""
    if isinstance(record, Evidence):
        return []  # it proves others
    return [
        {
            "id": file.pk,
            "name": file.name,
            "media_type": file.media_type,
            "size": file.size,
            "sha256": file.sha256,
            "url": f"/api/v1/evidence/{file.pk}",
            "file": f"/api/v1/evidence/{file.pk}/file",
            "number": file.number,
            "dated_on": file.dated_on,
            "dated_on_precision": file.dated_on_precision,
        }
        for file in proving(record, user)
    ]


proofs_kept_by(attach=link_evidence, show=proofs_of)
