"""People: the list, one person, and what is known of them."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.web.organisation import policies
from sopan.web.organisation.forms.people import PersonForm
from sopan.web.organisation.models import Permission, Person, Unit
from sopan.web.organisation.queries.choices import unit_choices
from sopan.web.organisation.queries.people import people_page, person_view
from sopan.web.organisation.services import people
from sopan.web.organisation.services.people import PersonDetails, PersonTrouble
from sopan.web.organisation.signing_in import owes_second_factor
from sopan.web.organisation.views.common import data_of, form_page, tell
from sopan.web.ui.requests import SignedInRequest


@login_required
def everybody(request: SignedInRequest) -> HttpResponse:
    """People, searched by name or NIP, and by unit."""
    within = policies.units_of_people_shown_to(request.user)
    policies.require(within != frozenset())
    today = timezone.localdate()
    search, unit = request.GET.get("cari", "").strip(), _number(request.GET.get("unit", ""))
    page = people_page(
        today, within=within, search=search, unit=unit or None, number=_number(request.GET.get("halaman", "")) or 1
    )
    context = {
        "page": page,
        "search": search,
        "unit": unit,
        "units": unit_choices(today, within=within),
        "may_add": _homes(request) != [] or policies.may_administer(request.user),
    }
    return render(request, "organisation/people.html", context)


@login_required
def person(request: SignedInRequest, person_id: int) -> HttpResponse:
    """One person: seats, roles, account."""
    found = get_object_or_404(Person.objects.select_related("unit"), pk=person_id)
    policies.require(policies.may_see(request.user, found))
    view = person_view(found, timezone.localdate())
    context = {
        "view": view,
        "may_change": policies.may_look_after(request.user, found),
        "may_administer": policies.may_administer(request.user),
        "is_me": request.user.person_id == found.pk,
        "owes_second_factor": view.user is not None and not view.has_second_factor and owes_second_factor(view.user),
        "trail": [(_("Orang"), reverse("organisation:people"))],
    }
    return render(request, "organisation/person.html", context)


@login_required
def add(request: SignedInRequest) -> HttpResponse:
    """Write somebody down."""
    homes, anywhere = _homes(request), policies.may_administer(request.user)
    policies.require(anywhere or homes != [])
    initial = {"unit": _number(request.GET.get("unit", "")) or None}
    form = PersonForm(data_of(request), initial=initial, units=homes, may_be_nowhere=anywhere)
    if request.method == "POST" and form.is_valid():
        try:
            added = people.add_person(by=request.user, details=_details(form))
        except PersonTrouble as trouble:
            tell(form, trouble, trouble.field)
        else:
            messages.success(request, _("{orang} sudah ditambahkan.").format(orang=added))
            return redirect("organisation:person", added.pk)
    trail = [(_("Orang"), reverse("organisation:people"))]
    return form_page(request, form, heading=_("Tambah orang"), button=_("Simpan orang"), trail=trail)


@login_required
def change(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Put right what is known of somebody."""
    found = get_object_or_404(Person, pk=person_id)
    policies.require(policies.may_look_after(request.user, found))
    names = ("nama", "gelar_depan", "gelar_belakang", "kind", "pangkat", "origin")
    initial = {name: getattr(found, name) for name in names} | {"nip": found.printed_nip, "unit": found.unit_id}
    homes, anywhere = _homes(request), policies.may_administer(request.user)
    form = PersonForm(data_of(request), initial=initial, units=homes, may_be_nowhere=anywhere)
    if request.method == "POST" and form.is_valid():
        try:
            people.change_person(by=request.user, person=found, details=_details(form))
        except PersonTrouble as trouble:
            tell(form, trouble, trouble.field)
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("organisation:person", found.pk)
    trail = [
        (_("Orang"), reverse("organisation:people")),
        (str(found), reverse("organisation:person", args=[found.pk])),
    ]
    return form_page(request, form, heading=_("Ubah data orang"), button=_("Simpan"), trail=trail)


def _homes(request: SignedInRequest) -> Sequence[tuple[int, str]]:
    """Units in which the person who asks may place people."""
    access = policies.access_of(request.user)
    within = None if policies.administers(access) else access.units_with(Permission.MANAGE_UNIT)
    return unit_choices(timezone.localdate(), within=within) if within != frozenset() else []


def _details(form: PersonForm) -> PersonDetails:
    said = dict(form.cleaned_data)
    said["unit"] = Unit.objects.filter(pk=said["unit"]).first()
    return PersonDetails(**said)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
