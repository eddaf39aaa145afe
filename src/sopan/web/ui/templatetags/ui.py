"""What templates of every capability need."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext

from sopan.web.ui.navigation import places_for

register = template.Library()


@register.inclusion_tag("ui/rail.html", takes_context=True)
def rail(context: dict[str, Any]) -> dict[str, Any]:
    """The navigation, with the place we are at marked."""
    request: HttpRequest = context["request"]
    places = [(place, gettext(place.label), reverse(place.url_name)) for place in places_for(request)]
    return {
        "places": [
            {"label": label, "url": url, "icon": place.icon, "is_here": _is_at(request, url)}
            for place, label, url in places
        ]
    }


def _is_at(request: HttpRequest, url: str) -> bool:
    """Whether this page belongs to a place of the rail; everything is below the first page, which is only itself."""
    return request.path == url if url == "/" else request.path.startswith(url)


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field of a form with its label, help and faults, wired up for screen readers."""
    described = [f"{bound.id_for_label}-help"] if bound.help_text else []
    if bound.errors:
        described.append(f"{bound.id_for_label}-fault")
        bound.field.widget.attrs["aria-invalid"] = "true"
    if described:
        bound.field.widget.attrs["aria-describedby"] = " ".join(described)
    return {"field": bound}
