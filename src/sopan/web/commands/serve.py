"""sopan serve: the site, for people."""

from __future__ import annotations

import errno
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from sopan.web.commands.kinship import children_end_with_me, end_with_parent
from sopan.web.commands.site import require_migrated, say, start
from sopan.web.config.options import Options

APPLICATION = "sopan.web.config.wsgi:application"


@click.command(
    "serve",
    help="Menjalankan situs SOPAN. Pengaturannya dibaca dari sopan.toml di folder ini dan dari variabel lingkungan "
    "SOPAN_…; panduan administrator menjelaskan semuanya.",
)
@click.option("--host", metavar="ALAMAT", help="Alamat tempat server menunggu, misalnya 127.0.0.1 atau 0.0.0.0.")
@click.option("--port", metavar="ANGKA", help="Nomor port, misalnya 8000.")
@click.option("--worker/--no-worker", "wants_worker", default=True, help="Menjalankan pekerja latar pula, atau tidak.")
def command(host: str | None, port: str | None, wants_worker: bool) -> int:
    options = start(host=host, port=port)
    require_migrated()
    refuse_taken(options)
    gather_static_files()
    click.echo(say("SOPAN berjalan di {alamat} (Ctrl+C menghentikannya).", alamat=address_of(options)), err=True)
    children_end_with_me()
    with _worker_beside(wants_worker):
        _serve(options)
    return 0


def address_of(options: Options) -> str:
    """What people type."""
    host = f"[{options.host}]" if ":" in options.host else options.host
    return options.url or f"http://{host}:{options.port}"


def refuse_taken(options: Options) -> None:
    """Say so when the address cannot be listened at, before anything is started."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((options.host, options.port))
        except OSError as refusal:
            sentence = _REFUSALS.get(refusal.errno or 0) or "Alamat {alamat} tidak dapat dipakai: {alasan}."
            place = f"{options.host}:{options.port}"
            raise click.ClickException(say(sentence, alamat=place, alasan=refusal.strerror)) from None


_REFUSALS = {
    errno.EADDRINUSE: "{alamat} sedang dipakai program lain. Hentikan program itu, atau pilih --port lain.",
    errno.EACCES: "{alamat} memerlukan izin administrator. Pilih --port di atas 1024.",
    errno.EADDRNOTAVAIL: "{alamat} bukan alamat komputer ini. Pakai 127.0.0.1, atau 0.0.0.0 untuk semua alamatnya.",
}


def gather_static_files() -> None:
    """Style sheets and scripts, named by their content and compressed, where the server reads them."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


@contextmanager
def _worker_beside(wanted: bool) -> Iterator[None]:
    """A worker as long as the server runs."""
    if not wanted:
        yield
        return
    command = [sys.executable, "-P", "-m", "sopan", "worker"]
    worker = subprocess.Popen(command, preexec_fn=end_with_parent)  # noqa: S603  forked before any thread
    try:
        yield
    finally:
        worker.terminate()
        worker.wait()


def _serve(options: Options) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    Granian(
        APPLICATION,
        address=options.host,
        port=options.port,
        interface=Interfaces.WSGI,
        workers=options.workers,
        blocking_threads=4,
        respawn_failed_workers=True,
        websockets=False,
        log_level=LogLevels.warning,
    ).serve()
