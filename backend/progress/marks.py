"""What is to be said of the facts of a rollout, and when the latest of them was recorded."""

from evidence.queries import scanned_sql

# The facts of a rollout that speak for themselves, and what it means that one has no day.
UNDATED = {
    "plans_plan": "completed_on IS NULL AND started_on IS NULL",
    "plans_submission": "sent_on IS NULL",
    "plans_appraisal": "met_on IS NULL",
    "audits_audit": "to_on IS NULL AND from_on IS NULL",
    "certificates_application": "sent_on IS NULL AND state = 'sent'",
    "certificates_certificate": "issued_on IS NULL",
    "certificates_declaration": "signed_on IS NULL",
    "certificates_statusevent": '"on" IS NULL',
}


def _of(only: bool) -> str:
    return "rollout_id = ANY(%(only)s)" if only else "rollout_id IS NOT NULL"


def recorded_sql(only: bool = False) -> str:
    """SQL: when the latest fact of a rollout was recorded."""
    parts = [
        f"SELECT rollout_id, recorded_at FROM {table} WHERE counts_on <= %(day)s AND {_of(only)}"
        for table in UNDATED
    ]
    parts.append(
        "SELECT link.rollout_id, decision.recorded_at FROM plans_decisionrollout link"
        " JOIN plans_decision decision ON decision.id = link.decision_id"
        " JOIN plans_officialdocument paper ON paper.id = decision.document_id"
        f" WHERE paper.counts_on <= %(day)s AND {_of(only)}"
    )
    return f"""
      SELECT rollout_id, max(recorded_at) AS last_recorded_at
        FROM ({" UNION ALL ".join(parts)}) recorded GROUP BY rollout_id"""


def marks_sql(only: bool = False) -> str:
    """SQL: what is to be said of a rollout's facts: irregular, without a day, without the
    signed original, not confirmed."""
    wanted = _of(only)
    parts = [
        f"SELECT rollout_id, irregular <> '' AS irregular, {undated} AS missing_date,"
        f" FALSE AS missing_original, confirmed_on IS NULL AS unconfirmed, recorded_at FROM {table}"
        f" WHERE counts_on <= %(day)s AND {wanted}"
        for table, undated in UNDATED.items()
    ]
    # The twin of plans.queries.decisions_without_original_on.
    scan = (
        f"{scanned_sql('decision', 'decision.id')} OR {scanned_sql('officialdocument', 'paper.id')}"
    )
    parts.append(
        "SELECT link.rollout_id, decision.irregular <> '', paper.signed_on IS NULL,"
        f" NOT ({scan}), decision.confirmed_on IS NULL, decision.recorded_at"
        " FROM plans_decisionrollout link"
        " JOIN plans_decision decision ON decision.id = link.decision_id"
        " JOIN plans_officialdocument paper ON paper.id = decision.document_id"
        f" WHERE paper.counts_on <= %(day)s AND {wanted}"
    )
    return f"""
      SELECT rollout_id, bool_or(irregular) AS irregular, bool_or(missing_date) AS missing_date,
             bool_or(missing_original) AS missing_original,
             bool_or(unconfirmed) AS unconfirmed, max(recorded_at) AS last_recorded_at
        FROM ({" UNION ALL ".join(parts)}) marks GROUP BY rollout_id"""
