"""What views of every capability need of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.auth.models import _User


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: _User
    """Our own User: to the type checker `_User` is AUTH_USER_MODEL, which this floor must not import."""
