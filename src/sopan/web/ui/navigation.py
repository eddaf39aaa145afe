"""The rail: each capability names its place, and who sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.http import HttpRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One entry of the rail."""

    order: int
    label: str
    """Indonesian, untranslated."""
    url_name: str
    icon: str
    """Id of a symbol in `ui/icons.html`."""
    is_for: Callable[[HttpRequest], bool] = lambda request: request.user.is_authenticated
    """Whether the person who asks may go there."""


_PLACES: list[Place] = []


def add(place: Place) -> None:
    """Put a place on the rail; a capability does so when the site starts."""
    _PLACES.append(place)


def places_for(request: HttpRequest) -> list[Place]:
    """What the person who asks may go to, in the order of the rail."""
    return sorted((place for place in _PLACES if place.is_for(request)), key=lambda place: place.order)
