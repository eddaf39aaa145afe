"""Every URL as everybody: who gets in, and that all others are refused. A new URL fails here until it has its row."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse

from sopan.web.config.tests.world import furnish, url_names, visitors
from sopan.web.organisation.roles import ROLES

pytestmark = pytest.mark.django_db

SCOPES = ("", "@own", "@other")
SIGNED_IN = {"pelaksana"} | {f"{role.code}{scope}" for role in ROLES for scope in SCOPES}
EVERYONE = SIGNED_IN | {"anonymous"}
NOBODY: set[str] = set()

ADMINS = {"admin_pemda"}
"""Of the whole regency; a role of that name in one unit administers nothing."""
MANAGERS = ADMINS | {"admin_opd", "admin_opd@own"}
"""Of the unit the world is in."""
ANY_MANAGERS = MANAGERS | {"admin_opd@other"}
"""Who may come, because there is a unit of theirs to choose on the page."""
READERS = ADMINS | {"penelaah", "pemantau", "bagian_hukum", "bkpsdm", "ppid"}
"""Who reads the whole regency."""
EDITING = ("admin_pemda", "admin_opd", "sekretaris_opd", "penyusun")
ANY_EDITORS = {f"{role}{scope}" for role in EDITING for scope in SCOPES}
INSIDE = {f"{role.code}@own" for role in ROLES}
"""Who has something to do in the unit, whatever it is: what is planned there is open to them."""
EDITORS = {f"{role}@own" for role in EDITING} | ADMINS
"""Who writes in the unit, and sees what is planned there."""
PLANNERS = EDITORS | set(EDITING)
"""The same, and those with such a role in the whole regency."""

TWO_FACTORS = {f"{role.code}{scope}" for role in ROLES if role.needs_second_factor for scope in SCOPES}
"""Who has set up a second factor."""


def page(who):
    return {"get": who}


def form(who):
    return {"get": who, "post": who}


def act(who):
    return {"post": who}


MATRIX = {
    "home": page(SIGNED_IN),
    "appearance": form(EVERYONE),
    "components": page(EVERYONE),
    # the own account
    "account_login": form(EVERYONE),
    "account_logout": form(EVERYONE),
    "account_reauthenticate": form(SIGNED_IN),
    "mfa_index": page(SIGNED_IN),
    "mfa_authenticate": page(SIGNED_IN),
    "mfa_reauthenticate": page(SIGNED_IN),
    "mfa_activate_totp": form(SIGNED_IN),
    "mfa_deactivate_totp": page(TWO_FACTORS),
    "mfa_view_recovery_codes": page(NOBODY),
    "mfa_generate_recovery_codes": page(SIGNED_IN),
    "mfa_download_recovery_codes": page(NOBODY),
    "organisation:me": page(SIGNED_IN),
    "organisation:password": form(SIGNED_IN),
    "organisation:second_factor": page(SIGNED_IN),
    "organisation:sign_out_everywhere": act(SIGNED_IN),
    "organisation:lock": act(SIGNED_IN),
    "organisation:unlock": page(SIGNED_IN),
    # units
    "organisation:units": page(SIGNED_IN),
    "organisation:unit": page(SIGNED_IN),
    "organisation:add_opd": form(ADMINS),
    "organisation:add_unit": form(MANAGERS),
    "organisation:change_unit": form(MANAGERS),
    "organisation:rename_unit": form(MANAGERS),
    "organisation:move_unit": {"get": MANAGERS, "post": ADMINS},
    "organisation:close_unit": form(ADMINS),
    # jabatan
    "organisation:jabatan": page(SIGNED_IN),
    "organisation:add_jabatan": form(MANAGERS),
    "organisation:change_jabatan": form(MANAGERS),
    "organisation:rename_jabatan": form(MANAGERS),
    "organisation:close_jabatan": form(MANAGERS),
    "organisation:appoint": form(MANAGERS),
    "organisation:release": form(MANAGERS),
    # people and their accounts
    "organisation:people": page(READERS | ANY_MANAGERS),
    "organisation:person": page(READERS | MANAGERS),
    "organisation:add_person": form(ANY_MANAGERS),
    "organisation:change_person": form(MANAGERS),
    "organisation:give_account": form(MANAGERS),
    "organisation:reset_password": act(MANAGERS),
    "organisation:close_account": act(MANAGERS),
    "organisation:open_account": act(MANAGERS),
    "organisation:forget_second_factor": act(ADMINS),
    # tables; whoever uploaded one sees it, and none of the visitors did
    "organisation:upload": form(ANY_MANAGERS),
    "organisation:moves": form(ANY_MANAGERS),
    "organisation:blank": page(SIGNED_IN),
    "organisation:batch": page(NOBODY),
    "organisation:apply_batch": act(NOBODY),
    "organisation:discard_batch": act(NOBODY),
    # roles
    "organisation:roles": page(READERS | ANY_MANAGERS),
    "organisation:role": page(READERS | {"admin_opd"}),
    "organisation:make_role": form(ADMINS),
    "organisation:change_role": form(ADMINS),
    "organisation:drop_role": act(ADMINS),
    "organisation:grant": form(ANY_MANAGERS),
    "organisation:revoke": act(MANAGERS),
    # procedures
    "registry:records": page(SIGNED_IN),
    "registry:add_paper": form(ANY_EDITORS),
    "registry:record": page(READERS | INSIDE),
    "registry:describe": form(EDITORS),
    "registry:scan": page(NOBODY),  # of a paper without a scan
    # tupoksi and the titles that follow from it
    "identification:agencies": page(SIGNED_IN),
    "identification:template": page(SIGNED_IN),
    "identification:process_map": page(SIGNED_IN),
    "identification:fill_process_map": form(set(EDITING)),
    "identification:remove_process": act(set(EDITING)),
    "identification:tupoksi": page(READERS | INSIDE),
    "identification:add_tupoksi": form(PLANNERS),
    "identification:paste_tupoksi": form(PLANNERS),
    "identification:import_tupoksi": form(PLANNERS),
    "identification:change_tupoksi": form(PLANNERS),
    "identification:shift_tupoksi": act(PLANNERS),
    "identification:remove_tupoksi": act(PLANNERS),
    "identification:table": page(READERS | INSIDE),
    "identification:table_pdf": page(READERS | INSIDE),
    "identification:table_xlsx": page(READERS | INSIDE),
    "identification:add_row": act(PLANNERS),
    "identification:paste_rows": act(PLANNERS),
    "identification:save_row": act(PLANNERS),
    "identification:remove_row": act(PLANNERS),
    "identification:needs": page(READERS | INSIDE),
    "identification:needs_pdf": page(READERS | INSIDE),
    "identification:add_need": form(PLANNERS),
    "identification:change_need": form(PLANNERS),
    "identification:remove_need": act(PLANNERS),
    "identification:coverage": page(READERS | INSIDE),
}
CASES = [(name, method, who) for name, row in MATRIX.items() for method, who in row.items()]


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """One world for all visits: what each of them changes is rolled back, and in the end all of it."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield furnish()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sessions(world):
    """The session of each visitor; none for the one whom nobody knows."""
    return {visitor: session_of(user) for visitor, user in visitors(world).items()}


def session_of(user) -> str:
    if user is None:
        return ""
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_every_url_has_its_row_and_every_row_its_url():
    assert sorted(set(url_names())) == sorted(MATRIX)


@pytest.mark.parametrize(("name", "method", "who"), CASES, ids=[f"{name}-{method}" for name, method, _ in CASES])
def test_those_get_in_who_may_and_nobody_else(world, sessions, name, method, who):
    address = world.address(name)
    entered = {visitor for visitor, session in sessions.items() if gets_in(session, method, address)}
    assert sorted(entered) == sorted(who)


def gets_in(session: str, method: str, address: str) -> bool:
    """Whether this visitor reaches the page; nothing that the visit changes stays."""
    client = Client()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    with transaction.atomic():
        answer = getattr(client, method)(address)
        transaction.set_rollback(True)
    assert answer.status_code in (200, 302, 403, 404, 409, 422), answer.status_code
    is_sent_to_sign_in = answer.status_code == 302 and answer["Location"].startswith(reverse("account_login"))
    return answer.status_code not in (403, 404) and not is_sent_to_sign_in
