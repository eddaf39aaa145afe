"""Roles: what they allow, who has them, given and taken."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.web.organisation import policies
from sopan.web.organisation.forms.people import GrantForm, RoleForm
from sopan.web.organisation.models import Grant, Permission, Person, Role, Unit
from sopan.web.organisation.queries.choices import unit_choices
from sopan.web.organisation.queries.people import grants_of, role_rows
from sopan.web.organisation.services import roles
from sopan.web.organisation.services.accounts import AccountTrouble
from sopan.web.organisation.services.roles import RoleTrouble
from sopan.web.organisation.views.common import Trail, data_of, form_page, tell
from sopan.web.ui.requests import SignedInRequest


@login_required
def all_roles(request: SignedInRequest) -> HttpResponse:
    """Every role and what it allows."""
    policies.require(policies.sees_people(policies.access_of(request.user)))
    context = {"rows": role_rows(timezone.localdate()), "may_change": policies.may_administer(request.user)}
    return render(request, "organisation/roles.html", context)


@login_required
def role(request: SignedInRequest, role_id: int) -> HttpResponse:
    """One role: who has it, and where."""
    policies.require(policies.units_of_people_shown_to(request.user) is None)
    found = get_object_or_404(Role, pk=role_id)
    labels = dict(Permission.choices)
    context = {
        "role": found,
        "allows": [labels.get(each, each) for each in found.permissions],
        "grants": grants_of(found, timezone.localdate()),
        "trail": _trail(),
        "may_change": policies.may_administer(request.user),
        "may_drop": policies.may_administer(request.user) and not found.grants.exists(),
    }
    return render(request, "organisation/role.html", context)


@login_required
def make(request: SignedInRequest) -> HttpResponse:
    """A role of the regency's own."""
    policies.require(policies.may_administer(request.user))
    form = RoleForm(data_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = roles.make_role(by=request.user, **form.cleaned_data)
        except RoleTrouble as trouble:
            tell(form, trouble, "nama")
        else:
            messages.success(request, _("Peran “{peran}” sudah dibuat.").format(peran=made))
            return redirect("organisation:role", made.pk)
    return form_page(request, form, heading=_("Buat peran"), button=_("Simpan peran"), trail=_trail())


@login_required
def change(request: SignedInRequest, role_id: int) -> HttpResponse:
    """Another name, other permissions."""
    policies.require(policies.may_administer(request.user))
    found = get_object_or_404(Role, pk=role_id)
    initial = {
        "nama": found.nama,
        "permissions": found.permissions,
        "needs_second_factor": found.needs_second_factor,
    }
    form = RoleForm(data_of(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            roles.change_role(by=request.user, role=found, **form.cleaned_data)
        except (RoleTrouble, AccountTrouble) as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("Perubahan berlaku bagi semua yang memiliki peran ini."))
            return redirect("organisation:role", found.pk)
    trail = [*_trail(), (found.nama, reverse("organisation:role", args=[found.pk]))]
    return form_page(request, form, heading=_("Ubah peran"), button=_("Simpan peran"), trail=trail)


@require_POST
@login_required
def drop(request: SignedInRequest, role_id: int) -> HttpResponse:
    """Remove a role that nobody ever had."""
    try:
        roles.drop_role(by=request.user, role=get_object_or_404(Role, pk=role_id))
    except RoleTrouble as trouble:
        messages.error(request, trouble.told())
        return redirect("organisation:role", role_id)
    messages.success(request, _("Peran sudah dihapus."))
    return redirect("organisation:roles")


@login_required
def grant(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Give somebody a role, in a unit and for a period."""
    person = get_object_or_404(Person, pk=person_id)
    access = policies.access_of(request.user)
    everywhere = policies.administers(access)
    within = None if everywhere else access.units_with(Permission.MANAGE_UNIT)
    policies.require(within != frozenset())
    today = timezone.localdate()
    form = GrantForm(
        data_of(request),
        initial={"since": today, "unit": person.unit_id},
        roles=_roles_to_give(everywhere=everywhere),
        units=unit_choices(today, within=within),
        everywhere=everywhere,
    )
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        said["unit"] = Unit.objects.filter(pk=said["unit"]).first()
        try:
            roles.grant(by=request.user, person=person, **said)
        except RoleTrouble as trouble:
            tell(form, trouble)
        else:
            messages.success(request, _("Peran sudah diberikan."))
            return redirect("organisation:person", person.pk)
    trail = [(str(person), reverse("organisation:person", args=[person.pk]))]
    return form_page(request, form, heading=_("Beri peran"), button=_("Beri peran"), trail=trail)


@require_POST
@login_required
def revoke(request: SignedInRequest, grant_id: int) -> HttpResponse:
    """Take a role, from today on."""
    given = get_object_or_404(Grant, pk=grant_id)
    try:
        roles.revoke(by=request.user, given=given, on=timezone.localdate())
    except (RoleTrouble, AccountTrouble) as trouble:
        messages.error(request, trouble.told())
    else:
        messages.success(request, _("Peran berakhir hari ini."))
    return redirect("organisation:person", given.person_id)


def _roles_to_give(*, everywhere: bool) -> QuerySet[Role]:
    """Those the person who asks may hand out; an Admin OPD, only what is harmless."""
    if everywhere:
        return Role.objects.all()
    fit = [each.pk for each in Role.objects.all() if policies.DELEGABLE.issuperset(each.permissions)]
    return Role.objects.filter(pk__in=fit)


def _trail() -> Trail:
    return [(_("Peran"), reverse("organisation:roles"))]
