"""Files on their way in: multipart, or as base64 in JSON for programs."""

import base64
import binascii
import re
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.parsers import MultiPartParser

from core.days import MONTH, YEAR, PartialDate, today
from core.problems import Problem
from core.shapes import PartialDateField, parse_day
from evidence.contents import Received, received
from standards.queries import policy_on

_MEGABYTE = 1024 * 1024
_FORM_OVERHEAD = 64 * 1024
_SHORT = re.compile(r"^\d{4}(-\d{2})?$", re.ASCII)


def most_bytes() -> int:
    """How large a file may be: the policy value upload.max_mb of today."""
    return policy_on(today()).number("upload.max_mb") * _MEGABYTE


class OneFile(MultiPartParser):
    """multipart/form-data whose length is known to be within the limit before it is read."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {}).get("request")
        length = int(request.META.get("CONTENT_LENGTH") or 0) if request is not None else 0
        refuse_larger(length - _FORM_OVERHEAD)
        return super().parse(stream, media_type, parser_context)


def refuse_larger(size: int) -> None:
    """Raise 413 for a file larger than the policy value."""
    limit = most_bytes()
    if size > limit:
        raise Problem(413, "evidence.too_large", {"megabytes": limit // _MEGABYTE})


@extend_schema_field(
    {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "content": {"type": "string", "contentEncoding": "base64"},
        },
        "required": ["name", "content"],
    }
)
class FileField(serializers.Field):
    """An uploaded file; in JSON {"name", "content"} with the content in base64."""

    default_error_messages = {"invalid": "not a file"}

    def to_internal_value(self, data: Any) -> Received:
        if isinstance(data, UploadedFile):
            refuse_larger(data.size or 0)
            return received(data.name or "", data)
        if not isinstance(data, dict) or set(data) != {"name", "content"}:
            self.fail("invalid")
        name, content = data["name"], data["content"]
        if not isinstance(name, str) or not isinstance(content, str):
            self.fail("invalid")
        refuse_larger(len(content) * 3 // 4 - 3)
        try:
            return received(name, BytesIO(base64.b64decode(content, validate=True)))
        except (binascii.Error, ValueError):
            self.fail("invalid")


class PartialText(PartialDateField):
    """A partial date also as one text, for forms: 2010-02-03, 2010-02 or 2010."""

    def to_internal_value(self, data: Any) -> PartialDate:
        if isinstance(data, str) and _SHORT.match(data):
            precision = YEAR if len(data) == 4 else MONTH
            day = parse_day(f"{data}-01-01"[:10])
            if day:
                return PartialDate(day, precision)
        return super().to_internal_value(data)
