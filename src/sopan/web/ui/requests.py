"""What views of every capability need of a request and for an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from django.http import HttpRequest
from django.utils.translation import gettext

if TYPE_CHECKING:
    from django.contrib.auth.base_user import AbstractBaseUser


class Sentence(Protocol):
    """Trouble that can be told to people."""

    sentence: str
    parameters: dict[str, object]


class SignedInRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: AbstractBaseUser  # type: ignore[assignment]


def told(trouble: Sentence) -> str:
    """The trouble in the language of the request, with its parameters filled in afterwards."""
    return gettext(trouble.sentence).format(**trouble.parameters)
