"""The trail of what was done."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Jejak audit."""

    name = "sopan.web.audit"
    label = "audit"
    verbose_name = "Jejak audit"
