"""The models and their migrations say the same, on either database."""

from __future__ import annotations

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_migrations_are_named_for_what_they_do():
    ours = {config.label for config in apps.get_app_configs() if config.name.startswith("sopan.")}
    loader = MigrationLoader(connection, ignore_no_migrations=True, load=False)
    loader.load_disk()
    names = [name for label, name in loader.disk_migrations if label in ours]
    assert names
    assert not [name for name in names if re.search(r"auto_\d|initial$|merge", name)]


@pytest.mark.django_db
def test_each_capability_has_one_last_migration():
    assert MigrationLoader(connection).detect_conflicts() == {}
