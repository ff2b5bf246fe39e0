"""What an uploaded file is, told by its content; what is not safe to keep, or broken."""

import hashlib
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from PIL import Image

from core.rules import Blocker, Malformed
from core.text import nfc

PDF, PNG, JPG = "application/pdf", "image/png", "image/jpeg"
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX, XLSX = f"{_OFFICE}wordprocessingml.document", f"{_OFFICE}spreadsheetml.sheet"
ENDINGS = {PDF: "pdf", DOCX: "docx", XLSX: "xlsx", PNG: "png", JPG: "jpg"}
IMAGES = [PNG, JPG]
# A browser shows these in the page; the others are only downloaded.
SHOWN_INLINE = [PDF, *IMAGES]

MAX_PARTS, MAX_UNPACKED, MAX_RATIO = 5_000, 200 * 1024 * 1024, 200
MAX_SMALL_PART = 2 * 1024 * 1024  # the parts of a document that say what is in it
MAX_PIXELS = 80_000_000
_CHUNK = 1024 * 1024

_MAIN_PART = {"word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_MACRO = re.compile(r"(^|/)vbaProject\.bin$|(^|/)(vbaData|activeX)", re.IGNORECASE)
# A template, object or data source that Office would fetch from elsewhere; links to click stay.
_FETCHED = re.compile(
    rb"(attachedTemplate|oleObject|externalLinkPath|externalLink|subDocument|frame|image)\"",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(rb"<[^<>]*TargetMode\s*=\s*[\"']External[\"'][^<>]*>", re.IGNORECASE)


@dataclass
class Received:
    """An uploaded file: its name, its bytes as a seekable stream, and what was found out."""

    name: str
    stream: IO[bytes]
    size: int = 0
    sha256: str = ""
    media_type: str = ""


def received(name: str, stream: Any) -> Received:
    """Measure a file; its name without folders, in NFC."""
    digest, size = hashlib.sha256(), 0
    stream.seek(0)
    while chunk := stream.read(_CHUNK):
        digest.update(chunk)
        size += len(chunk)
    short = nfc(re.sub(r"[\x00-\x1f\x7f]", "", name.replace("\\", "/").rpartition("/")[2]))[-200:]
    return Received(short or "tep", stream, size, digest.hexdigest(), kind_of(stream))


def kind_of(stream: Any) -> str:
    """The media type that the content shows; empty when it is none of the five."""
    stream.seek(0)
    head = stream.read(1024)
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPG
    if b"%PDF-" in head:
        return PDF
    return _office_kind(stream) if head.startswith(b"PK\x03\x04") else ""


def _office_kind(stream: Any) -> str:
    try:
        with zipfile.ZipFile(stream) as parts:
            names = set(parts.namelist()) if len(parts.filelist) <= MAX_PARTS else set()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return ""
    return next((kind for part, kind in _MAIN_PART.items() if part in names), "")


def blockers_of_content(file: Received) -> Iterator[Blocker]:
    """Of the five kinds, whole, without macros or parts fetched from elsewhere. Source: issue 4."""
    if file.size == 0:
        yield Blocker("evidence.empty", {}, "/file")
    elif not file.media_type:
        yield Blocker("evidence.type_not_allowed", {"name": file.name}, "/file")
    elif file.media_type in IMAGES:
        yield from _of_image(file)
    elif file.media_type in (DOCX, XLSX):
        yield from _of_office(file)


def _of_image(file: Received) -> Iterator[Blocker]:
    try:
        with opened(file.stream) as image:
            pixels = image.width * image.height
            image.verify()
    except Malformed:
        yield Blocker("evidence.damaged", {"name": file.name}, "/file")
    except Exception:  # a decoder of images fails in its own ways, all of them mean the same
        yield Blocker("evidence.damaged", {"name": file.name}, "/file")
    else:
        if pixels > MAX_PIXELS:
            yield Blocker("evidence.unpacks_too_large", {"name": file.name}, "/file")


def opened(stream: Any) -> Any:
    """An image without its pixels; raises Malformed where no decoder takes it."""
    stream.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            return Image.open(stream, formats=["PNG", "JPEG"])
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
            raise Malformed(("/file", "invalid", {})) from error


def _of_office(file: Received) -> Iterator[Blocker]:
    file.stream.seek(0)
    try:
        with zipfile.ZipFile(file.stream) as parts:
            yield from _of_parts(file, parts)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError):
        yield Blocker("evidence.damaged", {"name": file.name}, "/file")
    except Exception as error:  # zlib.error and lzma.LZMAError share no base
        if type(error).__module__ not in ("zlib", "_lzma", "lzma"):
            raise
        yield Blocker("evidence.damaged", {"name": file.name}, "/file")


def _of_parts(file: Received, parts: zipfile.ZipFile) -> Iterator[Blocker]:
    told = {"name": file.name}
    unpacked = sum(part.file_size for part in parts.filelist)
    dense = any(
        part.file_size > _CHUNK and part.file_size > MAX_RATIO * max(part.compress_size, 1)
        for part in parts.filelist
    )
    if unpacked > MAX_UNPACKED or dense:
        yield Blocker("evidence.unpacks_too_large", told, "/file")
        return
    if any(part.flag_bits & 0x1 for part in parts.filelist):
        yield Blocker("evidence.damaged", told, "/file")
        return
    names = parts.namelist()
    types = _small(parts, "[Content_Types].xml") if "[Content_Types].xml" in names else b""
    if any(_MACRO.search(name) for name in names) or b"macroEnabled" in types:
        yield Blocker("evidence.macros", told, "/file")
    if any("/externallinks/" in f"/{name.lower()}" for name in names) or any(
        _FETCHED.search(relation)
        for name in names
        if name.lower().endswith(".rels")
        for relation in _OUTSIDE.findall(_small(parts, name))
    ):
        yield Blocker("evidence.external_links", told, "/file")


def _small(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        return part.read(MAX_SMALL_PART)
