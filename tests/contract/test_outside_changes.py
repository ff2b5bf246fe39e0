"""A change that no act made is seen as one: real transactions, as in production."""

from django.db import connection, transaction

from acts.trail import outside_changes


def run(sql: str, *params) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


def history(client, name):
    answer = client.get("/api/v1/history", {"object": name})
    assert answer.status_code == 200, answer.content
    return answer.json()["results"]


def test_a_change_from_outside_is_shown_as_such(emptied, client_as):
    from accounts.models import User
    from agencies.models import Agency

    coordinator = User.objects.create(username="outside.coordinator", role="coordinator")
    before = outside_changes()
    agency = Agency.objects.get(code="BQLVHL")
    run("UPDATE agencies_agency SET confidence = 'sửa tay' WHERE id = %s", agency.pk)
    newest = history(client_as(coordinator), "agency:BQLVHL")[0]
    assert (newest["outside"], newest["actor"], newest["verb"]) == (True, None, "update")
    assert newest["after"] == {"confidence": "sửa tay"}
    assert outside_changes() == before + 1


def test_the_label_of_an_act_ends_with_its_transaction(emptied):
    from accounts.models import User
    from acts.gate import acting
    from agencies.models import Agency

    by, rows = User.objects.system(), Agency.objects.filter(code="BQLVHL")
    with acting("agency.rename", by=by, on=rows):
        rows.update(confidence="trong việc")
    rows.update(confidence="ngoài việc")
    inside, outside = Agency.pgh_event_model.objects.order_by("-pgh_id")[:2][::-1]
    assert inside.pgh_context.metadata["verb"] == "agency.rename"
    assert outside.pgh_context is None


def test_a_later_session_cannot_rewrite_the_label_of_an_act(emptied):
    """Naming the context of an old act gives the new rows no right to change its words."""
    from accounts.models import User
    from acts.gate import acting
    from agencies.models import Agency

    rows = Agency.objects.filter(code="BQLVHL")
    with acting("agency.rename", by=User.objects.system(), on=rows, reason="thật"):
        rows.update(confidence="một")
    old = Agency.pgh_event_model.objects.order_by("pgh_id").last().pgh_context
    with transaction.atomic():
        run("SELECT set_config('pghistory.context_id', %s, true)", str(old.pk))
        run("SELECT set_config('pghistory.context_metadata', %s, true)", '{"verb": "giả"}')
        rows.update(confidence="hai")
    old.refresh_from_db()
    assert (old.metadata["verb"], old.metadata["reason"]) == ("agency.rename", "thật")
