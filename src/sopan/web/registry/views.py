"""Pages of procedures: the list, one of them, and the registration of what lies on paper."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sopan.web.organisation.models import Permission, Unit
from sopan.web.organisation.policies import with_descendants
from sopan.web.registry import queries, services
from sopan.web.registry.forms import DescriptionForm, PaperForm, SearchForm
from sopan.web.registry.models import PaperCopy, ProcedureRecord
from sopan.web.registry.policies import Reach, reach_of, require
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble


@login_required
def records(request: SignedInRequest) -> HttpResponse:
    """Every procedure the person may read."""
    today, reach = timezone.localdate(), reach_of(request.user)
    form = SearchForm(request.GET, units=queries.units_open_to(reach, None, today))
    said = form.cleaned_data if form.is_valid() else {}
    wanted = queries.Wanted(
        words=said.get("q", ""), status=said.get("status", ""), units=_at_and_below(reach, said.get("unit"))
    )
    context = {
        "form": form,
        "page": queries.records(reach, wanted, today, _number(request.GET.get("halaman"))),
        "is_search": any(said.values()),
        "may_add": reach.access.units_with(Permission.EDIT_TUPOKSI) != frozenset(),
    }
    return render(request, "registry/records.html", context)


@login_required
def record(request: SignedInRequest, record_id: int) -> HttpResponse:
    """One procedure: what it is, its revisions, its paper, what belongs to it."""
    reach, found = _seen(request, record_id)
    today = timezone.localdate()
    context = {
        "record": found,
        "unit": Unit.objects.named(today).get(pk=found.unit_id),
        "paper": PaperCopy.objects.filter(record=found).first(),
        "revisions": found.revisions.defer("document"),
        "parts": queries.visible_to(reach).filter(parent=found),
        "may_change": reach.plans_in(found.unit_id),
    }
    return render(request, "registry/record.html", context)


@login_required
def add_paper(request: SignedInRequest) -> HttpResponse:
    """Register an old SOP in one minute."""
    reach = reach_of(request.user)
    permitted = reach.access.units_with(Permission.EDIT_TUPOKSI)
    require(permitted != frozenset())
    units = queries.units_open_to(reach, permitted, timezone.localdate())
    form = PaperForm(
        request.POST or None, request.FILES or None, units=units, initial={"unit": request.GET.get("unit")}
    )
    if request.method == "POST" and form.is_valid():
        fields = {**form.cleaned_data, "unit": get_object_or_404(Unit, pk=form.cleaned_data["unit"])}
        try:
            registered = services.register_paper(by=request.user, **fields)
        except services.RecordTrouble as trouble:
            form.add_error(None, trouble.told())
        else:
            messages.success(request, _("“{judul}” terdaftar sebagai SOP kertas.").format(judul=registered))
            return redirect("registry:record", registered.pk)
    return render(request, "registry/paper.html", {"form": form}, status=422 if request.method == "POST" else 200)


@login_required
def describe(request: SignedInRequest, record_id: int) -> HttpResponse:
    """Say of what kind a procedure is."""
    reach, found = _seen(request, record_id)
    require(reach.plans_in(found.unit_id))
    initial = {name: getattr(found, name) for name in DescriptionForm.base_fields}
    form = DescriptionForm(request.POST or None, macros=queries.macros_for(found, reach), initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            services.describe(by=request.user, record=found, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("parent", trouble.told())
        else:
            messages.success(request, _("Jenis SOP disimpan."))
            return redirect("registry:record", found.pk)
    context = {"form": form, "record": found}
    return render(request, "registry/describe.html", context, status=422 if request.method == "POST" else 200)


@login_required
def scan(request: SignedInRequest, record_id: int) -> FileResponse:
    """The photo or scan of a paper SOP, shown as what it is and as nothing else."""
    _reach, found = _seen(request, record_id)
    copy = get_object_or_404(PaperCopy, record=found)
    if not copy.file:
        raise Http404
    answer = FileResponse(copy.file.open(), content_type=copy.media_type)
    answer["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return answer


def _seen(request: SignedInRequest, record_id: int) -> tuple[Reach, ProcedureRecord]:
    """A procedure the person may not read is not there, as far as they can tell."""
    reach = reach_of(request.user)
    found = get_object_or_404(queries.visible_to(reach).select_related("parent"), pk=record_id)
    return reach, found


def _at_and_below(reach: Reach, unit: int | None) -> frozenset[int] | None:
    if unit is None:
        return None
    below: dict[int, list[int]] = {}
    for each, parent in reach.parents.items():
        if parent is not None:
            below.setdefault(parent, []).append(each)
    return frozenset(with_descendants(unit, below))


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 7 else 1
