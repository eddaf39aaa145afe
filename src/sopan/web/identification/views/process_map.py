"""The business process map of the regency, and what works it out."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.web.identification.forms import ProcessForm
from sopan.web.identification.models import ProcessNode
from sopan.web.identification.policies import may_map, reach_of, require
from sopan.web.identification.queries.process_map import process_map as seen_map
from sopan.web.identification.services import process_map as services
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble


@login_required
def process_map(request: SignedInRequest) -> HttpResponse:
    """The map, with the procedures of each node."""
    reach = reach_of(request.user)
    found = seen_map(reach, timezone.localdate())
    said = _("{tanpa} dari {n} proses terbawah belum punya SOP").format(tanpa=found.bare, n=found.leaves)
    context = {"map": found, "finding": said, "may_map": may_map(reach)}
    return render(request, "identification/process_map.html", context)


@login_required
def fill(request: SignedInRequest) -> HttpResponse:
    """Paste nodes."""
    require(may_map(reach_of(request.user)))
    form = ProcessForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            count = services.fill(by=request.user, lines=form.cleaned_data["lines"].splitlines())
        except Trouble as trouble:
            form.add_error("lines", trouble.told())
        else:
            messages.success(request, _("{n} proses disimpan.").format(n=count))
            return redirect("identification:process_map")
    status = 422 if request.method == "POST" else 200
    return render(request, "identification/fill_process_map.html", {"form": form}, status=status)


@require_POST
@login_required
def remove(request: SignedInRequest, node_id: int) -> HttpResponse:
    """Take a node away."""
    node = get_object_or_404(ProcessNode, pk=node_id)
    services.remove(by=request.user, node=node)
    messages.success(request, _("“{proses}” sudah dihapus.").format(proses=node))
    return redirect("identification:process_map")
