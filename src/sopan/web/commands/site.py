"""The site of this folder, made ready for a command; what is wrong with it is said in a sentence for each fault."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sopan.translation import fill, translator
from sopan.web.config.options import PREFIX, Options, UnfitOptions

SETTINGS = "sopan.web.config.settings.production"


def say(sentence: str, /, **parameters: object) -> str:
    """The sentence in the language of this run, which the command line has named in LANGUAGE."""
    return fill(translator(os.environ.get("LANGUAGE", "id"))(sentence), parameters)


def read_options(**chosen: object) -> Options:
    """Options of the site; those `chosen` on the command line overrule file and environment, for our children too."""
    os.environ.update({PREFIX + name.upper(): str(value) for name, value in chosen.items() if value is not None})
    try:
        return Options.read(os.environ, Path(os.environ.get("SOPAN_HOME") or Path.cwd()))
    except UnfitOptions as unfit:
        raise click.ClickException("\n".join(unfit.sentences)) from None


def start(**chosen: object) -> Options:
    """Django with the settings of the site, and a database that answers."""
    options = read_options(**chosen)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    import django
    from django.db import OperationalError, connection

    django.setup()
    try:
        connection.ensure_connection()
    except OperationalError as refusal:
        reason = str(refusal).strip().splitlines()[0]
        sentence = "Basis data tidak dapat dibuka: {alasan}. Periksa pilihan “database” dan folder “data”."
        raise click.ClickException(say(sentence, alasan=reason)) from None
    return options


def pending() -> list[str]:
    """Names of the migrations that the database still waits for."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def require_migrated() -> None:
    """Refuse to work on a database of another version."""
    if waiting := pending():
        sentence = "Basis data belum siap: {jumlah} langkah menunggu. Jalankan “sopan migrate”, lalu ulangi."
        raise click.ClickException(say(sentence, jumlah=len(waiting)))
