"""Time in the spellings of real documents, and of people who have not written theirs yet."""

from __future__ import annotations

import time
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain.waktu import Bound, Calendar, Doubt, Reason, Span, TimeClass, Unit, Waktu, minutes_of, read

DAY, WEEK, MONTH, YEAR = 1440, 7 * 1440, 30 * 1440, 365 * 1440
WORKING_DAY = 450


def minutes(words: str) -> tuple[Fraction, Fraction]:
    span = read(words).span()
    assert not span.unmeasured_count, f"{words!r} is not measured"
    return span.shortest, span.longest


@pytest.mark.parametrize(
    ("words", "number", "unit"),
    [
        ("25 menit", 25, Unit.MENIT), ("25 MENIT", 25, Unit.MENIT), ("25menit.", 25, Unit.MENIT),
        ("25 mnt", 25, Unit.MENIT), ("25 min", 25, Unit.MENIT), ("25 Mins", 25, Unit.MENIT), ("25'", 25, Unit.MENIT),
        ("25’", 25, Unit.MENIT), ("25-menit", 25, Unit.MENIT), ("25 (menit)", 25, Unit.MENIT),
        ("25\n\nMenit", 25, Unit.MENIT), ("• 25 menit", 25, Unit.MENIT), ("40 detik", 40, Unit.DETIK),
        ("6 jam", 6, Unit.JAM), ("6 jam kerja", 6, Unit.JAM), ("1:30 jam", Fraction(3, 2), Unit.JAM),
        ("9 hari", 9, Unit.HARI), ("9 hr", 9, Unit.HARI), ("9 hari kalender", 9, Unit.HARI),
        ("9 hari kerja", 9, Unit.HARI_KERJA), ("9 hk", 9, Unit.HARI_KERJA), ("9 hr kerja", 9, Unit.HARI_KERJA),
        ("9 hari efektif", 9, Unit.HARI_KERJA), ("9 hari (kerja)", 9, Unit.HARI_KERJA),
        ("9 hari efektif kerja", 9, Unit.HARI_KERJA), ("2 mgg", 2, Unit.MINGGU), ("2 pekan", 2, Unit.MINGGU),
        ("8 bln", 8, Unit.BULAN), ("1 triwulan", 3, Unit.BULAN), ("2 semester", 12, Unit.BULAN),
        ("5 thn", 5, Unit.TAHUN), ("5 x 24 jam", 5, Unit.HARI), ("7×24 Jam", 7, Unit.HARI),
        ("3 x 45 menit", 135, Unit.MENIT), ("45 menit x 3 berkas", 135, Unit.MENIT), ("26 jam", 26, Unit.JAM),
        ("Jangka waktu : 9 hari", 9, Unit.HARI), ("selama 9 hari", 9, Unit.HARI), ("2. 9 hari", 9, Unit.HARI),
        ("(9 hari)", 9, Unit.HARI),
    ],
)  # fmt: skip
def test_reads_one_amount(words, number, unit):
    (amount,) = read(words).minimum
    assert (amount.number, amount.unit) == (number, unit)
    assert read(words).maximum == (amount,)
    assert read(words).words == words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("2,5 jam", Fraction(5, 2)), ("2.5 jam", Fraction(5, 2)), ("0.125 jam", Fraction(1, 8)), ("2.400 jam", 2400),
        ("1.234.567 jam", 1234567), ("2.400,5 jam", Fraction(4801, 2)), ("¾ jam", Fraction(3, 4)),
        ("2¼ jam", Fraction(9, 4)), ("2 1/4 jam", Fraction(9, 4)), ("3/4 jam", Fraction(3, 4)),
        ("⅓ jam", Fraction(1, 3)), ("setengah jam", Fraction(1, 2)), ("seperempat jam", Fraction(1, 4)),
        ("tiga perempat jam", Fraction(3, 4)), ("dua pertiga jam", Fraction(2, 3)),
        ("tiga setengah jam", Fraction(7, 2)), ("3 setengah jam", Fraction(7, 2)), ("sejam", 1), ("tujuh jam", 7),
        ("sebelas jam", 11), ("sembilan belas jam", 19), ("Tiga Puluh Enam jam", 36), ("seratus sepuluh jam", 110),
        ("dua ratus empat puluh jam", 240), ("seribu dua ratus jam", 1200), ("21 (dua puluh satu) jam", 21),
        ("dua puluh satu (21) jam", 21), ("１２ jam", 12),
    ],
)  # fmt: skip
def test_reads_numbers_in_figures_fractions_and_words(words, number):
    (amount,) = read(words).minimum
    assert (amount.number, amount.unit) == (number, Unit.JAM)
    assert not read(words).doubts


@pytest.mark.parametrize(
    "words",
    [
        "4-6 jam", "4 - 6 jam", "4–6 jam", "4 — 6 Jam", "4 jam - 6 jam", "4 s.d. 6 jam", "4 s.d 6 jam", "4 s/d 6 jam",
        "4 sd 6 jam", "4 jam s/d 6 jam", "4 sampai 6 jam", "4 sampai dengan 6 jam", "4 hingga 6 jam", "4 ~ 6 jam",
        "4 atau 6 jam", "4, 5 atau 6 jam", "empat sampai enam jam", "4 (empat) s.d. 6 (enam) jam",
        "antara 4 dan 6 jam", "min. 4 jam maks. 6 jam", "4 jam, maksimal 6 jam", "4 jam (maks. 6 jam)",
        "240 menit - 6 jam", "4-\n6 jam",
    ],
)  # fmt: skip
def test_reads_a_range(words):
    assert minutes(words) == (240, 360)
    assert read(words).is_range
    assert read(words).bound is Bound.EXACT


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("20 menit - 2 jam", 20, 120), ("½ - 2 jam", 30, 120), ("1 - 1½ jam", 60, 90),
        ("1 jam 20 menit - 2 jam", 80, 120), ("1 jam 20-40 menit", 80, 100), ("1 jam - 2 hari kerja", 60, 900),
        ("3 hari - 2 minggu", 3 * DAY, 2 * WEEK), ("90 menit s.d. 1 hari", 90, DAY),
        ("1 bulan s/d 1 tahun", MONTH, YEAR),
    ],
)  # fmt: skip
def test_the_ends_of_a_range_may_have_units_of_their_own(words, least, most):
    assert minutes(words) == (least, most)


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("2 jam 15 menit", 135), ("2 jam, 15 menit", 135), ("2 jam dan 15 menit", 135), ("2 jam + 15 menit", 135),
        ("2j 15m", 135), ("1 tahun 3 bulan", YEAR + 3 * MONTH),
        ("3 bulan 2 minggu 1 hari", 3 * MONTH + 2 * WEEK + DAY), ("2 hari kerja 4 jam", 1140),
        ("1 menit 30 detik", Fraction(3, 2)), ("00:45:00", 45), ("satu jam tiga puluh menit", 90),
    ],
)  # fmt: skip
def test_adds_up_what_is_said_in_several_units(words, total):
    assert minutes(words) == (total, total)


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("maks 4 jam", Bound.AT_MOST), ("Max. 4 jam", Bound.AT_MOST), ("Maksimal 4 (empat) jam", Bound.AT_MOST),
        ("4 jam (maksimal)", Bound.AT_MOST), ("paling lama 4 jam", Bound.AT_MOST),
        ("paling lambat 4 jam", Bound.AT_MOST), ("selambat-lambatnya 4 jam", Bound.AT_MOST),
        ("s.d. 4 jam", Bound.AT_MOST), ("hingga 4 jam", Bound.AT_MOST), ("< 4 jam", Bound.AT_MOST),
        ("≤4 jam", Bound.AT_MOST), ("tidak lebih dari 4 jam", Bound.AT_MOST), ("kurang dari 4 jam", Bound.AT_MOST),
        ("min. 4 jam", Bound.AT_LEAST), ("lebih dari 4 jam", Bound.AT_LEAST), ("≥ 4 jam", Bound.AT_LEAST),
        ("sekurang-kurangnya 4 jam", Bound.AT_LEAST), ("± 4 jam", Bound.ABOUT), ("+/- 4 jam", Bound.ABOUT),
        ("kurang lebih 4 jam", Bound.ABOUT), ("kira-kira 4 jam", Bound.ABOUT), ("sekitar 4 jam", Bound.ABOUT),
    ],
)  # fmt: skip
def test_knows_how_firmly_a_time_was_stated(words, bound):
    assert read(words).bound is bound
    assert minutes(words) == (0 if bound is Bound.AT_MOST else 240, 240)


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("7 menit/berkas", "berkas"), ("7 menit / Berkas", "berkas"), ("7 menit per berkas", "berkas"),
        ("7 menit setiap berkas", "berkas"), ("7 menit untuk setiap berkas", "berkas"), ("setiap berkas 7 menit",
        "berkas"), ("7 menit/1 berkas", "1 berkas"), ("7 mnt/hari", "hari"),
    ],
)  # fmt: skip
def test_reads_the_time_for_one_of_many(words, per):
    assert read(words).per == per
    assert minutes(words) == (7, 7)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("", Reason.EMPTY), (" – ", Reason.EMPTY), ("…", Reason.EMPTY), ("n/a", Reason.EMPTY),
        ("kondisional", Reason.CONDITIONAL), ("Sesuai dengan kebutuhan", Reason.CONDITIONAL),
        ("menyesuaikan", Reason.CONDITIONAL), ("bila diperlukan", Reason.CONDITIONAL),
        ("Sewaktu-waktu", Reason.CONDITIONAL), ("segera", Reason.CONDITIONAL), ("bulanan", Reason.RECURRING),
        ("Sepanjang tahun", Reason.RECURRING), ("setiap bulan", Reason.RECURRING), ("per 3 bulan", Reason.RECURRING),
        ("3 bulan sekali", Reason.RECURRING), ("sebulan sekali", Reason.RECURRING),
        ("2 kali setahun", Reason.RECURRING), ("2x dalam 1 tahun", Reason.RECURRING), ("1 kali", Reason.RECURRING),
        ("pukul 09.00 WITA", Reason.MOMENT), ("08.00-10.00 WIB", Reason.MOMENT), ("jam 09.00", Reason.MOMENT),
        ("09:30", Reason.MOMENT), ("H-7", Reason.MOMENT), ("h + 3 hari", Reason.MOMENT),
        ("Minggu ke-3", Reason.MOMENT), ("minggu pertama", Reason.MOMENT), ("tanggal 5 setiap bulan", Reason.MOMENT),
        ("tgl 1-10", Reason.MOMENT), ("17 Agustus 2026", Reason.MOMENT), ("Januari s.d. Maret", Reason.MOMENT),
        ("Sejak penetapan", Reason.MOMENT), ("45", Reason.NO_UNIT), ("10 - 20", Reason.NO_UNIT),
        ("dua", Reason.NO_UNIT), ("Surat Keputusan", Reason.UNKNOWN), ("3 lembar", Reason.UNKNOWN),
        ("hari kerja", Reason.UNKNOWN),
    ],
)  # fmt: skip
def test_says_why_a_time_cannot_be_measured(words, reason):
    waktu = read(words)
    assert (waktu.reason, waktu.parts, waktu.time_class) == (reason, (), TimeClass.UNMEASURED)
    assert waktu.span() == Span(unmeasured_count=1)
    assert (Doubt.NO_UNIT in waktu.doubts) is (reason is Reason.NO_UNIT)


@pytest.mark.parametrize(
    ("words", "doubt", "least", "most"),
    [
        ("7 minit", Doubt.SPELLING, 7, 7), ("7 mneit", Doubt.SPELLING, 7, 7), ("7 menti", Doubt.SPELLING, 7, 7),
        ("7 mennit", Doubt.SPELLING, 7, 7), ("7 Mingu", Doubt.SPELLING, 7 * WEEK, 7 * WEEK),
        ("7 hari kreja", Doubt.SPELLING, 3150, 3150), ("2 0 menit", Doubt.SPELLING, 20, 20),
        ("1 200 menit", Doubt.SPELLING, 1200, 1200), ("2O menit", Doubt.SPELLING, 20, 20),
        ("l2 menit", Doubt.SPELLING, 12, 12), ("20-15 menit", Doubt.REVERSED, 15, 20),
        ("15 menit - 20", Doubt.NO_UNIT, 15, 20), ("15 menit, 20 menit", Doubt.LIST, 15, 20),
        ("15 menit\n20 menit", Doubt.LIST, 15, 20),
        ("1 hari; 2 jam; 3 bulan 1 minggu", Doubt.LIST, 120, 3 * MONTH + WEEK),
        ("dua tiga hari", Doubt.LIST, 2 * DAY, 3 * DAY), ("15 20 menit", Doubt.LIST, 15, 20),
        ("5/3 jam", Doubt.LIST, 180, 300), ("4 (lima) menit", Doubt.CONTRADICTION, 4, 4),
    ],
)  # fmt: skip
def test_gives_an_answer_with_its_doubt(words, doubt, least, most):
    assert read(words).doubts == {doubt}
    assert minutes(words) == (least, most)


@pytest.mark.parametrize("words", ["9 dari 10", "3 haji", "5 bukan", "2 detil", "3 hati"])
def test_does_not_take_another_word_for_a_misspelled_unit(words):
    assert not read(words).is_measured


@pytest.mark.parametrize(
    ("words", "unread"),
    [
        ("9 hari setelah berkas lengkap", "setelah berkas lengkap"), ("Verifikasi 9 hari", "verifikasi"),
        ("tergantung, 9 hari", "tergantung"), ("Kondisional (9 hari)", "kondisional"), ("9 hari sejak diterima",
        "sejak diterima"),
    ],
)  # fmt: skip
def test_keeps_the_words_it_did_not_need(words, unread):
    assert read(words).unread == unread
    assert minutes(words) == (9 * DAY, 9 * DAY)


@pytest.mark.parametrize(
    ("words", "contradicts"),
    [
        ("180 menit (3 jam)", False), ("180 menit (2 jam)", True), ("60–120 menit (1–2 jam)", False),
        ("60–120 menit (1–3 jam)", True), ("180 menit = 3 jam", False), ("14 hari/2 minggu", False),
        ("7 (tujuh) hari", False), ("7 (delapan) hari", True), ("10 hari kerja (2 minggu)", False),
        ("14 hari (2 minggu)", False), ("10 hari (2 minggu)", False), ("12 hari (2 minggu)", True),
        ("230 menit (3,8 jam)", False), ("230 menit (±3,8 Jam)", False), ("230 menit (3,5 jam)", True),
        ("180 menit", False), ("180 menit (di luar ishoma)", False), ("kondisional", False),
    ],
)  # fmt: skip
def test_sees_when_a_time_said_twice_is_not_the_same(words, contradicts):
    assert read(words).contradicts_itself() is contradicts


def test_whether_eight_hours_are_a_working_day_is_for_the_calendar_to_say():
    assert read("8 jam (1 hari kerja)").contradicts_itself()
    assert not read("8 jam (1 hari kerja)").contradicts_itself(Calendar(working_day=480))


def test_working_and_calendar_time_are_kept_apart():
    assert read("2 hari kerja").time_class is TimeClass.WORKING
    assert read("2 hari").time_class is TimeClass.CALENDAR
    assert read("2 hari dan 3 jam").span() == Span(Fraction(180), Fraction(180), Fraction(2 * DAY), Fraction(2 * DAY))


def test_one_calendar_unit_makes_a_whole_range_pass_by_the_calendar():
    assert read("30 menit - 3 hari").span() == Span(calendar_min=Fraction(30), calendar_max=Fraction(3 * DAY))
    assert read("1 hari 2 jam").span() == Span(calendar_min=Fraction(DAY + 120), calendar_max=Fraction(DAY + 120))


def test_minutes_go_by_the_calendar_that_is_given():
    six_days = Calendar(working_day=375, working_days_per_week=6, days_per_month=31, days_per_year=366)
    assert read("2 hari kerja").span(six_days).longest == 750
    assert read("1 bulan").span(six_days).longest == 31 * DAY
    assert read("1 tahun").span(six_days).longest == 366 * DAY


def test_a_calendar_without_minutes_is_refused():
    with pytest.raises(ValueError, match="working_day"):
        Calendar(working_day=0)


def test_a_span_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValueError, match="minimum"):
        Span(working_min=Fraction(2), working_max=Fraction(1))


PIECES = (
    "1 2 15 1,5 1.250 ½ 1/2 satu belas puluh setengah menit jam hari kerja minggu bulan tahun hk ' - – s.d. s/d sampai"
    " atau dan , ; ( ) / = x kali maks. min ± setiap per sekali pukul ke berkas sesuai minit 08:30 00:15:00"
    " . : @ sehari"
)
pieces = st.sampled_from([*PIECES.split(), "\n"])
sentences = st.lists(pieces, max_size=25).map(" ".join) | st.lists(pieces, max_size=25).map("".join)


@given(sentences | st.text(max_size=80))
def test_any_words_are_read_or_left_unmeasured(words):
    waktu = read(words)
    assert isinstance(waktu, Waktu)
    assert waktu.words == words
    assert waktu.is_measured is (waktu.reason is None)
    assert minutes_of(waktu.minimum) <= minutes_of(waktu.maximum)
    assert waktu.span().shortest <= waktu.span().longest
    assert waktu.contradicts_itself() in (True, False)


@pytest.mark.parametrize(
    "piece",
    ["1", " ", "1 ", "1 menit ", "1/", "(", "1 (", "dua ", "- ", "1x", "menit", "½", "a", "\u0301", "9.", "s.d."],
)
def test_a_hundred_kilobytes_are_read_at_once(piece):
    started = time.process_time()
    for length in (499, 100_000):
        read((piece * length)[:length])
    assert time.process_time() - started < 1


def test_reads_the_times_of_real_documents(corpus):
    lines = (corpus / "waktu.txt").read_text(encoding="utf-8").splitlines()
    entries = [line.split("\t", 1) for line in lines if line and not line.startswith("#")]
    times = [(int(count), read(words.replace("\\n", "\n"))) for count, words in entries]
    total = sum(count for count, _ in times)
    measured = sum(count for count, waktu in times if waktu.is_measured)
    assert measured / total > 0.85
    assert all(minutes_of(waktu.minimum) <= minutes_of(waktu.maximum) for _, waktu in times)
    assert not [waktu.words for _, waktu in times if waktu.is_measured and waktu.unread]
    assert not [waktu.words for _, waktu in times if any(sign.isdigit() for sign in waktu.words)
                and not waktu.is_measured and waktu.reason is not Reason.NO_UNIT]  # fmt: skip
    assert not [waktu.words for _, waktu in times if waktu.contradicts_itself()]
