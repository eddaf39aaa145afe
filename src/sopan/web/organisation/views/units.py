"""Units: the tree, one unit, and what changes them."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.web.organisation import policies, queries
from sopan.web.organisation.forms.units import ClosingForm, DayForm, NameForm, ParentForm, UnitDetailsForm, UnitForm
from sopan.web.organisation.models import Pemda, Permission, Unit
from sopan.web.organisation.queries.choices import unit_choices
from sopan.web.organisation.services import reorganisation, units
from sopan.web.organisation.services.units import UnitTrouble
from sopan.web.organisation.views.common import data_of, form_page, name_of, tell, trail_to
from sopan.web.ui.requests import SignedInRequest


@login_required
def all_units(request: SignedInRequest) -> HttpResponse:
    """Every perangkat daerah."""
    access = policies.access_of(request.user)
    day = _day_looked_at(request)
    context = {
        "pemda": Pemda.objects.first(),
        "rows": queries.opd_rows(day),
        "day": day,
        "is_today": day == timezone.localdate(),
        "may_add": policies.administers(access),
        "may_import": policies.imports(access),
        "may_see_people": policies.sees_people(access),
    }
    return render(request, "organisation/units.html", context)


@login_required
def unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """One unit: what is below it, its offices and who holds them, its names."""
    today, day = timezone.localdate(), _day_looked_at(request)
    found = get_object_or_404(Unit.objects.named(_day_of(unit_id, day)).prefetch_related("names"), pk=unit_id)
    access = policies.access_of(request.user)
    context = {
        "unit": found,
        "day": day,
        "is_today": day == today,
        "ancestors": queries.ancestors_of(found, day),
        "rows": queries.rows_below(found, day),
        "offices": queries.offices_of(found, day),
        "successions": queries.successions_of(found),
        "may_manage": policies.manages(access, found.pk) and found.holds_on(today),
        "may_close": policies.manages(access, found.parent_id) and found.holds_on(today),
        "may_see_people": policies.sees_people(access),
    }
    return render(request, "organisation/unit.html", context)


def _day_looked_at(request: SignedInRequest) -> date:
    """The day that was asked for; today where none was, or none that is one."""
    form = DayForm(request.GET)
    return (form.is_valid() and form.cleaned_data["tanggal"]) or timezone.localdate()


def _day_of(unit_id: int, day: date) -> date:
    """The day; for a unit that is still to come, the day it begins, so that it has a name."""
    since = Unit.objects.filter(pk=unit_id).values_list("since", flat=True).first()
    return max(day, since) if since else day


@login_required
def add_unit(request: SignedInRequest, parent_id: int | None = None) -> HttpResponse:
    """Open a perangkat daerah, or a unit below another."""
    parent = get_object_or_404(Unit, pk=parent_id) if parent_id else None
    policies.require(policies.may_manage(request.user, parent))
    form = UnitForm(data_of(request), initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            opened = units.open_unit(by=request.user, parent=parent, **form.cleaned_data)
        except UnitTrouble as trouble:
            tell(form, trouble, "nama")
        else:
            messages.success(request, _("“{nama}” sudah ditambahkan.").format(nama=opened))
            return redirect("organisation:unit", opened.pk)
    return form_page(request, form, heading=_("Tambah unit"), button=_("Simpan unit"), trail=trail_to(parent))


@login_required
def change_unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Put right the kind, the code and the place of a unit."""
    found = get_object_or_404(Unit, pk=unit_id)
    policies.require(policies.may_manage(request.user, found))
    initial = {"kind": found.kind, "kode": found.kode, "order": found.order}
    form = UnitDetailsForm(data_of(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            units.change_unit(by=request.user, unit=found, today=timezone.localdate(), **form.cleaned_data)
        except UnitTrouble as trouble:
            tell(form, trouble, "kode")
        else:
            messages.success(request, _("Perubahan disimpan."))
            return redirect("organisation:unit", found.pk)
    return form_page(request, form, heading=_("Ubah unit"), button=_("Simpan"), trail=trail_to(found))


@login_required
def rename_unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Give a unit another official name."""
    found = get_object_or_404(Unit, pk=unit_id)
    policies.require(policies.may_manage(request.user, found))
    form = NameForm(data_of(request), initial={"since": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            name = units.rename_unit(by=request.user, unit=found, **form.cleaned_data)
        except UnitTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("Nama “{nama}” dicatat.").format(nama=name))
            return redirect("organisation:unit", found.pk)
    return form_page(request, form, heading=_("Ganti nama"), button=_("Simpan nama"), trail=trail_to(found))


@login_required
def move_unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Put a unit under another one."""
    found = get_object_or_404(Unit, pk=unit_id)
    policies.require(policies.may_manage(request.user, found))
    own = policies.access_of(request.user).units_with(Permission.MANAGE_UNIT)
    within = None if policies.may_administer(request.user) else own
    choices = unit_choices(timezone.localdate(), within=within)
    form = ParentForm(data_of(request), initial={"parent": found.parent_id}, choices=choices)
    if request.method == "POST" and form.is_valid():
        parent = Unit.objects.filter(pk=form.cleaned_data["parent"]).first()
        try:
            units.move_unit(by=request.user, unit=found, parent=parent)
        except UnitTrouble as trouble:
            tell(form, trouble, "parent")
        else:
            messages.success(request, _("“{nama}” sudah dipindahkan.").format(nama=found))
            return redirect("organisation:unit", found.pk)
    note = _("Untuk pembetulan letak. Perubahan karena peraturan baru dicatat lewat “Tutup, lebur, atau pecah”.")
    return form_page(
        request, form, heading=_("Pindahkan unit"), button=_("Pindahkan"), trail=trail_to(found), note=note
    )


@login_required
def close_unit(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """End a unit on a day: it closes, is merged into another one, or is split."""
    today = timezone.localdate()
    found = get_object_or_404(Unit.objects.named(today), pk=unit_id)
    policies.require(policies.may_manage(request.user, found.parent))
    children = list(Unit.objects.on(today).named(today).filter(parent=found))
    beside = Unit.objects.exclude(until__lte=today).filter(parent=found.parent_id).exclude(pk=found.pk)
    others = beside.named(today)
    candidates = {each.pk: each for each in others}
    form = ClosingForm(
        data_of(request),
        initial={"on": today},
        choices=[(pk, name_of(each)) for pk, each in candidates.items()],
        children=[(child.pk, child.nama or str(child)) for child in children],
    )
    if request.method == "POST" and form.is_valid():
        try:
            reorganisation.dissolve(by=request.user, unit=found, **form.orders(candidates))
        except UnitTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("“{nama}” dicatat berakhir.").format(nama=found))
            return redirect("organisation:unit", found.pk)
    note = _("Bila dilebur ke unit yang baru, tambahkan dahulu unit barunya, lalu pilih di sini sebagai penerus.")
    return form_page(
        request,
        form,
        heading=_("Tutup, lebur, atau pecah: {nama}").format(nama=found),
        button=_("Catat reorganisasi"),
        trail=trail_to(found),
        note=note,
    )
