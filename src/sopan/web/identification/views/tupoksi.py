"""The tupoksi of a unit: seen, entered, pasted, imported."""

from __future__ import annotations

import json
from collections.abc import Sequence

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sopan.domain.errors import UnreadableSource
from sopan.web.identification import tupoksi_sheet
from sopan.web.identification.forms import SheetForm, TextForm, TupoksiForm, WordsForm
from sopan.web.identification.models import Tupoksi, TupoksiLevel
from sopan.web.identification.queries.tree import tree_of
from sopan.web.identification.services import tupoksi as services
from sopan.web.identification.tupoksi_text import MAX_ITEM, MAX_ITEMS, Item, Level, TooMuchText, recognise
from sopan.web.identification.views.common import Place, place_of
from sopan.web.ui.requests import SignedInRequest
from sopan.web.ui.trouble import Trouble
from sopan.writers.rows import Column, Form, write_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@login_required
def register(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """The tupoksi of a unit as a tree."""
    place = place_of(request, unit_id)
    return render(
        request,
        "identification/tupoksi.html",
        {"place": place, "nodes": tree_of(place.unit.pk, place.reach), "tab": "tupoksi"},
    )


@login_required
def add(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Enter one by hand; the form stays open for the next one."""
    place = place_of(request, unit_id, to_edit=True)
    initial = {name: request.GET.get(name) for name in ("level", "parent", "basis")}
    form = TupoksiForm(request.POST or None, units=place.reach.with_predecessors([place.unit.pk]), initial=initial)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "level": Level(form.cleaned_data["level"])}
        try:
            made = services.add(by=request.user, unit=place.unit, **said)
        except Trouble as trouble:
            form.add_error("parent", trouble.told())
        else:
            messages.success(request, _("“{tupoksi}” sudah ditambahkan.").format(tupoksi=made))
            return redirect("identification:tupoksi", unit_id)
    return _form(request, place, form, _("Tambah tupoksi"), _("Simpan"))


@login_required
def change(request: SignedInRequest, tupoksi_id: int) -> HttpResponse:
    """Other words for one of them."""
    found = get_object_or_404(Tupoksi, pk=tupoksi_id)
    place = place_of(request, found.unit_id, to_edit=True)
    form = WordsForm(request.POST or None, initial={"text": found.text, "basis": found.basis})
    if request.method == "POST" and form.is_valid():
        services.change(by=request.user, tupoksi=found, **form.cleaned_data)
        messages.success(request, _("Tupoksi disimpan."))
        return redirect("identification:tupoksi", found.unit_id)
    return _form(request, place, form, _("Ubah tupoksi"), _("Simpan"))


@require_POST
@login_required
def shift(request: SignedInRequest, tupoksi_id: int) -> HttpResponse:
    """One place up or down."""
    found = get_object_or_404(Tupoksi, pk=tupoksi_id)
    services.shift(by=request.user, tupoksi=found, up=request.POST.get("arah") == "naik")
    return redirect("identification:tupoksi", found.unit_id)


@require_POST
@login_required
def remove(request: SignedInRequest, tupoksi_id: int) -> HttpResponse:
    """Take one away."""
    found = get_object_or_404(Tupoksi, pk=tupoksi_id)
    unit = found.unit_id
    try:
        services.remove(by=request.user, tupoksi=found)
    except services.TupoksiTrouble as trouble:
        messages.error(request, trouble.told())
    else:
        messages.success(request, _("“{tupoksi}” sudah dihapus.").format(tupoksi=found))
    return redirect("identification:tupoksi", unit)


@login_required
def paste(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Paste a text, see what was recognised, correct the levels, keep it."""
    place = place_of(request, unit_id, to_edit=True)
    if request.method == "POST" and "item" in request.POST:
        return _keep(request, place)
    form = TextForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = recognise(form.cleaned_data["text"])
        except TooMuchText as refusal:
            form.add_error("text", _too_much(refusal))
        else:
            if found.items:
                return _preview(request, place, found.items, found.skipped, form.cleaned_data["basis"])
            form.add_error("text", _("Tidak ada tugas, fungsi, atau uraian tugas yang dikenali dalam teks ini."))
    context = {"place": place, "form": form, "tab": "tupoksi"}
    return render(request, "identification/paste.html", context, status=422 if request.method == "POST" else 200)


@login_required
def bring_in(request: SignedInRequest, unit_id: int) -> HttpResponse:
    """Import a workbook, see what is in it, keep it."""
    place = place_of(request, unit_id, to_edit=True)
    form = SheetForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            found = tupoksi_sheet.read(form.cleaned_data["sheet"])
        except TooMuchText as refusal:
            form.add_error("sheet", _too_much(refusal))
        except UnreadableSource as refusal:
            form.add_error("sheet", _(refusal.sentence).format(**refusal.parameters))
        else:
            if found:
                return _preview(request, place, [each.item for each in found], (), "")
            form.add_error("sheet", _("Lembar ini belum berisi tupoksi di bawah kepala kolomnya."))
    context = {"place": place, "form": form, "tab": "tupoksi"}
    return render(request, "identification/import.html", context, status=422 if request.method == "POST" else 200)


@login_required
def template(request: SignedInRequest) -> HttpResponse:
    """An empty workbook with the right headings."""
    columns = tuple(Column(heading, 25) for heading in tupoksi_sheet.COLUMNS)
    data = write_xlsx(Form(title=_("Tupoksi unit kerja"), columns=columns, rows=()), sheet_name="Tupoksi")
    return HttpResponse(
        data, content_type=XLSX, headers={"Content-Disposition": 'attachment; filename="tupoksi-kosong.xlsx"'}
    )


def _preview(
    request: SignedInRequest, place: Place, items: Sequence[Item], skipped: Sequence[str], basis: str
) -> HttpResponse:
    """Nothing is kept yet."""
    context = {
        "place": place,
        "items": [(item, json.dumps([item.text, item.place], ensure_ascii=False)) for item in items],
        "skipped": skipped,
        "basis": basis,
        "levels": TupoksiLevel.choices,
        "tab": "tupoksi",
    }
    return render(request, "identification/preview.html", context)


def _keep(request: SignedInRequest, place: Place) -> HttpResponse:
    """What the preview sends back: texts, and the level chosen for each; `lewati` leaves one out."""
    items = []
    pairs = zip(request.POST.getlist("item")[:MAX_ITEMS], request.POST.getlist("level"), strict=False)
    for said, level in pairs:
        try:
            text, place_said = (str(part) for part in json.loads(said))
        except (ValueError, TypeError):
            continue
        if level in TupoksiLevel.values and text.strip():
            items.append(Item(Level(level), text.strip()[:MAX_ITEM], place_said))
    made = services.take_over(by=request.user, unit=place.unit, items=items, basis=request.POST.get("basis", "")[:200])
    if made:
        messages.success(request, _("{n} butir tupoksi disimpan.").format(n=len(made)))
    else:
        messages.info(request, _("Semua butir ini sudah ada; tidak ada yang ditambahkan."))
    return redirect("identification:tupoksi", place.unit.pk)


def _too_much(refusal: TooMuchText) -> str:
    return _("Isinya lebih dari {batas} butir. Masukkan tupoksi satu unit saja.").format(batas=refusal.limit)


def _form(request: SignedInRequest, place: Place, form: object, heading: str, button: str) -> HttpResponse:
    context = {"place": place, "form": form, "heading": heading, "button": button, "tab": "tupoksi"}
    status = 422 if request.method == "POST" else 200
    return render(request, "identification/form.html", context, status=status)
