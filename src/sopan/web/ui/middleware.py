"""What happens around every view."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sopan.web.ui.trouble import NotAllowed

Answer = Callable[[HttpRequest], HttpResponse]


class ToldRefusals:
    """A refusal of a policy becomes a page that says so, with status 403."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; other errors go their way."""
        if not isinstance(error, NotAllowed):
            return None
        return render(request, "ui/refused.html", {"sentence": error.told()}, status=403)


POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Everything comes from this machine, and no script or style stands inside a page."""


class ContentPolicy:
    """Tells the browser what a page may load, so that a text somebody typed can never become a program."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on, and the policy back; a view that needs another one has set its own."""
        answer = self._get_response(request)
        answer.headers.setdefault("Content-Security-Policy", POLICY)
        answer.headers.setdefault("Permissions-Policy", "camera=(self), geolocation=(), microphone=()")
        return answer


class LimitedUploads:
    """A request larger than UPLOAD_LIMIT is refused before it is read."""

    def __init__(self, get_response: Answer) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on what is small enough."""
        length = request.headers.get("Content-Length", "")
        if length.isdecimal() and int(length) > settings.UPLOAD_LIMIT:
            return render(request, "413.html", {"limit": settings.UPLOAD_LIMIT // 1_000_000}, status=413)
        return self._get_response(request)
