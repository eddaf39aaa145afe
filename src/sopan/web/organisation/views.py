"""Pages of the organisation."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.web.organisation import policies, queries
from sopan.web.organisation.forms import NameForm, UnitForm
from sopan.web.organisation.models import Pemda, Unit
from sopan.web.organisation.services import units
from sopan.web.organisation.services.units import UnitTrouble
from sopan.web.ui.requests import SignedInRequest


@login_required
def all_units(request: SignedInRequest) -> HttpResponse:
    """Every perangkat daerah."""
    today = timezone.localdate()
    context = {
        "pemda": Pemda.objects.first(),
        "rows": queries.opd_rows(today),
        "may_add": policies.may_administer(request.user),
    }
    return render(request, "organisation/units.html", context)


@login_required
def unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """One unit: what is below it, its offices and who holds them, its names."""
    today = timezone.localdate()
    found = get_object_or_404(Unit.objects.named(today).prefetch_related("names"), pk=unit_id)
    context = {
        "unit": found,
        "ancestors": queries.ancestors_of(found, today),
        "rows": queries.rows_below(found, today),
        "offices": queries.offices_of(found, today),
        "successions": queries.successions_of(found),
        "may_manage": policies.may_manage(request.user, found),
    }
    return render(request, "organisation/unit.html", context)


@login_required
def add_unit(request: SignedInRequest, parent_id: int | None = None) -> HttpResponse:
    """Open a perangkat daerah, or a unit below another."""
    parent = get_object_or_404(Unit, pk=parent_id) if parent_id else None
    policies.require(policies.may_manage(request.user, parent))
    form = UnitForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            opened = units.open_unit(by=request.user, parent=parent, **form.cleaned_data)
        except UnitTrouble as trouble:
            form.add_error("nama", trouble.told())
        else:
            messages.success(request, _("“{nama}” sudah ditambahkan.").format(nama=opened))
            return redirect("organisation:unit", opened.pk)
    return _form_page(request, form, parent, _("Tambah unit"), _("Simpan unit"))


@login_required
def rename_unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Give a unit another official name."""
    found = get_object_or_404(Unit, pk=unit_id)
    policies.require(policies.may_manage(request.user, found))
    form = NameForm(request.POST or None, initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            name = units.rename_unit(by=request.user, unit=found, **form.cleaned_data)
        except UnitTrouble as trouble:
            form.add_error(None, trouble.told())
        else:
            messages.success(request, _("Nama “{nama}” dicatat.").format(nama=name))
            return redirect("organisation:unit", found.pk)
    return _form_page(request, form, found, _("Ganti nama"), _("Simpan nama"))


def _form_page(request: HttpRequest, form: object, unit: Unit | None, heading: str, button: str) -> HttpResponse:
    context = {"form": form, "unit": unit, "heading": heading, "button": button}
    status = 422 if request.method == "POST" else 200
    return render(request, "organisation/form.html", context, status=status)
