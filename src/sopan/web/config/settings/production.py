"""Settings of a site that serves people."""

from sopan.web.config.settings.base import *  # noqa: F403  settings are read by name
