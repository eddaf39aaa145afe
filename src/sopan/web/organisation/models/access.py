"""Who may sign in, and who may do what where: a role is a named set of permissions, granted for a unit and a period."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

from sopan.web.organisation.models.lasting import Lasting, LastingQuerySet
from sopan.web.organisation.models.people import Person
from sopan.web.organisation.models.units import Unit


class Permission(models.TextChoices):
    """What a role can allow. Each is asked in a policy; none implies another."""

    ADMINISTER = "administer", "Mengatur situs, peran, dan seluruh organisasi"
    MANAGE_UNIT = "manage_unit", "Mengatur unit, jabatan, dan orang di unitnya"
    READ_EVERYTHING = "read_everything", "Membaca semuanya, tanpa mengubah"
    EDIT_TUPOKSI = "edit_tupoksi", "Mengisi tupoksi dan daftar SOP"
    WRITE_PROCEDURE = "write_procedure", "Menyusun SOP"
    COMMENT = "comment", "Memberi tanggapan pada draf"
    REVIEW_PROCEDURE = "review_procedure", "Menelaah SOP"
    RATIFY_PROCEDURE = "ratify_procedure", "Mengesahkan SOP"


GUARDED = frozenset({Permission.ADMINISTER, Permission.MANAGE_UNIT, Permission.RATIFY_PROCEDURE})
"""Whoever may do one of these signs in with a second factor."""


class Role(models.Model):
    """A named set of permissions; the regency may make its own."""

    code = models.SlugField(max_length=40, unique=True)
    nama = models.CharField(max_length=100)
    permissions = models.JSONField(default=list)
    """Values of `Permission`."""
    needs_second_factor = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.nama


class Grant(Lasting):
    """Somebody has a role in a unit and everything below it; without a unit, in the whole regency."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="grants")
    role = models.ForeignKey(Role, on_delete=models.PROTECT, related_name="grants")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="grants")

    objects = LastingQuerySet.as_manager()

    class Meta(Lasting.Meta):
        ordering: ClassVar = ["person", "id"]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class UserManager(BaseUserManager["User"]):
    """Makes users; a name is kept as it is typed and compared without regard to case."""

    def create_user(self, username: str, password: str | None = None, *, person: Person | None = None) -> User:
        """Somebody who can sign in; without a password, not yet."""
        user = self.model(username=username.strip(), person=person)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """An account. Signs in by user name, or by the NIP of its person."""

    username = models.CharField("nama pengguna", max_length=60, unique=True)
    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="user")
    email = models.EmailField("surel", blank=True)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    """The next thing after signing in with a one-time code is a password of one's own."""
    code_until = models.DateTimeField(null=True, blank=True)
    """When the one-time code stops working; none once there is a password."""
    generation = models.PositiveIntegerField(default=0)
    """Raised to end every session of this account."""

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar = []
    objects = UserManager()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(Lower("username"), name="one_user_name_in_any_case")]

    def __str__(self) -> str:
        return self.get_full_name()

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """A session holds as long as neither the password nor the generation changes."""
        salt = "sopan.web.organisation.User.get_session_auth_hash"
        return salted_hmac(salt, f"{self.password}:{self.generation}", secret=secret, algorithm="sha256").hexdigest()

    def get_full_name(self) -> str:
        """Name of the person; the user name without one."""
        return self.person.full_name if self.person else self.username
