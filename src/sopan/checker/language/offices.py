"""Offices, positions and bodies that act in a procedure: names, abbreviations, and who stands first in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from sopan.checker.language.verbs import Form, form_of
from sopan.checker.language.words import CACHED_TEXTS, STOP_WORDS, split_after, word_set, words

_SHORT_FORMS: dict[str, str] = {
    "kadis": "kepala dinas",
    "kadin": "kepala dinas",
    "kaban": "kepala badan",
    "kabag": "kepala bagian",
    "kabid": "kepala bidang",
    "kasi": "kepala seksi",
    "kasie": "kepala seksi",
    "kasubag": "kepala subbagian",
    "kasubbag": "kepala subbagian",
    "kasubid": "kepala subbidang",
    "kasubbid": "kepala subbidang",
    "kasubsi": "kepala subseksi",
    "kasubdit": "kepala subdirektorat",
    "kasubdis": "kepala subdinas",
    "kasubseksi": "kepala subseksi",
    "kaur": "kepala urusan",
    "kakan": "kepala kantor",
    "kanit": "kepala unit",
    "kasat": "kepala satuan",
    "kasatpol": "kepala satuan polisi",
    "kabiro": "kepala biro",
    "karo": "kepala biro",
    "kapus": "kepala puskesmas",
    "kapuskesmas": "kepala puskesmas",
    "katu": "kepala tata usaha",
    "ktu": "kepala tata usaha",
    "kasek": "kepala sekolah",
    "kepsek": "kepala sekolah",
    "kades": "kepala desa",
    "kadus": "kepala dusun",
    "kalak": "kepala pelaksana",
    "sekda": "sekretaris daerah",
    "sekdakab": "sekretaris daerah kabupaten",
    "sekdis": "sekretaris dinas",
    "sekban": "sekretaris badan",
    "sekcam": "sekretaris camat",
    "seklur": "sekretaris lurah",
    "sekdes": "sekretaris desa",
    "sekwan": "sekretaris dprd",
    "sespri": "sekretaris pribadi",
    "wabup": "wakil bupati",
    "wawali": "wakil wali kota",
    "walikota": "wali kota",
    "pa": "pengguna anggaran",
    "kpa": "kuasa pengguna anggaran",
    "ppk": "pejabat pembuat komitmen",
    "pptk": "pejabat pelaksana teknis kegiatan",
    "ppspm": "pejabat penandatangan surat perintah membayar",
    "pphp": "pejabat pemeriksa hasil pekerjaan",
    "pjphp": "pejabat pemeriksa hasil pekerjaan",
    "ppkd": "pejabat pengelola keuangan daerah",
    "ppid": "pejabat pengelola informasi dan dokumentasi",
    "pbj": "pengadaan barang jasa",
    "bud": "bendahara umum daerah",
    "staff": "staf",
    "adm": "administrasi",
    "admin": "administrator",
    "sub": "sub",
    "tu": "tata usaha",
    "umpeg": "umum dan kepegawaian",
    "kepeg": "kepegawaian",
    "keu": "keuangan",
    "yan": "pelayanan",
    "pel": "pelayanan",
    "kec": "kecamatan",
    "kel": "kelurahan",
    "kab": "kabupaten",
    "prov": "provinsi",
    "opd": "perangkat daerah",
    "skpd": "perangkat daerah",
}

_OFFICE_WORDS = word_set("""
    kepala wakil ketua sekretaris bendahara staf staff petugas pejabat pegawai operator verifikator validator
    administrator admin koordinator subkoordinator bupati gubernur walikota wali camat lurah kuwu presiden menteri
    direktur direksi direktris manajer manager supervisor asisten ajudan sespri pramubakti pramusaji pramutamu
    agendaris arsiparis analis auditor inspektur pengawas penilik penyuluh peneliti perencana pranata pustakawan
    widyaiswara guru dosen dokter perawat bidan apoteker nutrisionis sanitarian epidemiolog radiografer terapis
    psikolog fisioterapis rekam-medis perekam penguji pengelola pengadministrasi pengolah penyusun penelaah
    pengumpul pengemudi sopir driver satpam security resepsionis kasir teknisi juru notulis
    moderator fasilitator narasumber pemateri panitera jurusita hakim jaksa penuntut penyidik penyelidik notaris
    pengacara advokat mediator penata pembina pamong polisi babinsa bhabinkamtibmas danramil kapolsek kapolres dandim
    programmer developer statistisi surveyor enumerator pencacah pengentri editor desainer fotografer
    pemohon penggugat tergugat pelapor terlapor pengadu pelanggan pengguna penyedia pemasok rekanan vendor kontraktor
    konsultan masyarakat warga penduduk pasien siswa mahasiswa peserta tamu wisatawan pedagang petani
    nelayan investor debitur nasabah penerima calon pewaris
    tim pokja panitia kelompok satgas gugus komite komisi dewan majelis forum unit panja pansus
    dinas badan bagian bidang seksi subbagian subbag subag subbidang subbid subseksi inspektorat sekretariat
    kecamatan kelurahan desa kabupaten kota provinsi pemerintah anggota kantor balai uptd upt uptb puskesmas pustu
    posyandu rsud kementerian kemendagri
    direktorat ditjen dirjen biro pusat lembaga instansi organisasi perangkat
    bkd bkpsdm bkpsdmd bkpp bkn bpk bpkp bpkad bpkd bpkpd bppkad bapenda bappeda bappelitbangda baperida dprd dpr
    kppn kpknl kanwil kejaksaan kepolisian polres polsek polda kodim koramil pengadilan kpu bawaslu bps bpn atr
    dukcapil disdukcapil dinkes dinsos dishub diskominfo disdik disdikbud dikpora dpmptsp dpmd dpmpd disnaker
    disperindag dispora disparbud dlh dpupr satpol damkar bpbd kesbangpol baznas pdam bumd bumdes bank kopri korpri
    apip ukpbj ulp lpse tapd ppkd bud ppid pa kpa ppk pptk ppspm pphp pjphp jft jfu jpt asn pns pppk
    kadis kadin kaban kabag kabid kasi kasie kasubag kasubbag kasubid kasubbid kasubsi kasubdit kaur kakan kanit kasat
    kasatpol kabiro karo kapus kapuskesmas katu kasek kepsek kades kadus kalak
    sekda sekdakab sekdis sekban sekcam seklur sekdes sekwan wabup wawali
    pimpinan atasan bawahan pelaksana penanggung penanggungjawab pj plt plh pjs kuasa mentor penghubung
    pemangku penyelenggara pemrakarsa pengusul inisiator reviewer reviu pembimbing penguji pelatih instruktur
    ktu kapus kakansar pekerja-sosial keluarga klien pic pjk receptionist reseptionist kasubseksi
    rt rw kadarkum karang-taruna kader relawan tokoh
    """)
_TWO_WORDS = word_set("""
    wajib-pajak badan-usaha orang-tua ahli-waris pihak-ketiga pihak-penyedia tata-usaha loket-pelayanan
    front-office back-office customer-service help-desk call-center pemerintah-desa pemerintah-daerah
    pemerintah-kabupaten rumah-sakit perangkat-desa kaur-umum mal-pelayanan pelaku-usaha tenaga-ahli tenaga-kesehatan
    tenaga-administrasi tenaga-kontrak sub-bagian sub-bidang sub-koordinator sub-seksi pihak-pemohon pihak-terkait
    anggota-tim anggota-pokja anggota-dprd anggota-panitia jabatan-fungsional aparat-desa aparatur-desa
    """)
_EXTERNAL = word_set("""
    pemohon penggugat tergugat pelapor pengadu pelanggan pengguna penyedia masyarakat warga penduduk pasien siswa
    peserta tamu wisatawan pelaku-usaha wajib-pajak ahli-waris orang-tua investor klien mahasiswa konsumen debitur
    """)
_FRONT = word_set("loket front-office frontoffice resepsionis customer-service fo pendaftaran informasi")
_ECHELON_FOUR = re.compile(r"^kepala (?:sub ?bagian|sub ?bidang|seksi|sub ?seksi|sub ?direktorat|urusan)\b")
_REGIONAL_HEADS = word_set("bupati gubernur walikota")


def is_office_word(word: str) -> bool:
    """Whether one lower-case word names an office, a position, a party or a body."""
    return word in _OFFICE_WORDS


@lru_cache(maxsize=CACHED_TEXTS)
def expanded(name: str) -> str:
    """An office in full and in lower case: equal for `Kasubbag Umpeg` and `Kepala Sub Bagian Umum dan Kepegawaian`."""
    spelled = " ".join(_SHORT_FORMS.get(word, word) for word in words(name.replace("&", " dan ").replace("/", " / ")))
    spelled = re.sub(r"\bsub (bagian|bidang|seksi|direktorat|dinas|koordinator|bag|bid)\b", r"sub\1", spelled)
    spelled = re.sub(r"\bsubbag\b|\bsubag\b", "subbagian", spelled)
    return re.sub(r"\bsubbid\b|\bsubid\b", "subbidang", spelled)


@lru_cache(maxsize=CACHED_TEXTS)
def leading_office(text: str) -> str:
    """The office that is the subject of a sentence: “Kasi Umum” of “Kasi Umum memeriksa berkas”; empty if none is."""
    said = words(text)
    if not said or not _starts_with_office(said):
        return ""
    length = _length_of_office(said)
    follows = said[length : length + 1]
    is_subject = bool(follows) and (form_of(follows[0]) in _VERBAL or follows[0] in _MODALS)
    return split_after(text, length)[0] if is_subject or _has_relative_clause(said[length:]) else ""


@lru_cache(maxsize=CACHED_TEXTS)
def agent_in(text: str) -> str:
    """The office after “oleh” in a sentence, in lower case; empty when there is none."""
    said = words(text)
    for at, word in enumerate(said[:-1]):
        if word == "oleh" and _starts_with_office(said[at + 1 :]):
            return " ".join(said[at + 1 :][: _length_of_office(said[at + 1 :])])
    return ""


def is_external(name: str) -> bool:
    """Whether an executor is a party from outside, such as an applicant."""
    return _mentions(name, _EXTERNAL)


def serves_applicants(name: str) -> bool:
    """Whether an executor is an applicant or receives applicants, such as a counter clerk."""
    return is_external(name) or _mentions(name, _FRONT)


def may_be_abolished(name: str) -> bool:
    """Whether an office is an echelon IV post; most of these were turned into functional positions (digest 5.12)."""
    return bool(_ECHELON_FOUR.match(expanded(name)))


def heads_a_region(jabatan: str) -> bool:
    """Whether this is the office of a Bupati, Wali Kota, Gubernur or their deputy, who has no NIP as such."""
    said = words(jabatan)
    said = said[1:] if said[:1] == ("wakil",) else said
    return said[:1] != () and (said[0] in _REGIONAL_HEADS or said[:2] == ("wali", "kota"))


def _has_relative_clause(said: tuple[str, ...]) -> bool:
    """Whether a sentence goes on like “(Staf) yang mengurusi surat memeriksa berkas”: two verbs after “yang”."""
    return said[:1] == ("yang",) and sum(form_of(word) is Form.ACTIVE for word in said) > 1


_VERBAL = frozenset({Form.ACTIVE, Form.PASSIVE})
_MODALS = word_set("akan bisa boleh dapat datang harap harus ingin mohon perlu sudah telah wajib")
_NAME_ENDS = (STOP_WORDS - {"dan", "terkait"}) | _MODALS
_LONGEST_OFFICE = 8


def _length_of_office(said: tuple[str, ...]) -> int:
    """How many words the name of an office takes: up to a verb or a little word."""
    ends = (at for at, word in enumerate(said) if at and (form_of(word) in _VERBAL or word in _NAME_ENDS))
    return min(next(ends, len(said)), _LONGEST_OFFICE)


def _starts_with_office(said: tuple[str, ...]) -> bool:
    return said[0] in _OFFICE_WORDS or "-".join(said[:2]) in _TWO_WORDS


def _mentions(name: str, known: frozenset[str]) -> bool:
    said = words(name)
    pairs = ("-".join(pair) for pair in pairwise(said))
    return any(word in known for word in said) or any(pair in known for pair in pairs)
