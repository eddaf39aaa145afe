"""What holds for every page of the site: policy, notice, theme, errors."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

from sopan.web.organisation.models import Pemda
from sopan.web.organisation.tests.factories import a_jabatan, a_person, a_seat, a_unit, a_user

WEB = Path(__file__).resolve().parents[2]
TEMPLATES = sorted(path.relative_to(WEB).as_posix() for path in WEB.rglob("templates/**/*.html"))


def test_every_answer_says_what_a_page_may_load(client, db):
    policy = client.get(reverse("account_login")).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("template", TEMPLATES)
def test_no_script_or_style_stands_inside_a_page(template):
    text = (WEB / template).read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)|\bon[a-z]+=\"|<style|\sstyle=\"", text)
    assert "//cdn" not in text


def test_a_demo_says_so_on_every_page_and_a_real_site_does_not(client, db):
    pemda = Pemda.objects.create(nama="Kabupaten Contoh")
    assert "DATA KARANGAN" not in client.get(reverse("account_login")).content.decode()
    Pemda.objects.filter(pk=pemda.pk).update(is_demo=True)
    assert "DATA KARANGAN" in client.get(reverse("account_login")).content.decode()
    client.force_login(a_user())
    assert "DATA KARANGAN" in client.get(reverse("home")).content.decode()


def test_a_chosen_theme_stays_in_this_browser(client, db):
    assert "data-theme" not in client.get(reverse("appearance")).content.decode()
    client.post(reverse("appearance"), {"theme": "dark"})
    assert 'data-theme="dark"' in client.get(reverse("appearance")).content.decode()
    client.post(reverse("appearance"), {"theme": "system"})
    assert "data-theme" not in client.get(reverse("appearance")).content.decode()


def test_a_theme_nobody_made_is_refused(client, db):
    assert client.post(reverse("appearance"), {"theme": "pelangi"}).status_code == 422


def test_the_dark_colours_are_the_same_whoever_chose_them():
    css = (WEB / "ui" / "static" / "ui" / "tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root(?::not\(\[data-theme=\"light\"\]\)|\[data-theme=\"dark\"\]) \{(.*?)\}", css, re.DOTALL)
    system, chosen = (re.findall(r"[\w-]+: [^;]+;", block) for block in blocks)
    assert system == chosen != []


def test_the_first_page_shows_where_a_person_stands(client, db, django_assert_max_num_queries):
    unit = a_unit("Dinas Peternakan")
    person = a_person("Pegawai Contoh")
    a_seat(person, a_jabatan("Sekretaris Dinas", unit), capacity="plt")
    client.force_login(a_user("penyusun", unit, person=person))
    with django_assert_max_num_queries(12):
        page = client.get(reverse("home")).content.decode()
    for said in ("Plt.", "Sekretaris Dinas", "Dinas Peternakan", "Penyusun"):
        assert said in page


def test_an_empty_site_says_what_to_do_first(client, db):
    client.force_login(a_user("admin_pemda"))
    Pemda.objects.create(nama="Kabupaten Contoh", is_demo=True)
    assert "masih kosong" in client.get(reverse("home")).content.decode()


def test_the_page_of_components_is_for_the_demo(client, db):
    Pemda.objects.create(nama="Kabupaten Contoh")
    assert client.get(reverse("components")).status_code == 404
    Pemda.objects.update(is_demo=True)
    assert client.get(reverse("components")).status_code == 200


def test_what_is_too_large_is_refused_before_it_is_read(client, db):
    answer = client.post(reverse("account_login"), CONTENT_LENGTH=str(settings.UPLOAD_LIMIT + 1))
    assert answer.status_code == 413
    assert "terlalu besar" in answer.content.decode()


def test_a_page_that_does_not_exist_leads_back(client, db):
    answer = client.get("/tidak-ada/")
    assert answer.status_code == 404
    assert "Ke beranda" in answer.content.decode()


def test_a_form_that_is_too_old_says_that_nothing_was_saved(client, db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post(reverse("appearance"), {"theme": "dark"})
    assert answer.status_code == 403
    assert "belum disimpan" in answer.content.decode()
