"""Coverage: what has no SOP, what serves nothing, what is written twice."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree as ET

import pytest

from sopan.web.identification.picture import Line, Square, grid
from sopan.web.identification.queries.coverage import State, coverage
from sopan.web.identification.tests.factories import a_fungsi, a_row, a_tugas, an_uraian
from sopan.web.identification.views.coverage import finding
from sopan.web.organisation.tests.factories import a_unit, a_user
from sopan.web.registry.models import Standing
from sopan.web.registry.policies import reach_of
from sopan.web.registry.tests.factories import a_record

DAY = date(2026, 3, 2)


@pytest.mark.django_db
def test_each_fungsi_is_as_far_as_its_best_sop():
    opd = a_unit("Dinas Contoh")
    bidang = a_unit("Bidang A", opd)
    tugas = a_tugas("Tugas", bidang)
    paper = a_fungsi("satu", bidang, tugas)
    a_row(an_uraian("uraian", bidang, paper), a_record("Lama", bidang, status=Standing.PAPER))
    a_row(paper, a_record("Baru judul", bidang))
    a_row(a_fungsi("dua", bidang, tugas), a_record("Berlaku", bidang, status=Standing.EFFECTIVE))
    a_row(a_fungsi("tiga", bidang, tugas), a_record("Draf", bidang, status=Standing.DRAFT))
    a_fungsi("empat", opd)
    an_uraian("lima tanpa fungsi", opd)
    (agency,) = coverage(reach_of(a_user("pemantau")), DAY)
    assert [duty.state for duty in agency.duties] == [
        State.NONE, State.NONE, State.PAPER, State.IN_FORCE, State.IN_WORK
    ]  # fmt: skip
    assert (agency.without_sop, agency.without_title) == (3, 2)
    assert finding([agency]) == "3 dari 5 fungsi belum punya SOP"


@pytest.mark.django_db
def test_idle_and_doubled_procedures_are_named():
    one, other = a_unit("Dinas A"), a_unit("Dinas B")
    used = a_record("Penyusunan Renja", one)
    a_row(a_fungsi("perencanaan", one), used)
    idle = a_record("Penyusunan Rencana Kebun", one)
    twin = a_record("penyusunan renja", other, status=Standing.EFFECTIVE)
    a_record("Penyusunan Renja", a_unit("Dinas C"), jenis="generic", status=Standing.EFFECTIVE)
    found = {agency.unit.pk: agency for agency in coverage(reach_of(a_user("pemantau")), DAY)}
    assert [entry.record for entry in found[one.pk].idle] == [idle.pk]
    (pair,) = found[one.pk].twice
    assert (pair.other.record, pair.same, pair.across) == (twin.pk, True, True)


@pytest.mark.django_db
def test_people_of_an_agency_see_their_own_alone():
    own = a_unit("Dinas A")
    a_unit("Dinas B")
    assert [agency.unit for agency in coverage(reach_of(a_user("penyusun", own)), DAY)] == [own]
    assert coverage(reach_of(a_user()), DAY) == []


def test_the_picture_says_its_finding_and_escapes_what_people_wrote():
    svg = grid(
        [Line("Dinas <A> & B", "/x/", [Square("none", "“<script>”: belum"), Square("in_force", "ya")] * 40)],
        title="7 dari 12 fungsi belum punya SOP",
        legend=[("none", "belum ada")],
    )
    root = ET.fromstring(svg)
    assert root.attrib["aria-label"] == "7 dari 12 fungsi belum punya SOP"
    assert "<script>" not in svg
    assert len(root.findall(".//{*}rect")) == 81
