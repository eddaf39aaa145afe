"""The site as a Django application: its own few pages."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Beranda and the look of the screen."""

    name = "sopan.web.config"
    label = "site"

    def ready(self) -> None:
        """Put the first page first on the rail."""
        from sopan.web.ui.navigation import Place, add

        add(Place(order=0, label="Beranda", url_name="home", icon="home"))
