"""The register of repealed laws, and what a house adds to it."""

from __future__ import annotations

import pytest

from sopan.checker.language import laws
from sopan.checker.repealed import REGISTER, successors_of


def successor(text: str, *house: str) -> str:
    law = laws.read(text)
    assert law is not None
    return successors_of(house).get(law.key, "")


@pytest.mark.parametrize("line", REGISTER)
def test_every_line_names_two_laws_that_can_be_read(line: str):
    repealed, _, in_force = line.partition("=")
    for text in (repealed, in_force):
        law = laws.read(text.strip())
        assert law is not None
        assert law.number
        assert law.year


def test_what_replaces_a_law_is_not_itself_repealed():
    assert not [line for line in REGISTER if successor(line.partition("=")[2].strip())]


@pytest.mark.parametrize(
    "text",
    [
        "UU 5/2014",
        "Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara",
        "1. UU No. 5 Tahun 2014",
        "Undang-undang Republik Indonesia Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara (Lembaran Negara …);",
    ],
)
def test_a_repealed_law_is_known_in_every_spelling(text: str):
    assert successor(text) == "UU 20/2023"


@pytest.mark.parametrize(
    "text",
    [
        "Permenpan PER/21/M.PAN/11/2008",
        "Peraturan Menteri Negara PAN Nomor PER/21/M.PAN/11/2008 tentang Pedoman Penyusunan SOP",
    ],
)
def test_the_guide_before_2012_is_known(text: str):
    assert successor(text) == "Permenpan-RB 35/2012"


def test_laws_in_force_are_left_alone():
    for text in ("UU 20/2023", "PP 5/2014", "UU 5/2015", "Permendagri 5/2014", "Perda 32/2004"):
        assert successor(text) == "", text


def test_a_house_adds_its_own():
    assert successor("Peraturan Bupati Nomor 5 Tahun 2015", "Perbup 5/2015 = Perbup 7/2022") == "Perbup 7/2022"
    assert successor("UU 5/2014", "Perbup 5/2015 = Perbup 7/2022") == "UU 20/2023"


def test_a_line_that_names_no_law_is_passed_over():
    assert successors_of(("bukan peraturan",)) == successors_of()
