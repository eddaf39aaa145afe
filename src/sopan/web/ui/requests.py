"""What views of every capability need of a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: AbstractBaseUser  # type: ignore[assignment]
