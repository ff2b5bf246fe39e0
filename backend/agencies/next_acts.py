"""What may be done next to an agency, and the catalogue that this part keeps."""

from typing import Any

from acts.registry import offers
from agencies.models import Agency, AgencyKind, ScopeRule
from core.catalogues import keeps_catalogue

offers("agency.rename", on=Agency)
offers("agency.identify", on=Agency)
offers("agency.alias", on=Agency)
offers("agency.succeed", on=Agency)
offers("scope.record", on=ScopeRule)
offers("scope.correct", on=ScopeRule)
offers("scope.end", on=ScopeRule)


def kinds_as_rows() -> list[dict[str, Any]]:
    """Kinds of agencies in their order."""
    return [
        {"code": kind.code, "label": kind.name, "label_en": kind.name_en, "order": kind.order}
        for kind in AgencyKind.objects.all()
    ]


keeps_catalogue("agency_kinds", kinds_as_rows)
