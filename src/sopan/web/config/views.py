"""Pages that belong to no capability: the first one, and how the screen looks."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sopan.web.config.context import THEME_COOKIE, theme_of
from sopan.web.config.forms import AppearanceForm
from sopan.web.config.queries import home_of
from sopan.web.organisation.models import Pemda
from sopan.web.ui.navigation import places_for
from sopan.web.ui.requests import SignedInRequest

A_YEAR = 31_536_000


@login_required
def home(request: SignedInRequest) -> HttpResponse:
    """Where the person stands, and where to go from here."""
    context = {"home": home_of(request.user, timezone.localdate()), "places": places_for(request)[1:]}
    return render(request, "config/home.html", context)


def appearance(request: HttpRequest) -> HttpResponse:
    """Light or dark, and the language: kept in this browser only, so that it needs no account."""
    now = {"theme": theme_of(request) or "system", "language": get_language()}
    form = AppearanceForm(request.POST or None, initial=now)
    if request.method != "POST" or not form.is_valid():
        return render(request, "config/appearance.html", {"form": form}, status=422 if form.is_bound else 200)
    messages.success(request, _("Pilihan tampilan disimpan di peramban ini."))
    answer = redirect("appearance")
    answer.set_cookie(
        THEME_COOKIE, form.cleaned_data["theme"], A_YEAR, secure=settings.IS_HTTPS, samesite="Lax", httponly=True
    )
    if "language" in form.cleaned_data:
        answer.set_cookie(settings.LANGUAGE_COOKIE_NAME, form.cleaned_data["language"], A_YEAR, samesite="Lax")
    return answer


def components(request: HttpRequest) -> HttpResponse:
    """Every component of the design system on one page; for those who build pages, and for the demo."""
    pemda = Pemda.objects.first()
    if not (settings.DEBUG or (pemda and pemda.is_demo)):
        raise Http404
    return render(request, "ui/components.html")
