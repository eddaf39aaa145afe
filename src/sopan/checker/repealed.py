"""A small register of repealed laws that old procedures still cite. A house adds its own (`peraturan_dicabut`)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from sopan.checker.language import laws

Key = tuple[laws.LawKind, str, str, int]

REGISTER = (
    "Permenpan PER/21/M.PAN/11/2008 = Permenpan-RB 35/2012",
    "UU 8/1974 = UU 20/2023",
    "UU 43/1999 = UU 20/2023",
    "UU 5/2014 = UU 20/2023",
    "PP 30/1980 = PP 94/2021",
    "PP 53/2010 = PP 94/2021",
    "UU 22/1999 = UU 23/2014",
    "UU 32/2004 = UU 23/2014",
    "UU 10/2004 = UU 12/2011",
    "PP 41/2007 = PP 18/2016",
    "PP 58/2005 = PP 12/2019",
    "Permendagri 13/2006 = Permendagri 77/2020",
    "Permendagri 54/2009 = Permendagri 1/2023",
    "Permenpan-RB 16/2014 = Permenpan-RB 14/2017",
    "Keppres 80/2003 = Perpres 16/2018",
    "Perpres 54/2010 = Perpres 16/2018",
)
"""Repealed = in force. Of a chain only the last link is named, and only what is beyond doubt stands here: the first
line and those to UU 20/2023 and PP 94/2021 are in the digest of the regulation (1.1, 5.7, 5.13)."""


@lru_cache(maxsize=16)
def successors_of(house: tuple[str, ...] = ()) -> Mapping[Key, str]:
    """What replaced a law, by the law's key: this register and the lines of the house (`UU 5/2014 = UU 20/2023`)."""
    found: dict[Key, str] = {}
    for line in (*REGISTER, *house):
        repealed, _, successor = line.partition("=")
        law = laws.read(repealed.strip())
        if law:
            found[law.key] = successor.strip() or "peraturan yang baru"
    return found
