"""Shapes of requests and answers: strict on the way in, honest names on the way out."""

from datetime import date
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import APIException
from rest_framework.request import Request

from core.days import DAY, MONTH, YEAR, PartialDate, span_start
from core.numbers import official_number
from core.rules import Malformed
from core.sentences import language_of, sentence
from core.text import nfc


class Shape(serializers.Serializer):
    """A request body; an unknown key is an error that names it."""

    reason: Any = serializers.CharField(
        required=False, allow_blank=True, max_length=2000, help_text="why, for the trail"
    )
    confirmed_warnings: Any = serializers.ListField(
        child=serializers.CharField(max_length=80),
        required=False,
        max_length=50,
        help_text="codes of warnings that were seen and are meant so (Prefer: handling=strict)",
    )

    def get_fields(self) -> dict[str, serializers.Field]:
        """Warnings are confirmed beside a whole request, not beside a part of it or in a file."""
        fields = super().get_fields()
        if self.parent is not None or "reason" not in fields:
            fields.pop("confirmed_warnings", None)
        return fields

    def to_internal_value(self, data: Any) -> Any:
        unknown = {
            key: worded(self, "key.unknown", key=key).detail
            for key in (data if isinstance(data, dict) else ())
            if key not in self.fields
        }
        try:
            told = super().to_internal_value(data)
            told.pop("confirmed_warnings", None)  # read by who delivers the request
        except serializers.ValidationError as error:
            if not unknown:
                raise
            said: Any = error.detail
            raise serializers.ValidationError({**said, **unknown}) from error
        if unknown:
            raise serializers.ValidationError(unknown)
        return told

    @classmethod
    def read(cls, request: Request, **kwargs: Any) -> dict[str, Any]:
        """The validated body as keyword arguments; raises a validation error with pointers."""
        shape = cls(data=request.data, context={"request": request}, **kwargs)
        shape.is_valid(raise_exception=True)
        return dict(shape.validated_data)


class TextField(serializers.CharField):
    """Text in NFC with single spaces."""

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        return nfc(text)


class NumberField(serializers.CharField):
    """An official number such as 1985/QĐ-UBND; a malformed one is refused with its correction."""

    def __init__(self, **kwargs: Any):
        super().__init__(max_length=80, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        text = super().to_internal_value(data)
        try:
            return official_number(text)
        except Malformed as error:
            _, code, params = error.errors[0]
            raise worded(self, code, **params) from error


def worded(field: serializers.Field, code: str, **params: Any) -> serializers.ValidationError:
    """An error of our own at a field, in the words of the catalogue and the reader's language."""
    language = language_of(field.context.get("request"))
    return serializers.ValidationError(sentence("error", code, language, params), code=code)


def parse_day(text: Any) -> date | None:
    """YYYY-MM-DD as a date, None for anything else."""
    if isinstance(text, str) and len(text) == 10:
        try:
            return date.fromisoformat(text)
        except ValueError:
            return None
    return None


@extend_schema_field(
    {
        "oneOf": [
            {"type": "string", "format": "date"},
            {
                "type": "object",
                "properties": {
                    "date": {"type": "string", "format": "date"},
                    "precision": {"type": "string", "enum": [DAY, MONTH, YEAR]},
                },
                "required": ["date", "precision"],
            },
        ]
    }
)
class PartialDateField(serializers.Field):
    """A day, or {"date", "precision"} where only the month or the year is known."""

    def to_internal_value(self, data: Any) -> PartialDate:
        precision = DAY
        if isinstance(data, dict) and set(data) == {"date", "precision"}:
            data, precision = data["date"], data["precision"]
        day = parse_day(data)
        if day is None or precision not in (DAY, MONTH, YEAR):
            raise worded(self, "day.malformed", value=str(data)[:40])
        return PartialDate(span_start(day, precision), precision)

    def to_representation(self, value: Any) -> Any:
        return value


class DayField(serializers.DateField):
    """A day, strictly YYYY-MM-DD."""

    def __init__(self, **kwargs: Any):
        super().__init__(input_formats=["%Y-%m-%d"], **kwargs)

    def to_internal_value(self, value: Any) -> date:
        day = parse_day(value)
        if day is None:
            raise worded(self, "day.malformed", value=str(value)[:40])
        return day


class NoBody(Shape):
    """An act that needs no particulars."""


# The plain fields under names that parts outside of `api` may use for files they read.
Choice = serializers.ChoiceField
Flag = serializers.BooleanField
Items = serializers.ListField
Moment = serializers.DateTimeField
Whole = serializers.IntegerField
Address = serializers.URLField
Mapping = serializers.DictField
ShapeError = serializers.ValidationError
APIError = APIException
