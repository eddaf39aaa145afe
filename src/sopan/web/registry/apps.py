"""The spine: every procedure of the regency and its revisions."""

from django.apps import AppConfig


class RegistryConfig(AppConfig):
    """Daftar SOP."""

    name = "sopan.web.registry"
    label = "registry"
    verbose_name = "SOP"

    def ready(self) -> None:
        """Take its place on the rail."""
        from sopan.web.ui.navigation import Place, add

        add(Place(order=30, label="SOP", url_name="registry:records", icon="procedure"))
