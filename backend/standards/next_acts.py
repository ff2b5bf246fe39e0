"""What may be done next to a number of the law, and the catalogues that this part keeps."""

from datetime import timedelta
from typing import Any

from acts.registry import offers
from core.catalogues import keeps_catalogue
from standards.models import (
    CertificationBody,
    DocumentKind,
    Edition,
    EditionDate,
    PolicyValue,
)
from standards.queries import editions_with_dates

offers("policy.record", on=PolicyValue)
offers("policy.correct", on=PolicyValue)
offers("edition.record_date", on=Edition)
offers("edition.correct_date", on=EditionDate)


def document_kinds_as_rows() -> list[dict[str, Any]]:
    """Kinds of documents in their order."""
    return [
        {
            "code": kind.code,
            "label": kind.name,
            "label_en": kind.name_en,
            "order": kind.order,
            "level": kind.level,
            "is_procedure": kind.is_procedure,
        }
        for kind in DocumentKind.objects.all()
    ]


def bodies_as_rows() -> list[dict[str, Any]]:
    """Certification bodies with the names under which sources cite them."""
    return [
        {
            "code": body.code,
            "label": body.name,
            "label_en": body.name,
            "aliases": body.aliases,
            "valid_from": body.valid_from,
            "valid_to": body.valid_to,
            "confirmed": body.confirmed,
        }
        for body in CertificationBody.objects.order_by("code")
    ]


def editions_as_rows() -> list[dict[str, Any]]:
    """Editions with the span in which they count: from publication to the eve of their end."""
    rows = []
    for edition in editions_with_dates():
        days = {(known.what, known.on) for known in edition.dates.all() if known.on}
        published = [on for what, on in days if what == "iso_published"]
        void = [on for what, on in days if what == "void"]
        rows.append(
            {
                "code": edition.code,
                "label": edition.title,
                "label_en": edition.title,
                "from": min(published, default=None),
                "to": min(void) - timedelta(days=1) if void else None,
                "confirmed": all(
                    known.confirmed
                    for known in edition.dates.all()
                    if known.what in ("iso_published", "void")
                ),
            }
        )
    return rows


keeps_catalogue("document_kinds", document_kinds_as_rows)
keeps_catalogue("certification_bodies", bodies_as_rows)
keeps_catalogue("editions", editions_as_rows)
