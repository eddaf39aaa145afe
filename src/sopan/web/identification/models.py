"""Tupoksi of units, the rows of Tabel 6 that follow from it, and what was found to be needed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from sopan.web.identification.tupoksi_text import Level
from sopan.web.organisation.models import Unit, User
from sopan.web.registry.models import ProcedureRecord


class TupoksiLevel(models.TextChoices):
    """Columns 2 to 4 of Tabel 6."""

    TUGAS = Level.TUGAS.value, "Tugas"
    FUNGSI = Level.FUNGSI.value, "Fungsi"
    URAIAN = Level.URAIAN.value, "Uraian tugas"


class Tupoksi(models.Model):
    """One tugas, fungsi or uraian tugas of a unit. What its regulation leaves out is left out here: a fungsi may
    stand without a tugas."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="tupoksi")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.CASCADE, related_name="children")
    level = models.CharField("tingkat", max_length=10, choices=TupoksiLevel)
    text = models.TextField("bunyi")
    basis = models.CharField("dasar hukum", max_length=300, blank=True)
    order = models.PositiveIntegerField("urutan", default=0)

    class Meta:
        ordering: ClassVar = ["unit", "order", "id"]

    def __str__(self) -> str:
        return self.text[:200]


class Row(models.Model):
    """One row of Tabel 6 below a tupoksi: a kegiatan, its output, an aspek of it, and the procedure that follows."""

    tupoksi = models.ForeignKey(Tupoksi, on_delete=models.CASCADE, related_name="rows")
    kegiatan = models.CharField(max_length=500, blank=True)
    output = models.CharField(max_length=300, blank=True)
    aspek = models.CharField(max_length=100, blank=True)
    record = models.ForeignKey(
        ProcedureRecord, null=True, blank=True, on_delete=models.SET_NULL, related_name="table_rows"
    )
    """The procedure; several rows may lead to one, as the same activity has the same SOP."""
    is_repeated = models.BooleanField("berulang", null=True, blank=True)
    is_shared = models.BooleanField("dua orang atau lebih", null=True, blank=True)
    is_measurable = models.BooleanField("output terukur", null=True, blank=True)
    order = models.PositiveIntegerField("urutan", default=0)
    version = models.PositiveIntegerField(default=1)
    """Grows with every change, so that two who type into one row notice."""

    class Meta:
        ordering: ClassVar = ["tupoksi", "order", "id"]

    def __str__(self) -> str:
        return self.kegiatan[:200] or f"baris {self.pk}"

    @property
    def is_blank(self) -> bool:
        """Whether nothing was written in it."""
        return not (self.kegiatan or self.output or self.aspek or self.record_id)

    @property
    def needs_procedure(self) -> bool | None:
        """Whether the criteria say so; None while one of them is not answered and none says no."""
        answers = (self.is_repeated, self.is_shared, self.is_measurable)
        if False in answers:
            return False
        return None if None in answers else True


class ProcessNode(models.Model):
    """A node of the regency's business process map (Permenpan-RB 19/2018): a process, a part of one, or a
    cross-function map, which a procedure works out."""

    kode = models.CharField(max_length=60, unique=True)
    nama = models.CharField(max_length=300)

    class Meta:
        ordering: ClassVar = ["kode"]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class Aspect(models.TextChoices):
    """Aspects of a needs assessment (digest 2.2)."""

    ENVIRONMENT = "environment", "Lingkungan operasional"
    POLICY = "policy", "Kebijakan pemerintah"
    ORGANISATION = "organisation", "Kebutuhan organisasi dan pemangku kepentingan"


class Proposal(models.TextChoices):
    """Kind of proposal (digest 2.2)."""

    ADD = "add", "Tambah"
    CHANGE = "change", "Ubah"
    REPLACE = "replace", "Ganti"
    REMOVE = "remove", "Hapus"


WEIGHTS = [(1, "1 · rendah"), (2, "2 · sedang"), (3, "3 · tinggi")]


class Need(models.Model):
    """One line of a needs assessment: what was found, what is proposed, and why."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="needs")
    year = models.PositiveSmallIntegerField("tahun penilaian")
    tupoksi = models.ForeignKey(Tupoksi, null=True, blank=True, on_delete=models.SET_NULL, related_name="needs")
    record = models.ForeignKey(ProcedureRecord, null=True, blank=True, on_delete=models.SET_NULL, related_name="needs")
    judul = models.CharField("judul SOP", max_length=300)
    """As it was when it was assessed."""
    aspect = models.CharField("aspek", max_length=20, choices=Aspect)
    finding = models.TextField("temuan")
    proposal = models.CharField("jenis usulan", max_length=10, choices=Proposal)
    reason = models.TextField("alasan")
    inner_impact = models.TextField("dampak internal", blank=True)
    outer_impact = models.TextField("dampak eksternal", blank=True)
    urgency = models.PositiveSmallIntegerField("mendesak", choices=WEIGHTS, default=2)
    impact = models.PositiveSmallIntegerField("dampak", choices=WEIGHTS, default=2)
    feasibility = models.PositiveSmallIntegerField("dapat dilaksanakan", choices=WEIGHTS, default=2)
    planned_for = models.CharField("rencana waktu", max_length=100, blank=True)
    responsible = models.CharField("penanggung jawab", max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["unit", "-year", "id"]

    def __str__(self) -> str:
        return self.judul

    @property
    def score(self) -> int:
        """1 to 27: urgency times impact times feasibility."""
        return self.urgency * self.impact * self.feasibility

    @property
    def priority(self) -> int:
        """1 (first) to 3, by the score: from 12 first, from 4 second. A house setting, not law."""
        return 1 if self.score >= 12 else 2 if self.score >= 4 else 3
