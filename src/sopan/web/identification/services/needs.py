"""What a unit needs: lines of the needs assessment."""

from __future__ import annotations

from django.db import transaction

from sopan.web.audit.services import record as remember
from sopan.web.identification import policies
from sopan.web.identification.models import Need
from sopan.web.organisation.models import Unit, User
from sopan.web.ui.trouble import Trouble


class NeedTrouble(Trouble):
    """A line of the assessment that cannot be kept so."""


@transaction.atomic
def add(*, by: User, unit: Unit, **said: object) -> Need:
    """One more line."""
    policies.require_edit(by, unit.pk)
    need = Need(unit=unit, created_by=by)
    _fill(need, said)
    remember("identification.need_added", by=by, subject=need, unit=str(unit))
    return need


@transaction.atomic
def change(*, by: User, need: Need, version: int, **said: object) -> Need:
    """Another finding or proposal. Raises NeedTrouble when somebody else changed the line in the meantime."""
    policies.require_edit(by, need.unit_id)
    need = Need.objects.select_for_update(of=("self",)).get(pk=need.pk)
    if need.version != version:
        raise NeedTrouble(
            "Usulan ini diubah orang lain saat Anda mengetik. Yang tersimpan tampil di daftar; bandingkan dahulu."
        )
    need.version += 1
    _fill(need, said)
    remember("identification.need_changed", by=by, subject=need)
    return need


@transaction.atomic
def remove(*, by: User, need: Need) -> None:
    """Take a line away."""
    policies.require_edit(by, need.unit_id)
    remember("identification.need_removed", by=by, subject=need)
    need.delete()


def _fill(need: Need, said: dict[str, object]) -> None:
    for name, value in said.items():
        setattr(need, name, value)
    if need.record is not None:
        need.judul = need.judul or need.record.judul
    if not need.judul:
        raise NeedTrouble("Judul SOP belum diisi. Pilih SOP yang ada, atau tulis judulnya.")
    need.save()
