"""A file on its way out: its own name, no guessing of its type, nothing that could run."""

from django.http import FileResponse, HttpResponse
from django.utils.http import content_disposition_header
from rest_framework.request import Request

from core.problems import Problem
from evidence import store
from evidence.contents import ENDINGS, PDF, SHOWN_INLINE
from evidence.models import Evidence

_SEALED = "default-src 'none'; frame-ancestors 'self'; sandbox"
# A browser's own PDF viewer does not start inside a sandbox.
_SEALED_PDF = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"
)


def answered(evidence: Evidence, request: Request, *, inline: bool) -> HttpResponse:
    """The stored bytes; 304 for who has them, 404 when the store lost them."""
    etag = f'"{evidence.sha256}"'
    if etag in request.headers.get("If-None-Match", ""):
        response: HttpResponse = HttpResponse(status=304)
    else:
        try:
            stream = store.opened(evidence)
        except (FileNotFoundError, OSError) as error:
            raise Problem(404, "evidence.file_missing") from error
        response = FileResponse(stream, content_type=evidence.media_type)  # type: ignore[assignment]
        response["Content-Length"] = str(evidence.size)
    shown = inline and evidence.media_type in SHOWN_INLINE
    pdf_shown = shown and evidence.media_type == PDF
    response["Content-Disposition"] = content_disposition_header(not shown, file_name(evidence))
    response["Content-Security-Policy"] = _SEALED_PDF if pdf_shown else _SEALED
    response["X-Content-Type-Options"] = "nosniff"
    if shown:
        response["X-Frame-Options"] = "SAMEORIGIN"  # the desk shows it beside its fact
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-cache"
    response["ETag"] = etag
    return response


def file_name(evidence: Evidence) -> str:
    """The name under which a browser saves it; its ending is that of its content."""
    ending = ENDINGS[evidence.media_type]
    known = {ending, "jpeg"} if ending == "jpg" else {ending}
    if evidence.name.rpartition(".")[2].lower() in known:
        return evidence.name
    return f"{evidence.name}.{ending}"
