"""Settings of tests: quick passwords, a database in memory unless SOPAN_DATABASE names one, files where pytest says."""

import os
import tempfile

os.environ.setdefault("SOPAN_DATA", tempfile.mkdtemp(prefix="sopan-uji-"))

from sopan.web.config.settings.base import *  # noqa: F403
from sopan.web.config.settings.base import STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
WHITENOISE_USE_FINDERS = True
