"""Whatever changes a row leaves a version that nobody can take back."""

import pghistory.models
import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from acts.trail import tracked_models
from tests.contract.world import undone

# Kept for technical reasons: they hold no business fact.
UNTRACKED = {
    "acts.Answer",  # answers already given under an idempotency key
    "agencies.Ancestry",  # a view
    "imports.Job",  # how far a loading is, for a day
    "django_tasks_database.DBTaskResult",  # what the worker has to do
    "auth.Group", "auth.Permission", "contenttypes.ContentType", "sessions.Session",
    "pghistory.Context", "pghistory.MiddlewareEvents", "pghistory.Events",
}  # fmt: skip


def label(model) -> str:
    return model._meta.label


def business_models():
    return [
        model
        for model in apps.get_models()
        if not model._meta.proxy
        and label(model) not in UNTRACKED
        and not issubclass(model, pghistory.models.Event)
    ]


def test_every_business_model_is_tracked():
    untracked = [label(m) for m in business_models() if m not in set(tracked_models())]
    assert not untracked


def test_the_exceptions_exist():
    known = {label(model) for model in apps.get_models()}
    assert {name for name in UNTRACKED if not name.startswith("pghistory")} <= known


def test_a_trail_leaves_out_no_column_but_the_password():
    """A column that is missing from the trail can be changed without a trace."""
    left_out = {
        f"{label(model)}.{field.name}"
        for model in tracked_models()
        for field in model._meta.fields
        if not getattr(field, "generated", False)
        and not hasattr(model.pgh_event_model, field.attname)
    }
    assert left_out <= {"accounts.User.password", "accounts.User.last_login"}, left_out


def first_rows(world):
    """One row of each tracked model."""
    for model in tracked_models():
        row = model._default_manager.order_by("-pk").first()
        if row is not None:
            yield model, row


def test_the_world_has_a_row_of_every_tracked_model(world):
    present = {label(model) for model, _ in first_rows(world)}
    assert {label(model) for model in tracked_models()} == present


def versions(model, pk) -> list[str]:
    rows = model.pgh_event_model.objects.filter(pgh_obj_id=pk).order_by("pgh_id")
    return [event.pgh_label.split("_")[0] for event in rows]


def run(sql: str, *params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def raw_update(model, row) -> None:
    run(f'UPDATE "{model._meta.db_table}" SET row_version = row_version WHERE id = %s', row.pk)


def queryset_update(model, row) -> None:
    model._default_manager.filter(pk=row.pk).update(row_version=row.row_version)


def bulk_update(model, row) -> None:
    model._default_manager.bulk_update([row], ["row_version"])


def save(model, row) -> None:
    row.save()


@pytest.mark.parametrize("change", [save, queryset_update, bulk_update, raw_update])
def test_every_update_leaves_a_version_and_raises_row_version(world, change):
    silent = []
    for model, row in first_rows(world):
        with undone():
            before = versions(model, row.pk)
            change(model, row)
            now = model._default_manager.values_list("row_version", flat=True).get(pk=row.pk)
            if versions(model, row.pk) != [*before, "update"] or now != row.row_version + 1:
                silent.append((label(model), before, versions(model, row.pk), now))
    assert not silent


@pytest.mark.parametrize("way", ["raw SQL", "queryset"])
def test_every_delete_leaves_a_version(world, way):
    silent = []
    for model, row in first_rows(world):
        with undone():
            if way == "raw SQL":
                run(f'DELETE FROM "{model._meta.db_table}" WHERE id = %s', row.pk)
            else:
                model._default_manager.filter(pk=row.pk)._raw_delete("default")
            if versions(model, row.pk)[-1:] != ["delete"]:
                silent.append(label(model))
    assert not silent


def insert(model, row) -> None:
    row.save(force_insert=True)


def bulk_create(model, row) -> None:
    model._default_manager.bulk_create([row])


def raw_insert(model, row) -> None:
    columns = [f.column for f in model._meta.fields if not getattr(f, "generated", False)]
    names = ", ".join(f'"{column}"' for column in columns)
    run(
        f'WITH gone AS (SELECT * FROM kept) INSERT INTO "{model._meta.db_table}" ({names})'
        f" SELECT {names} FROM gone"
    )


@pytest.mark.parametrize("way", [insert, bulk_create, raw_insert])
def test_every_insert_leaves_a_version(world, way):
    silent = []
    for model, row in first_rows(world):
        table = model._meta.db_table
        with undone():
            run(f'CREATE TEMP TABLE kept AS SELECT * FROM "{table}" WHERE id = %s', row.pk)
            run(f'DELETE FROM "{table}" WHERE id = %s', row.pk)
            way(model, row)
            if versions(model, row.pk)[-2:] != ["delete", "insert"]:
                silent.append((label(model), versions(model, row.pk)))
    assert not silent


def test_what_the_world_holds_came_in_with_versions(world):
    """No row without the version that made it: also those that were loaded by bulk."""
    silent = []
    for model in tracked_models():
        made = model.pgh_event_model.objects.filter(pgh_label__startswith="insert")
        missing = model._default_manager.exclude(pk__in=made.values("pgh_obj_id")).count()
        if missing:
            silent.append((label(model), missing))
    assert not silent


def test_the_versions_of_an_act_carry_verb_actor_and_reason(world):
    plan = world.own.one("plans.Plan", rollout="planned")
    client = world.client("officer")
    answer = client.patch(
        f"/api/v1/plans/{plan}", {"title": "Kế hoạch mới", "reason": "gõ nhầm"},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    event = apps.get_model("plans.Plan").pgh_event_model.objects.order_by("pgh_id").last()
    told = event.pgh_context.metadata
    assert (told["verb"], told["actor"], told["reason"]) == (
        "fact.correct", world.users["officer"].pk, "gõ nhầm",
    )  # fmt: skip


def test_an_import_is_one_label_on_everything_it_wrote(world):
    rollout = world.own.rollouts["audited"]
    finding = world.own.one("audits.Finding", rollout="audited")
    labels = {
        apps.get_model(name).pgh_event_model.objects.filter(pgh_obj_id=pk).first().pgh_context_id
        for name, pk in (("plans.Rollout", rollout), ("audits.Finding", finding))
    }
    assert len(labels) == 1
    label = pghistory.models.Context.objects.get(pk=labels.pop())
    assert label.metadata["verb"] == "records.import"


def history(client, name):
    answer = client.get("/api/v1/history", {"object": name})
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_the_history_tells_before_and_after_newest_first(world):
    plan = world.own.one("plans.Plan", rollout="planned")
    client = world.client("coordinator")
    client.patch(f"/api/v1/plans/{plan}", {"title": "Kế hoạch mới"}, headers={"If-Match": '"1"'})
    newest, *_, oldest = history(client, f"plan:{plan}")
    assert (newest["verb"], newest["outside"], newest["operation"]) == (
        "fact.correct", False, "update",
    )  # fmt: skip
    assert newest["before"] == {"title": "Kế hoạch ISO"}
    assert newest["after"] == {"title": "Kế hoạch mới"}
    assert newest["actor"]["username"] == world.users["coordinator"].username
    assert oldest["operation"] == "insert"


def test_the_history_of_a_rollout_keeps_what_was_voided(world):
    application = world.own.one("certificates.Application", rollout="clean")
    client = world.client("coordinator")
    answer = client.post(
        f"/api/v1/applications/{application}/void", {"reason": "ghi trùng"},
        headers={"If-Match": '"1"'},
    )  # fmt: skip
    assert answer.status_code == 200, answer.content
    rows = history(client, f"rollout:{world.own.rollouts['clean']}")
    gone = next(row for row in rows if row["object"] == f"application:{application}")
    assert (gone["verb"], gone["operation"], gone["reason"]) == (
        "fact.void", "delete", "ghi trùng",
    )  # fmt: skip
    assert gone["before"]["state"] == "being_prepared"
    assert gone["after"] == {}


SILENCERS = [
    "SET pgtrigger.ignore = '{agencies_agency:update_update}'",
    "SET LOCAL pgtrigger.ignore = '{*}'",
    "SELECT set_config('pgtrigger.ignore', '{' || tgname || '}', false) FROM pg_trigger"
    " WHERE tgrelid = 'agencies_agency'::regclass",
    "SELECT set_config('pgtrigger.ignore', '{agencies_agency:update_update,"
    "agencies_agency:insert_insert}', true)",
    "SET SESSION \"pgtrigger.ignore\" TO '{pgtrigger_update_update_1}'",
]


@pytest.mark.parametrize("silence", SILENCERS)
def test_no_setting_of_the_session_keeps_a_change_out_of_the_trail(world, silence):
    from agencies.models import Agency

    agency = Agency.objects.get(code="BQLVHL")
    count = len(versions(Agency, agency.pk))
    with undone():
        run(silence)
        Agency.objects.filter(pk=agency.pk).update(confidence="im lặng")
        assert len(versions(Agency, agency.pk)) == count + 1


def test_the_library_s_own_way_of_ignoring_triggers_gains_nothing(world):
    import pgtrigger

    from agencies.models import Agency

    agency = Agency.objects.get(code="BQLVHL")
    count = len(versions(Agency, agency.pk))
    with undone():
        with pgtrigger.ignore():
            Agency.objects.filter(pk=agency.pk).update(confidence="im lặng")
        assert len(versions(Agency, agency.pk)) == count + 1


def is_refused(sql: str) -> bool:
    """Whether PostgreSQL refuses the statement for lack of a privilege."""
    try:
        with transaction.atomic():
            run(sql)
    except ProgrammingError as error:
        return error.__cause__.pgcode == "42501"
    return False


def trails() -> list[str]:
    return [model.pgh_event_model._meta.db_table for model in tracked_models()]


def test_the_application_cannot_write_any_table_of_the_trail(world):
    allowed = []
    for table in [*trails(), "pghistory_context"]:
        column = "metadata" if table == "pghistory_context" else "pgh_label"
        for sql in (
            f'INSERT INTO "{table}" SELECT * FROM "{table}" LIMIT 1',
            f'UPDATE "{table}" SET {column} = {column}',
            f'DELETE FROM "{table}"',
            f'TRUNCATE "{table}"',
        ):
            if not is_refused(sql):
                allowed.append(sql)
    assert not allowed


def test_the_application_cannot_touch_any_trigger_of_a_tracked_table(world):
    allowed = []
    for model in tracked_models():
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal",
                [table],
            )
            names = [row[0] for row in cursor.fetchall()]
        assert len(names) >= 4, f"{table} has triggers {names}"
        first = names[0]
        for sql in (
            f'DROP TRIGGER "{first}" ON "{table}"',
            f'ALTER TABLE "{table}" DISABLE TRIGGER "{first}"',
            f'ALTER TABLE "{table}" DISABLE TRIGGER ALL',
            f'CREATE TRIGGER side AFTER INSERT ON "{table}" EXECUTE FUNCTION f()',
            f'TRUNCATE "{table}" CASCADE',
        ):
            if not is_refused(sql):
                allowed.append(sql)
    assert not allowed


@pytest.mark.parametrize(
    "sql",
    [
        "SET session_replication_role = replica",
        "CREATE OR REPLACE FUNCTION _pgtrigger_should_ignore(trigger_name name) RETURNS boolean"
        " AS $$ BEGIN RETURN true; END; $$ LANGUAGE plpgsql",
        "SELECT _pgh_attach_context()",
        "ALTER ROLE iso_app SUPERUSER",
    ],
)
def test_other_ways_around_the_trail_are_closed(world, sql):
    assert is_refused(sql)
