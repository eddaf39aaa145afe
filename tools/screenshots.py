"""Pictures of every page of the site, for people to look at.

    python -m tools.screenshots [--dark] [NAME …]    pictures in screenshots/NAME-WIDTH.png; all pages without names

Run with `src` on the path. The site is a small regency in a temporary folder; it serves itself while it is drawn.
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WIDTHS = (360, 768, 1366, 1440)
FOLDER = Path("screenshots")
CHROMIUM = "/usr/bin/chromium"


def main(words: list[str]) -> int:
    """Draw the pages that are named, or all of them."""
    scheme = "dark" if "--dark" in words else "light"
    wanted = [word for word in words if not word.startswith("-")]
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"SOPAN_DATA": folder, "DJANGO_SETTINGS_MODULE": "sopan.web.config.settings.test"}
        os.environ.pop("SOPAN_DATABASE", None)
        pages, session = _furnished()
        chosen = {name: address for name, address in pages.items() if not wanted or name in wanted}
        with _served() as url:
            _draw(url, session, chosen, scheme)
    print(f"{len(chosen)} pages at {len(WIDTHS)} widths: {FOLDER.resolve()}")
    return 0 if chosen else 1


def _furnished() -> tuple[dict[str, str], str]:
    """Addresses of all pages, and the session of somebody who sees them."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    from sopan.web.config.tests.world import an_admin, furnish, pages_for

    call_command("migrate", verbosity=0)
    world, client = furnish(), Client(headers={"host": "localhost"})
    client.force_login(an_admin(world))
    return pages_for(client, world), client.cookies["sessionid"].value


@contextmanager
def _served() -> Iterator[str]:
    from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler

    from sopan.web.config.wsgi import application

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadedWSGIServer(("127.0.0.1", 0), Quiet)
    server.set_app(application)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def _draw(url: str, session: str, pages: dict[str, str], scheme: str) -> None:
    from playwright.sync_api import sync_playwright

    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--hide-scrollbars"])
        for width in WIDTHS:
            context = browser.new_context(
                viewport={"width": width, "height": 760}, color_scheme="dark" if scheme == "dark" else "light"
            )
            context.add_cookies([{"name": "sessionid", "value": session, "url": url}])
            page = context.new_page()
            for name, address in pages.items():
                page.goto(url + address, wait_until="networkidle")
                page.screenshot(path=FOLDER / f"{name.replace(':', '-')}-{width}.png", full_page=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
