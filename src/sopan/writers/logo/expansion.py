"""How much there is to draw once every reference has been followed: a small file can ask for endless work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

DEEPEST = 200
"""References that lead to references; no drawing by hand comes near."""
REFERENCE = re.compile(r"url\(\s*['\"]?#([^)'\"]+)")


def drawn_size(root: etree._Element, limit: int) -> int:
    """Number of elements drawn; anything above `limit` when it is more, or when a reference leads to itself."""
    named = {str(element.get("id")): element for element in root.iter() if element.get("id")}
    sizes: dict[etree._Element, int] = {}
    open: set[etree._Element] = set()

    def size(element: etree._Element) -> int:
        if element in open or len(open) > DEEPEST:
            return limit + 1
        if element not in sizes:
            open.add(element)
            total = 1
            for follower in _followers(element, named):
                total = min(total + size(follower), limit + 1)
            open.discard(element)
            sizes[element] = total
        return sizes[element]

    return size(root)


def _followers(element: etree._Element, named: dict[str, etree._Element]) -> Iterator[etree._Element]:
    yield from element
    for key, value in element.attrib.items():
        text = str(value)
        if str(key).endswith("href") and text.strip().startswith("#"):
            names = [text.strip()[1:]]
        else:
            names = REFERENCE.findall(text)
        yield from (named[name] for name in names if name in named)
