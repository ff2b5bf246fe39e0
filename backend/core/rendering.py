"""JSON by orjson: days as ISO text, decimals as numbers in text."""

from decimal import Decimal
from typing import Any

import orjson
from django.utils.functional import Promise
from rest_framework.renderers import JSONRenderer


def _default(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Promise):
        return str(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, dict | list | tuple):
        return dict(value) if isinstance(value, dict) else list(value)
    raise TypeError(f"{type(value).__name__} does not travel as JSON")


def dumps(data: Any) -> bytes:
    """The data as JSON bytes."""
    return orjson.dumps(data, default=_default, option=orjson.OPT_NON_STR_KEYS)


class FastJson(JSONRenderer):
    """DRF renderer on orjson; leaves the content type to the response (problem documents)."""

    charset = None

    def render(
        self, data: Any, accepted_media_type: Any = None, renderer_context: Any = None
    ) -> bytes:
        return b"" if data is None else dumps(data)
