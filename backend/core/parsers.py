"""What comes in becomes NFC at the door."""

import unicodedata
from typing import IO, Any

import orjson
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


def in_nfc(value: Any) -> Any:
    """The same JSON value with every text in NFC and without NUL characters."""
    match value:
        case str():
            if "\x00" in value:
                raise ParseError("a text holds a NUL character")
            return unicodedata.normalize("NFC", value)
        case list():
            return [in_nfc(item) for item in value]
        case dict():
            return {in_nfc(key): in_nfc(item) for key, item in value.items()}
    return value


def read_json(raw: bytes) -> Any:
    """A JSON document in NFC; raises ParseError where it is no JSON."""
    try:
        return in_nfc(orjson.loads(raw))
    except orjson.JSONDecodeError as error:
        raise ParseError(f"not JSON: {error}") from error
    except RecursionError as error:
        raise ParseError("nested too deeply") from error


class NfcJson(JSONParser):
    """Request bodies as JSON in NFC."""

    def parse(self, stream: IO[bytes], media_type: Any = None, parser_context: Any = None) -> Any:
        request = (parser_context or {}).get("request")
        raw = request.body if request is not None and hasattr(request, "body") else stream.read()
        return read_json(raw)
