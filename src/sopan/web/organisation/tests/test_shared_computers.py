"""On a shared computer a session locks when it is left, ends soon after, and leaves nothing behind."""

from __future__ import annotations

import pytest
from django.urls import reverse

from sopan.web.organisation import middleware
from sopan.web.organisation.tests.factories import a_user

pytestmark = pytest.mark.django_db
PASSWORD = "rahasia-sekali"


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def time(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(middleware, "time", clock)
    return clock


@pytest.fixture
def shared(client, clock):
    user = a_user(password=PASSWORD)
    entry = {"login": user.username, "password": PASSWORD, "shared": "on"}
    assert client.post(reverse("account_login"), entry).status_code == 302
    return client


def test_nothing_is_kept_by_the_browser_and_the_session_ends_with_it(shared):
    page = shared.get(reverse("organisation:me"))
    assert page["Cache-Control"] == "no-store"
    assert "Kunci" in page.content.decode()
    assert shared.session.get_expire_at_browser_close()
    assert "storage" in shared.post(reverse("account_logout"))["Clear-Site-Data"]


def test_on_a_computer_of_ones_own_nothing_of_this_happens(client):
    user = a_user(password=PASSWORD)
    client.post(reverse("account_login"), {"login": user.username, "password": PASSWORD})
    page = client.get(reverse("organisation:me"))
    assert "no-store" not in page.get("Cache-Control", "")
    assert "lock.js" not in page.content.decode()
    assert not client.session.get_expire_at_browser_close()


def test_a_screen_that_was_left_asks_for_the_password(shared, clock):
    shared.get(reverse("organisation:me"))
    clock.now += middleware.LOCKS_AFTER + 1
    assert shared.get(reverse("organisation:units"))["Location"] == reverse("organisation:unlock")
    assert "Terkunci" in shared.get(reverse("organisation:unlock")).content.decode()
    assert shared.post(reverse("organisation:unlock"), {"password": "salah"}).status_code == 422
    assert shared.post(reverse("organisation:unlock"), {"password": PASSWORD}).status_code == 302
    assert shared.get(reverse("organisation:units")).status_code == 200


def test_the_quick_lock_is_opened_from_the_page_without_leaving_it(shared):
    shared.post(reverse("organisation:lock"))
    assert shared.get(reverse("organisation:units")).status_code == 302
    answer = shared.post(reverse("organisation:unlock"), {"password": PASSWORD}, headers={"X-Piece": "1"})
    assert answer.status_code == 204
    assert shared.get(reverse("organisation:units")).status_code == 200


def test_five_wrong_passwords_end_the_session(shared):
    shared.post(reverse("organisation:lock"))
    for _ in range(5):
        shared.post(reverse("organisation:unlock"), {"password": "salah"})
    assert "_auth_user_id" not in shared.session


def test_a_session_that_was_left_for_long_is_over(shared, clock):
    shared.get(reverse("organisation:me"))
    clock.now += middleware.ENDS_AFTER + 1
    assert shared.get(reverse("organisation:units"))["Location"].startswith(reverse("account_login"))
