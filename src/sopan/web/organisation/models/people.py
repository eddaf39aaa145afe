"""People and the seats they hold. Not everybody has a NIP, and no number is invented for those who have none."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from sopan.checker.language.nip import digits_of, fault_of, grouped
from sopan.web.organisation.models.jabatan import Jabatan
from sopan.web.organisation.models.lasting import Lasting, LastingQuerySet
from sopan.web.organisation.models.units import Unit


class PersonKind(models.TextChoices):
    """In which relation somebody stands to the regency."""

    PNS = "pns", "PNS"
    PPPK = "pppk", "PPPK"
    NON_ASN = "non_asn", "Pegawai non-ASN"
    PEJABAT_NEGARA = "pejabat_negara", "Kepala daerah dan pejabat negara"
    PERANGKAT_DESA = "perangkat_desa", "Perangkat desa"
    LUAR = "luar", "Orang luar"
    """A resource person, an official of the province."""


def sound_nip(text: str) -> None:
    """Raises ValidationError with the reason for a number that cannot be a NIP or NI PPPK (digest 5.9)."""
    fault = fault_of(text)
    if fault is not None:
        raise ValidationError(_(fault.value).format(nip=text))


class Person(models.Model):
    """Somebody who works for or with the regency."""

    nama = models.CharField(max_length=200)
    gelar_depan = models.CharField(max_length=60, blank=True)
    gelar_belakang = models.CharField(max_length=100, blank=True)
    kind = models.CharField(max_length=20, choices=PersonKind)
    nip = models.CharField(
        "NIP/NI PPPK",
        max_length=18,
        null=True,
        blank=True,
        unique=True,
        validators=[sound_nip],
        error_messages={"unique": _lazy("NIP ini sudah dipakai orang lain. Cari orangnya, lalu periksa nomornya.")},
    )
    """Eighteen digits without spaces; null for those who have none."""
    pangkat = models.CharField("pangkat/golongan", max_length=60, blank=True)
    origin = models.CharField("asal", max_length=200, blank=True)
    """Where somebody from outside comes from."""
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    """Where they work, with or without a seat; its Admin OPD looks after them."""

    class Meta:
        ordering: ClassVar = ["nama", "id"]

    def __str__(self) -> str:
        return self.full_name

    def clean_fields(self, exclude: Collection[str] | None = None) -> None:
        """Numbers lose their spaces before they are looked at; no number is null, so that many may have none."""
        self.nip = digits_of(self.nip or "") or None
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        """Only ASN have a number."""
        if self.nip and self.kind not in (PersonKind.PNS, PersonKind.PPPK):
            raise ValidationError({"nip": _("Hanya PNS dan PPPK yang memiliki NIP. Kosongkan, atau ubah jenisnya.")})

    @property
    def full_name(self) -> str:
        """With the titles before and after it: `dr. Nama, M.Kes.`"""
        name = f"{self.gelar_depan} {self.nama}".strip()
        return f"{name}, {self.gelar_belakang}" if self.gelar_belakang else name

    @property
    def printed_nip(self) -> str:
        """The number in groups, as documents print it; empty without one."""
        return grouped(self.nip) if self.nip else ""


class Capacity(models.TextChoices):
    """In which capacity a seat is held."""

    DEFINITIF = "definitif", "Definitif"
    PLT = "plt", "Plt."
    PLH = "plh", "Plh."
    PJ = "pj", "Pj."


class Seat(Lasting):
    """Somebody holds an office, from a day on."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="seats")
    capacity = models.CharField(max_length=20, choices=Capacity, default=Capacity.DEFINITIF)
    decree = models.CharField("nomor SK", max_length=120, blank=True)

    objects = LastingQuerySet.as_manager()

    class Meta(Lasting.Meta):
        ordering: ClassVar = ["-since", "id"]
        constraints: ClassVar = [
            *Lasting.Meta.constraints,
            models.UniqueConstraint(
                fields=["person", "jabatan", "capacity"], condition=Q(until=None), name="one_open_seat_in_an_office"
            ),
        ]

    def __str__(self) -> str:
        capacity = "" if self.capacity == Capacity.DEFINITIF else f"{self.get_capacity_display()} "
        return f"{self.person}, {capacity}{self.jabatan}"
