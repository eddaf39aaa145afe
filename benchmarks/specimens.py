"""Procedures for measuring: of any length, like those of an office, and no two alike."""

from __future__ import annotations

from sopan.domain import Edge, End, Identity, Kind, MutuBaku, Procedure, Step, Symbol

_VERBS = (
    "Menerima", "Memeriksa", "Mencatat", "Meneliti", "Menyusun", "Memaraf", "Menandatangani", "Menyerahkan",
    "Mengarsipkan", "Memverifikasi", "Mencetak", "Mendistribusikan",
)  # fmt: skip
_OBJECTS = (
    "berkas permohonan dari pemohon", "kelengkapan persyaratan sesuai daftar periksa", "surat pengantar desa",
    "konsep keputusan beserta lampirannya", "data kependudukan pada aplikasi", "naskah dinas yang telah diparaf",
    "hasil peninjauan lapangan", "buku register pelayanan",
)  # fmt: skip
_OFFICES = ("Pemohon", "Petugas Loket", "Verifikator", "Kepala Seksi", "Kepala Bidang", "Sekretaris", "Kepala Dinas")
_DECISION_EVERY = 5


def a_procedure(steps: int, executors: int = 5, number: int = 0) -> Procedure:
    """A procedure with a decision every fifth step that goes back two rows; `number` changes every text."""
    rows = [_step(place, steps, executors, number) for place in range(steps)]
    edges: list[Edge] = []
    for place, step in enumerate(rows[:-1]):
        following = rows[place + 1].id
        if step.kind is Kind.DECISION:
            edges.append(Edge(End(step.id), End(following), "Ya"))
            edges.append(Edge(End(step.id), End(rows[place - 2].id), "Tidak"))
        else:
            edges.append(Edge(End(step.id), End(following)))
    return Procedure(identity=_identity(number), steps=tuple(rows), edges=tuple(edges))


def _step(place: int, steps: int, executors: int, number: int) -> Step:
    seed = place * 7 + number
    verb, thing = _VERBS[seed % len(_VERBS)], _OBJECTS[(seed // 3) % len(_OBJECTS)]
    office = _OFFICES[(place * 3 // 2) % executors % len(_OFFICES)]
    kind = Kind.PROCESS
    if place == 0:
        kind = Kind.START
    elif place == steps - 1:
        kind = Kind.END
    elif place % _DECISION_EVERY == _DECISION_EVERY - 1:
        kind = Kind.DECISION
    return Step(
        id=str(place + 1),
        kegiatan=f"{verb} {thing} nomor {number}",
        symbols=(Symbol(office),),
        mutu_baku=MutuBaku(
            kelengkapan=(f"Berkas {seed % 40}", f"Lembar kendali {number % 97}"),
            waktu=f"{5 + seed % 50} menit",
            output=f"{thing.capitalize()} {number % 89}",
        ),
        keterangan="Dikembalikan apabila tidak lengkap" if kind is Kind.DECISION else "",
        kind=kind,
    )


def _identity(number: int) -> Identity:
    return Identity(
        judul=f"Penerbitan Rekomendasi Teknis {number}",
        nomor=f"000.8.3.2/{number}/CONTOH/2026",
        pemerintah_daerah="Pemerintah Kabupaten Contoh",
        opd="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
        unit_kerja="Bidang Pelayanan Perizinan",
        tanggal_pembuatan="2 Maret 2026",
        dasar_hukum=(
            "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
            "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 Tahun 2012",
            f"Peraturan Bupati Contoh Nomor {number % 90 + 1} Tahun 2022 tentang Tata Kerja Perangkat Daerah",
        ),
        keterkaitan=("SOP Pengelolaan Surat Masuk",),
        peringatan=("Apabila berkas tidak diperiksa maka penerbitan rekomendasi terlambat",),
        kualifikasi_pelaksana=("Memahami peraturan perizinan", "Mampu mengoperasikan komputer"),
        peralatan=("Komputer", "Pencetak"),
        pencatatan=("Buku register",),
    )
