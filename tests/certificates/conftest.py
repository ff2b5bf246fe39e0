"""The same rollout, audit and speakers as for audits."""

from tests.audits.conftest import (  # noqa: F401
    a_rollout,
    as_coordinator,
    as_head,
    as_officer,
    at_home,
    audit,
    findings,
)
