"""Jabatan: the offices of a unit, whoever holds them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import OuterRef, Subquery

from sopan.web.organisation.models.lasting import Lasting, LastingQuerySet
from sopan.web.organisation.models.units import Unit


class JabatanKind(models.TextChoices):
    """What kind of office it is (UU 20/2023, Permenpan-RB 7/2022)."""

    STRUKTURAL = "struktural", "Struktural"
    FUNGSIONAL = "fungsional", "Fungsional"
    PELAKSANA = "pelaksana", "Pelaksana"
    KETUA_TIM = "ketua_tim", "Ketua tim"
    ANGGOTA_TIM = "anggota_tim", "Anggota tim"
    PEJABAT_NEGARA = "pejabat_negara", "Kepala daerah dan pejabat negara"
    LAINNYA = "lainnya", "Lainnya"


class JabatanQuerySet(LastingQuerySet["Jabatan"]):
    """Offices of a day, with the names of that day."""

    def named(self, day: date) -> Self:
        """With `nama`, the official name on this day."""
        names = JabatanName.objects.filter(jabatan=OuterRef("pk"), since__lte=day).order_by("-since")
        return self.annotate(nama=Subquery(names.values("nama")[:1]))


class Jabatan(Lasting):
    """An office in a unit. `places` people may hold it at a time; nobody is a normal state, and visible."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="daftar_jabatan")
    kind = models.CharField(max_length=30, choices=JabatanKind)
    is_head = models.BooleanField("memimpin unit", default=False)
    places = models.PositiveSmallIntegerField("jumlah", default=1)
    order = models.PositiveIntegerField("urutan", default=0)

    nama: str
    """Its official name on the day asked for; only on offices that were asked for as `named`."""

    objects = JabatanQuerySet.as_manager()

    class Meta(Lasting.Meta):
        ordering: ClassVar = ["order", "id"]

    def __str__(self) -> str:
        newest = self.names.order_by("-since").first()
        return newest.nama if newest else f"jabatan {self.pk}"

    def name_on(self, day: date) -> str:
        """Its official name on this day; its first one before that."""
        names = sorted(self.names.all(), key=lambda name: name.since)
        before = [name.nama for name in names if name.since <= day]
        return before[-1] if before else names[0].nama


class JabatanName(models.Model):
    """An official name, from a day on until the next one."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.CASCADE, related_name="names")
    nama = models.CharField(max_length=200)
    since = models.DateField()

    class Meta:
        ordering: ClassVar = ["since"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["jabatan", "since"], name="one_jabatan_name_a_day"),
        ]

    def __str__(self) -> str:
        return self.nama


class JabatanSuccession(models.Model):
    """From a day on, what waited for `predecessor` waits for `successor`: a merger, a split, a move to another unit."""

    predecessor = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="successions")
    successor = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="origins")
    since = models.DateField()
    decree = models.CharField("dasar", max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["since", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["predecessor", "successor", "since"], name="one_jabatan_succession_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"
