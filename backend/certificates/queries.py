"""Proofs as questions on a day: the one definition for ladder, rules, board and lists."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BooleanField, DateField, Exists, F, Model, OuterRef, Q, QuerySet
from django.db.models.expressions import RawSQL

from agencies.queries import ids_in_scope_on
from certificates.models import Application, Certificate, Declaration, StatusEvent
from core.rawsql import Asked
from plans.queries import holdings_on

P = TypeVar("P", bound=Model)
SUSPENDED, RESTORED = StatusEvent.SUSPENDED, StatusEvent.RESTORED
# SQL: kinds of events. One that names no proof is about every proof of its rollout.
PAUSING = f"'{SUSPENDED}', '{RESTORED}'"
ENDED = f"'{StatusEvent.WITHDRAWN}', '{StatusEvent.CANCELLED}'"
CLOSING = f"{ENDED}, '{RESTORED}'"
_ABOUT = {
    kind: f"(e.{kind}_id = {{pk}} OR e.certificate_id IS NULL AND e.declaration_id IS NULL)"
    for kind in ("certificate", "declaration")
}


def applications_sent_on(day: date) -> QuerySet[Application]:
    """Applications sent by the day and not returned by it."""
    returned = Q(returned_on__lte=day) | Q(state="returned", returned_on=None, reported_by__lte=day)
    return Application.objects.filter(~returned | Q(returned_on__gt=day), counts_on__lte=day)


def certificates_on(day: date) -> QuerySet[Certificate]:
    """Certificates that count by the day, ended or not."""
    return Certificate.objects.filter(counts_on__lte=day)


def declarations_on(day: date) -> QuerySet[Declaration]:
    """Declarations that count by the day, ended or not."""
    return Declaration.objects.filter(counts_on__lte=day)


def certificates_in_force_on(day: date) -> QuerySet[Certificate]:
    """Certificates in force on the day; a suspended one is among them, with `suspended_since`."""
    rows = Certificate.objects.filter(pk__in=_in_force("certificate_id", day))
    return with_standing_on(day, rows, "certificate")


def declarations_in_force_on(day: date) -> QuerySet[Declaration]:
    """Declarations in force on the day; a suspended one is among them, with `suspended_since`."""
    rows = Declaration.objects.filter(pk__in=_in_force("declaration_id", day))
    return with_standing_on(day, rows, "declaration")


def _in_force(column: str, day: date) -> RawSQL:
    """Ids of proofs in force, by the same words that the ladder asks."""
    sql = f"SELECT {column} FROM ({proofs_sql()}) proofs WHERE {column} IS NOT NULL"
    return RawSQL(sql.replace("%(day)s", "%s"), [day] * sql.count("%(day)s"))


def suspended_on(day: date) -> QuerySet[StatusEvent]:
    """Suspensions that stand on the day: no restoration followed for the same proof."""
    lifted = StatusEvent.objects.filter(
        Q(counts_on__gt=OuterRef("counts_on"))
        | Q(counts_on=OuterRef("counts_on"), pk__gt=OuterRef("pk")),
        Q(certificate=None, declaration=None)
        | Q(certificate=OuterRef("certificate"))
        | Q(declaration=OuterRef("declaration")),
        rollout=OuterRef("rollout"),
        kind=RESTORED,
        counts_on__lte=day,
    )
    return StatusEvent.objects.filter(~Exists(lifted), kind=SUSPENDED, counts_on__lte=day)


def events_of_work_on(day: date) -> QuerySet[StatusEvent]:
    """Pauses and resumptions of a rollout by the day, the latest first."""
    kinds = ["paused", "resumed"]
    return StatusEvent.objects.filter(kind__in=kinds, counts_on__lte=day).order_by(
        "-counts_on", "-pk"
    )


def with_standing_on(day: date, rows: QuerySet[P], kind: str) -> QuerySet[P]:
    """Proofs with what became of each by the day: `suspended_since`, `ended_since`, `void_on`,
    `is_superseded`.

    `suspended_since` and `ended_since` (withdrawn or cancelled) are None unless they stand;
    `void_on` is the first day on which the edition counts no more on the track, if it has come.
    """
    on = f"DATE '{day.isoformat()}'"
    about = f"""FROM certificates_statusevent e WHERE {_ABOUT[kind]}
      AND e.rollout_id = {{rollout}} AND e.counts_on BETWEEN {{since}} AND {on}"""
    latest = "ORDER BY e.counts_on DESC, e.id DESC LIMIT 1"

    def asked(sql: str, output_field: Any) -> Asked:
        columns = ("pk", "rollout_id", "counts_on", "edition_id")
        given = dict(zip(("pk", "rollout", "since", "edition"), map(F, columns), strict=True))
        return Asked(f"({sql})", output_field, **given)

    def since(words: str, kinds: str) -> Asked:
        told = f"CASE WHEN e.kind IN ({words}) THEN e.counts_on END"
        return asked(f"SELECT {told} {about} AND e.kind IN ({kinds}) {latest}", DateField())

    return rows.annotate(
        suspended_since=since(f"'{SUSPENDED}'", PAUSING),
        ended_since=since(ENDED, CLOSING),
        void_on=asked(
            f"""SELECT min(void.on) FROM standards_editiondate void
              JOIN plans_rollout r ON r.id = {{rollout}} AND r.track = void.track
              WHERE void.what = 'void' AND void.on <= {on} AND void.edition_id = {{edition}}""",
            DateField(),
        ),
        is_superseded=asked(
            f"""SELECT EXISTS (SELECT FROM {rows.model._meta.db_table} later
              WHERE later.rollout_id = {{rollout}} AND later.counts_on <= {on}
                AND (later.counts_on, later.id) > ({{since}}, {{pk}}))""",
            BooleanField(),
        ),
    )


def of_agencies_in_scope(day: date, rows: QuerySet[P]) -> QuerySet[P]:
    """Rows whose rollout is held on the day by an agency in scope: those that the board counts."""
    held = holdings_on(day).filter(agency__in=ids_in_scope_on(day))
    return rows.filter(rollout__in=held.values("rollout_id"))


def proofs_sql(only: bool = False) -> str:
    """SQL: one row per rollout with its proofs and its application on the day. Source: contract 5.

    The latest proof of a kind in a rollout supersedes the others from its day; a standing
    withdrawal or cancellation ends it, and so does the end of its edition on its track.

    Columns: rollout_id; proof_kind, proof_id, proof_number, proof_edition, proof_since, valid_to
    (the earlier of the printed day and the last day of the edition) of the proof in force, an
    unsuspended one before a suspended one, a certificate before a declaration, None when none is;
    suspended, suspended_since; certificate_id and declaration_id in force; had_any,
    first_proof_on; withdrawn_since and lapsed_since when none is in force; application_sent_on.
    Parameters %(day)s, %(only)s.
    """
    wanted = "AND p.rollout_id = ANY(%(only)s)" if only else ""
    return f"""
      WITH proof AS (
        SELECT DISTINCT ON (p.rollout_id, p.kind) p.*,
          min(p.counts_on) OVER (PARTITION BY p.rollout_id) AS first_proof_on
        FROM (
          SELECT p.rollout_id, 'certificate' AS kind, p.id, p.number, p.edition_id, p.counts_on,
                 p.valid_to
            FROM certificates_certificate p WHERE p.counts_on <= %(day)s {wanted}
          UNION ALL
          SELECT p.rollout_id, 'declaration', p.id, p.number, p.edition_id, p.counts_on, NULL
            FROM certificates_declaration p WHERE p.counts_on <= %(day)s {wanted}
        ) p ORDER BY p.rollout_id, p.kind, p.counts_on DESC, p.id DESC
      ),
      pause AS ({_latest_event_sql(PAUSING)}),
      ending AS ({_latest_event_sql(CLOSING)}),
      judged AS (
        SELECT proof.*, least(proof.valid_to, void.on - 1) AS ends_on,
          CASE WHEN pause.event = 'suspended' THEN pause.since END AS suspended_since,
          CASE WHEN ending.event <> 'restored' THEN ending.since END AS withdrawn_since
        FROM proof
        JOIN plans_rollout r ON r.id = proof.rollout_id
        LEFT JOIN standards_editiondate void ON void.edition_id = proof.edition_id
          AND void.what = 'void' AND void.track = r.track
        LEFT JOIN pause ON pause.kind = proof.kind AND pause.id = proof.id
        LEFT JOIN ending ON ending.kind = proof.kind AND ending.id = proof.id
      ),
      ranked AS (
        SELECT DISTINCT ON (rollout_id) *,
          max(id) FILTER (WHERE in_force AND kind = 'certificate') OVER whole AS certificate_id,
          max(id) FILTER (WHERE in_force AND kind = 'declaration') OVER whole AS declaration_id,
          max(withdrawn_since) OVER whole AS any_withdrawn_since,
          max(CASE WHEN ends_on < %(day)s THEN ends_on + 1 END) OVER whole AS any_lapsed_since
        FROM (
          SELECT judged.*,
            withdrawn_since IS NULL AND (ends_on IS NULL OR ends_on >= %(day)s) AS in_force
          FROM judged
        ) judged
        WINDOW whole AS (PARTITION BY rollout_id)
        ORDER BY rollout_id, in_force DESC, suspended_since IS NOT NULL, kind
      ),
      sent AS (
        SELECT p.rollout_id, min(p.counts_on) AS application_sent_on
          FROM certificates_application p
         WHERE p.counts_on <= %(day)s {wanted}
           AND (coalesce(p.returned_on,
                         CASE WHEN p.state = 'returned' THEN p.reported_by END) > %(day)s
                OR (p.returned_on IS NULL AND p.state <> 'returned'))
         GROUP BY p.rollout_id
      )
      SELECT coalesce(ranked.rollout_id, sent.rollout_id) AS rollout_id,
        CASE WHEN in_force THEN kind END AS proof_kind,
        CASE WHEN in_force THEN id END AS proof_id,
        CASE WHEN in_force THEN number END AS proof_number,
        CASE WHEN in_force THEN edition_id END AS proof_edition,
        CASE WHEN in_force THEN counts_on END AS proof_since,
        CASE WHEN in_force THEN ends_on END AS valid_to,
        coalesce(in_force AND suspended_since IS NOT NULL, FALSE) AS suspended,
        CASE WHEN in_force THEN suspended_since END AS suspended_since,
        certificate_id, declaration_id,
        ranked.rollout_id IS NOT NULL AS had_any, first_proof_on,
        CASE WHEN NOT in_force THEN any_withdrawn_since END AS withdrawn_since,
        CASE WHEN NOT in_force THEN any_lapsed_since END AS lapsed_since,
        sent.application_sent_on
      FROM ranked FULL JOIN sent ON sent.rollout_id = ranked.rollout_id"""


def _latest_event_sql(kinds: str) -> str:
    """SQL: the latest event of these kinds about each proof; one that names none is about all."""
    about = " ".join(
        f"WHEN '{kind}' THEN {words.format(pk='proof.id')}" for kind, words in _ABOUT.items()
    )
    return f"""
        SELECT DISTINCT ON (proof.kind, proof.id) proof.kind, proof.id, e.kind AS event,
               e.counts_on AS since
          FROM proof JOIN certificates_statusevent e ON e.rollout_id = proof.rollout_id
           AND e.kind IN ({kinds}) AND e.counts_on BETWEEN proof.counts_on AND %(day)s
           AND CASE proof.kind {about} END
         ORDER BY proof.kind, proof.id, e.counts_on DESC, e.id DESC"""


PROOFS_SQL = proofs_sql()


def proofs_by_rollout(day: date, only: Iterable[int] | None = None) -> dict[int, dict[str, Any]]:
    """The columns of `proofs_sql` by rollout, in one query."""
    wanted = None if only is None else list(only)
    with connection.cursor() as cursor:
        cursor.execute(proofs_sql(wanted is not None), {"day": day, "only": wanted})
        names = [column.name for column in cursor.description]
        return {row[0]: dict(zip(names, row, strict=True)) for row in cursor.fetchall()}
