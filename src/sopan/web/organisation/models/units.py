"""Pemda, perangkat daerah and their unit kerja: a tree whose names and shape may change from a day on."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import OuterRef, Subquery

from sopan.web.organisation.models.lasting import Lasting, LastingQuerySet


class Pemda(models.Model):
    """The regional government this site serves: one row."""

    nama = models.CharField(max_length=200)
    """`Kabupaten Contoh`; documents print `Pemerintah Kabupaten Contoh`."""
    kode_wilayah = models.CharField(max_length=13, blank=True)
    """Code of Kemendagri, `53.04`; BPS codes are others and never mixed in."""
    is_demo = models.BooleanField(default=False)
    """Every page and print says DATA KARANGAN."""

    def __str__(self) -> str:
        return f"Pemerintah {self.nama}"


class UnitKind(models.TextChoices):
    """What kind of unit it is (PP 18/2016, Permenpan-RB 17/2021)."""

    SEKRETARIAT_DAERAH = "sekretariat_daerah", "Sekretariat Daerah"
    SEKRETARIAT_DPRD = "sekretariat_dprd", "Sekretariat DPRD"
    INSPEKTORAT = "inspektorat", "Inspektorat"
    DINAS = "dinas", "Dinas"
    BADAN = "badan", "Badan"
    KECAMATAN = "kecamatan", "Kecamatan"
    KELURAHAN = "kelurahan", "Kelurahan"
    DESA = "desa", "Desa"
    BAGIAN = "bagian", "Bagian"
    SEKRETARIAT = "sekretariat", "Sekretariat"
    BIDANG = "bidang", "Bidang"
    SUBBAGIAN = "subbagian", "Subbagian"
    SEKSI = "seksi", "Seksi"
    UPTD = "uptd", "UPTD"
    PUSKESMAS = "puskesmas", "Puskesmas"
    RUMAH_SAKIT = "rumah_sakit", "Rumah sakit"
    SEKOLAH = "sekolah", "Sekolah"
    TIM = "tim", "Tim kerja"
    LAINNYA = "lainnya", "Lainnya"


class UnitQuerySet(LastingQuerySet["Unit"]):
    """Units of a day, with the names of that day."""

    def named(self, day: date) -> Self:
        """With `nama`, the official name on this day."""
        names = UnitName.objects.filter(unit=OuterRef("pk"), since__lte=day).order_by("-since")
        return self.annotate(nama=Subquery(names.values("nama")[:1]))

    def opd(self) -> Self:
        """Perangkat daerah only: what stands right below the Pemda."""
        return self.filter(parent=None)


class Unit(Lasting):
    """A perangkat daerah (without `parent`) or a unit kerja inside one."""

    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    kind = models.CharField(max_length=30, choices=UnitKind)
    kode = models.CharField("kode", max_length=40, blank=True)
    order = models.PositiveIntegerField("urutan", default=0)

    nama: str
    """Its official name on the day asked for; only on units that were asked for as `named`."""
    depth: int
    """How deep it stands; only where a tree was asked for."""

    objects = UnitQuerySet.as_manager()

    class Meta(Lasting.Meta):
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        newest = self.names.order_by("-since").first()
        return newest.nama if newest else f"unit {self.pk}"

    def name_on(self, day: date) -> str:
        """Its official name on this day: what is printed on what was issued then; its first one before that."""
        names = sorted(self.names.all(), key=lambda name: name.since)
        before = [name.nama for name in names if name.since <= day]
        return before[-1] if before else names[0].nama


class UnitName(models.Model):
    """An official name, from a day on until the next one."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="names")
    nama = models.CharField(max_length=200)
    since = models.DateField()

    class Meta:
        ordering: ClassVar = ["since"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["unit", "since"], name="one_unit_name_a_day"),
        ]

    def __str__(self) -> str:
        return self.nama


class Succession(models.Model):
    """From a day on, what `predecessor` had is the affair of `successor`: a merger, a split, a transfer."""

    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="origins")
    since = models.DateField()
    decree = models.CharField("dasar", max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["predecessor", "successor", "since"], name="one_succession_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
