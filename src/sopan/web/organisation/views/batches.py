"""Tables: the form to fill in, uploading, looking at what would come of it, and making it count."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.web.organisation import policies
from sopan.web.organisation.forms.batches import FileForm, MovesForm, UploadForm
from sopan.web.organisation.models import Batch, BatchKind
from sopan.web.organisation.services import batches
from sopan.web.organisation.services.batches import BatchTrouble
from sopan.web.organisation.services.seats import SeatTrouble
from sopan.web.organisation.tables.reading import Problem
from sopan.web.organisation.views.common import form_page, tell
from sopan.web.ui.requests import SignedInRequest
from sopan.writers.rows.blank import BlankColumn, write_blank

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
SHOWN = 200
"""Problems and new lines on one page."""


@login_required
def upload(request: SignedInRequest) -> HttpResponse:
    """Bring in units, offices or people."""
    policies.require(policies.imports(policies.access_of(request.user)))
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = UploadForm(data, files, initial={"kind": request.GET.get("isi", "")})
    if request.method == "POST" and form.is_valid():
        answer = _taken(request, form, kind=form.cleaned_data["kind"])
        if answer is not None:
            return answer
    return form_page(
        request,
        form,
        heading=_("Impor dari Excel"),
        button=_("Periksa berkas"),
        template="organisation/upload.html",
        kinds=[choice for choice in BatchKind.choices if choice[0] != BatchKind.MOVES],
        batches=Batch.objects.filter(by=request.user).exclude(kind=BatchKind.MOVES).defer("rows")[:10],
    )


@login_required
def moves(request: SignedInRequest) -> HttpResponse:
    """Record a mutasi."""
    policies.require(policies.imports(policies.access_of(request.user)))
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = MovesForm(data, files, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        answer = _taken(request, form, kind=BatchKind.MOVES, on=said["on"], decree=said["decree"])
        if answer is not None:
            return answer
    return form_page(
        request,
        form,
        heading=_("Mutasi dengan satu SK"),
        button=_("Periksa berkas"),
        template="organisation/upload.html",
        kinds=[choice for choice in BatchKind.choices if choice[0] == BatchKind.MOVES],
        batches=Batch.objects.filter(by=request.user, kind=BatchKind.MOVES).defer("rows")[:10],
    )


@login_required
def batch(request: SignedInRequest, batch_id: int) -> HttpResponse:
    """What would come of a table: problems with their rows, or what is new."""
    found = get_object_or_404(Batch, pk=batch_id)
    policies.require(found.by_id == request.user.pk)
    plan = batches.look(by=request.user, batch=found) if found.applied_at is None else None
    trail = [(_("Mutasi"), reverse("organisation:moves"))] if found.kind == BatchKind.MOVES else []
    context: dict[str, Any] = {
        "batch": found,
        "plan": plan,
        "trail": trail or [(_("Impor"), reverse("organisation:upload"))],
    }
    if plan is not None:
        listed = [_told(each) for each in plan.problems] if plan.problems else plan.lines
        context["page"] = Paginator(listed, SHOWN).get_page(request.GET.get("halaman"))
        context["troubled_rows"] = len({each.row for each in plan.problems})
    return render(request, "organisation/batch.html", context)


@require_POST
@login_required
def apply(request: SignedInRequest, batch_id: int) -> HttpResponse:
    """Make a table count, all of it or nothing."""
    found = get_object_or_404(Batch, pk=batch_id)
    try:
        new = batches.apply(by=request.user, batch=found)
    except (BatchTrouble, SeatTrouble) as trouble:
        messages.error(request, trouble.told())
        return redirect("organisation:batch", found.pk)
    messages.success(request, _("{n} baris diterapkan.").format(n=new))
    return redirect("organisation:batch", found.pk)


@require_POST
@login_required
def discard(request: SignedInRequest, batch_id: int) -> HttpResponse:
    """Throw away a table that does not count yet."""
    found = get_object_or_404(Batch, pk=batch_id)
    try:
        batches.discard(by=request.user, batch=found)
    except BatchTrouble as trouble:
        messages.error(request, trouble.told())
        return redirect("organisation:batch", found.pk)
    messages.success(request, _("Tabel dibuang. Tidak ada data yang berubah."))
    return redirect("organisation:moves" if found.kind == BatchKind.MOVES else "organisation:upload")


@login_required
def blank(request: SignedInRequest, kind: str) -> HttpResponse:
    """The form to fill in."""
    if kind not in BatchKind.values:
        raise Http404
    columns = [
        BlankColumn(
            heading=column.heading,
            explanation=column.explanation,
            choices=column.choices,
            required=column.required,
        )
        for column in batches.columns_of(kind)
    ]
    data = write_blank(columns, titles=(_("Isian"), _("Petunjuk"), _("Pilihan")))
    name = f"formulir-{kind}.xlsx"
    return HttpResponse(data, content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def _taken(
    request: SignedInRequest, form: FileForm, *, kind: str, on: date | None = None, decree: str = ""
) -> HttpResponse | None:
    """To the page of the table; None where the file was none, and the form says so."""
    file = form.cleaned_data["file"]
    try:
        kept = batches.begin(by=request.user, file_name=file.name, data=file.read(), kind=kind, on=on, decree=decree)
    except BatchTrouble as trouble:
        tell(form, trouble, "file")
        return None
    return redirect("organisation:batch", kept.pk)


def _told(problem: Problem) -> tuple[str, str]:
    """A problem as people read it: where, and what."""
    where = _("Baris {n}").format(n=problem.row) if problem.row else _("Berkas")
    what = _(problem.sentence).format(**problem.parameters)
    return where, f"{problem.column}: {what}" if problem.column else what
