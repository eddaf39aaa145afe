"""Tabel 6 under somebody's hands: typed, left, pasted into, changed in two tabs, and cut off from the network."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect, sync_playwright

from sopan.web.identification.tests.factories import a_fungsi, a_row
from sopan.web.organisation.tests.factories import a_unit, a_user

pytestmark = [pytest.mark.needs("chromium"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def unit():
    """Its only fungsi has one row that nothing is written in yet."""
    unit = a_unit("Bagian Organisasi")
    a_row(a_fungsi("Ketatalaksanaan", unit))
    return unit


@pytest.fixture
def context(live_server, client, unit):
    """A browser of somebody who may write here. The database cannot be asked while it runs, so its pages are."""
    client.force_login(a_user("penyusun", unit))
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1366, "height": 800})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        context.add_cookies([session])
        yield context
        browser.close()


@pytest.fixture
def address(live_server, unit):
    return live_server.url + reverse("identification:table", args=[unit.pk])


def opened(context, address):
    page = context.new_page()
    page.goto(address, wait_until="networkidle")
    return page


def field(page, name, place=0):
    return page.locator(f"tr[data-row] [name={name}]").nth(place)


def left(page):
    """Whoever leaves a row has it saved."""
    page.locator("a.brand").focus()


def test_a_row_is_typed_without_a_mouse_and_saved_when_it_is_left(context, address):
    page = opened(context, address)
    field(page, "kegiatan").focus()
    for text in ("survei kepuasan", "laporan SKM", "penyusunan"):
        page.keyboard.type(text)
        page.keyboard.press("Tab" if text != "penyusunan" else "Enter")
    expect(field(page, "aspek", 1)).to_be_focused()
    expect(field(page, "judul")).to_have_value("Penyusunan Laporan SKM")
    page.keyboard.press("Control+Enter")
    expect(page.locator("tr[data-row]")).to_have_count(3)
    expect(opened(context, address).locator("tr[data-row]")).to_have_count(3)


def test_two_tabs_are_asked_which_text_to_keep(context, address):
    one, other = opened(context, address), opened(context, address)
    field(one, "kegiatan").fill("dari tab satu")
    left(one)
    expect(one.locator(".saved")).to_contain_text("Tersimpan")
    field(other, "kegiatan").fill("dari tab dua")
    left(other)
    expect(other.locator("tr.conflict")).to_contain_text("dari tab satu")
    expect(field(other, "kegiatan")).to_have_value("dari tab dua")
    other.get_by_role("button", name="Pakai tulisan saya").click()
    expect(other.locator(".saved")).to_contain_text("Tersimpan")
    expect(field(opened(context, address), "kegiatan")).to_have_value("dari tab dua")


def test_cells_of_a_spreadsheet_become_rows(context, address):
    page = opened(context, address)
    block = 'survei\tlaporan SKM\tpenyusunan\n"survei\nkedua"\thasil SKM\tpublikasi\n'
    field(page, "kegiatan").focus()
    page.evaluate("text => navigator.clipboard.writeText(text)", block)
    page.keyboard.press("Control+V")
    expect(page.locator("tr[data-row]")).to_have_count(2)
    expect(field(page, "kegiatan", 1)).to_have_value("survei kedua")
    expect(field(page, "judul", 1)).to_have_value("Publikasi Hasil SKM")


def test_what_is_typed_without_a_network_is_sent_when_it_is_back(context, address):
    page = opened(context, address)
    context.set_offline(True)
    field(page, "kegiatan").fill("diketik tanpa sinyal")
    left(page)
    expect(page.locator(".saved")).to_contain_text("Sambungan terputus")
    context.set_offline(False)
    expect(page.locator(".saved")).to_contain_text("Tersimpan")
    expect(field(opened(context, address), "kegiatan")).to_have_value("diketik tanpa sinyal")


def test_a_row_is_taken_away(context, address):
    page = opened(context, address)
    page.get_by_role("button", name="Hapus baris").click()
    expect(page.locator("tr[data-row]")).to_have_count(0)
    expect(opened(context, address).locator("tr[data-row]")).to_have_count(0)
