"""The design system."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Tokens, components and the frame around every page."""

    name = "sopan.web.ui"
    label = "ui"
