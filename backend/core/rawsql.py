"""Questions of the ORM as SQL, where they become a part of a larger one."""

from typing import Any

from django.db import connection
from django.db.models import QuerySet


def as_sql(rows: QuerySet[Any]) -> str:
    """The query with its values quoted in, to stand inside of a statement that has parameters."""
    with connection.cursor() as cursor:
        text: bytes = cursor.mogrify(*rows.query.sql_with_params())
    return text.decode().replace("%", "%%")
