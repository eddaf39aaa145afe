"""Offices: one office, what changes it, and who takes and leaves it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.web.organisation import policies
from sopan.web.organisation.forms.jabatan import (
    AppointForm,
    JabatanClosingForm,
    JabatanDetailsForm,
    JabatanForm,
    ReleaseForm,
)
from sopan.web.organisation.forms.units import NameForm
from sopan.web.organisation.models import Jabatan, Person, Seat, Unit
from sopan.web.organisation.queries.choices import office_choices, people_like
from sopan.web.organisation.queries.people import office_view
from sopan.web.organisation.queries.units import people_of
from sopan.web.organisation.services import jabatan as services
from sopan.web.organisation.services import seats
from sopan.web.organisation.services.jabatan import JabatanTrouble
from sopan.web.organisation.services.seats import SeatTrouble
from sopan.web.organisation.views.common import Trail, data_of, form_page, tell, trail_to
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble


class Unclear(Trouble):
    """What was typed names nobody, or several."""


@login_required
def jabatan(request: SignedInRequest, jabatan_id: int) -> HttpResponse:
    """One office: who holds it, held it and will; its names."""
    today = timezone.localdate()
    found = get_object_or_404(Jabatan.objects.select_related("unit").prefetch_related("names"), pk=jabatan_id)
    access = policies.access_of(request.user)
    context = {
        "view": office_view(found, today),
        "nama": found.name_on(today),
        "trail": trail_to(found.unit),
        "may_manage": policies.manages(access, found.unit_id) and found.holds_on(today),
        "may_see_people": policies.sees_people(access),
    }
    return render(request, "organisation/jabatan.html", context)


@login_required
def add(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Open an office in a unit."""
    unit = get_object_or_404(Unit, pk=unit_id)
    policies.require(policies.may_manage(request.user, unit))
    form = JabatanForm(data_of(request), initial={"since": timezone.localdate(), "places": 1})
    if request.method == "POST" and form.is_valid():
        try:
            opened = services.open_jabatan(by=request.user, unit=unit, **form.cleaned_data)
        except JabatanTrouble as trouble:
            tell(form, trouble, "nama")
        else:
            messages.success(request, _("Jabatan “{nama}” sudah ditambahkan.").format(nama=opened))
            return redirect("organisation:jabatan", opened.pk)
    return form_page(request, form, heading=_("Tambah jabatan"), button=_("Simpan jabatan"), trail=trail_to(unit))


@login_required
def change(request: SignedInRequest, jabatan_id: int) -> HttpResponse:
    """Another kind or number of places."""
    found = _managed(request, jabatan_id)
    initial = {"kind": found.kind, "places": found.places, "is_head": found.is_head}
    form = JabatanDetailsForm(data_of(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.change_jabatan(by=request.user, jabatan=found, today=timezone.localdate(), **form.cleaned_data)
        except JabatanTrouble as trouble:
            tell(form, trouble, "places")
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("organisation:jabatan", found.pk)
    return form_page(request, form, heading=_("Ubah jabatan"), button=_("Simpan"), trail=_trail(found))


@login_required
def rename(request: SignedInRequest, jabatan_id: int) -> HttpResponse:
    """Another official name, from a day on."""
    found = _managed(request, jabatan_id)
    form = NameForm(data_of(request), initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            name = services.rename_jabatan(by=request.user, jabatan=found, **form.cleaned_data)
        except JabatanTrouble as trouble:
            tell(form, trouble, "nama")
        else:
            messages.success(request, _("Nama “{nama}” dicatat.").format(nama=name))
            return redirect("organisation:jabatan", found.pk)
    return form_page(request, form, heading=_("Ganti nama jabatan"), button=_("Simpan nama"), trail=_trail(found))


@login_required
def close(request: SignedInRequest, jabatan_id: int) -> HttpResponse:
    """End an office on a day; its tasks go on in others."""
    found, today = _managed(request, jabatan_id), timezone.localdate()
    choices = office_choices(found.unit, today, besides=found)
    form = JabatanClosingForm(data_of(request), initial={"on": today}, choices=choices)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        said["successors"] = list(Jabatan.objects.filter(pk__in=said["successors"]))
        try:
            services.close_jabatan(by=request.user, jabatan=found, **said)
        except JabatanTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("Jabatan “{nama}” dicatat berakhir.").format(nama=found))
            return redirect("organisation:unit", found.unit_id)
    note = _("Pemangkunya berakhir pada hari yang sama. Yang sudah terbit atas nama jabatan ini tetap.")
    return form_page(
        request, form, heading=_("Tutup jabatan"), button=_("Tutup jabatan ini"), trail=_trail(found), note=note
    )


@login_required
def appoint(request: SignedInRequest, jabatan_id: int) -> HttpResponse:
    """Somebody takes the office."""
    found = _managed(request, jabatan_id)
    initial = {"since": timezone.localdate(), "orang": request.GET.get("orang", "")}
    form = AppointForm(data_of(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        try:
            person = _meant(said.pop("orang"))
            seats.appoint(by=request.user, person=person, jabatan=found, **said)
        except Unclear as trouble:
            tell(form, trouble, "orang")
        except SeatTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("{orang} dicatat memangku “{nama}”.").format(orang=person, nama=found))
            return redirect("organisation:jabatan", found.pk)
    return form_page(
        request,
        form,
        heading=_("Isi jabatan"),
        button=_("Simpan pemangku"),
        trail=_trail(found),
        suggestions=people_of(found.unit),
    )


@login_required
def release(request: SignedInRequest, seat_id: int) -> HttpResponse:
    """Somebody leaves the office."""
    seat = get_object_or_404(Seat.objects.select_related("person", "jabatan__unit"), pk=seat_id)
    policies.require(policies.may_manage(request.user, seat.jabatan.unit))
    form = ReleaseForm(data_of(request), initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            seats.release(by=request.user, seat=seat, **form.cleaned_data)
        except SeatTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("Masa {orang} dicatat berakhir.").format(orang=seat.person))
            return redirect("organisation:jabatan", seat.jabatan_id)
    heading = _("Akhiri masa {orang}").format(orang=seat.person)
    return form_page(request, form, heading=heading, button=_("Akhiri"), trail=_trail(seat.jabatan))


def _managed(request: SignedInRequest, jabatan_id: int) -> Jabatan:
    found = get_object_or_404(Jabatan.objects.select_related("unit"), pk=jabatan_id)
    policies.require(policies.may_manage(request.user, found.unit))
    return found


def _trail(found: Jabatan) -> Trail:
    return [*trail_to(found.unit), (str(found), reverse("organisation:jabatan", args=[found.pk]))]


def _meant(typed: str) -> Person:
    """Whom somebody means by a NIP or a name. Raises Unclear for nobody and for several."""
    people = people_like(typed)
    if len(people) == 1:
        return people[0]
    if people:
        raise Unclear("Ada {n} orang bernama “{nama}”. Ketik NIP-nya.", n=len(people), nama=typed)
    raise Unclear("“{nama}” belum ada di daftar orang. Periksa tulisannya, atau tambahkan dahulu orangnya.", nama=typed)
