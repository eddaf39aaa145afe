"""What a house may say in its profile, and what it is told about a slip."""

from __future__ import annotations

import pickle

import pytest

from sopan.checker.profile import DEFAULT, InvalidProfile, decode_profile
from sopan.checker.registry import rule_of
from sopan.checker.rule import Severity


def sentences_about(data: object) -> list[str]:
    with pytest.raises(InvalidProfile) as refused:
        decode_profile(data)
    return [mistake.sentence.format_map(mistake.parameters) for mistake in refused.value.mistakes]


@pytest.mark.parametrize("nothing", [None, {}, {"aturan": None, "parameter": None}])
def test_a_profile_that_says_nothing_takes_the_rules_as_they_come(nothing: object) -> None:
    assert decode_profile(nothing) == DEFAULT
    assert DEFAULT.severity_of(rule_of("MB-01")) is rule_of("MB-01").severity


@pytest.mark.parametrize(
    ("word", "severity"),
    [("mati", None), ("info", Severity.INFO), ("Peringatan", Severity.WARNING), (" kesalahan ", Severity.ERROR)],
)
def test_a_word_sets_how_strictly_a_rule_is_taken(word: str, severity: Severity | None) -> None:
    profile = decode_profile({"aturan": {"mb-01": word}})
    assert profile.severity_of(rule_of("MB-01")) is severity


def test_numbers_may_be_written_as_indonesians_write_them() -> None:
    profile = decode_profile({"parameter": {"hari_kerja_tanpa_keterangan": "2,5", "kegiatan_paling_banyak": 30}})
    assert profile.parameters == {"hari_kerja_tanpa_keterangan": 2.5, "kegiatan_paling_banyak": 30.0}


def test_lists_are_lists_of_texts() -> None:
    profile = decode_profile({"parameter": {"pola_nomor": ["{klasifikasi}/{urut}/{tahun}"]}})
    assert profile.parameters == {"pola_nomor": ("{klasifikasi}/{urut}/{tahun}",)}


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        ("FL-06", "Profil adalah daftar berpasangan dengan kunci “aturan” dan “parameter”."),
        ({"rules": {}}, "Profil tidak mengenal “rules”; tulis “aturan” atau “parameter”."),
        (
            {"aturan": ["MB-01"]},
            "Bagian “aturan” pada profil seharusnya berisi pasangan nama dan nilai, satu per baris.",
        ),
        ({"aturan": {"MB-001": "info"}}, "Tidak ada aturan berkode “MB-001”. Maksudnya “MB-01”?"),
        ({"aturan": {"?": "info"}}, "Tidak ada aturan berkode “?”; lihat daftarnya dengan “sopan explain”."),
        (
            {"aturan": {"MB-01": "keras"}},
            "Aturan MB-01 diberi “keras”; pilih salah satu: mati, info, peringatan, kesalahan.",
        ),
        (
            {"parameter": {"kegiatan_terbanyak": 3}},
            "Tidak ada parameter bernama “kegiatan_terbanyak”. Maksudnya “kegiatan_paling_banyak”?",
        ),
        ({"parameter": {"?": 3}}, "Tidak ada parameter bernama “?”; daftarnya ada di buku panduan."),
        (
            {"parameter": {"kegiatan_paling_banyak": "banyak"}},
            "Parameter “kegiatan_paling_banyak” diberi “banyak”; isi dengan angka dari 2 sampai 200.",
        ),
        (
            {"parameter": {"kegiatan_paling_banyak": True}},
            "Parameter “kegiatan_paling_banyak” diberi “True”; isi dengan angka dari 2 sampai 200.",
        ),
        ({"parameter": {"pola_nomor": "satu"}}, "Parameter “pola_nomor” adalah daftar teks, satu butir per baris."),
    ],
)
def test_a_slip_gets_a_sentence_that_says_what_to_write(data: object, sentence: str) -> None:
    assert sentences_about(data) == [sentence]


def test_all_slips_are_told_at_once() -> None:
    assert len(sentences_about({"aturan": {"XX-1": "keras"}, "parameter": {"pola_nomor": 1}, "lain": 1})) == 4


def test_the_refusal_survives_the_way_between_processes() -> None:
    with pytest.raises(InvalidProfile) as refused:
        decode_profile({"lain": 1})
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.mistakes == refused.value.mistakes
    assert (again.sentence, again.parameters) == (refused.value.sentence, refused.value.parameters)
