"""From tupoksi to the titles of procedures."""

from django.apps import AppConfig


class IdentificationConfig(AppConfig):
    """Tupoksi dan daftar SOP."""

    name = "sopan.web.identification"
    label = "identification"
    verbose_name = "Tupoksi dan daftar SOP"

    def ready(self) -> None:
        """Take its place on the rail."""
        from sopan.web.ui.navigation import Place, add

        add(Place(order=40, label="Tupoksi & daftar SOP", url_name="identification:agencies", icon="titles"))
