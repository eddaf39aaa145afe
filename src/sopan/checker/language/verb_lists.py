"""Word lists behind `verbs`: what looks like a verb and is none, what is a verb and does not look like one."""

from __future__ import annotations

from sopan.checker.language.words import word_set

NOT_ACTIVE = word_set("""
    mebel media mediasi medis medsos mega megah meja mekanik mekanisasi mekanisme melainkan melalui melankolis melati
    melayu melek melodi melon member membran memo memorabilia memorandum memorial memori memang menantu menara
    mendadak
    mendiang menengah mengapa mengenai menhir menhub menit menjelang menkes menkeu menko menpan menpanrb mensesneg
    mensos menstruasi mental mentah mentari mentega mentah menteri mentimun mentor mentoring mentri menu menurut merah
    merana merata merbabu mercon mercusuar merdeka mereka merek merger meriam merica meridian merit meritokrasi merk
    merkuri merpati mertua mesin mesjid meski meskipun mestinya metadata metal meteor meter meterai metode metodologi
    metrologi metropolitan mewah
    berandal berang berani beranda berantakan berapa beras berat berau berhala beri beringin berikut berita berjuta
    berkah berkala berkas berlian bernas bersih berton bertubi beruang beruk berupa berdasar berdasarkan berbagai
    berbeda bersama bersangkutan berdua bertiga berempat bermacam beragam berasal berkenaan berhubung bersih
    berbahaya berharga bernomor berlaku berstempel bermeterai bermaterai berseragam berwarna berkelanjutan
    """)
"""Words in me- or ber- that are no active verbs (or none one can order someone to do)."""

NOT_PASSIVE = word_set("""
    dia diabetes diagnosa diagnosis diagnostik diagram diakonia dialek dialisis dialog diam diameter diantara diare
    diaspora diatas dibalik dibawah dibelakang didalam didepan diesel diet difabel diferensiasi digit digital
    digitalisasi dihadapan dikbud dikdas dikjar diklat diklatpim dikotomi dikpora diktator dikti dilema diluar dimana
    dimensi diminish dinamika dinamis dinamo dinas dinasti dinding dingin dini dinkes dinkop dinsos dioksida diorama
    dipa diploma diplomasi diplomat diplomatik dipterokarpa direksi direktif direktorat direktori direktris direktur
    dirham diri dirinya dirjen dirut disabilitas disana disbun disdag disdik disdikbud disdikpora disdukcapil
    diseminasi
    disertasi dishub dishut disini disiplin disisi diskon diskominfo diskop diskopukm diskresi diskriminasi
    diskualifikasi
    diskusi dislutkan disnak disnaker disnakertrans disorientasi disparbud disparitas dispar dispenda dispensasi
    disperdagin disperindag disperkim display dispora disposisi dispusip disput disputasi disribusi disrupsi distan
    distansi
    distribusi distributor distrik ditjen ditreskrim diukur dividen divestasi divisi dikala disamping disekitar
    disela dipinggir dikantor dikelas dirumah diruang dilapangan dikecamatan didesa dikelurahan
    """) - {"diukur"}
"""Words in di- that are no passive verbs, and places written together with their preposition."""

NOT_STATIVE = word_set("""
    terali teras terbang terbit terhadap terima teri terigu terik terminal terminologi termin termos ternak terobosan
    terowongan terpal tersier tertib terus tera terang teratai terjal terjemah terjun terlalu termasuk territorial
    teritorial terong terompet tersebut tertentu terapi terapis
    """)

LOAN_ACTIONS: dict[str, str] = {
    "administrasi": "mengadministrasikan",
    "advokasi": "mengadvokasi",
    "agenda": "mengagendakan",
    "akreditasi": "mengakreditasi",
    "aktivasi": "mengaktivasi",
    "alokasi": "mengalokasikan",
    "analisa": "menganalisis",
    "analisis": "menganalisis",
    "arsip": "mengarsipkan",
    "asesmen": "mengases",
    "asistensi": "mengasistensi",
    "audiensi": "beraudiensi",
    "audit": "mengaudit",
    "autentikasi": "mengautentikasi",
    "backup": "mencadangkan",
    "bimbingan": "membimbing",
    "cek": "mengecek",
    "cetak": "mencetak",
    "delegasi": "mendelegasikan",
    "digitalisasi": "mendigitalkan",
    "diseminasi": "mendiseminasikan",
    "diskusi": "mendiskusikan",
    "disposisi": "mendisposisikan",
    "distribusi": "mendistribusikan",
    "dokumentasi": "mendokumentasikan",
    "edukasi": "mengedukasi",
    "ekspos": "mengekspos",
    "ekspose": "mengekspos",
    "entri": "mengentri",
    "entry": "mengentri",
    "evaluasi": "mengevaluasi",
    "fasilitasi": "memfasilitasi",
    "finalisasi": "memfinalkan",
    "harmonisasi": "mengharmonisasi",
    "identifikasi": "mengidentifikasi",
    "implementasi": "mengimplementasikan",
    "informasi": "menginformasikan",
    "input": "menginput",
    "inspeksi": "menginspeksi",
    "instalasi": "memasang",
    "instruksi": "menginstruksikan",
    "integrasi": "mengintegrasikan",
    "intervensi": "mengintervensi",
    "inventarisasi": "menginventarisasi",
    "investigasi": "menginvestigasi",
    "klarifikasi": "mengklarifikasi",
    "klasifikasi": "mengklasifikasikan",
    "kompilasi": "mengompilasi",
    "konfirmasi": "mengonfirmasi",
    "konsolidasi": "mengonsolidasikan",
    "konsultasi": "mengonsultasikan",
    "koordinasi": "mengoordinasikan",
    "koreksi": "mengoreksi",
    "legalisasi": "melegalisasi",
    "legalisir": "melegalisasi",
    "mediasi": "memediasi",
    "mobilisasi": "memobilisasi",
    "moderasi": "memoderasi",
    "monev": "memonitor dan mengevaluasi",
    "monitoring": "memonitor",
    "mutasi": "memutasi",
    "negosiasi": "menegosiasikan",
    "normalisasi": "menormalkan",
    "notifikasi": "menotifikasi",
    "observasi": "mengobservasi",
    "otorisasi": "mengotorisasi",
    "paraf": "memaraf",
    "presentasi": "mempresentasikan",
    "produksi": "memproduksi",
    "proses": "memproses",
    "publikasi": "memublikasikan",
    "rapat": "merapatkan",
    "registrasi": "meregistrasi",
    "rehabilitasi": "merehabilitasi",
    "rekap": "merekap",
    "rekapitulasi": "merekapitulasi",
    "rekomendasi": "merekomendasikan",
    "rekonsiliasi": "merekonsiliasi",
    "restorasi": "merestorasi",
    "review": "mereviu",
    "reviu": "mereviu",
    "revisi": "merevisi",
    "scan": "memindai",
    "seleksi": "menyeleksi",
    "sertifikasi": "menyertifikasi",
    "simulasi": "menyimulasikan",
    "sinkronisasi": "menyinkronkan",
    "sortir": "menyortir",
    "sosialisasi": "menyosialisasikan",
    "standardisasi": "menstandarkan",
    "submit": "mengirimkan",
    "supervisi": "menyupervisi",
    "survei": "menyurvei",
    "survey": "menyurvei",
    "telaah": "menelaah",
    "testing": "menguji",
    "unggah": "mengunggah",
    "upload": "mengunggah",
    "download": "mengunduh",
    "unduh": "mengunduh",
    "update": "memutakhirkan",
    "validasi": "memvalidasi",
    "verifikasi": "memverifikasi",
    "visitasi": "memvisitasi",
    "wawancara": "mewawancarai",
}
"""Nouns of action taken from other languages, or used without a prefix, and the verb an officer means by them."""

NOUN_ACTIONS: dict[str, str] = {
    "keputusan": "memutuskan",
    "pelaksanaan": "melaksanakan",
    "pelaporan": "melaporkan",
    "pelatihan": "melatih",
    "pelayanan": "melayani",
    "pelelangan": "melelang",
    "pelepasan": "melepaskan",
    "peliputan": "meliput",
    "pelimpahan": "melimpahkan",
    "pelunasan": "melunasi",
    "pemaketan": "memaketkan",
    "pemanfaatan": "memanfaatkan",
    "pemanggilan": "memanggil",
    "pemantauan": "memantau",
    "pemaparan": "memaparkan",
    "pemarafan": "memaraf",
    "pemasangan": "memasang",
    "pematangan": "mematangkan",
    "pembacaan": "membacakan",
    "pembagian": "membagikan",
    "pembahasan": "membahas",
    "pembatalan": "membatalkan",
    "pembayaran": "membayar",
    "pembekalan": "membekali",
    "pembelian": "membeli",
    "pembentukan": "membentuk",
    "pemberian": "memberikan",
    "pemberitahuan": "memberitahukan",
    "pembinaan": "membina",
    "pembuatan": "membuat",
    "pembubuhan": "membubuhkan",
    "pembukaan": "membuka",
    "pembukuan": "membukukan",
    "pembuktian": "membuktikan",
    "pemeliharaan": "memelihara",
    "pemenuhan": "memenuhi",
    "pemeriksaan": "memeriksa",
    "pemesanan": "memesan",
    "pemetaan": "memetakan",
    "pemilahan": "memilah",
    "pemilihan": "memilih",
    "peminjaman": "meminjam",
    "pemisahan": "memisahkan",
    "pemotongan": "memotong",
    "pemotretan": "memotret",
    "pemulangan": "memulangkan",
    "pemrosesan": "memproses",
    "pemulihan": "memulihkan",
    "pemungutan": "memungut",
    "pemusnahan": "memusnahkan",
    "pemutakhiran": "memutakhirkan",
    "penagihan": "menagih",
    "penambahan": "menambahkan",
    "penampungan": "menampung",
    "penanaman": "menanam",
    "penandatanganan": "menandatangani",
    "penanganan": "menangani",
    "penarikan": "menarik",
    "penataan": "menata",
    "penatausahaan": "menatausahakan",
    "pencabutan": "mencabut",
    "pencairan": "mencairkan",
    "pencarian": "mencari",
    "pencatatan": "mencatat",
    "pencegahan": "mencegah",
    "pencetakan": "mencetak",
    "pencocokan": "mencocokkan",
    "pendaftaran": "mendaftar",
    "pendampingan": "mendampingi",
    "pendataan": "mendata",
    "pendistribusian": "mendistribusikan",
    "pendokumentasian": "mendokumentasikan",
    "penelaahan": "menelaah",
    "penelitian": "meneliti",
    "penelusuran": "menelusuri",
    "penempatan": "menempatkan",
    "penentuan": "menentukan",
    "penerapan": "menerapkan",
    "penerbitan": "menerbitkan",
    "penerimaan": "menerima",
    "penertiban": "menertibkan",
    "penerusan": "meneruskan",
    "penetapan": "menetapkan",
    "pengadaan": "mengadakan",
    "pengaduan": "mengadukan",
    "pengajuan": "mengajukan",
    "pengambilan": "mengambil",
    "pengamanan": "mengamankan",
    "pengamatan": "mengamati",
    "pengangkatan": "mengangkat",
    "pengantaran": "mengantarkan",
    "pengarahan": "mengarahkan",
    "pengarsipan": "mengarsipkan",
    "pengawasan": "mengawasi",
    "pengecekan": "mengecek",
    "pengelolaan": "mengelola",
    "pengembalian": "mengembalikan",
    "pengembangan": "mengembangkan",
    "pengendalian": "mengendalikan",
    "pengentrian": "mengentri",
    "pengesahan": "mengesahkan",
    "pengetikan": "mengetik",
    "pengguntingan": "menggunting",
    "penggandaan": "menggandakan",
    "penghapusan": "menghapus",
    "penghitungan": "menghitung",
    "perhitungan": "menghitung",
    "pengiriman": "mengirim",
    "pengisian": "mengisi",
    "pengkajian": "mengkaji",
    "pengklasifikasian": "mengklasifikasikan",
    "pengolahan": "mengolah",
    "pengoperasian": "mengoperasikan",
    "pengukuran": "mengukur",
    "pengumpulan": "mengumpulkan",
    "pengumuman": "mengumumkan",
    "penginputan": "menginput",
    "pengundangan": "mengundangkan",
    "penguploadan": "mengunggah",
    "pengunggahan": "mengunggah",
    "pengusulan": "mengusulkan",
    "penilaian": "menilai",
    "peninjauan": "meninjau",
    "penjadwalan": "menjadwalkan",
    "penjaringan": "menjaring",
    "penjelasan": "menjelaskan",
    "penjilidan": "menjilid",
    "penolakan": "menolak",
    "penomoran": "menomori",
    "pensortiran": "menyortir",
    "penugasan": "menugaskan",
    "penunjukan": "menunjuk",
    "penutupan": "menutup",
    "penyaluran": "menyalurkan",
    "penyampaian": "menyampaikan",
    "penyebaran": "menyebarkan",
    "penyediaan": "menyediakan",
    "penyegelan": "menyegel",
    "penyelenggaraan": "menyelenggarakan",
    "penyelesaian": "menyelesaikan",
    "penyeleksian": "menyeleksi",
    "penyempurnaan": "menyempurnakan",
    "penyerahan": "menyerahkan",
    "penyetoran": "menyetorkan",
    "penyiapan": "menyiapkan",
    "penyimpanan": "menyimpan",
    "penyortiran": "menyortir",
    "penyuluhan": "menyuluh",
    "penyusunan": "menyusun",
    "perancangan": "merancang",
    "perawatan": "merawat",
    "perbaikan": "memperbaiki",
    "perekaman": "merekam",
    "perencanaan": "merencanakan",
    "peresmian": "meresmikan",
    "pergantian": "mengganti",
    "penggantian": "mengganti",
    "perintah": "memerintahkan",
    "permintaan": "meminta",
    "permohonan": "memohon",
    "perpanjangan": "memperpanjang",
    "persetujuan": "menyetujui",
    "persiapan": "mempersiapkan",
    "perubahan": "mengubah",
    "pertimbangan": "mempertimbangkan",
    "perumusan": "merumuskan",
    "laporan": "melaporkan",
    "usulan": "mengusulkan",
}
"""Indonesian nouns of action and the active verb of the same act."""

NOT_ACTIONS = word_set("""
    kabupaten kawasan keadaan kebutuhan kecamatan kegiatan kejaksaan kelengkapan kelurahan kemampuan kementerian
    kendaraan kepolisian kesehatan kesekretariatan keterangan ketentuan keuangan kewenangan kewajiban kantongan
    pakaian pangan pasangan pedoman pekan pekerjaan pelabuhan pelan peluang pemerintahan penduduk pendidikan
    pendapatan
    penghasilan pengadilan pengetahuan penginapan penumpang peran perangkat perantauan peraturan percetakan perdesaan
    perempuan perikanan perindustrian perdagangan perhubungan perjanjian perkantoran perkara perkebunan perkotaan
    perlengkapan permukiman perpustakaan persyaratan pertanahan pertanian pertanyaan perumahan perusahaan perwakilan
    pesan pesisiran petani peternakan perizinan pejalan perkawinan pernikahan pekan pelajaran peralatan perairan
    kedeputian kepegawaian keterkaitan keluaran kemasan kelautan kehutanan kebudayaan kebersihan kebakaran kejadian
    kelahiran kematian kelompokan kenaikan
    """)
"""Words in pe-…-an or ke-…-an that name a thing, a place or a body, and no act."""

BARE_ACTIONS: dict[str, str] = {
    "ajukan": "mengajukan",
    "ambil": "mengambil",
    "arsipkan": "mengarsipkan",
    "baca": "membaca",
    "bagikan": "membagikan",
    "bahas": "membahas",
    "bawa": "membawa",
    "bayar": "membayar",
    "beri": "memberi",
    "berikan": "memberikan",
    "buat": "membuat",
    "bubuhkan": "membubuhkan",
    "buka": "membuka",
    "cari": "mencari",
    "catat": "mencatat",
    "cocokkan": "mencocokkan",
    "daftar": "mendaftar",
    "daftarkan": "mendaftarkan",
    "distribusikan": "mendistribusikan",
    "hitung": "menghitung",
    "hubungi": "menghubungi",
    "isi": "mengisi",
    "jawab": "menjawab",
    "kembalikan": "mengembalikan",
    "ketik": "mengetik",
    "kirim": "mengirim",
    "kirimkan": "mengirimkan",
    "klik": "mengeklik",
    "kumpulkan": "mengumpulkan",
    "laksanakan": "melaksanakan",
    "lakukan": "melakukan",
    "laporkan": "melaporkan",
    "lengkapi": "melengkapi",
    "minta": "meminta",
    "olah": "mengolah",
    "panggil": "memanggil",
    "pelajari": "mempelajari",
    "periksa": "memeriksa",
    "pilih": "memilih",
    "sampaikan": "menyampaikan",
    "serahkan": "menyerahkan",
    "setujui": "menyetujui",
    "siapkan": "menyiapkan",
    "simpan": "menyimpan",
    "susun": "menyusun",
    "tandatangani": "menandatangani",
    "tanyakan": "menanyakan",
    "teliti": "meneliti",
    "tentukan": "menentukan",
    "terima": "menerima",
    "teruskan": "meneruskan",
    "tetapkan": "menetapkan",
    "tulis": "menulis",
    "tunjuk": "menunjuk",
    "umumkan": "mengumumkan",
    "usulkan": "mengusulkan",
}
"""Verbs as they are given as an order, and their active form."""

ACTIVE_OF_PASSIVE: dict[str, str] = {
    "diperiksa": "memeriksa",
    "diperintahkan": "memerintahkan",
    "diperlukan": "memerlukan",
    "diperhatikan": "memperhatikan",
    "diperoleh": "memperoleh",
    "dipersiapkan": "mempersiapkan",
    "dipunyai": "mempunyai",
    "dipengaruhi": "memengaruhi",
    "dikaji": "mengkaji",
    "dipelajari": "mempelajari",
    "ditandatangani": "menandatangani",
    "ditindaklanjuti": "menindaklanjuti",
    "diterjemahkan": "menerjemahkan",
    "ditransfer": "mentransfer",
    "dibelikan": "membelikan",
    "disosialisasikan": "menyosialisasikan",
    "dikoordinasikan": "mengoordinasikan",
    "dikonsultasikan": "mengonsultasikan",
    "dikonfirmasi": "mengonfirmasi",
    "dikoreksi": "mengoreksi",
    "dipublikasikan": "memublikasikan",
    "dicek": "mengecek",
    "disahkan": "mengesahkan",
    "dites": "mengetes",
    "dicap": "mengecap",
    "diketahui": "mengetahui",
    "disurvei": "menyurvei",
    "diberitahukan": "memberitahukan",
    "ditinjau": "meninjau",
    "diagendakan": "mengagendakan",
    "diaktifkan": "mengaktifkan",
    "dianalisa": "menganalisis",
    "dianalisis": "menganalisis",
}
"""Passive verbs whose active form does not follow the rule."""

VAGUE = word_set("""
    berkoordinasi melakukan melaksanakan memfasilitasi memproses mengelola mengkoordinasikan mengkoordinir
    mengoordinasikan mengkoordinasi mengoordinasi mengurus menindaklanjuti menangani mengatur menyelenggarakan
    menyikapi mengupayakan mengoptimalkan memantapkan menjalankan mengadakan membantu memonitor mengikuti
    """)
"""Verbs that say little until an object makes them measurable."""
DECIDING = word_set("""
    memeriksa meneliti memverifikasi memvalidasi menyetujui menilai memutuskan mengoreksi mengecek mereviu menelaah
    menyeleksi mempertimbangkan menentukan mengevaluasi mengesahkan menguji
    """)
"""Verbs of examining and deciding, natural to a diamond."""

DIRECT_ACTIONS = word_set(
    """
    evaluasi identifikasi inventarisasi klarifikasi konfirmasi koreksi legalisasi monitoring pemantauan pembahasan
    pembayaran pembuatan pemeriksaan pemutakhiran pencatatan pencetakan pendataan pendistribusian penelaahan
    penerbitan pengarsipan pengecekan pengetikan penggandaan pengiriman pengolahan pengukuran pengumpulan
    penilaian penyerahan penyiapan penyimpanan penyusunan rekapitulasi registrasi reviu revisi seleksi telaah validasi
    verifikasi
    """
)
"""Nouns of action whose verb takes the same object, so that “melakukan” in front of them can go."""
