"""Questions of the ORM as SQL, where they become a part of a larger one, and large ones kept."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import blake2b
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from django.db.models import BooleanField, F, Func, QuerySet, Value

# No record is so old: it stands for any day while the ORM writes a question.
_SOME_DAY = date(1901, 2, 3)
_WRITTEN = re.compile(rf"(?:DATE )?'{_SOME_DAY.isoformat()}'(?:::date)?")
_OTHER_DAY = re.compile(rf"'\d{{4}}-\d\d-\d\d'|{_SOME_DAY.year}")
# What each link to the database has prepared; forgotten with the link.
_prepared: WeakKeyDictionary[Any, set[str]] = WeakKeyDictionary()


def as_sql(rows: QuerySet[Any]) -> str:
    """The query with its values quoted in, to stand inside of a statement that has parameters."""
    with connection.cursor() as cursor:
        text: bytes = cursor.mogrify(*rows.query.sql_with_params())
    return text.decode().replace("%", "%%")


def of_day(question: Callable[[date], QuerySet[Any]]) -> str:
    """What the question asks of a day, of any day: SQL with the parameter %(day)s.

    To be kept, because the ORM takes longer to write a large question than PostgreSQL to answer
    it. The question may compare with the day, not reckon with it: that raises ValueError.
    """
    text = _WRITTEN.sub("%(day)s::date", as_sql(question(_SOME_DAY)))
    if _OTHER_DAY.search(text):
        raise ValueError(f"this question reckons with its day: {text}")
    return text


def answers(question: str, **given: Any) -> list[Any]:
    """The rows of a statement made with `as_sql`, with these parameters; one statement."""
    with connection.cursor() as cursor:
        cursor.execute(question, given)
        return list(cursor.fetchall())


def among(column: str, ids: Iterable[int]) -> Func:
    """Condition: the column holds one of the ids. One value, where `__in` has one for each id:
    for thousands of ids the ORM takes longer to write them out than PostgreSQL to find them.
    """
    written = "{" + ",".join(map(str, ids)) + "}"
    template = "%(expressions)s)"
    return Func(
        F(column), Value(written), arg_joiner=" = ANY(", template=template,
        output_field=BooleanField(),
    )  # fmt: skip


class Asked(Func):
    """A question in SQL about each row: `{pk}` in it stands for the column given as pk=F("pk").

    For what a list asks of every row: the ORM takes longer to write such a subquery than
    PostgreSQL to answer it.
    """

    def __init__(self, sql: str, output_field: Any, **columns: F):
        super().__init__(*columns.values(), output_field=output_field)
        self.sql, self.names = sql, list(columns)

    def as_sql(self, compiler: Any, *given: Any, **context: Any) -> tuple[str, list[Any]]:
        told = [compiler.compile(column)[0] for column in self.get_source_expressions()]
        return self.sql.format(**dict(zip(self.names, told, strict=True))), []


class Prepared:
    """A question that PostgreSQL plans once for a link, not at every asking.

    For questions of many tables, where planning takes as long as answering: the ladder about 70
    rollouts took 18 ms planned each time and 9 ms planned once (decision 0010).

    `sql` names its parameters as %(name)s; `types` gives each its type, in their order.
    """

    def __init__(self, sql: str, **types: str):
        self.names = list(types)
        self.name = f"kept_{blake2b(sql.encode(), digest_size=8).hexdigest()}"
        places = {name: f"${place}" for place, name in enumerate(types, 1)}
        self.definition = f"PREPARE {self.name} ({', '.join(types.values())}) AS {sql % places}"

    def rows(self, **given: Any) -> list[Any]:
        """The rows for these values; one statement."""
        with connection.cursor() as cursor:
            known = _prepared.setdefault(connection.connection, set())
            if self.name not in known:
                with connection.connection.cursor() as plain:  # no question of its own
                    plain.execute(self.definition)
                known.add(self.name)
            places = ", ".join(["%s"] * len(self.names))
            cursor.execute(f"EXECUTE {self.name} ({places})", [given[name] for name in self.names])
            return list(cursor.fetchall())
