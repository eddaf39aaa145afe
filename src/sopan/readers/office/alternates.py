"""Content that is written twice: for programs that know a newer form of it, and for those that do not."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

KNOWN = frozenset({"a14", "wp14", "wpc", "wpg", "wps", "xdr14"})
"""Prefixes of the newer forms that are read here; whoever asks for another gets the fallback."""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def children(element: etree._Element) -> Iterator[etree._Element]:
    """The children of an element; of what is written twice, the newer form that is known, else the fallback."""
    for child in element:
        if local(child) == "AlternateContent":
            yield from _chosen(child)
        else:
            yield child


def descendants(element: etree._Element) -> Iterator[etree._Element]:
    """Everything below an element in the order of the file, as `children` sees it."""
    waiting = [children(element)]
    while waiting:
        child = next(waiting[-1], None)
        if child is None:
            waiting.pop()
        else:
            yield child
            waiting.append(children(child))


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first child of a child … by their names without namespace; None where one of them is missing."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def value(element: etree._Element | None, *path: str, key: str = "val") -> str:
    """An attribute of the element at the end of a path, whatever its namespace; empty where there is none."""
    found = child(element, *path)
    if found is None:
        return ""
    return next((str(text) for name, text in found.items() if str(name).rpartition("}")[2] == key), "")


def _chosen(alternates: etree._Element) -> Iterator[etree._Element]:
    for branch in alternates:
        if local(branch) == "Fallback" or KNOWN.issuperset(branch.get("Requires", "?").split()):
            yield from children(branch)
            return
