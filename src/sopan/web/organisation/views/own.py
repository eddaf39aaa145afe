"""One's own account: what I hold and may, my password, my second factor, my sessions."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import logout, update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from sopan.web.organisation.forms.people import PasswordForm, UnlockForm
from sopan.web.organisation.queries.people import person_view
from sopan.web.organisation.services import accounts
from sopan.web.organisation.signing_in import LOCKED, has_second_factor, owes_second_factor
from sopan.web.organisation.views.common import data_of, form_page
from sopan.web.ui.requests import SignedInRequest

MOST_FAULTS = 5
_FAULTS = "unlock_faults"


@login_required
def me(request: SignedInRequest) -> HttpResponse:
    """My seats, roles and account."""
    user = request.user
    context = {
        "view": person_view(user.person, timezone.localdate()) if user.person else None,
        "has_second_factor": has_second_factor(user),
    }
    return render(request, "organisation/me.html", context)


@never_cache
@sensitive_post_parameters()
@login_required
def password(request: SignedInRequest) -> HttpResponse:
    """A password of one's own; the first thing after a one-time code."""
    user = request.user
    first = user.must_change_password
    form = PasswordForm(data_of(request), user=user)
    if request.method == "POST" and form.is_valid():
        accounts.choose_password(user=user, password=form.cleaned_data["new"])
        update_session_auth_hash(request, user)
        messages.success(request, _("Kata sandi baru berlaku sejak sekarang. Sesi di perangkat lain sudah diakhiri."))
        return redirect("/" if first else "organisation:me")
    note = _("Kode sekali pakai Anda cocok. Sekarang buat kata sandi yang hanya Anda ketahui.") if first else ""
    return form_page(
        request,
        form,
        heading=_("Kata sandi"),
        button=_("Simpan kata sandi"),
        note=note,
        template="organisation/first.html" if first else "organisation/form.html",
    )


@never_cache
@login_required
def second_factor(request: SignedInRequest) -> HttpResponse:
    """Why a role asks for a second factor, and the way to it."""
    if not owes_second_factor(request.user):
        return redirect("organisation:me")
    return render(request, "organisation/second_factor.html")


@require_POST
@login_required
def sign_out_everywhere(request: SignedInRequest) -> HttpResponse:
    """End every session but this one."""
    accounts.sign_out_everywhere(user=request.user)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Semua sesi lain sudah diakhiri."))
    return redirect("organisation:me")


@require_POST
@login_required
def lock(request: SignedInRequest) -> HttpResponse:
    """Lock this session until its password is typed again."""
    request.session[LOCKED] = True
    return redirect("organisation:unlock")


@never_cache
@sensitive_post_parameters()
@login_required
def unlock(request: SignedInRequest) -> HttpResponse:
    """The password opens a locked session; after five wrong ones the session ends."""
    if not request.session.get(LOCKED):
        return redirect("/")
    form = UnlockForm(data_of(request), user=request.user)
    if request.method == "POST":
        if form.is_valid():
            request.session[LOCKED] = False
            request.session.pop(_FAULTS, None)
            return HttpResponse(status=204) if request.headers.get("X-Piece") else redirect("/")
        request.session[_FAULTS] = request.session.get(_FAULTS, 0) + 1
        if request.session[_FAULTS] >= MOST_FAULTS:
            logout(request)
            return redirect("account_login")
    return form_page(request, form, heading=_("Terkunci"), button=_("Buka kunci"), template="organisation/locked.html")
