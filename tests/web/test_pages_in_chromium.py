"""Every page of the site in a real browser: accessible, light, within its policy, and no wider than a phone."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, Response, sync_playwright

from sopan.web.config.tests.world import an_admin, furnish, pages_for
from tests import npm

pytestmark = [pytest.mark.needs("chromium", "npm"), pytest.mark.django_db(transaction=True)]

AXE = Path(__file__).parent / "axe"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LIMIT = 120_000
"""Bytes of HTML, CSS and JavaScript, compressed, until a page is there for the first time."""
STRANGERS = ("account_login", "appearance")
"""Pages that somebody sees who has not signed in."""


class Visit:
    """One look at one page: what it loaded, and what the browser complained of."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.complaints: list[str] = []
        self.weight = 0
        self._loaded: list[Response] = []
        self.page: Page = context.new_page()
        self.page.on("console", lambda said: said.type in ("error", "warning") and self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("response", lambda answer: self._loaded.append(answer))
        self.page.goto(url, wait_until="load")
        told = [each for each in self._loaded if each.request.resource_type in ("document", "stylesheet", "script")]
        self.weight = sum(len(gzip.compress(each.body())) for each in told if each.status == 200)

    def is_wider_than_its_window(self) -> bool:
        return self.page.evaluate("document.scrollingElement.scrollWidth > window.innerWidth + 1")

    def barriers(self, axe: str) -> list[str]:
        """What axe objects to, each with the place it means."""
        self.page.evaluate(axe)
        found = self.page.evaluate("tags => axe.run(document, {runOnly: tags})", TAGS)["violations"]
        return [f"{each['id']}: {node['target']} {node['failureSummary']}" for each in found for node in each["nodes"]]


@pytest.fixture
def axe() -> str:
    npm.install(AXE)
    return (AXE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def test_every_page_is_fit_for_everybody(live_server, client, axe):
    world = furnish()
    strangers = {name: world.address(name) for name in STRANGERS}
    client.force_login(an_admin(world))
    pages = pages_for(client, world)
    assert len(pages) > 20
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}

    faults: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for width, scheme in ((360, "light"), (1366, "dark")):
            for cookies, addresses in (([session], pages), ([], strangers)):
                context = browser.new_context(viewport={"width": width, "height": 760}, color_scheme=scheme)
                context.add_cookies(cookies)
                for name, address in addresses.items():
                    visit = Visit(context, live_server.url + address)
                    place = f"{name} ({width} px, {scheme})"
                    faults += [f"{place} {barrier}" for barrier in visit.barriers(axe)]
                    faults += [f"{place} said {complaint}" for complaint in visit.complaints]
                    faults += [f"{place} weighs {visit.weight}"] if visit.weight > LIMIT else []
                    faults += [f"{place} is wider than its window"] if visit.is_wider_than_its_window() else []
                    visit.page.close()
                context.close()
        browser.close()
    assert not faults, "\n".join(faults)
