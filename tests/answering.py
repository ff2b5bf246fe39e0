"""The application asked in this process by schemathesis, its answers held against a document."""

from contextlib import contextmanager

import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
)

CHECKS = [not_a_server_error, content_type_conformance, response_schema_conformance]


@contextmanager
def answered(document):
    """The document as a schema whose requests the application answers in this process."""
    from config.wsgi import application

    schema = schemathesis.openapi.from_dict(document)
    schema.app = application
    schema.config.update(base_url="http://localhost")
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)  # the connection holds the test's transaction
    try:
        yield schema
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def complained(case, answer, complaints):
    """Note what is wrong with an answer, the last of each operation and kind of fault."""
    try:
        case.validate_response(answer, checks=CHECKS)
    except BaseException as failure:  # schemathesis raises groups of its own
        if isinstance(failure, KeyboardInterrupt):
            raise
        complaints[f"{case.operation.label} {type(failure).__name__}"] = str(failure)[:700]
