"""Tables: looked at, told about row by row, applied all at once or not at all."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from sopan.web.audit.models import Entry
from sopan.web.organisation.models import Batch, Jabatan, Person, Seat, Unit, UnitKind
from sopan.web.organisation.services import batches
from sopan.web.organisation.services.batches import BatchTrouble
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user
from sopan.web.ui.trouble import NotAllowed

pytestmark = pytest.mark.django_db
DAY = date(2026, 7, 1)


def a_batch(by, kind: str, *lines: str, **said: object) -> Batch:
    return batches.begin(by=by, kind=kind, file_name="uji.csv", data="\n".join(lines).encode(), **said)


def told(plan) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, p.sentence.format(**p.parameters)) for p in plan.problems]


def a_nip(number: int) -> str:
    """An artificial number for each row."""
    return f"19900101{2015 + number % 9}{1 + number // 9 % 12:02d}1{1 + number // 108:03d}"


UNITS = "Kode;Nama unit;Jenis;Kode induk;Berlaku sejak"
PEOPLE = "Nama;Jenis;NIP;Unit;Jabatan;Sebagai;Sejak;Nomor SK"


def test_units_come_with_what_is_below_them_in_any_order():
    admin = a_user("admin_pemda")
    batch = a_batch(
        admin,
        "unit",
        UNITS,
        "1.1;Bidang A;Bidang;1;1-1-2025",
        "1;Dinas Satu;Dinas;;1-1-2025",
        "1.1.1;Seksi;Seksi;1.1;1-1-2025",
    )
    assert not batches.look(by=admin, batch=batch).problems
    assert not Unit.objects.exists()
    assert batches.apply(by=admin, batch=batch) == 3
    assert {(u.nama, str(u.parent or "")) for u in Unit.objects.named(DAY)} == {
        ("Dinas Satu", ""),
        ("Bidang A", "Dinas Satu"),
        ("Seksi", "Bidang A"),
    }
    assert Entry.objects.filter(action="organisation.table_applied").get().details["new"] == 3


def test_a_table_is_applied_once_and_says_so():
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "unit", UNITS, "1;Dinas Satu;Dinas;;1-1-2025")
    batches.apply(by=admin, batch=batch)
    with pytest.raises(BatchTrouble, match="sudah diterapkan"):
        batches.apply(by=admin, batch=batch)
    again = batches.look(by=admin, batch=a_batch(admin, "unit", UNITS, "1;Dinas Satu;Dinas;;1-1-2025"))
    assert (again.problems, again.lines, again.same) == ([], [], 1)


def test_units_that_cannot_be_are_told_each_once():
    admin = a_user("admin_pemda")
    Unit.objects.filter(pk=a_unit("Dinas Lama").pk).update(kode="9")
    batch = a_batch(
        admin,
        "unit",
        UNITS,
        "1;Dinas Satu;Dinas;;1-1-2025",
        "1;Dinas Dua;Dinas;;1-1-2025",
        "2;Bidang A;Bidang;7;1-1-2025",
        "2.1;Seksi A;Seksi;2;1-1-2025",
        "3;Bidang B;Bidang;4;1-1-2025",
        "4;Bidang C;Bidang;3;1-1-2025",
        "5;Bidang D;Kantor;77;kapan-kapan",
        "5.1;Seksi D;Seksi;5;1-1-2025",
        "9;Dinas Lain;Dinas;;1-1-2025",
        "8;Dinas Lama;Dinas;;1-1-2025",
    )
    assert [(row, column) for row, column, _ in told(batches.look(by=admin, batch=batch))] == [
        (3, "Kode"),
        (4, "Kode induk"),
        (6, "Kode induk"),
        (7, "Kode induk"),
        (8, "Jenis"),
        (8, "Berlaku sejak"),
        (8, "Kode induk"),
        (10, "Kode"),
        (11, "Nama unit"),
    ]
    with pytest.raises(BatchTrouble):
        batches.apply(by=admin, batch=batch)
    assert Unit.objects.count() == 1


def test_an_admin_opd_imports_below_the_own_agency_only():
    own, other = a_unit("Dinas A"), a_unit("Dinas B")
    Unit.objects.filter(pk=own.pk).update(kode="1")
    Unit.objects.filter(pk=other.pk).update(kode="2")
    admin = a_user("admin_opd", own)
    batch = a_batch(admin, "unit", UNITS, "1.1;A;Bidang;1;1-1-2025", "2.1;B;Bidang;2;1-1-2025", "3;C;Dinas;;1-1-2025")
    assert [row for row, _, _ in told(batches.look(by=admin, batch=batch))] == [3, 4]
    with pytest.raises(NotAllowed):
        a_batch(a_user(), "unit", UNITS, "1.1;A;Bidang;1;1-1-2025")


def test_offices_are_put_into_their_units():
    admin, top = a_user("admin_pemda"), a_unit("Dinas A")
    head = "Unit;Nama jabatan;Jenis;Jumlah;Memimpin;Berlaku sejak"
    batch = a_batch(
        admin,
        "jabatan",
        head,
        "dinas a;Kepala Dinas;Struktural;;ya;1-1-2025",
        "Dinas A;Analis;Fungsional;4;;1-1-2025",
    )
    batches.apply(by=admin, batch=batch)
    found = {str(office): (office.unit, office.places, office.is_head) for office in Jabatan.objects.all()}
    assert found == {"Kepala Dinas": (top, 1, True), "Analis": (top, 4, False)}
    wrong = a_batch(admin, "jabatan", head, "Dinas X;A;Struktural;;;1-1-2025", "Dinas A;B;Struktural;0;;1-1-2025")
    assert [(row, column) for row, column, _ in told(batches.look(by=admin, batch=wrong))] == [
        (2, "Unit"),
        (3, "Jumlah"),
    ]


def test_people_come_with_the_offices_they_hold():
    admin, top = a_user("admin_pemda"), a_unit("Dinas A")
    a_jabatan("Kepala Dinas", top)
    batch = a_batch(
        admin,
        "orang",
        PEOPLE,
        "Pegawai Satu;PNS;19900101 201501 1 001;Dinas A;Kepala Dinas;Plt.;1-2-2026;SPT 1",
        "Kepala Dusun;Perangkat desa;;;;;;",
    )
    batches.apply(by=admin, batch=batch)
    seat = Seat.objects.get()
    assert (seat.person.nip, seat.capacity, seat.decree) == ("199001012015011001", "plt", "SPT 1")
    assert Person.objects.get(nama="Kepala Dusun").nip is None
    again = a_batch(
        admin, "orang", PEOPLE, "Pegawai Satu;PNS;199001012015011001;Dinas A;Kepala Dinas;Plt.;1-2-2026;SPT 1"
    )
    assert batches.look(by=admin, batch=again).same == 1


def test_people_that_cannot_be_are_told():
    admin, top = a_user("admin_pemda"), a_unit("Dinas A")
    a_jabatan("Kepala Dinas", top)
    a_person("Sudah Ada", kind="pns", nip="199001012015011009")
    batch = a_batch(
        admin,
        "orang",
        PEOPLE,
        "A;PNS;199013012015011001;;;;;",
        "B;PNS;1.99001E17;;;;;",
        "C;PNS;199001012015011000;;;;;",
        "D;Pegawai non-ASN;199001012015011001;;;;;",
        "E;PNS;199001012015011009;;;;;",
        "F;PNS;199001012015011002;Dinas A;Kepala Dinas;;1-1-2026;",
        "G;PNS;199001012015011003;Dinas A;Kepala Dinas;;1-1-2026;",
        "H;PNS;199001012015011003;Dinas A;;;;",
        "I;Honorer;;;;;;",
        "J;PNS;;Dinas A;Tidak Ada;;1-1-2026;",
        "K;PNS;;Dinas A;Kepala Dinas;;;",
    )
    found = told(batches.look(by=admin, batch=batch))
    assert [row for row, _, _ in found] == [2, 3, 4, 5, 6, 8, 9, 10, 11, 12]
    assert "tiga angka terakhirnya hilang" in found[2][2]
    assert "sudah terisi penuh" in found[5][2]


def test_of_ten_thousand_rows_exactly_the_thirty_seven_faulty_ones_are_named():
    admin = a_user("admin_pemda")
    a_unit("Dinas A")
    faulty = {2 + 263 * number for number in range(37)}
    lines = [f"Pegawai {row};PNS;{'x' if row in faulty else a_nip(row)};Dinas A;;;;" for row in range(2, 10_002)]
    plan = batches.look(by=admin, batch=a_batch(admin, "orang", PEOPLE, *lines))
    assert {problem.row for problem in plan.problems} == faulty
    assert len(plan.problems) == 37


def test_ten_thousand_people_are_written_with_few_queries(django_assert_max_num_queries):
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "orang", "Nama;Jenis", *(f"Orang ke-{n};Pegawai non-ASN" for n in range(10_000)))
    with django_assert_max_num_queries(150):
        assert batches.apply(by=admin, batch=batch) == 10_000


MOVES = "NIP atau nama;Unit tujuan;Jabatan tujuan"


@pytest.fixture
def two_offices():
    top = a_unit("Dinas A")
    one, other = a_jabatan("Kepala Bidang A", top), a_jabatan("Kepala Bidang B", top)
    ani, budi = a_person("Pemangku A"), a_person("Pemangku B")
    a_seat(ani, one)
    a_seat(budi, other)
    return top, one, other, ani, budi


def test_a_mutasi_is_looked_at_before_it_counts(two_offices):
    admin = a_user("admin_pemda")
    _, one, other, ani, budi = two_offices
    batch = a_batch(
        admin,
        "mutasi",
        MOVES,
        "Pemangku A;Dinas A;Kepala Bidang B",
        "pemangku b;Dinas A;Kepala Bidang A",
        on=DAY,
        decree="SK 1",
    )
    plan = batches.look(by=admin, batch=batch)
    assert plan.lines[0] == ("Pemangku A", "Kepala Bidang A", "Kepala Bidang B", "Dinas A")
    assert Seat.objects.count() == 2
    batches.apply(by=admin, batch=batch)
    assert {(s.person, s.jabatan, s.decree) for s in Seat.objects.on(DAY)} == {
        (ani, other, "SK 1"),
        (budi, one, "SK 1"),
    }


def test_who_leaves_without_an_office_leaves_one_empty(two_offices):
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "mutasi", MOVES, "Pemangku A;;", on=DAY, decree="SK 1")
    assert batches.look(by=admin, batch=batch).remarks == ["Kepala Bidang A"]
    batches.apply(by=admin, batch=batch)
    assert [str(seat.person) for seat in Seat.objects.on(DAY)] == ["Pemangku B"]


def test_a_mutasi_that_cannot_be_is_told_row_by_row(two_offices):
    admin = a_user("admin_pemda")
    a_person("Nama Kembar")
    a_person("Nama Kembar")
    batch = a_batch(
        admin,
        "mutasi",
        MOVES,
        "Pemangku A;Dinas A;Kepala Bidang B",
        "Nama Kembar;;",
        "Tidak Ada;;",
        "Pemangku A;;",
        "Pemangku B;Dinas A;",
        on=DAY,
        decree="SK 1",
    )
    assert [row for row, _, _ in told(batches.look(by=admin, batch=batch))] == [3, 4, 5, 6]


def test_a_taken_office_is_told_before_anything_counts(two_offices):
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "mutasi", MOVES, "Pemangku A;Dinas A;Kepala Bidang B", on=DAY, decree="SK 1")
    (found,) = told(batches.look(by=admin, batch=batch))
    assert "sudah terisi penuh" in found[2]


def test_what_changed_meanwhile_is_seen_when_it_should_count(two_offices):
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "mutasi", MOVES, "Orang Ketiga;;", on=DAY, decree="SK 1")
    with pytest.raises(BatchTrouble, match="Keadaan berubah"):
        batches.apply(by=admin, batch=batch)


# Pages


def upload(client, url: str, text: str, **said: str):
    return client.post(url, {"file": SimpleUploadedFile("data.csv", text.encode()), **said})


def test_the_way_from_the_form_to_what_counts(client):
    client.force_login(a_user("admin_pemda"))
    form = client.get(reverse("organisation:blank", args=["unit"]))
    sheet = load_workbook(BytesIO(form.content))["Isian"]
    headings = [cell.value for cell in sheet[1]]
    answer = upload(
        client, reverse("organisation:upload"), f"{';'.join(headings)}\n1;Dinas Satu;Dinas;;1-1-2025", kind="unit"
    )
    page = client.get(answer["Location"]).content.decode()
    assert "Terapkan 1 baris" in page
    assert "Dinas Satu" in page
    batch = Batch.objects.get()
    done = client.post(reverse("organisation:apply_batch", args=[batch.pk]), follow=True).content.decode()
    assert "Sudah diterapkan" in done
    assert Unit.objects.get().kind == UnitKind.DINAS
    assert "data.csv" in client.get(reverse("organisation:upload")).content.decode()


def test_problems_are_listed_with_their_rows(client):
    client.force_login(a_user("admin_pemda"))
    answer = upload(client, reverse("organisation:upload"), f"{UNITS}\n1;;Dinas;;1-1-2025", kind="unit")
    page = client.get(answer["Location"]).content.decode()
    assert "1 baris perlu diperbaiki" in page
    assert "Baris 2" in page
    assert "Nama unit: belum diisi." in page
    assert "Terapkan" not in page


@pytest.mark.parametrize(("text", "said"), [("", "kosong"), (UNITS, "Belum ada baris"), ("PK\x03\x04", "rusak")])
def test_a_file_that_is_no_table_is_told_at_its_field(client, text, said):
    client.force_login(a_user("admin_pemda"))
    answer = upload(client, reverse("organisation:upload"), text, kind="unit")
    assert answer.status_code == 422
    assert said in answer.content.decode()


def test_a_mutasi_goes_by_page(client, two_offices):
    client.force_login(a_user("admin_pemda"))
    answer = upload(
        client, reverse("organisation:moves"), f"{MOVES}\nPemangku A;;", on="2026-07-01", decree="SK 800/1/2026"
    )
    page = client.get(answer["Location"]).content.decode()
    assert "SK 800/1/2026" in page
    assert "1 jabatan menjadi lowong" in page
    client.post(reverse("organisation:apply_batch", args=[Batch.objects.get().pk]))
    assert Seat.objects.on(DAY).count() == 1


def test_what_somebody_uploaded_is_theirs_alone(client):
    batch = a_batch(a_user("admin_pemda"), "unit", UNITS, "1;Dinas Satu;Dinas;;1-1-2025")
    client.force_login(a_user("admin_pemda"))
    assert client.get(reverse("organisation:batch", args=[batch.pk])).status_code == 403
    assert client.post(reverse("organisation:apply_batch", args=[batch.pk])).status_code == 403
    assert client.post(reverse("organisation:discard_batch", args=[batch.pk])).status_code == 403


def test_an_upload_can_be_thrown_away(client):
    admin = a_user("admin_pemda")
    batch = a_batch(admin, "unit", UNITS, "1;Dinas Satu;Dinas;;1-1-2025")
    client.force_login(admin)
    client.post(reverse("organisation:discard_batch", args=[batch.pk]))
    assert not Batch.objects.exists()


@pytest.mark.parametrize("name", ["upload", "moves"])
def test_a_colleague_imports_nothing(client, name):
    client.force_login(a_user())
    assert client.get(reverse(f"organisation:{name}")).status_code == 403
