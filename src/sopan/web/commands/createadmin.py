"""sopan createadmin: the first Admin Pemda of a site, and the way back in when nobody else is left."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sopan.web.commands.site import require_migrated, say, start

if TYPE_CHECKING:
    from sopan.web.organisation.models import User


@click.command(
    "createadmin",
    help="Membuat akun Admin Pemda. Yang tidak disebut akan ditanyakan; kata sandinya selalu ditanyakan, atau dibaca "
    "dari masukan baku bila bukan dari papan ketik.",
)
@click.option("--username", metavar="NAMA", help="Nama pengguna untuk masuk.")
@click.option("--name", "nama", metavar="NAMA", help="Nama orangnya.")
@click.option("--pemda", metavar="NAMA", help="Nama pemerintah daerah, misalnya “Kabupaten Contoh”; sekali saja.")
def command(username: str | None, nama: str | None, pemda: str | None) -> int:
    start()
    require_migrated()
    pemda = pemda if pemda or not _needs_pemda() else click.prompt(say("Nama pemerintah daerah"))
    nama = nama or click.prompt(say("Nama orang"))
    username = (username or click.prompt(say("Nama pengguna"))).strip()
    _refuse_taken(username)
    make_admin(username=username, nama=nama, password=_password(username), pemda=pemda)
    click.echo(say("Akun “{nama}” siap. Masuk lewat halaman SOPAN dengan nama itu.", nama=username))
    return 0


def make_admin(*, username: str, nama: str, password: str, pemda: str | None = None) -> User:
    """The person, their account and the role, all or nothing."""
    from django.db import transaction
    from django.utils import timezone

    from sopan.web.audit.services import record
    from sopan.web.organisation.models import Grant, Pemda, Person, PersonKind, Role, User
    from sopan.web.organisation.roles import lay_down

    with transaction.atomic():
        lay_down()
        if pemda and not Pemda.objects.exists():
            record("organisation.pemda_named", by=None, subject=Pemda.objects.create(nama=pemda))
        person = Person.objects.create(nama=nama, kind=PersonKind.NON_ASN)
        user = User.objects.create_user(username, password, person=person)
        role = Role.objects.get(code="admin_pemda")
        Grant.objects.create(person=person, role=role, since=timezone.localdate())
        record("organisation.admin_made", by=None, subject=user)
    return user


def _needs_pemda() -> bool:
    from sopan.web.organisation.models import Pemda

    return not Pemda.objects.exists()


def _refuse_taken(username: str) -> None:
    from sopan.web.organisation.models import User

    if not username:
        raise click.ClickException(say("Nama pengguna belum ditulis."))
    if User.objects.filter(username__iexact=username).exists():
        raise click.ClickException(say("Nama pengguna “{nama}” sudah dipakai. Pilih yang lain.", nama=username))


def _password(username: str) -> str:
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    from sopan.web.organisation.models import User

    if sys.stdin.isatty():
        password = click.prompt(say("Kata sandi"), hide_input=True, confirmation_prompt=say("Ulangi kata sandi"))
    else:
        password = sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password, User(username=username))
    except ValidationError as weak:
        raise click.ClickException(" ".join(weak.messages)) from None
    return str(password)
