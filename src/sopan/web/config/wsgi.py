"""The application for a WSGI server."""

import os

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sopan.web.config.settings.production")
application = get_wsgi_application()
get_resolver().url_patterns  # noqa: B018  a page that cannot be loaded is found now, not by the first who asks
