"""What the forms of a report are filled with: only from its stored figures and its texts."""

import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from core.labels import label, label_groups
from core.sentences import sentence
from reports.models import AGENCY, BRIEF, Report
from reports.parts import PARTS
from reports.vietnamese import day_text, number_text, place_and_date
from reports.wording import NUMERALS


@cache
def forms() -> dict[str, Any]:
    """Everything around the text: forms.toml."""
    return tomllib.loads(Path(__file__).with_name("forms.toml").read_text("utf-8"))


@dataclass
class Annex:
    """An annex as it is printed: each cell a text."""

    numeral: str
    title: str
    part: str
    columns: list[dict[str, str]]
    rows: list[list[str]]
    landscape: bool
    widths: list[int] = field(default_factory=list)


@dataclass
class Printed:
    """A report on its way to paper."""

    report: Report
    figures: dict[str, Any]
    form: dict[str, Any]
    superior: str
    issuer: list[str]
    symbol: str
    signer: list[str]
    place: str
    bases: list[str]
    title: str
    subtitle: str
    warning: str
    sections: list[dict[str, Any]]
    annexes: list[Annex]
    gaps: list[str]
    kept: str
    stages: list[dict[str, Any]]

    @property
    def words(self) -> dict[str, str]:
        found: dict[str, str] = forms()["words"]
        return found

    @property
    def attached(self) -> str:
        """The line under an annex's title."""
        return self.words["attached"].format(symbol=self.symbol, issuer=" ".join(self.issuer))


def printed(report: Report, figures: dict[str, Any], made_on: date, sha256: str) -> Printed:
    """The report as its forms show it; the same figures give the same print."""
    form = forms()[report.kind]
    province = settings.PROVINCE_NAME
    of_whom = figures.get("agency", {})
    issuer = [of_whom["name"].upper()] if of_whom else form["issuer"]
    issuer = [line.format(province=province.upper()) for line in issuer]
    signers = form["signer"]
    kind = of_whom.get("kind", "")
    kept = forms()["words"]["kept"].format(
        made_on=day_text(made_on), day=day_text(report.day), hash=sha256[:12]
    )
    return Printed(
        report=report,
        figures=figures,
        form=form,
        superior=form.get("superior", "").format(province=province.upper()),
        issuer=issuer,
        symbol=form["symbol"].format(code=of_whom.get("code", "").partition("-")[0]),
        signer=signers.get(kind, signers["otherwise"]),
        place=place_and_date(province, made_on),
        bases=_bases(report.day) if report.kind != BRIEF else [],
        title=_whole(figures["title"] if report.kind in (AGENCY, BRIEF) else
                     f"{figures['title']} {province}"),
        subtitle=figures["subtitle"],
        warning=sentence("export", "export.illustration") if figures["illustration"] else "",
        sections=_sections(report, figures),
        annexes=[] if report.kind == BRIEF else _annexes(figures),
        gaps=[gap["text"] for gap in figures["gaps"]],
        kept=kept,
        stages=stages(figures) if report.kind == BRIEF else [],
    )  # fmt: skip


def _whole(title: str) -> str:
    """The title with the standard's name in one line."""
    return title.replace("TCVN ISO 9001", "TCVN\u00a0ISO\u00a09001")


def _bases(day: date) -> list[str]:
    known = forms()["bases"]
    valid = [one["text"] for one in known if one["from"] <= day < one.get("until", date.max)]
    return [f"Căn cứ {text}{'.' if text is valid[-1] else ';'}" for text in valid]


def _sections(report: Report, figures: dict[str, Any]) -> list[dict[str, Any]]:
    """Sections with their sentences, and what people wrote below them."""
    return [
        {
            "level": section["level"],
            "heading": section["heading"],
            "lines": [line["text"] for line in section["lines"]],
            "texts": _paragraphs(report.parts.get(section["code"], "")),
            "empty": section["code"] in PARTS
            and not section["lines"]
            and not report.parts.get(section["code"], "").strip(),
        }
        for section in figures["sections"]
    ]


def _paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _annexes(figures: dict[str, Any]) -> list[Annex]:
    return [
        Annex(
            numeral=NUMERALS[place],
            title=annex["title"],
            part=annex["part"],
            columns=annex["columns"],
            rows=[
                [cell_text(column, row.get(column["name"])) for column in annex["columns"]]
                for row in annex["rows"]
            ],
            landscape=forms()["annex"][annex["part"]].get("landscape", False),
            widths=forms()["annex"][annex["part"]]["widths"],
        )
        for place, annex in enumerate(figures["annexes"])
    ]


def cell_text(column: dict[str, str], value: Any) -> str:
    """A cell as it is printed, by the form of its column; empty for what is not known."""
    if value is None:
        return ""
    form = column["form"]
    if form == "day":
        return day_text(date.fromisoformat(value)) or ""
    if form == "share":
        return f"{100 * value:.1f}".replace(".", ",") + "%"
    if form == "change":
        return f"+{value}" if value > 0 else str(value)
    return number_text(value) if form == "count" else str(value)


def stages(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """The bar of the board: stages in the order of the journey, those without data first."""
    tints, told = forms()["tints"], []
    without = figures["numbers"]["agencies"]["no_data"]
    counts = {row["stage"]: row["count"] for row in figures["numbers"]["by_stage"]}
    counts["not_started"] = counts.get("not_started", 0) - without
    if without:
        told.append({"label": label("flags", "no_data"), "count": without,
                     "tint": tints["no_data"]})  # fmt: skip
    groups = label_groups()["stages"]
    for stage in sorted(counts, key=lambda code: groups[code]["order"]):
        if counts[stage]:
            tint = tints["closed"] if stage == "closed" else tints[groups[stage]["band"]]
            told.append({"label": label("stages", stage), "count": counts[stage], "tint": tint})
    return told
