"""The regency, its agencies, offices and people."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Organisasi."""

    name = "sopan.web.organisation"
    label = "organisation"
    verbose_name = "Organisasi"

    def ready(self) -> None:
        """Take its place on the rail."""
        from sopan.web.ui.navigation import Place, add

        add(Place(order=70, label="Organisasi", url_name="organisation:units", icon="organisation"))
