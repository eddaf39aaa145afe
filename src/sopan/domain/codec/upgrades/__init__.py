"""How documents of older versions reach the present one.

An upgrade takes a document of one version and returns it in the next, so a document of any age walks up the stairs
one step at a time. `v1_to_v2.py` holds the upgrades from 1 to 2, and so on; they stand in the tables below under the
version they start from. Version 1 is the first one, so the tables are empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from sopan.domain.codec.tree import Table

D = TypeVar("D")

JSON_UPGRADES: Mapping[int, Callable[[dict[str, object]], dict[str, object]]] = {}
TEXT_UPGRADES: Mapping[int, Callable[[Table], Table]] = {}


def upgraded(document: D, *, version: int, present: int, upgrades: Mapping[int, Callable[[D], D]]) -> D:
    """`document` of `version` in the `present` version; KeyError when a stair is missing."""
    for stair in range(version, present):
        document = upgrades[stair](document)
    return document
