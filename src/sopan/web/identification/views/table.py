"""Tabel 6 of a unit: one page, saved row by row, printed as PDF and XLSX."""

from __future__ import annotations

import json
from collections.abc import Mapping

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.web.identification.forms import RowForm
from sopan.web.identification.models import Row, Tupoksi
from sopan.web.identification.papers import tabel_6
from sopan.web.identification.policies import may_edit, reach_of, require_edit
from sopan.web.identification.queries.similar import TitleBook
from sopan.web.identification.queries.table import ciri_choices, printed, sections_of, seen_row
from sopan.web.identification.services import rows as services
from sopan.web.identification.titles import ASPECTS
from sopan.web.identification.views.common import place_of, printed_names
from sopan.web.identification.views.tupoksi import XLSX
from sopan.web.organisation.models import Unit
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble
from sopan.writers.rows import Form, write_pdf, write_xlsx

Parts = Mapping[str, object]


@login_required
def table(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """The table."""
    place = place_of(request, unit_id)
    sections = sections_of(place.unit.pk, place.reach)
    context = {
        "place": place,
        "sections": sections,
        "titles": len({r.row.record_id for s in sections for r in s.rows if r.row.record_id}),
        "tab": "table",
        **_choices(),
        "may_edit": place.may_edit,
    }
    return render(request, "identification/table.html", context)


@require_POST
@login_required
def add_row(request: SignedInRequest, tupoksi_id: int) -> HttpResponse:
    """A new row, at the end or after another one."""
    tupoksi = get_object_or_404(Tupoksi.objects.select_related("unit"), pk=tupoksi_id)
    after = Row.objects.filter(pk=_number(request.POST.get("setelah")), tupoksi=tupoksi).first()
    row = services.add(by=request.user, tupoksi=tupoksi, after=after)
    if _by_script(request):
        return JsonResponse({"html": _row_html(request, row), "id": row.pk})
    return _back(row)


@require_POST
@login_required
def save_row(request: SignedInRequest, row_id: int) -> HttpResponse:
    """Keep one row."""
    row = get_object_or_404(Row.objects.select_related("tupoksi__unit"), pk=row_id)
    form = RowForm(request.POST)
    if not form.is_valid():
        return _refused(request, row, _("Baris ini tidak lengkap terkirim. Muat ulang halaman, lalu coba lagi."), 422)
    try:
        row = services.save(by=request.user, row=row, version=form.cleaned_data["version"], typed=form.typed())
    except services.RowConflict as conflict:
        if _by_script(request):
            return JsonResponse({"sentence": conflict.told(), "stored": _stored(conflict.row)}, status=409)
        return _refused(request, row, conflict.told(), 409)
    except Trouble as trouble:
        return _refused(request, row, trouble.told(), 422)
    if _by_script(request):
        return JsonResponse({"html": _row_html(request, row), "id": row.pk})
    messages.success(request, _("Baris disimpan."))
    return _back(row)


@require_POST
@login_required
def remove_row(request: SignedInRequest, row_id: int) -> HttpResponse:
    """Take a row away."""
    row = get_object_or_404(Row.objects.select_related("tupoksi"), pk=row_id)
    services.remove(by=request.user, row=row)
    if _by_script(request):
        return JsonResponse({"id": row_id})
    messages.success(request, _("Baris dihapus."))
    return redirect("identification:table", row.tupoksi.unit_id)


@require_POST
@login_required
def paste_rows(request: SignedInRequest, tupoksi_id: int) -> HttpResponse:
    """A block of cells from a spreadsheet, as lines of cells in JSON."""
    tupoksi = get_object_or_404(Tupoksi.objects.select_related("unit"), pk=tupoksi_id)
    require_edit(request.user, tupoksi.unit_id)
    try:
        block = [[str(cell) for cell in line] for line in json.loads(request.POST.get("sel", ""))]
    except (ValueError, TypeError):
        return JsonResponse(
            {"sentence": _("Yang ditempel bukan baris dan kolom. Salin selnya dari Excel.")}, status=422
        )
    after = Row.objects.filter(pk=_number(request.POST.get("setelah")), tupoksi=tupoksi).first()
    try:
        made = services.paste(by=request.user, tupoksi=tupoksi, block=block, after=after)
    except Trouble as trouble:
        return JsonResponse({"sentence": trouble.told()}, status=422)
    replaced = after is not None and not Row.objects.filter(pk=after.pk).exists()
    return JsonResponse({"html": _rows_html(request, made), "replaced": replaced})


@login_required
def as_pdf(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Tabel 6 of the unit and those below it, as PDF."""
    form, name = _paper(request, unit_id)
    headers = {"Content-Disposition": f'inline; filename="tabel-6-{name}.pdf"'}
    return HttpResponse(write_pdf(form), content_type="application/pdf", headers=headers)


@login_required
def as_xlsx(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Tabel 6 of the unit and those below it, as a workbook."""
    form, name = _paper(request, unit_id)
    headers = {"Content-Disposition": f'attachment; filename="tabel-6-{name}.xlsx"'}
    return HttpResponse(write_xlsx(form, sheet_name="Tabel 6"), content_type=XLSX, headers=headers)


def _paper(request: SignedInRequest, unit_id: int) -> tuple[Form, str]:
    place = place_of(request, unit_id)
    pemda, notice = printed_names()
    form = tabel_6(
        printed(place.at_and_below, place.reach), opd=place.unit.nama, pemda=pemda, notice=notice, made_on=place.today
    )
    return form, slugify(place.unit.nama) or str(unit_id)


def _choices() -> dict[str, object]:
    return {
        "aspects": ASPECTS,
        "ciri_choices": ciri_choices(),
        "criteria_choices": [("", "?"), ("ya", _("ya")), ("tidak", _("tidak"))],
    }


def _row_html(request: SignedInRequest, row: Row) -> str:
    return _rows_html(request, [row])[0]


def _rows_html(request: SignedInRequest, rows: list[Row]) -> list[str]:
    """The rows as the table shows them."""
    if not rows:
        return []
    reach = reach_of(request.user)
    book = TitleBook(reach)
    found = {
        row.pk: row
        for row in Row.objects.filter(pk__in=[row.pk for row in rows]).select_related("record__parent", "tupoksi")
    }
    context = {**_choices(), "may_edit": may_edit(reach, rows[0].tupoksi.unit_id)}
    return [
        render_to_string(
            "identification/_row.html", {**context, "seen": seen_row(found[row.pk], book)}, request=request
        )
        for row in rows
    ]


def _stored(row: Row) -> Parts:
    return {
        "version": row.version,
        "kegiatan": row.kegiatan,
        "output": row.output,
        "aspek": row.aspek,
        "judul": row.record.judul if row.record else "",
        "ciri": row.record.ciri_kegiatan if row.record else "",
    }


def _refused(request: SignedInRequest, row: Row, sentence: str, status: int) -> HttpResponse:
    """Without script, what was typed comes back beside what is kept."""
    if _by_script(request):
        return JsonResponse({"sentence": sentence}, status=status)
    place = place_of(request, row.tupoksi.unit_id, to_edit=True)
    row = Row.objects.select_related("record").get(pk=row.pk)
    typed = {name: request.POST.get(name, "") for name in ("kegiatan", "output", "aspek", "judul", "ciri")}
    context = {"place": place, "row": row, "stored": _stored(row), "typed": typed, "sentence": sentence, "tab": "table"}
    return render(request, "identification/conflict.html", context, status=status)


def _back(row: Row) -> HttpResponse:
    unit: Unit = row.tupoksi.unit
    answer = redirect("identification:table", unit.pk)
    answer["Location"] += f"#baris-{row.pk}"
    return answer


def _by_script(request: SignedInRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 12 else 0
