"""Rows of certificates and declarations."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from acts.permissions import may
from certificates.models import Certificate, Declaration
from certificates.records import put_certificate, put_declaration
from certificates.rules import blockers_of_certificate, blockers_of_declaration
from core.columns import labels_of
from core.days import PartialDate, partial
from imports.workbooks.kinds.one_by_one import Rules, correct, each, known_by_id
from imports.workbooks.loading import ITSELF, PLACE, Loading, irregular
from imports.workbooks.understanding import Field, Row
from imports.workbooks.values import code, day, exact_day, long_text, text
from plans.models import Rollout

PART = "proofs"
CERTIFICATE, DECLARATION = "certificate", "declaration"
PROOFS = {"gcn": CERTIFICATE, "chứng nhận": CERTIFICATE, "công bố": DECLARATION,
          "quyết định công bố": DECLARATION, "bản công bố": DECLARATION}  # fmt: skip
TIMES = {"lần đầu": "first", "đầu": "first", "lại": "again", "lần hai": "again",
         "lần 1": "first", "lần 2": "again"}  # fmt: skip
FIELDS = (
    *ITSELF,
    Field("proof", code("proof_kinds", [CERTIFICATE, DECLARATION], PROOFS), required=True,
          codes=lambda: labels_of("proof_kinds")),
    *PLACE,
    Field("number", text(80)),
    Field("issuer", text(300)),
    Field("scope", long_text()),
    Field("signed_on", day),
    Field("valid_from", day),
    Field("valid_to", exact_day),
    Field("decision_number", text(80)),
    Field("kind", code("declaration_kinds", Declaration.KINDS, TIMES),
          codes=lambda: labels_of("declaration_kinds")),
    Field("signer", text(200)),
    Field("posted_on", exact_day),
    Field("irregular", text(2000)),
    Field("note", text(4000)),
)  # fmt: skip
OF: dict[str, tuple[Any, Rules, tuple[str, ...]]] = {
    CERTIFICATE: (Certificate, blockers_of_certificate,
                  ("number", "issuer", "scope", "issued_on", "valid_from", "valid_to",
                   "decision_number", "note", "irregular")),
    DECLARATION: (Declaration, blockers_of_declaration,
                  ("number", "scope", "signed_on", "kind", "signer", "posted_on", "note",
                   "irregular")),
}  # fmt: skip
RENAMED = {"issued_on": "signed_on", "edition_id": "edition"}


def load(loading: Loading, rows: Sequence[Row]) -> None:
    """Put new proofs on record, correct known ones."""
    each(loading, rows, _put, RENAMED)


def _put(loading: Loading, row: Row) -> None:
    proof = row.told.get("proof")
    if proof is None:
        loading.table.fault(row, "proof", "workbook.missing", {})
        return
    model, rules, fields = OF[proof]
    told = {**row.told, "issued_on": row.told.get("signed_on")}
    told = {name: value for name, value in told.items() if value is not None}
    if "id" in row.told:
        known = known_by_id(
            loading, row, model.objects.filter(rollout__in=list(loading.places.visible))
        )
    else:
        signed = row.told.get("signed_on")
        rollout = loading.rollout_of(row, signed.end if isinstance(signed, PartialDate) else None)
        if rollout is None:
            return
        known = _same(model, rollout, row)
        if known is None:
            _add(loading, row, rollout, proof)
            return
    if known is not None:
        loading.rollouts.add(known.rollout_id)
        correct(loading, row, known, fields, rules=rules, conflict="proof.known", field="number",
                told=told)  # fmt: skip


def _same(model: Any, rollout: Rollout, row: Row) -> Any:
    """The proof of the rollout that bears the row's number; without a number, its day."""
    if number := row.told.get("number"):
        return model.objects.filter(rollout=rollout, number=number).first()
    signed: PartialDate | None = row.told.get("signed_on")
    column = "issued_on" if model is Certificate else "signed_on"
    return (
        model.objects.filter(rollout=rollout, **{column: signed.start}).first() if signed else None
    )


def _add(loading: Loading, row: Row, rollout: Rollout, proof: str) -> None:
    told = irregular(loading, row)
    verb = "certificate.issue" if proof == CERTIFICATE else "declaration.sign"
    # What an agency's head signed on paper, the coordinator may load as past records.
    loads = proof == DECLARATION and may(loading.by, "records.import", rollout.agency_id)
    if told is None or not (loads or loading.allowed(row, verb, rollout.agency_id, "proof")):
        return
    edition = row.told.get("edition")
    if proof == CERTIFICATE:
        missing = [name for name in ("number", "issuer") if name not in row.told]
        for name in missing:
            loading.table.fault(row, name, "workbook.missing", {})
        if missing:
            return
        names = ("number", "issuer", "scope", "valid_from", "valid_to", "decision_number", "note")
        given = {name: row.told[name] for name in names if name in row.told}
        put_certificate(rollout, told=told, edition=edition, issued_on=row.told.get("signed_on"),
                        strict=True, **given)  # fmt: skip
        loading.made("certificates")
        return
    names = ("number", "scope", "signed_on", "kind", "signer", "posted_on", "note")
    given = {name: row.told[name] for name in names if name in row.told}
    put_declaration(rollout, told=told, edition=edition, strict=not loads, **given)
    loading.made("declarations")


def existing(_: Sequence[int], rollouts: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of a template: the proofs of these rollouts."""
    rows = []
    for proof, (model, _rules, _fields) in OF.items():
        found = model.objects.filter(rollout__in=list(rollouts)).select_related("rollout__agency")
        for one in found.order_by("rollout_id", "pk"):
            rows.append(_row(proof, one))
    return rows


def _row(proof: str, one: Any) -> dict[str, Any]:
    signed = "issued_on" if proof == CERTIFICATE else "signed_on"
    names = ("number", "issuer", "scope", "valid_to", "decision_number", "kind", "signer",
             "posted_on", "note")  # fmt: skip
    started: date | None = getattr(one, "valid_from", None)
    return {
        "id": one.pk, "row_version": one.row_version, "proof": proof,
        "agency": one.rollout.agency.code, "rollout": one.rollout_id,
        "edition": one.edition_id, "track": one.rollout.track,
        "signed_on": partial(one, signed),
        "valid_from": partial(one, "valid_from") if started else None,
        **{name: getattr(one, name, None) for name in names},
    }  # fmt: skip
