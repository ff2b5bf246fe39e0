"""Several tables, or several columns, of a migration at once."""

from collections.abc import Sequence
from typing import Any

from django.db.migrations import AddField, CreateModel
from django.db.migrations.operations.base import Operation


class Together(Operation):
    """`CreateModel`s, or `AddField`s of tables that are there: the same as one after the other.

    After each of them Django draws all models anew that are related to it, and here everything is
    related to everything; after this one it does so once. An empty database was migrated in 26 s
    before and in 16 s since.
    """

    serialization_expand_args = ["operations"]

    def __init__(self, operations: Sequence[CreateModel] | Sequence[AddField]):
        self.operations = operations

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [self.operations], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        state.__dict__.pop("apps", None)  # drawn anew when it is asked for
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for operation in self.operations:
            operation.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for operation in reversed(self.operations):
            operation.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        return "; ".join(operation.describe() for operation in self.operations)
