"""sopan migrate: the database as this version of SOPAN needs it."""

from __future__ import annotations

import click

from sopan.web.commands.site import pending, say, start


@click.command(
    "migrate",
    help="Menyiapkan basis data, atau menyesuaikannya dengan versi ini. Aman diulang; jalankan setelah pemasangan dan "
    "setiap kali SOPAN diperbarui.",
)
def command() -> int:
    start()
    from django.core.management import call_command

    from sopan.web.organisation.roles import lay_down

    waiting = pending()
    call_command("migrate", interactive=False, verbosity=0)
    lay_down()
    if waiting:
        click.echo(say("Basis data siap; {jumlah} langkah dijalankan.", jumlah=len(waiting)))
    else:
        click.echo(say("Basis data sudah siap; tidak ada yang perlu diubah."))
    return 0
