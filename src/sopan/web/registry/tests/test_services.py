"""Procedures are planned, registered, revised and moved by those who may."""

from __future__ import annotations

import pytest

from sopan.domain.identity import Identity
from sopan.domain.lifecycle import Status
from sopan.domain.procedure import Procedure
from sopan.web.audit.models import Entry
from sopan.web.organisation.models import Grant, Role
from sopan.web.organisation.tests.factories import LONG_AGO, a_jabatan, a_person, a_seat, a_unit, a_user
from sopan.web.registry import services
from sopan.web.registry.models import ProcedureRecord, Standing
from sopan.web.registry.policies import reach_of
from sopan.web.registry.queries import visible_to
from sopan.web.registry.services import RecordTrouble
from sopan.web.registry.tests.factories import a_record
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db

JPEG = b"\xff\xd8\xff\xe0 a photo"


def test_a_planned_title_is_recorded():
    unit = a_unit()
    planned = services.plan(
        by=a_user("penyusun", unit), unit=unit, judul="  Penyusunan   Renja ", ciri_kegiatan="routine"
    )
    assert (planned.judul, planned.status) == ("Penyusunan Renja", Standing.PLANNED)
    assert Entry.objects.get().action == "registry.planned"


def test_nobody_plans_in_another_agency():
    with pytest.raises(NotAllowed):
        services.plan(by=a_user("penyusun", a_unit("Dinas A")), unit=a_unit("Dinas B"), judul="Penyusunan Renja")


def test_a_paper_sop_keeps_its_place_and_its_photo(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    unit = a_unit()
    old = services.register_paper(
        by=a_user("admin_opd", unit), unit=unit, judul="Surat Masuk", location="lemari 2", scan=JPEG, year=2014
    )
    assert old.status == Standing.PAPER
    assert old.paper.media_type == "image/jpeg"
    with old.paper.file.open() as kept:
        assert kept.read() == JPEG


def test_a_file_that_is_no_picture_is_refused_and_nothing_is_registered():
    unit = a_unit()
    with pytest.raises(RecordTrouble, match="bukan PDF"):
        services.register_paper(
            by=a_user("admin_opd", unit), unit=unit, judul="Surat Masuk", location="lemari", scan=b"<html>"
        )
    assert not ProcedureRecord.objects.exists()


def test_the_same_paper_twice_is_told():
    unit = a_unit()
    by = a_user("admin_opd", unit)
    services.register_paper(by=by, unit=unit, judul="Surat Masuk", location="lemari")
    with pytest.raises(RecordTrouble, match="sudah terdaftar"):
        services.register_paper(by=by, unit=unit, judul="surat masuk", location="lemari")


def test_a_revision_keeps_its_document_and_makes_a_draft():
    unit = a_unit()
    by = a_user("penyusun", unit)
    planned = services.plan(by=by, unit=unit, judul="Penyusunan Renja")
    written = Procedure(identity=Identity(judul="Penyusunan Renja"))
    first = services.add_revision(by=by, record=planned, procedure=written)
    second = services.add_revision(by=by, record=planned, procedure=written)
    planned.refresh_from_db()
    assert (first.number, second.number, planned.status) == (1, 2, Standing.DRAFT)
    assert first.procedure == written


def test_others_hear_of_a_move_once_it_is_safe(django_capture_on_commit_callbacks):
    unit = a_unit()
    by = a_user("penyusun", unit)
    planned = services.plan(by=by, unit=unit, judul="Penyusunan Renja")
    revision = services.add_revision(by=by, record=planned, procedure=Procedure())
    heard = []

    def listen(**said):
        heard.append((said["revision"].pk, said["former"]))

    services.revision_moved.connect(listen)
    with django_capture_on_commit_callbacks(execute=True):
        services.move(by=by, revision=revision, to=Status.IN_REVIEW)
        assert not heard
    services.revision_moved.disconnect(listen)
    planned.refresh_from_db()
    assert heard == [(revision.pk, Status.DRAFT)]
    assert planned.status == Standing.IN_REVIEW


def test_a_way_the_lifecycle_does_not_know_is_refused():
    unit = a_unit()
    by = a_user("penyusun", unit)
    revision = services.add_revision(by=by, record=a_record("Renja", unit), procedure=Procedure())
    with pytest.raises(RecordTrouble, match="“Draf”"):
        services.move(by=by, revision=revision, to=Status.EFFECTIVE)


def test_paper_goes_on_to_count_while_it_is_rewritten():
    unit = a_unit()
    by = a_user("penyusun", unit)
    old = a_record("Renja", unit, status=Standing.PAPER)
    revision = services.add_revision(by=by, record=old, procedure=Procedure())
    services.move(by=by, revision=revision, to=Status.IN_REVIEW)
    old.refresh_from_db()
    assert old.status == Standing.PAPER


def test_only_a_bare_title_can_be_dropped():
    unit = a_unit()
    by = a_user("admin_opd", unit)
    services.drop(by=by, record=a_record("Renja", unit))
    with pytest.raises(RecordTrouble, match="tidak dapat dihapus"):
        services.drop(by=by, record=a_record("Renja", unit, status=Standing.PAPER))


def test_a_procedure_is_never_part_of_itself():
    unit = a_unit()
    by = a_user("admin_opd", unit)
    macro = a_record("Pengelolaan Surat", unit)
    micro = a_record("Penanganan Surat Masuk", unit, parent=macro)
    with pytest.raises(RecordTrouble, match="dirinya sendiri"):
        services.describe(by=by, record=macro, parent=micro)


def test_plans_are_seen_inside_the_agency_and_by_those_who_read_everything():
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    below = a_unit("Bidang A", own)
    a_record("Rencana", below)
    a_record("Sudah berlaku", below, status=Standing.EFFECTIVE)
    staff = a_user(person=a_person())
    a_seat(staff.person, a_jabatan("Staf", own))

    def seen(user):
        return {record.judul for record in visible_to(reach_of(user))}

    assert seen(staff) == seen(a_user("pemantau")) == {"Rencana", "Sudah berlaku"}
    assert seen(a_user("penyusun", other)) == seen(a_user()) == {"Sudah berlaku"}


def test_a_resource_person_reads_the_agency_only_while_invited():
    unit = a_unit()
    a_record("Rencana", unit)
    guest = a_user("narasumber", unit)
    assert visible_to(reach_of(guest)).count() == 1
    Grant.objects.filter(role=Role.objects.get(code="narasumber")).update(until=LONG_AGO.replace(year=2021))
    assert visible_to(reach_of(guest)).count() == 0
