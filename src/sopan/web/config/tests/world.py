"""A small regency with one of everything, so that every page has something to show, and who may come to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from sopan.web.identification.models import Aspect, Need, ProcessNode, Proposal
from sopan.web.identification.tests.factories import a_fungsi, a_row, a_tugas
from sopan.web.organisation.models import Batch, BatchKind, Grant, Pemda, Role, Unit, User
from sopan.web.organisation.roles import ROLES
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user
from sopan.web.registry.models import PaperCopy, Standing
from sopan.web.registry.tests.factories import a_record

PASSWORD = "kuda-laut-hijau-7"


@dataclass(frozen=True, slots=True)
class World:
    """What there is, by the name of the URL's parameter."""

    ids: dict[str, object]
    own: Unit
    """Unit all of it belongs to."""
    other: Unit
    """Unit of those who come from elsewhere."""

    def address(self, name: str) -> str:
        """Address of the page with this URL name. Raises KeyError for a parameter that the world does not have yet."""
        arguments = {parameter: self.ids[parameter] for parameter in parameters_of(name)}
        return reverse(name, kwargs=arguments)


def furnish() -> World:
    """The regency, a demo."""
    Pemda.objects.create(nama="Kabupaten Contoh", is_demo=True)
    own, other = a_unit("Dinas Peternakan"), a_unit("Dinas Perhubungan")
    part = a_unit("Bidang Kesehatan Hewan", own)
    head = a_jabatan("Kepala Dinas Peternakan", own, is_head=True)
    a_jabatan("Kepala Bidang Kesehatan Hewan", part, is_head=True)
    a_jabatan("Kepala Dinas Perhubungan", other, is_head=True)
    holder = a_person("Kepala Dinas Peternakan", unit=own)
    seat = a_seat(holder, head)
    user = a_user("penyusun", own, person=holder)
    grant = Grant.objects.get(person=holder)
    record = a_record("Pengeluaran Ternak Antarpulau", own, status=Standing.PLANNED)
    PaperCopy.objects.create(record=record, location="Lemari 2, map biru")
    a_record("Penanganan Gigitan Hewan Penular Rabies", own, status=Standing.PAPER, year=2019)
    tugas = a_tugas("membantu Bupati melaksanakan urusan pertanian di bidang peternakan", own)
    fungsi = a_fungsi("pelaksanaan pengawasan pemasukan dan pengeluaran ternak", own, tugas)
    row = a_row(fungsi, record, kegiatan="Mengawasi pengeluaran ternak", output="Surat keterangan")
    need = Need.objects.create(
        unit=own,
        year=2026,
        record=record,
        judul=record.judul,
        aspect=Aspect.POLICY,
        proposal=Proposal.ADD,
        finding="Pengeluaran ternak lewat pelabuhan belum memiliki SOP.",
        reason="Permintaan antarpulau bertambah setiap tahun.",
    )
    heading, line = ["Nama unit", "Jenis", "Di bawah"], ["Bidang Angkutan", "bidang", "Dinas Perhubungan"]
    batch = Batch.objects.create(kind=BatchKind.UNITS, file_name="unit.xlsx", by=user, rows=[[1, heading], [2, line]])
    ids = {
        "batch_id": batch.pk,
        "kind": BatchKind.UNITS.value,
        "tupoksi_id": fungsi.pk,
        "row_id": row.pk,
        "need_id": need.pk,
        "node_id": ProcessNode.objects.create(kode="A.1", nama="Pengawasan lalu lintas ternak").pk,
        "unit_id": own.pk,
        "parent_id": own.pk,
        "jabatan_id": head.pk,
        "seat_id": seat.pk,
        "person_id": holder.pk,
        "user_id": user.pk,
        "grant_id": grant.pk,
        "role_id": Role.objects.get(code="narasumber").pk,
        "record_id": record.pk,
    }
    return World(ids=ids, own=own, other=other)


def visitors(world: World) -> dict[str, User | None]:
    """Everybody who may come: nobody known, a pelaksana, and each role everywhere, in the own unit and elsewhere."""

    def user(role: str, unit: Unit | None, home: Unit | None) -> User:
        return a_user(role, unit, password=PASSWORD, person=a_person(unit=home))

    found: dict[str, User | None] = {"anonymous": None, "pelaksana": user("", None, world.other)}
    for role in ROLES:
        found[role.code] = user(role.code, None, None)
        found[f"{role.code}@own"] = user(role.code, world.own, world.own)
        found[f"{role.code}@other"] = user(role.code, world.other, world.other)
    return found


def an_admin(world: World) -> User:
    """An Admin Pemda who can sign in by hand, and has uploaded the table."""
    admin = a_user("admin_pemda", password=PASSWORD, person=a_person("Admin Pemda", unit=world.other))
    admin.username = "admin"
    admin.save()
    Batch.objects.update(by=admin)
    return admin


def pages_for(client: Client, world: World) -> dict[str, str]:
    """Addresses of all pages this client is shown, by the name of their URL; downloads are none."""
    found: dict[str, str] = {}
    for name in url_names():
        answer = client.get(world.address(name))
        if answer.status_code == 200 and answer["Content-Type"].startswith("text/html"):
            found[name] = world.address(name)
    return found


def url_names() -> list[str]:
    """Names of all URLs of the site."""
    return [name for name, _ in _patterns()]


def parameters_of(name: str) -> list[str]:
    """What the address of this name asks for."""
    return next(list(pattern) for known, pattern in _patterns() if known == name)


def _patterns() -> Iterator[tuple[str, tuple[str, ...]]]:
    def walk(resolver: URLResolver, before: str, parameters: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for entry in resolver.url_patterns:
            here = (*parameters, *entry.pattern.regex.groupindex)
            if isinstance(entry, URLPattern):
                yield f"{before}{entry.name}", here
            else:
                namespace = f"{entry.namespace}:" if entry.namespace else ""
                yield from walk(entry, before + namespace, here)

    yield from walk(get_resolver(), "", ())


__all__ = ["PASSWORD", "World", "an_admin", "furnish", "pages_for", "parameters_of", "url_names", "visitors"]
