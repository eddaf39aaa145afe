"""Procedures as the office knows them: a record for each, its revisions, and the paper that came before."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from sopan.domain.codec import decode_json
from sopan.domain.identity import Besaran, CiriKegiatan, Jenis, KelengkapanJenis, Sifat
from sopan.domain.lifecycle import Status as Lifecycle
from sopan.domain.procedure import Procedure
from sopan.web.organisation.models import Unit, User


class Standing(models.TextChoices):
    """Where a procedure stands. The statuses of `domain.lifecycle`, and two before them."""

    PLANNED = "planned", "Direncanakan"
    """A title without a document."""
    PAPER = "paper", "Ada, belum selaras"
    """It lies in a cabinet; its steps are not in SOPAN."""
    DRAFT = Lifecycle.DRAFT.value, "Draf"
    IN_REVIEW = Lifecycle.IN_REVIEW.value, "Ditelaah"
    ON_TRIAL = Lifecycle.ON_TRIAL.value, "Diuji coba"
    IN_VERIFICATION = Lifecycle.IN_VERIFICATION.value, "Diverifikasi"
    AWAITING_RATIFICATION = Lifecycle.AWAITING_RATIFICATION.value, "Menunggu pengesahan"
    EFFECTIVE = Lifecycle.EFFECTIVE.value, "Berlaku"
    UNDER_REVISION = Lifecycle.UNDER_REVISION.value, "Berlaku, sedang direvisi"
    REVOKED = Lifecycle.REVOKED.value, "Tidak berlaku"


SEEN_BY_ALL = (Standing.PAPER, Standing.EFFECTIVE, Standing.UNDER_REVISION, Standing.REVOKED)
"""What is or was in force is read by whoever signs in; the rest by the own perangkat daerah."""
STANDING_SOPS = (Standing.PAPER, Standing.EFFECTIVE, Standing.UNDER_REVISION)
"""People can work by it today."""

SIFAT = [(Sifat.TECHNICAL.value, "Teknis"), (Sifat.ADMINISTRATIVE.value, "Administratif")]
BESARAN = [(Besaran.MACRO.value, "Makro"), (Besaran.MICRO.value, "Mikro")]
KELENGKAPAN = [(KelengkapanJenis.FINAL.value, "Final"), (KelengkapanJenis.PARTIAL.value, "Parsial")]
JENIS = [(Jenis.GENERIC.value, "Generik"), (Jenis.SPECIFIC.value, "Spesifik")]
CIRI = [
    (CiriKegiatan.SERVICE.value, "Pelayanan"),
    (CiriKegiatan.ROUTINE.value, "Rutin"),
    (CiriKegiatan.ASSIGNMENT.value, "Penugasan"),
]


class ProcedureRecord(models.Model):
    """One procedure, from the day somebody writes down its title."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="procedures")
    """The unit whose procedure it is: a perangkat daerah or a unit kerja."""
    judul = models.CharField(max_length=300)
    status = models.CharField(max_length=30, choices=Standing, default=Standing.PLANNED)
    nomor = models.CharField(max_length=120, blank=True)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    sifat = models.CharField("sifat kegiatan", max_length=20, choices=SIFAT, blank=True)
    besaran = models.CharField("besaran", max_length=20, choices=BESARAN, blank=True)
    kelengkapan_jenis = models.CharField("kelengkapan", max_length=20, choices=KELENGKAPAN, blank=True)
    jenis = models.CharField("jenis", max_length=20, choices=JENIS, blank=True)
    ciri_kegiatan = models.CharField("ciri kegiatan", max_length=20, choices=CIRI, blank=True)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts")
    """The macro procedure this one is a part of."""
    kode_peta = models.CharField("kode peta proses bisnis", max_length=60, null=True, blank=True)
    """Code of the cross-function map (Permenpan-RB 19/2018); null while none is attached."""
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["judul", "id"]
        indexes: ClassVar = [models.Index(fields=["unit", "status"])]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(parent=models.F("pk")), name="no_procedure_is_its_own_part"),
        ]

    def __str__(self) -> str:
        return self.judul


class Revision(models.Model):
    """One version of a procedure: its whole document, in the format of `domain.codec`."""

    record = models.ForeignKey(ProcedureRecord, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    """1 for the first."""
    status = models.CharField(max_length=30, choices=Standing, default=Standing.DRAFT)
    document = models.TextField()
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering: ClassVar = ["record", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["record", "number"], name="one_revision_of_a_number"),
        ]

    def __str__(self) -> str:
        return f"{self.record}, revisi {self.number}"

    @property
    def procedure(self) -> Procedure:
        """The value the document encodes."""
        return decode_json(self.document)


class PaperCopy(models.Model):
    """Where the paper of a procedure lies, and a photo or scan of it."""

    record = models.OneToOneField(ProcedureRecord, on_delete=models.CASCADE, related_name="paper")
    location = models.CharField("tempat", max_length=200)
    """`Lemari 2, map biru`."""
    file = models.FileField(upload_to="sop-lama/%Y/", blank=True)
    media_type = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.record} ({self.location})"
