"""What is covered: the regency at a glance, and one agency in full."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sopan.web.identification.picture import Line, Square, grid
from sopan.web.identification.policies import may_edit, reach_of
from sopan.web.identification.queries.coverage import Agency, State, coverage
from sopan.web.identification.views.common import place_of
from sopan.web.ui.requests import SignedInRequest


def state_words() -> dict[str, str]:
    """What the states are called, in the order of the legend."""
    return {
        State.IN_FORCE: _("berlaku"),
        State.PAPER: _("ada, belum selaras"),
        State.IN_WORK: _("sedang disusun"),
        State.PLANNED: _("baru judul"),
        State.NONE: _("belum ada"),
    }


@login_required
def agencies(request: SignedInRequest) -> HttpResponse:
    """Every agency the person may see, as a picture and as a table."""
    reach = reach_of(request.user)
    found = coverage(reach, timezone.localdate())
    context = {
        "agencies": found,
        "finding": finding(found),
        "picture": picture(found),
        "may_edit": {agency.unit.pk for agency in found if may_edit(reach, agency.unit.pk)},
    }
    return render(request, "identification/agencies.html", context)


@login_required
def agency(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """One agency: each fungsi, idle procedures, and those written twice."""
    place = place_of(request, unit_id)
    found = coverage(place.reach, place.today, only=place.opd.pk)
    context = {
        "place": place,
        "agency": found[0] if found else None,
        "finding": finding(found),
        "picture": picture(found),
        "states": state_words(),
        "names": place.names,
        "tab": "coverage",
    }
    return render(request, "identification/coverage.html", context)


def finding(agencies: list[Agency]) -> str:
    """The sentence that says what the picture shows."""
    duties = sum(len(agency.duties) for agency in agencies)
    without = sum(agency.without_sop for agency in agencies)
    if not duties:
        return _("Belum ada fungsi yang dicatat")
    if not without:
        return _("Semua {n} fungsi sudah punya SOP").format(n=duties)
    return _("{tanpa} dari {n} fungsi belum punya SOP").format(tanpa=without, n=duties)


def picture(agencies: list[Agency]) -> SafeString | None:
    """The grid of agencies and their fungsi; None while there is nothing to draw."""
    words = state_words()
    lines = [
        Line(
            agency.unit.nama,
            reverse("identification:coverage", args=[agency.unit.pk]),
            [Square(duty.state, f"{duty.node.tupoksi.text[:120]}: {words[duty.state]}") for duty in agency.duties],
        )
        for agency in agencies
        if agency.duties
    ]
    if not lines:
        return None
    # The picture escapes every word it is given.
    return mark_safe(grid(lines, title=finding(agencies), legend=list(words.items())))  # noqa: S308
