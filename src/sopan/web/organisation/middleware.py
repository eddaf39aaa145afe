"""What comes first: on a shared computer, that it is still the same person; then a password and a second factor."""

from __future__ import annotations

import time
from collections.abc import Callable

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from sopan.web.organisation.models import User
from sopan.web.organisation.signing_in import LOCKED, SEEN, SHARED, owes_second_factor

LOCKS_AFTER = 5 * 60
ENDS_AFTER = 30 * 60
"""Seconds without a request."""
_UNLOCKED = ("account_logout", "organisation:lock", "organisation:unlock")
_FREE = (*_UNLOCKED, "account_reauthenticate", "organisation:password", "organisation:second_factor")
_SECOND_FACTOR = ("mfa_activate_totp", "mfa_view_recovery_codes", "mfa_download_recovery_codes", "mfa_reauthenticate")


class SharedComputers:
    """Sessions that began on a shared computer lock when it is left, end soon after, and leave nothing behind."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; what comes back is kept nowhere."""
        if not request.session.get(SHARED):
            return self._get_response(request)
        left = time.time() - request.session.get(SEEN, time.time())
        if left > ENDS_AFTER:
            logout(request)
        else:
            request.session[LOCKED] = bool(request.session.get(LOCKED)) or left > LOCKS_AFTER
            request.session[SEEN] = time.time()
        was_in = request.user.is_authenticated or left > ENDS_AFTER
        answer = self._get_response(request)
        answer.headers["Cache-Control"] = "no-store"
        if was_in and not request.user.is_authenticated:
            answer.headers["Clear-Site-Data"] = '"cache", "storage"'
        return answer

    def process_view(self, request: HttpRequest, *_view: object) -> HttpResponse | None:
        """The page of the lock instead of the one that was asked for."""
        name = request.resolver_match.view_name if request.resolver_match else ""
        if not request.session.get(LOCKED) or name in _UNLOCKED or not request.user.is_authenticated:
            return None
        return _to(request, "organisation:unlock")


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
    """A page goes there; a piece of a page tells the browser to."""
    if request.headers.get("HX-Request"):
        return HttpResponse(status=204, headers={"HX-Redirect": reverse(url_name)})
    return redirect(url_name)
