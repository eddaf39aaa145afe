"""What every page knows of the site and of the person's choices for the screen."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from sopan.web.organisation.models import Pemda

THEME_COOKIE = "tampilan"
THEMES = ("system", "light", "dark")


def site(request: HttpRequest) -> dict[str, object]:
    """`pemda`, asked for when a template uses it, and `theme`, empty where the system decides."""
    return {"site_pemda": SimpleLazyObject(Pemda.objects.first), "theme": theme_of(request)}


def theme_of(request: HttpRequest) -> str:
    """`light` or `dark` where the person chose; else empty."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES[1:] else ""
