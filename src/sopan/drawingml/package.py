"""A package of Office: parts, what each is and who refers to whom, as one ZIP file that is the same every time."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP file knows."""


@dataclass(frozen=True, slots=True)
class Reference:
    """From the part that holds it to another part of the package."""

    kind: str
    """The last word of an address of relationships, or the whole address."""
    target: str
    """Path of the part."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file in the package."""

    path: str
    content: bytes
    media_type: str
    references: dict[str, Reference] = field(default_factory=dict)
    """By the id under which the content speaks of them."""


def pack(parts: Iterable[Part], references: dict[str, Reference]) -> bytes:
    """The package; `references` are its own, to the parts at which a program begins to read."""
    listed = list(parts)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        _add(archive, "[Content_Types].xml", _content_types(listed))
        _add(archive, "_rels/.rels", _relationships("", references))
        for part in listed:
            _add(archive, part.path, part.content)
            if part.references:
                folder, name = posixpath.split(part.path)
                _add(archive, f"{folder}/_rels/{name}.rels", _relationships(folder, part.references))
    return packed.getvalue()


def _add(archive: zipfile.ZipFile, path: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(path, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)


def _content_types(parts: list[Part]) -> bytes:
    defaults = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    each = (f"<Override PartName={quoteattr('/' + p.path)} ContentType={quoteattr(p.media_type)}/>" for p in parts)
    return f'{_DECLARATION}<Types xmlns="{PACKAGE}/content-types">{defaults}{"".join(each)}</Types>'.encode()


def _relationships(folder: str, references: dict[str, Reference]) -> bytes:
    each = (
        f"<Relationship Id={quoteattr(id)} Type={quoteattr(_address(reference.kind))}"
        f" Target={quoteattr(posixpath.relpath(reference.target, folder or '.'))}/>"
        for id, reference in references.items()
    )
    return f'{_DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{"".join(each)}</Relationships>'.encode()


def _address(kind: str) -> str:
    return kind if "/" in kind else f"{RELATIONSHIPS}/{kind}"
