"""What production refuses to start with, one sentence each. Source: contract 2 and 7; issue 5."""

from collections.abc import Iterator

from django.core.exceptions import ImproperlyConfigured

SHORTEST_SECRET = 50  # characters; what Django's own check --deploy asks for
FEWEST_DIFFERENT = 5


def refuse_unsafe(
    *, secret_key: str, debug: bool, demo: bool, allowed_hosts: list[str], database_url: str
) -> None:
    """Raise ImproperlyConfigured with the first sentence when these settings are not safe."""
    for sentence in refusals(secret_key, debug, demo, allowed_hosts, database_url):
        raise ImproperlyConfigured(sentence)


def refusals(
    secret_key: str, debug: bool, demo: bool, allowed_hosts: list[str], database_url: str
) -> Iterator[str]:
    """Every reason, each with its cure."""
    if debug:
        yield "Production does not start with DEBUG=1; unset it."
    if demo:
        yield "Production does not start with DEMO=1; unset it."
    if not secret_key:
        yield "Production does not start without SECRET_KEY; set it."
    elif len(secret_key) < SHORTEST_SECRET or len(set(secret_key)) < FEWEST_DIFFERENT:
        yield (
            f"Production does not start with a SECRET_KEY below {SHORTEST_SECRET} characters; "
            "make one: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
        )
    if not allowed_hosts:
        yield "Production does not start without ALLOWED_HOSTS; set it to the site's host name."
    elif any("*" in host for host in allowed_hosts):
        yield "Production does not start with * in ALLOWED_HOSTS; name the site's host."
    if not database_url:
        yield "Production does not start without DATABASE_URL; set it to the role iso_app."
