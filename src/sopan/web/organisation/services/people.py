"""People come, and what is known of them is put right. Nobody is deleted: what they did stays theirs."""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sopan.web.audit.services import record
from sopan.web.organisation import policies
from sopan.web.organisation.models import Person, Unit, User
from sopan.web.ui.trouble import Trouble


class PersonTrouble(Trouble):
    """Somebody who cannot be written down like this. `field` names where, or is empty."""

    field = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonDetails:
    """What is known of somebody. Nobody has a number invented for them: `nip` may be empty."""

    nama: str
    kind: str
    gelar_depan: str = ""
    gelar_belakang: str = ""
    nip: str = ""
    pangkat: str = ""
    origin: str = ""
    unit: Unit | None = None


@transaction.atomic
def add_person(*, by: User, details: PersonDetails) -> Person:
    """Somebody new. Raises PersonTrouble for a faulty or taken NIP; an Admin OPD names a unit of the own agency."""
    policies.require(policies.may_manage(by, details.unit))
    person = _filled(Person(), details)
    _refuse_twin(person)
    _save(person)
    record("organisation.person_added", by=by, subject=person, unit=str(details.unit or ""))
    return person


@transaction.atomic
def change_person(*, by: User, person: Person, details: PersonDetails) -> None:
    """Put right what is known of somebody. Their seats are another matter."""
    policies.require(policies.may_look_after(by, person))
    if details.unit != person.unit:
        policies.require(policies.may_manage(by, details.unit))
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    former = str(person)
    _save(_filled(person, details))
    record("organisation.person_changed", by=by, subject=person, former=former)


def _filled(person: Person, details: PersonDetails) -> Person:
    for name, value in fields_of(details).items():
        setattr(person, name, value)
    try:
        person.full_clean(exclude=["unit"])
    except ValidationError as refusal:
        field, sentences = next(iter(refusal.message_dict.items()))
        trouble = PersonTrouble("{sebab}", sebab=" ".join(sentences))
        trouble.field = field
        raise trouble from None
    return person


def _refuse_twin(person: Person) -> None:
    """Without a number, the same name in the same unit is a slip: a double click, two who register the same person."""
    twins = Person.objects.filter(nama__iexact=person.nama, kind=person.kind, unit=person.unit, nip=None)
    if person.nip is None and twins.exists():
        trouble = PersonTrouble("“{nama}” sudah ada di sini. Bila orangnya lain, bedakan namanya.", nama=person.nama)
        trouble.field = "nama"
        raise trouble


def _save(person: Person) -> None:
    try:
        with transaction.atomic():
            person.save()
    except IntegrityError as clash:  # somebody wrote the same number at the same moment
        trouble = PersonTrouble("NIP ini baru saja dipakai orang lain. Muat ulang daftar orang, lalu periksa.")
        trouble.field = "nip"
        raise trouble from clash


def fields_of(details: PersonDetails) -> dict[str, object]:
    """The fields by name, texts without needless spaces."""
    values = {field.name: getattr(details, field.name) for field in fields(details)}
    return {name: " ".join(value.split()) if isinstance(value, str) else value for name, value in values.items()}
