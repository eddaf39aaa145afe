"""What the rules know of Indonesian office language, by example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.checker.language.answers import Sense, is_negative, is_positive, sense_of
from sopan.checker.language.consequences import condition_in, names_a_consequence
from sopan.checker.language.offices import (
    agent_in,
    expanded,
    heads_a_region,
    is_external,
    leading_office,
    may_be_abolished,
    serves_applicants,
)
from sopan.checker.language.personal_data import masked, mobile_numbers, niks, nips, private_emails
from sopan.checker.language.persons import names_in, person_in
from sopan.checker.language.spelling import respelled, standard_spelling
from sopan.checker.language.stems import content_stems, stem
from sopan.checker.language.things import equipment_in, named_tools
from sopan.checker.language.titles import names_an_aspect
from sopan.checker.language.verbs import (
    Form,
    active_of,
    decides,
    form_of,
    joined_verbs,
    opening,
    passive_in,
    with_active_opening,
    without_light_verb,
)
from sopan.checker.language.words import folded, shortened, split_after, without_list_mark, words


class TestWords:
    def test_words_are_lower_case_and_without_punctuation(self) -> None:
        assert words("Memeriksa (ulang) berkas, F-2.01!") == ("memeriksa", "ulang", "berkas", "f-2", "01")

    def test_texts_that_read_the_same_fold_to_the_same(self) -> None:
        assert folded("  Surat  MASUK. ") == folded("surat masuk")

    @pytest.mark.parametrize(
        ("written", "plain"),
        [
            ("1. Menerima", "Menerima"),
            ("a) Menerima", "Menerima"),
            ("- Menerima", "Menerima"),
            ("1, UU", "UU"),
            ("2 hari", "2 hari"),
            ("Menerima", "Menerima"),
            ("KTP.", "KTP."),
        ],
    )
    def test_the_mark_of_a_list_is_taken_off(self, written: str, plain: str) -> None:
        assert without_list_mark(written) == plain

    def test_a_long_text_is_cut_at_a_word(self) -> None:
        assert shortened("satu dua  tiga\nempat", at_most=12) == "satu dua…"
        assert shortened("satu dua", at_most=12) == "satu dua"

    def test_a_text_is_cut_after_so_many_words(self) -> None:
        assert split_after("Kasi Umum: memeriksa", 2) == ("Kasi Umum", ": memeriksa")
        assert split_after("satu", 3) == ("satu", "")

    @given(st.text(max_size=40))
    def test_cutting_loses_nothing(self, text: str) -> None:
        first, rest = split_after(text, 1)
        assert (first + rest).strip() == text.strip() or not words(text)


class TestStems:
    @pytest.mark.parametrize(
        "forms",
        [
            "periksa memeriksa diperiksa pemeriksaan",
            "terbit menerbitkan penerbitan diterbitkan",
            "terima menerima penerimaan",
            "nilai menilai penilaian",
            "kirim mengirim pengiriman dikirim",
            "kelola mengelola pengelolaan dikelola",
            "masuk memasukkan dimasukkan",
            "minta meminta permintaan",
            "nomor menomori penomoran",
            "usul mengusulkan pengusulan usulan",
            "layan melayani pelayanan layanan",
            "tetap menetapkan penetapan",
            "susun menyusun penyusunan",
            "kumpul mengumpulkan pengumpulan dikumpulkan",
        ],
    )
    def test_forms_of_a_word_share_their_stem(self, forms: str) -> None:
        assert len({stem(form) for form in forms.split()}) == 1

    @pytest.mark.parametrize(
        ("one", "other"), [("surat", "syarat"), ("masuk", "keluar"), ("kirim", "terima"), ("lahir", "mati")]
    )
    def test_different_words_do_not(self, one: str, other: str) -> None:
        assert stem(one) != stem(other)

    def test_little_words_carry_no_meaning(self) -> None:
        assert content_stems("Berkas yang akan diperiksa oleh") == {stem("berkas"), stem("periksa")}


class TestForms:
    @pytest.mark.parametrize(
        "word",
        [
            "memeriksa",
            "menyusun",
            "mengirim",
            "melaksanakan",
            "menerima",
            "mengecek",
            "berkoordinasi",
            "bekerja",
            "merekap",
            "mewawancarai",
            "meyakinkan",
            "memproses",
            "menandatangani",
            "mengunggah",
        ],
    )
    def test_active_verbs(self, word: str) -> None:
        assert form_of(word) is Form.ACTIVE

    @pytest.mark.parametrize(
        "word",
        [
            "media",
            "meja",
            "menu",
            "menteri",
            "menit",
            "mesin",
            "metode",
            "memo",
            "berita",
            "berkas",
            "berlaku",
            "beras",
            "melalui",
            "mengenai",
            "menurut",
            "mekanisme",
            "meterai",
        ],
    )
    def test_words_that_only_look_like_active_verbs(self, word: str) -> None:
        assert form_of(word) is Form.OTHER

    @pytest.mark.parametrize("word", ["diperiksa", "dikirim", "disahkan", "ditandatangani", "dicatat", "diinput"])
    def test_passive_verbs(self, word: str) -> None:
        assert form_of(word) is Form.PASSIVE

    @pytest.mark.parametrize(
        "word", ["dinas", "direktur", "dokumen", "divisi", "digital", "dinkes", "disdukcapil", "diluar", "dikantor"]
    )
    def test_words_that_only_look_like_passive_verbs(self, word: str) -> None:
        assert form_of(word) is Form.OTHER

    @pytest.mark.parametrize(
        "word", ["pemeriksaan", "persetujuan", "pencairan", "verifikasi", "disposisi", "distribusi", "penjaringan"]
    )
    def test_nouns_of_action(self, word: str) -> None:
        assert form_of(word) is Form.NOMINALISED

    @pytest.mark.parametrize("word", ["peraturan", "kecamatan", "kegiatan", "perangkat", "pedoman", "pegawai"])
    def test_nouns_that_name_no_action(self, word: str) -> None:
        assert form_of(word) is Form.OTHER

    def test_orders_and_states(self) -> None:
        assert form_of("periksa") is Form.BARE
        assert form_of("tersusun") is Form.STATIVE
        assert form_of("terhadap") is Form.OTHER


class TestActiveForms:
    @pytest.mark.parametrize(
        ("word", "active"),
        [
            ("dikirim", "mengirim"),
            ("diperiksa", "memeriksa"),
            ("diperbaiki", "memperbaiki"),
            ("ditulis", "menulis"),
            ("disusun", "menyusun"),
            ("dibuat", "membuat"),
            ("dicatat", "mencatat"),
            ("diambil", "mengambil"),
            ("dihitung", "menghitung"),
            ("diproses", "memproses"),
            ("ditransfer", "mentransfer"),
            ("dicek", "mengecek"),
            ("dilaporkan", "melaporkan"),
            ("diserahkan", "menyerahkan"),
            ("difasilitasi", "memfasilitasi"),
            ("digandakan", "menggandakan"),
            ("dinilai", "menilai"),
            ("diunggah", "mengunggah"),
            ("dikhususkan", "mengkhususkan"),
            ("diklasifikasikan", "mengklasifikasikan"),
            ("pemeriksaan", "memeriksa"),
            ("persetujuan", "menyetujui"),
            ("verifikasi", "memverifikasi"),
            ("periksa", "memeriksa"),
            ("memeriksa", "memeriksa"),
            ("pengembaraan", ""),
            ("meja", ""),
        ],
    )
    def test_an_officer_would_write_it_so(self, word: str, active: str) -> None:
        assert active_of(word) == active

    @pytest.mark.parametrize(
        ("text", "better"),
        [
            ("Diperiksa kelengkapan berkas", "Memeriksa kelengkapan berkas"),
            ("di kirim ke dinas", "Mengirim ke dinas"),
            ("Verifikasi, data", "Memverifikasi, data"),
            ("Di kantor camat", ""),
            ("Dinas mengirim", ""),
        ],
    )
    def test_a_sentence_gets_an_active_opening(self, text: str, better: str) -> None:
        assert with_active_opening(text) == better

    def test_every_noun_of_action_leads_to_a_word_recognised_as_active(self) -> None:
        from sopan.checker.language.verb_lists import BARE_ACTIONS, LOAN_ACTIONS, NOUN_ACTIONS

        actives = {verb.split()[0] for known in (BARE_ACTIONS, LOAN_ACTIONS, NOUN_ACTIONS) for verb in known.values()}
        assert {verb for verb in actives if form_of(verb) is not Form.ACTIVE} == set()


class TestSentences:
    def test_a_verb_written_apart_from_its_prefix_is_still_passive(self) -> None:
        assert opening("di periksa berkasnya").form is Form.PASSIVE
        assert opening("di ruang rapat").form is Form.OTHER

    @pytest.mark.parametrize(
        ("text", "verbs"),
        [
            ("Menerima dan memeriksa berkas", ("memeriksa",)),
            ("Mencetak surat, menyimpan salinannya, lalu menyerahkan aslinya", ("menyimpan", "menyerahkan")),
            ("Menyusun surat untuk mengundang dan memberi tahu", ()),
            ("Menerima berkas dan lampiran", ()),
            ("Mencatat berita dan berkas", ()),
        ],
    )
    def test_joined_verbs(self, text: str, verbs: tuple[str, ...]) -> None:
        assert joined_verbs(text) == verbs

    @pytest.mark.parametrize(
        ("text", "verb"),
        [
            ("Surat diterima petugas", "diterima"),
            ("Menerima surat yang diperiksa", ""),
            ("Berkas yang diperiksa", ""),
            ("Memeriksa surat dikirim", ""),
        ],
    )
    def test_the_passive_verb_of_the_main_clause(self, text: str, verb: str) -> None:
        assert passive_in(text) == verb

    @pytest.mark.parametrize(
        ("text", "direct"),
        [
            ("Melakukan pemeriksaan terhadap berkas", "Memeriksa berkas"),
            ("Melaksanakan verifikasi data", "Memverifikasi data"),
            ("Melakukan pemeriksaan", ""),
            ("Melakukan pemeriksaan lapangan", ""),
            ("Melakukan pemeriksaan/ reviu berkas", ""),
            ("Melakukan koordinasi dengan bidang", ""),
        ],
    )
    def test_a_light_verb_gives_way_to_the_act(self, text: str, direct: str) -> None:
        assert without_light_verb(text) == direct

    def test_some_verbs_decide(self) -> None:
        assert decides("Memeriksa berkas")
        assert not decides("Mencetak surat")


class TestSpelling:
    def test_capitals_are_kept(self) -> None:
        assert respelled("Mengkoordinasikan, MERUBAH dan mempengaruhi") == "Mengoordinasikan, MENGUBAH dan memengaruhi"

    def test_what_is_right_stays(self) -> None:
        assert standard_spelling("memeriksa") == ""
        assert respelled("Memeriksa berkas") == "Memeriksa berkas"

    def test_every_correction_is_itself_correct(self) -> None:
        from sopan.checker.language.spelling import _STANDARD

        assert {
            right for right in _STANDARD.values() if standard_spelling(right) or form_of(right) is not Form.ACTIVE
        } == set()


class TestAnswers:
    @pytest.mark.parametrize(
        "answer", ["Ya", "Setuju", "Lengkap", "Sudah benar", "Tidak ada kesalahan", "ACC", "Memenuhi syarat", "Y"]
    )
    def test_onward(self, answer: str) -> None:
        assert is_positive(answer)

    @pytest.mark.parametrize(
        "answer", ["Tidak", "Belum lengkap", "Ditolak", "Tidak setuju", "Kurang", "Perlu perbaikan", "TDK", "T"]
    )
    def test_back(self, answer: str) -> None:
        assert is_negative(answer)

    @pytest.mark.parametrize("answer", ["", "A", "Roda dua", "Rumah tangga", "Di atas Rp200 juta"])
    def test_neither(self, answer: str) -> None:
        assert sense_of(answer) is Sense.OTHER


class TestConsequences:
    @pytest.mark.parametrize(
        "text",
        [
            "Apabila berkas tidak diperiksa maka akta dapat batal demi hukum",
            "Keterlambatan mengakibatkan pelayanan terganggu",
            "Jika tidak dilaksanakan, layanan akan berhenti",
            "Izin bisa dicabut jika dokumen palsu",
        ],
    )
    def test_what_follows_is_named(self, text: str) -> None:
        assert names_a_consequence(text)

    @pytest.mark.parametrize("text", ["Berkas harus lengkap", "Pengisian formulir harus cermat", ""])
    def test_nothing_follows(self, text: str) -> None:
        assert not names_a_consequence(text)

    def test_conditions(self) -> None:
        assert condition_in("Mengembalikan berkas bila belum lengkap") == "bila"
        assert condition_in("Dalam hal pejabat berhalangan") == "dalam hal"
        assert condition_in("Menerima berkas") == ""


class TestOffices:
    @pytest.mark.parametrize(
        ("text", "office"),
        [
            ("Kasi Pelayanan memeriksa berkas", "Kasi Pelayanan"),
            ("Kepala Bidang Umum dan Kepegawaian menyetujui", "Kepala Bidang Umum dan Kepegawaian"),
            ("PPK: menetapkan HPS", "PPK"),
            ("Pemohon datang ke loket", "Pemohon"),
            ("Wajib Pajak mengisi formulir", "Wajib Pajak"),
            ("Staf yang mengurusi surat memeriksa berkas", "Staf"),
            ("Pemohon yang memenuhi syarat", ""),
            ("Dinas terkait menerima berkas", "Dinas terkait"),
            ("Memeriksa berkas Kepala Dinas", ""),
            ("Kepala surat", ""),
            ("Tim", ""),
            ("", ""),
        ],
    )
    def test_the_subject_of_a_sentence(self, text: str, office: str) -> None:
        assert leading_office(text) == office

    def test_the_agent_after_oleh(self) -> None:
        assert agent_in("Pengisian formulir oleh Kepala Seksi Umum untuk arsip") == "kepala seksi umum"
        assert agent_in("Menerima oleh-oleh") == ""

    @pytest.mark.parametrize(
        ("short", "long"),
        [
            ("Kasubbag Umpeg", "Kepala Sub Bagian Umum dan Kepegawaian"),
            ("Kasi Pelayanan", "Kepala Seksi Pelayanan"),
            ("KADIS", "kepala dinas"),
            ("KPA", "Kuasa Pengguna Anggaran"),
            ("Kabid. Sosial & Budaya", "Kepala Bidang Sosial dan Budaya"),
        ],
    )
    def test_abbreviations_are_written_out(self, short: str, long: str) -> None:
        assert expanded(short) == expanded(long)

    def test_different_offices_stay_different(self) -> None:
        assert expanded("Kasi Pelayanan") != expanded("Kabid Pelayanan")

    def test_parties_from_outside(self) -> None:
        assert is_external("Pemohon")
        assert not is_external("Kepala Dinas")
        assert serves_applicants("Petugas Loket")
        assert serves_applicants("Pemohon")
        assert not serves_applicants("Kepala Dinas")

    @pytest.mark.parametrize("office", ["Kasi Umum", "Kepala Sub Bagian Keuangan", "Kasubbid Data"])
    def test_posts_that_may_be_abolished(self, office: str) -> None:
        assert may_be_abolished(office)
        assert not may_be_abolished("Kepala Bidang Data")

    @pytest.mark.parametrize("office", ["Bupati", "Wakil Bupati", "Wali Kota", "Walikota Contoh", "Gubernur"])
    def test_heads_of_a_region_have_no_nip(self, office: str) -> None:
        assert heads_a_region(office)

    @pytest.mark.parametrize("office", ["Kepala Bagian Umum Setda", "Asisten Bupati", "Ajudan Bupati", "Camat", ""])
    def test_who_serves_a_head_of_a_region_has_one(self, office: str) -> None:
        assert not heads_a_region(office)


class TestPersons:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Menghadap Budi Contoh, S.H.", "Budi Contoh"),
            ("Drs. Budi Contoh", "Budi Contoh"),
            ("Bapak Budi", "Budi"),
            ("dr. Sari Contoh, Sp.A", "Sari Contoh"),
            ("Diserahkan kepada Budi Contoh, S.Sos., M.Si", "Budi Contoh"),
        ],
    )
    def test_degrees_and_forms_of_address_give_a_name_away(self, text: str, name: str) -> None:
        assert person_in(text) == name

    @pytest.mark.parametrize(
        "text",
        [
            "Bapak Kepala Dinas",
            "Ibu Camat",
            "RSUD Dr. Contoh",
            "Jalan Ir. H. Contoh",
            "H. Menyusun laporan",
            "Kementerian Keuangan",
            "Surat Edaran, SE dan Keputusan",
            "Domisili Yayasan, STP/STPU",
            "Pendidikan minimal S.H. atau S.E.",
        ],
    )
    def test_offices_places_and_lists_are_no_persons(self, text: str) -> None:
        assert names_in(text) == ()


class TestPersonalData:
    """All numbers are made up; the NIK and the NIP belong to people born in 1900."""

    def test_citizens_numbers(self) -> None:
        assert niks("NIK 5304014107000001 atas nama") == ("5304014107000001",)
        assert niks("Rekening 9904014107000001") == ()
        assert niks("Nomor 5304014113000001") == (), "there is no thirteenth month"
        assert niks("12345304014107000001") == ()

    def test_numbers_of_civil_servants(self) -> None:
        assert nips("NIP 19000101 192501 1 001") == ("19000101 192501 1 001",)
        assert nips("190001011925011001") == ("190001011925011001",)
        assert nips("190013011925011001") == ()

    @pytest.mark.parametrize("number", ["081200000000", "+62 812-0000-0000", "0812 0000 000"])
    def test_mobile_numbers(self, number: str) -> None:
        assert mobile_numbers(f"Hubungi {number}.") == (number,)

    @pytest.mark.parametrize("text", ["(0389) 21000", "000.8.3.2/0812/2026", "Rp 0812", "112"])
    def test_other_numbers_are_left_alone(self, text: str) -> None:
        assert mobile_numbers(text) == ()

    def test_private_addresses_are_told_from_official_ones(self) -> None:
        assert private_emails("budi@contoh.com, dinas@contohkab.go.id") == ("budi@contoh.com",)

    def test_a_report_does_not_spread_what_it_warns_of(self) -> None:
        assert masked("5304014107000001") == "53…01"
        assert masked("12") == "…"


class TestThings:
    @pytest.mark.parametrize("text", ["Laptop", "PC/Laptop", "ATK", "Komputer dan printer", "Jaringan internet"])
    def test_equipment(self, text: str) -> None:
        assert equipment_in(text)

    @pytest.mark.parametrize(
        "text", ["Daftar komputer", "Surat permohonan", "Berkas", "Nota pembelian kertas", "Buku agenda", ""]
    )
    def test_papers_about_equipment_are_none(self, text: str) -> None:
        assert equipment_in(text) == ""

    def test_tools_called_by_name(self) -> None:
        assert named_tools("Data pada Aplikasi SIAK dan Formulir F-2.01") == ("Aplikasi SIAK", "Formulir F-2.01")
        assert named_tools("Aplikasi yang sesuai") == ()

    def test_aspects_of_work(self) -> None:
        assert all(map(names_an_aspect, ["Penyusunan", "Evaluasi", "Pelayanan", "Monitoring", "Pengelolaan"]))
        assert not any(map(names_an_aspect, ["Surat", "Akta", "Menyusun", ""]))
