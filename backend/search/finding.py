"""Everything that holds the words, in one question; what its asker may see, exact numbers first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection

from acts.permissions import AT_HOME, Actor
from core.text import nfc, search_text
from evidence.queries import PAPERS, province_id
from search.sources import AGENCIES, AGENCY_TEXT, COLLECTIONS, KINDS, SOURCES, Source

# Of each kind so many are looked at, and so many shown of all: more is no answer to a person.
PER_KIND, AT_MOST = 200, 500
MAX_WORDS = 8


@dataclass(frozen=True)
class Wanted:
    """What is asked: words, kinds (all when empty), a span of days, agencies."""

    words: str
    kinds: Sequence[str] = ()
    first: date | None = None
    last: date | None = None
    agencies: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One record that holds the words; `code` addresses an agency."""

    kind: str
    pk: int
    title: str
    excerpt: str
    agency_id: int | None
    day: date | None
    code: str

    @property
    def url(self) -> str:
        return f"/api/v1/{COLLECTIONS[self.kind]}/{self.code or self.pk}"


def folded_words(text: str) -> list[str]:
    """The words without accents and punctuation: "1985/QĐ-UBND" is one, "1985 qd ubnd"."""
    chunks = [re.sub(r"[^a-z0-9]+", " ", chunk).strip() for chunk in search_text(nfc(text)).split()]
    return [chunk for chunk in chunks if chunk][:MAX_WORDS]


def found_on(day: date, user: Actor, wanted: Wanted) -> list[Hit]:
    """What holds every word at the beginning of one of its own, best first; at most 500.

    Records that count by the day and that the user may see. One query, two at home.
    """
    words = folded_words(wanted.words)
    if not words:
        return []
    told: dict[str, Any] = {f"word{place}": f"% {word}%" for place, word in enumerate(words)}
    told |= {
        "whole": f" {' '.join(words)}",
        "day": day,
        "first": wanted.first,
        "last": wanted.last,
        "all": user.role not in AT_HOME,
        "mine": [user.agency_id, *user.predecessor_ids()] if user.role in AT_HOME else [],
        "agencies": list(wanted.agencies),
        "papers": PAPERS,
        "kinds": list(wanted.kinds or KINDS),
        "province": province_id() if user.role in AT_HOME else None,
    }
    with connection.cursor() as cursor:
        cursor.execute(_sql(len(words), wanted), told)
        return [Hit(*row) for row in cursor.fetchall()]


def _sql(n_words: int, wanted: Wanted) -> str:
    kinds = set(wanted.kinds or KINDS)
    parts = [_part(s, n_words, wanted) for s in SOURCES if kinds & set(s.kinds)]
    if "agency" in kinds:
        parts.append(_agencies(n_words, wanted))
    whole = " UNION ALL ".join(f"({part})" for part in parts)
    return f"""
      SELECT kind, pk, title, excerpt, agency_id, day, code
        FROM ({whole}) found (kind, pk, title, excerpt, agency_id, day, code, rank)
       WHERE kind = ANY(%(kinds)s)
       ORDER BY rank, day DESC NULLS LAST, kind, pk LIMIT {AT_MOST}"""


def _holds(text: str, n_words: int) -> str:
    return " AND ".join(f"{text} LIKE %(word{place})s" for place in range(n_words))


def _within(day: str, wanted: Wanted) -> str:
    conditions = [f"{day} <= %(day)s"]
    if wanted.first:
        conditions.append(f"{day} >= %(first)s")
    if wanted.last:
        conditions.append(f"{day} <= %(last)s")
    return " AND ".join(conditions)


def _rank(number: str) -> str:
    """0: it is the number asked for; 1: its number begins so; 2: the words are somewhere."""
    said = f"search_fold({number})"
    return f"""CASE WHEN {said} = %(whole)s THEN 0 WHEN starts_with({said}, %(whole)s) THEN 1
      ELSE 2 END"""


def _part(source: Source, n_words: int, wanted: Wanted) -> str:
    """One kind: its first matches by index, no more than anybody looks at, then ranked."""
    scope = f"(%(all)s OR {source.agency} = ANY(%(mine)s) OR {source.seen})"
    of_agency = source.of_agency or f"{source.agency} = ANY(%(agencies)s)"
    agencies = f"AND ({of_agency})" if wanted.agencies else ""
    return f"""
      SELECT kind, pk, title, excerpt, agency_id, day, '' AS code, {_rank("number")} AS rank FROM (
        SELECT {source.said_kind} AS kind, {source.pk} AS pk, {source.title} AS title,
               {source.excerpt} AS excerpt, {source.agency} AS agency_id, {source.day} AS day,
               {source.number} AS number
          FROM {source.rows}
         WHERE {_holds(source.text, n_words)} AND {_within(source.day, wanted)}
           AND {scope} {agencies}
         LIMIT {PER_KIND}) matches"""


def _agencies(n_words: int, wanted: Wanted) -> str:
    conditions = [_holds(AGENCY_TEXT, n_words)]
    if wanted.first:
        conditions.append("(said.valid_to IS NULL OR said.valid_to >= %(first)s)")
    if wanted.last:
        conditions.append("(said.valid_from IS NULL OR said.valid_from <= %(last)s)")
    if wanted.agencies:
        conditions.append("said.agency_id = ANY(%(agencies)s)")
    return f"""
      SELECT 'agency', matched.agency_id, a.code, matched.text, matched.agency_id, NULL::date,
             a.code, {_rank("matched.text")}
        FROM ({AGENCIES} WHERE {" AND ".join(conditions)}
              ORDER BY said.agency_id, said.valid_to DESC NULLS FIRST LIMIT {PER_KIND}) matched
        JOIN agencies_agency a ON a.id = matched.agency_id"""


def shortened(text: str, words: str, length: int = 160) -> str:
    """The part of a text around the first word found in it; the whole text when it is short."""
    if len(text) <= length:
        return text
    bare = _one_to_one(text)
    places = [bare.find(f" {word}") for word in folded_words(words)]
    first = min((place for place in places if place >= 0), default=0)
    start = max(0, min(first - length // 3, len(text) - length))
    cut: str = text[start : start + length].strip()
    return f"{'… ' if start else ''}{cut}{' …' if start + length < len(text) else ''}"


def _one_to_one(text: str) -> str:
    """The text folded letter by letter, so that places stay: with a space before it."""
    letters = (search_text(letter)[:1] or " " for letter in text)
    return " " + "".join(letter if letter.isalnum() else " " for letter in letters)


def described(hits: Sequence[Hit]) -> dict[str, Any]:
    """How many of each kind were found, in the order of the kinds."""
    counts = {kind: sum(hit.kind == kind for hit in hits) for kind in KINDS}
    return {kind: count for kind, count in counts.items() if count}
