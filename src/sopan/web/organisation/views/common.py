"""What pages of the organisation share: a form on a page, and trouble told where it belongs."""

from __future__ import annotations

from collections.abc import Sequence

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from sopan.web.organisation import queries
from sopan.web.organisation.models import Unit
from sopan.web.ui.trouble import Trouble

Trail = Sequence[tuple[str, str]]
"""The pages above this one: name and address."""


def form_page(
    request: HttpRequest,
    form: BaseForm,
    *,
    heading: str,
    button: str,
    trail: Trail = (),
    note: str = "",
    template: str = "organisation/form.html",
    **more: object,
) -> HttpResponse:
    """A page with one form; status 422 when what was sent could not be taken."""
    back = trail[-1][1] if trail else reverse("organisation:units")
    context = {"form": form, "heading": heading, "button": button, "trail": trail, "back": back, "note": note, **more}
    return render(request, template, context, status=422 if request.method == "POST" else 200)


def data_of(request: HttpRequest) -> QueryDict | None:
    """What was sent; None while the form is only shown. An empty form was sent, too."""
    return request.POST if request.method == "POST" else None


def tell(form: BaseForm, trouble: Trouble, field: str | None = None) -> None:
    """Put the sentence of a trouble at its field, or above the form."""
    form.add_error(field if field in form.fields else None, trouble.told())


def trail_to(unit: Unit | None) -> list[tuple[str, str]]:
    """The units above one, and the unit itself."""
    if unit is None:
        return []
    today = timezone.localdate()
    units = [*queries.ancestors_of(unit, today), unit]
    return [(name_of(each), reverse("organisation:unit", args=[each.pk])) for each in units]


def name_of(unit: Unit) -> str:
    """Its name of today where the query brought it along."""
    return getattr(unit, "nama", "") or str(unit)
