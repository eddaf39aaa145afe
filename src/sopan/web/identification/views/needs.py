"""The needs assessment of a unit, and its document."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.web.identification.forms import NeedForm
from sopan.web.identification.models import Need
from sopan.web.identification.papers import needs_document
from sopan.web.identification.queries.needs import needs_of
from sopan.web.identification.services import needs as services
from sopan.web.identification.views.common import Place, place_of, printed_names
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble
from sopan.writers.rows import write_pdf


@login_required
def needs(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """What was found to be needed, the most urgent first."""
    place = place_of(request, unit_id)
    context = {"place": place, "needs": needs_of(place.at_and_below, place.reach), "tab": "needs"}
    return render(request, "identification/needs.html", context)


@login_required
def add(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """One more."""
    place = place_of(request, unit_id, to_edit=True)
    initial = {name: request.GET.get(name) for name in ("record", "tupoksi", "judul", "proposal")}
    form = NeedForm(request.POST or None, units=_ids(place), unit=place.unit.pk, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        try:
            services.add(by=request.user, unit=place.unit, year=place.today.year, **said)
        except Trouble as trouble:
            form.add_error(None, trouble.told())
        else:
            messages.success(request, _("Usulan dicatat."))
            return redirect("identification:needs", unit_id)
    return _form(request, place, form, _("Tambah usulan"))


@login_required
def change(request: SignedInRequest, need_id: int) -> HttpResponse:
    """Another finding or proposal."""
    found = get_object_or_404(Need, pk=need_id)
    place = place_of(request, found.unit_id, to_edit=True)
    initial = {name: getattr(found, name) for name in NeedForm.base_fields}
    form = NeedForm(request.POST or None, units=_ids(place), unit=place.unit.pk, initial=initial)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        try:
            services.change(by=request.user, need=found, **said)
        except Trouble as trouble:
            form.add_error(None, trouble.told())
        else:
            messages.success(request, _("Usulan disimpan."))
            return redirect("identification:needs", found.unit_id)
    return _form(request, place, form, _("Ubah usulan"))


@require_POST
@login_required
def remove(request: SignedInRequest, need_id: int) -> HttpResponse:
    """Take one away."""
    found = get_object_or_404(Need, pk=need_id)
    unit = found.unit_id
    services.remove(by=request.user, need=found)
    messages.success(request, _("Usulan “{judul}” sudah dihapus.").format(judul=found.judul))
    return redirect("identification:needs", unit)


@login_required
def document(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """The dokumen penilaian kebutuhan, as PDF."""
    place = place_of(request, unit_id)
    pemda, notice = printed_names()
    form = needs_document(
        needs_of(place.at_and_below, place.reach), opd=place.unit.nama, pemda=pemda, notice=notice, made_on=place.today
    )
    name = slugify(place.unit.nama) or str(unit_id)
    headers = {"Content-Disposition": f'inline; filename="penilaian-kebutuhan-{name}.pdf"'}
    return HttpResponse(write_pdf(form), content_type="application/pdf", headers=headers)


def _ids(place: Place) -> list[int]:
    return place.reach.with_predecessors(unit.pk for unit in place.units)


def _form(request: SignedInRequest, place: Place, form: object, heading: str) -> HttpResponse:
    context = {"place": place, "form": form, "heading": heading, "button": _("Simpan"), "tab": "needs"}
    status = 422 if request.method == "POST" else 200
    return render(request, "identification/form.html", context, status=status)
