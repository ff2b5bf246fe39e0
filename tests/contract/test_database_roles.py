"""The application writes rows and can change nothing else."""

import pytest
from django.db import ProgrammingError, connection, transaction

pytestmark = pytest.mark.django_db

A_TRIGGER = """
    SELECT tgrelid::regclass::text, tgname FROM pg_trigger
    WHERE NOT tgisinternal ORDER BY 1, 2 LIMIT 1
"""
TRAILS = """
    SELECT DISTINCT table_name FROM information_schema.columns
    WHERE table_schema = 'public'
      AND (column_name = 'pgh_label' OR table_name = 'pghistory_context')
"""


def refused(sql: str) -> bool:
    """Return whether PostgreSQL refuses the statement for lack of a privilege."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    except ProgrammingError as error:
        return error.__cause__.pgcode == "42501"
    return False


def rows(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


def test_the_driver_is_psycopg2():
    assert connection.Database.__name__ == "psycopg2"


def test_tests_run_as_the_application():
    assert rows("SELECT current_user") == [("iso_app",)]


def test_the_application_cannot_create_a_table():
    assert refused("CREATE TABLE side_door (id int)")


def test_the_application_cannot_become_the_owner():
    assert refused("SET ROLE iso_owner")


def test_the_application_cannot_drop_or_disable_a_trigger():
    table, trigger = rows(A_TRIGGER)[0]
    assert refused(f'DROP TRIGGER "{trigger}" ON {table}')
    assert refused(f'ALTER TABLE {table} DISABLE TRIGGER "{trigger}"')
    assert refused(f"TRUNCATE {table} CASCADE")


def test_the_application_cannot_write_the_trail():
    for (table,) in rows(TRAILS):
        assert refused(f'DELETE FROM "{table}"'), table
        assert refused(f'UPDATE "{table}" SET pgh_label = NULL WHERE false') or table.endswith(
            "context"
        ), table
        assert refused(f'INSERT INTO "{table}" DEFAULT VALUES'), table


def test_a_setting_of_the_session_silences_no_trigger():
    for (trigger,) in rows("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'pgtrigger%'"):
        rows(f"SET LOCAL \"pgtrigger.ignore\" = '{{{trigger}}}'; SELECT 1")
        assert rows(f"SELECT _pgtrigger_should_ignore('{trigger}')") == [(False,)]


@pytest.mark.django_db(transaction=True)
def test_the_owner_empties_the_tables_after_a_test_of_real_transactions():
    assert rows("SELECT current_user") == [("iso_app",)]


def test_the_application_is_back_after_a_test_of_real_transactions():
    assert rows("SELECT current_user") == [("iso_app",)]
