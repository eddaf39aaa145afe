"""Settings of tests: quick passwords, a database in memory or of SOPAN_DATABASE, files that go at the end."""

import atexit
import os
import shutil
import tempfile

if "SOPAN_DATA" not in os.environ:
    os.environ["SOPAN_DATA"] = tempfile.mkdtemp(prefix="sopan-uji-")
    atexit.register(shutil.rmtree, os.environ["SOPAN_DATA"], ignore_errors=True)

from sopan.web.config.settings.base import *  # noqa: F403
from sopan.web.config.settings.base import OPTIONS, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
ACCOUNT_RATE_LIMITS = {"login": "9999/m/ip"}
WHITENOISE_USE_FINDERS = True
(OPTIONS.data / "static").mkdir(exist_ok=True)  # whitenoise warns of a folder that is not there
