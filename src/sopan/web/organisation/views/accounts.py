"""Accounts of others: given, entered with a code, closed. The code is shown once, on a page made for print."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sopan.web.organisation import policies
from sopan.web.organisation.forms.people import AccountForm
from sopan.web.organisation.models import Pemda, Person, User
from sopan.web.organisation.services import accounts
from sopan.web.organisation.services.accounts import AccountTrouble
from sopan.web.organisation.views.common import data_of, form_page, tell
from sopan.web.ui.requests import SignedInRequest


@never_cache
@login_required
def give(request: SignedInRequest, person_id: int) -> HttpResponse:
    """An account for somebody, with a code that lets them in once."""
    person = get_object_or_404(Person, pk=person_id)
    policies.require(policies.may_look_after(request.user, person))
    form = AccountForm(data_of(request))
    if request.method == "POST" and form.is_valid():
        try:
            user, code = accounts.give_account(by=request.user, person=person, **form.cleaned_data)
        except AccountTrouble as trouble:
            tell(form, trouble, "username")
        else:
            return _code_page(request, user, code)
    trail = [(str(person), reverse("organisation:person", args=[person.pk]))]
    return form_page(request, form, heading=_("Beri akun"), button=_("Buat akun dan kode"), trail=trail)


@never_cache
@require_POST
@login_required
def reset(request: SignedInRequest, person_id: int) -> HttpResponse:
    """A new code for somebody who forgot their password."""
    user = _account_of(person_id)
    try:
        code = accounts.reset_password(by=request.user, user=user)
    except AccountTrouble as trouble:
        return _told(request, trouble, person_id)
    return _code_page(request, user, code)


@never_cache
@require_POST
@login_required
def open_again(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Let somebody in again."""
    user = _account_of(person_id)
    try:
        code = accounts.open_again(by=request.user, user=user)
    except AccountTrouble as trouble:
        return _told(request, trouble, person_id)
    return _code_page(request, user, code)


@require_POST
@login_required
def close(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Nobody signs in with it any more."""
    try:
        accounts.close_account(by=request.user, user=_account_of(person_id))
    except AccountTrouble as trouble:
        return _told(request, trouble, person_id)
    messages.success(request, _("Akun sudah ditutup. Jejak pekerjaannya tetap ada."))
    return redirect("organisation:person", person_id)


@require_POST
@login_required
def forget_second_factor(request: SignedInRequest, person_id: int) -> HttpResponse:
    """Somebody lost their phone."""
    accounts.forget_second_factor(by=request.user, user=_account_of(person_id))
    messages.success(request, _("Faktor kedua dilepas. Saat masuk berikutnya, pemilik akun memasang yang baru."))
    return redirect("organisation:person", person_id)


def _account_of(person_id: int) -> User:
    return get_object_or_404(User.objects.select_related("person"), person=person_id)


def _code_page(request: SignedInRequest, user: User, code: str) -> HttpResponse:
    context = {"account": user, "code": code, "pemda": Pemda.objects.first(), "days": accounts.CODE_LASTS.days}
    return render(request, "organisation/code.html", context)


def _told(request: SignedInRequest, trouble: AccountTrouble, person_id: int) -> HttpResponse:
    messages.error(request, trouble.told())
    return redirect("organisation:person", person_id)
