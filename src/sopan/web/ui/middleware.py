"""What happens around every view."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sopan.web.ui.trouble import NotAllowed


class ToldRefusals:
    """A refusal of a policy becomes a page that says so, with status 403."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; other errors go their way."""
        if not isinstance(error, NotAllowed):
            return None
        return render(request, "ui/refused.html", {"sentence": error.told()}, status=403)
