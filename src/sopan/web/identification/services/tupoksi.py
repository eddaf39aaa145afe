"""The tupoksi of a unit: entered one by one, or taken over from a text or a sheet."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max, QuerySet

from sopan.web.audit.services import record as remember
from sopan.web.identification import policies
from sopan.web.identification.models import Row, Tupoksi
from sopan.web.identification.tupoksi_text import DEPTH, Item, Level
from sopan.web.organisation.models import Unit, User
from sopan.web.ui.trouble import Trouble

LONGEST_BASIS = 300


class TupoksiTrouble(Trouble):
    """A change to the tupoksi of a unit that cannot be made."""


@transaction.atomic
def take_over(*, by: User, unit: Unit, items: Sequence[Item], basis: str = "") -> list[Tupoksi]:
    """Append items in their order; each hangs under the last one of a higher level.

    An item's own place is added to the basis: `Perbup 12/2023, Pasal 5 ayat (2)`. What the unit has already is left
    out, so that a second click changes nothing.
    """
    policies.require_edit(by, unit.pk)
    Unit.objects.select_for_update().get(pk=unit.pk)
    order = _next_order(unit)
    known = {(each.level, each.parent_id, each.text): each for each in Tupoksi.objects.filter(unit=unit)}
    above: dict[int, Tupoksi] = {}
    made = []
    for item in items:
        depth = DEPTH[item.level]
        parent = next((above[higher] for higher in range(depth - 1, -1, -1) if higher in above), None)
        key = (item.level.value, parent.pk if parent else None, item.text)
        node = known.get(key)
        if node is None:
            node = known[key] = Tupoksi.objects.create(
                unit=unit, parent=parent, level=item.level, text=item.text, basis=_basis(basis, item.place), order=order
            )
            order += 1
            made.append(node)
        above = {higher: each for higher, each in above.items() if higher < depth} | {depth: node}
    if made:
        remember("identification.tupoksi_taken_over", by=by, subject=unit, count=len(made), basis=basis)
    return made


@transaction.atomic
def add(*, by: User, unit: Unit, level: Level, text: str, parent: Tupoksi | None = None, basis: str = "") -> Tupoksi:
    """One more, at the end of what is below `parent`. Raises TupoksiTrouble where it does not belong there."""
    reach = policies.require_edit(by, unit.pk)
    if parent is not None and (reach.home_of(parent.unit_id) != unit.pk or DEPTH[Level(parent.level)] >= DEPTH[level]):
        raise TupoksiTrouble("Fungsi berada di bawah tugas, dan uraian tugas di bawah fungsi. Pilih induk yang lain.")
    Unit.objects.select_for_update().get(pk=unit.pk)
    node = Tupoksi.objects.create(
        unit=unit, parent=parent, level=level, text=_text(text), basis=basis.strip(), order=_next_order(unit)
    )
    remember("identification.tupoksi_added", by=by, subject=node, unit=str(unit))
    return node


@transaction.atomic
def change(*, by: User, tupoksi: Tupoksi, text: str, basis: str) -> None:
    """Other words, or another legal basis."""
    policies.require_edit(by, tupoksi.unit_id)
    tupoksi = Tupoksi.objects.select_for_update().get(pk=tupoksi.pk)
    former, tupoksi.text, tupoksi.basis = tupoksi.text, _text(text), basis.strip()
    tupoksi.save()
    remember("identification.tupoksi_changed", by=by, subject=tupoksi, former=former)


@transaction.atomic
def shift(*, by: User, tupoksi: Tupoksi, up: bool) -> None:
    """Change places with the neighbour above or below; at the end of the list, stay."""
    policies.require_edit(by, tupoksi.unit_id)
    Unit.objects.select_for_update().get(pk=tupoksi.unit_id)
    siblings = list(_siblings_of(tupoksi))
    place = [each.pk for each in siblings].index(tupoksi.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(siblings):
        return
    siblings[place], siblings[other] = siblings[other], siblings[place]
    for order, each in zip(sorted(each.order for each in siblings), siblings, strict=True):
        each.order = order
    Tupoksi.objects.bulk_update(siblings, ["order"])
    remember("identification.tupoksi_shifted", by=by, subject=tupoksi, up=up)


@transaction.atomic
def remove(*, by: User, tupoksi: Tupoksi) -> None:
    """Take it away with what is below it. Raises TupoksiTrouble while rows of Tabel 6 hang on it: they are work."""
    policies.require_edit(by, tupoksi.unit_id)
    below = _at_and_below(tupoksi)
    rows = Row.objects.filter(tupoksi__in=below).count()
    if rows:
        raise TupoksiTrouble(
            "Di bawah “{tupoksi}” ada {n} baris daftar SOP. Hapus atau pindahkan dahulu barisnya.",
            tupoksi=tupoksi,
            n=rows,
        )
    remember("identification.tupoksi_removed", by=by, subject=tupoksi, count=len(below))
    tupoksi.delete()


def _siblings_of(tupoksi: Tupoksi) -> QuerySet[Tupoksi]:
    if tupoksi.parent_id is None:
        return Tupoksi.objects.filter(unit=tupoksi.unit_id, parent=None)
    return Tupoksi.objects.filter(parent=tupoksi.parent_id)


def _at_and_below(tupoksi: Tupoksi) -> set[int]:
    """Whatever unit it was entered for: after a re-organisation a branch may hold what two units wrote."""
    found = level = {tupoksi.pk}
    while level:
        level = set(Tupoksi.objects.filter(parent__in=level).values_list("pk", flat=True)) - found
        found = found | level
    return found


def _next_order(unit: Unit) -> int:
    return (Tupoksi.objects.filter(unit=unit).aggregate(last=Max("order"))["last"] or 0) + 1


def _basis(basis: str, place: str) -> str:
    return ", ".join(filter(None, (basis.strip(), place)))[:LONGEST_BASIS]


def _text(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise TupoksiTrouble("Bunyi tupoksi belum diisi.")
    return text
