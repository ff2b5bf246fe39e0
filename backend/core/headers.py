"""Headers of every answer: an API's answer is never a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class AnswersAreNoPages:
    """A browser that opens an answer runs and frames nothing of it.

    A view that shows a file says itself what the browser may do with it.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", NOTHING)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return response
