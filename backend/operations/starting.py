"""Whether this database is fit for production: asked at every start, and by /readyz."""

from collections.abc import Iterator

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from core.illustration import illustration_exists

OWNED = """
    SELECT count(*) FROM pg_catalog.pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND pg_catalog.pg_has_role(current_user, c.relowner, 'USAGE')
"""


def refusals() -> Iterator[str]:
    """Why production must not serve this database, one sentence each. Source: contract 2."""
    if not settings.PRODUCTION:
        return
    try:
        if owns_tables():
            yield (
                "Production does not start with a database role that owns tables; "
                "set DATABASE_URL to the role iso_app."
            )
        if illustration_exists():
            yield (
                "Production does not start while illustration records exist; "
                "use a database that was made with DEMO=0."
            )
    except DatabaseError:
        connection.close()
        yield (
            "Production does not start without its database: it does not answer or is not "
            "migrated; check DATABASE_URL and run migrate."
        )


def refuse_unfit_database() -> None:
    """Raise ImproperlyConfigured with the first reason."""
    for sentence in refusals():
        raise ImproperlyConfigured(sentence)


def owns_tables() -> bool:
    """Whether the connected role could change tables and triggers: it, or a role it belongs to."""
    with connection.cursor() as cursor:
        cursor.execute(OWNED)
        return bool(cursor.fetchone()[0])
