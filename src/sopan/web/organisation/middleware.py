"""What comes first after signing in: a password of one's own, then a second factor where a role asks for it."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sopan.web.organisation.models import User
from sopan.web.organisation.signing_in import owes_second_factor

_FREE = ("account_logout", "account_reauthenticate", "organisation:password", "organisation:second_factor")
_SECOND_FACTOR = ("mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_reauthenticate")


class FirstThingsFirst:
    """Leads people to what is asked of them first, and lets them through once it is done."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """Another page instead of the one that was asked for."""
        user = request.user
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not isinstance(user, User) or name in _FREE:
            return None
        if user.must_change_password:
            return _to(request, "organisation:password")
        if name not in _SECOND_FACTOR and owes_second_factor(user):
            return _to(request, "organisation:second_factor")
        return None


def _to(request: HttpRequest, url_name: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse(url_name)})
    return redirect(url_name)
