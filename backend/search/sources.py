"""What is searched: for each kind of record its folded text, as it stands in an index.

The expressions must equal those of the indexes in migrations/0001_indexes.py, letter by letter.
"""

from dataclasses import dataclass


def stored(column: str) -> str:
    """SQL: a stored search text with its punctuation as spaces."""
    return f"search_bare({column})"


def folded(*columns: str) -> str:
    """SQL: columns of a row in lower case, without accents, punctuation as spaces."""
    told = " || ' ' || ".join(columns)
    return f"search_fold({told})"


@dataclass(frozen=True)
class Source:
    """One kind of record, or some: where it stands, whose it is, what is shown of it.

    `rows` is the FROM clause; the others are SQL expressions over it. `seen` says who else than
    the agency's own may see a row ("FALSE": nobody; "TRUE": everybody).
    """

    kinds: tuple[str, ...]
    rows: str
    text: str
    number: str
    title: str
    excerpt: str
    agency: str
    day: str
    pk: str = "t.id"
    kind: str = ""
    seen: str = "FALSE"
    of_agency: str = ""

    @property
    def said_kind(self) -> str:
        return self.kind or f"'{self.kinds[0]}'"


_OF_ROLLOUT = "JOIN plans_rollout r ON r.id = t.rollout_id"
_MINE = "r.agency_id = ANY(%(mine)s)"

SOURCES = (
    Source(
        kinds=("document",),
        rows=f"documents_document t {_OF_ROLLOUT}",
        text=stored("t.search_text"),
        number="t.code",
        title="t.code",
        excerpt="t.title",
        agency="r.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("decision", "directive", "official_document"),
        rows=f"""plans_officialdocument t
          LEFT JOIN LATERAL (
            SELECT d.id FROM plans_decision d WHERE d.document_id = t.id AND (%(all)s OR EXISTS (
              SELECT 1 FROM plans_decisionrollout l JOIN plans_rollout r ON r.id = l.rollout_id
               WHERE l.decision_id = d.id AND {_MINE}))
             ORDER BY d.id LIMIT 1) decision ON TRUE
          LEFT JOIN plans_directive directive ON directive.document_id = t.id""",
        text=folded("t.number", "t.issuer", "t.abstract"),
        number="t.number",
        title="t.number",
        excerpt="coalesce(nullif(t.abstract, ''), t.issuer)",
        agency="t.issuer_agency_id",
        day="t.counts_on",
        pk="coalesce(decision.id, directive.id, t.id)",
        kind="""CASE WHEN decision.id IS NOT NULL THEN 'decision'
          WHEN directive.id IS NOT NULL THEN 'directive' ELSE 'official_document' END""",
        seen="TRUE",
        of_agency="""t.issuer_agency_id = ANY(%(agencies)s) OR EXISTS (
          SELECT 1 FROM plans_decision d JOIN plans_decisionrollout l ON l.decision_id = d.id
            JOIN plans_rollout r ON r.id = l.rollout_id
           WHERE d.document_id = t.id AND r.agency_id = ANY(%(agencies)s)) OR EXISTS (
          SELECT 1 FROM plans_task k
           WHERE k.directive_id = directive.id AND k.agency_id = ANY(%(agencies)s))""",
    ),
    Source(
        kinds=("promulgation",),
        rows=f"documents_promulgation t {_OF_ROLLOUT}",
        text=folded("t.number"),
        number="t.number",
        title="t.number",
        excerpt="''",
        agency="r.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("finding",),
        rows="audits_finding t",
        text=folded("t.code", "t.clause", "t.unit", "t.description"),
        number="t.code",
        title="concat_ws(' ', nullif(t.code, ''), nullif(t.clause, ''))",
        excerpt="coalesce(nullif(t.description, ''), t.unit)",
        agency="t.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("certificate",),
        rows=f"certificates_certificate t {_OF_ROLLOUT}",
        text=folded("t.number", "t.decision_number", "t.issuer"),
        number="t.number",
        title="t.number",
        excerpt="t.issuer",
        agency="r.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("declaration",),
        rows=f"certificates_declaration t {_OF_ROLLOUT}",
        text=folded("t.number", "t.scope"),
        number="t.number",
        title="t.number",
        excerpt="t.scope",
        agency="r.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("admin_procedure",),
        rows="procedures_adminprocedure t",
        text=stored("t.search_text"),
        number="t.code",
        title="t.code",
        excerpt="t.name",
        agency="t.agency_id",
        day="t.counts_on",
    ),
    Source(
        kinds=("evidence",),
        rows="evidence_evidence t",
        text=stored("t.search_text"),
        number="t.number",
        title="coalesce(nullif(t.number, ''), t.name)",
        excerpt="coalesce(nullif(t.abstract, ''), t.name)",
        agency="t.agency_id",
        day="t.counts_on",
        seen="""(t.agency_id = %(province)s AND EXISTS (
          SELECT 1 FROM evidence_evidencelink l
           WHERE l.evidence_id = t.id AND l.about = ANY(%(papers)s)))""",
    ),
)
# Agencies are searched by every name they ever bore, their aliases and their code.
AGENCIES = """
  SELECT DISTINCT ON (said.agency_id) said.agency_id, said.text FROM (
    SELECT agency_id, name AS text, search_text, valid_from, valid_to FROM agencies_agencyname
    UNION ALL
    SELECT agency_id, text, search_text, NULL, NULL FROM agencies_agencyalias
    UNION ALL
    SELECT id, code, lower(code), valid_from, valid_to FROM agencies_agency) said"""
AGENCY_TEXT = stored("said.search_text")

COLLECTIONS = {
    "agency": "agencies",
    "document": "documents",
    "decision": "decisions",
    "directive": "directives",
    "official_document": "official-documents",
    "promulgation": "promulgations",
    "finding": "findings",
    "certificate": "certificates",
    "declaration": "declarations",
    "admin_procedure": "admin-procedures",
    "evidence": "evidence",
}
KINDS = list(COLLECTIONS)
