"""Who records the illustrations, with chance, numbers and the register at hand."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from random import Random

from accounts.models import User
from agencies.models import Agency, AgencyName
from core.days import today
from core.provenance import illustrating
from imports.illustration.numbers import Numbers
from standards.models import CertificationBody

SOURCE = "Dữ liệu minh họa"
PROVINCE_ISSUER = "UBND tỉnh"
SCOPE = "Các thủ tục hành chính thuộc thẩm quyền giải quyết và hoạt động nội bộ"


@dataclass
class Scribe:
    """Who records, with chance, numbers and the register at hand."""

    by: User
    random: Random
    numbers: Numbers
    agencies: dict[str, Agency]
    names: dict[int, list[AgencyName]]
    bodies: dict[str, CertificationBody]

    @classmethod
    def with_seed(cls, seed: int, by: User) -> "Scribe":
        """A scribe whose choices follow from the seed alone."""
        random = Random(seed)
        names: dict[int, list[AgencyName]] = {}
        for name in AgencyName.objects.order_by("agency_id", "pk"):
            names.setdefault(name.agency_id, []).append(name)
        return cls(
            by,
            random,
            Numbers(random),
            {a.code: a for a in Agency.objects.all()},
            names,
            {body.code: body for body in CertificationBody.objects.all()},
        )

    def told_on(self, day: date) -> AbstractContextManager[None]:
        """What is recorded inside is an illustration, told on that day."""
        return illustrating(SOURCE, min(day, today()))

    def name(self, code: str, day: date) -> str:
        """What the agency was called on the day."""
        known = self.names[self.agencies[code].pk]
        fits = (n for n in known if (n.valid_from or day) <= day <= (n.valid_to or day))
        return next(fits, known[-1]).name


def head_of(code: str) -> str:
    """The position of the one who leads the agency."""
    if code.startswith(("HUYEN-", "XA-")):
        return "Chủ tịch UBND"
    said = {"VPUB": "Chánh Văn phòng", "TTT": "Chánh Thanh tra", "BDT": "Trưởng ban"}
    return said.get(code, "Giám đốc Sở")
