"""Which version of the text format a document is in, and its way to the present one."""

from __future__ import annotations

from sopan.domain.codec.refusals import excerpt
from sopan.domain.codec.text.values import text_of
from sopan.domain.codec.text.write import VERSION
from sopan.domain.codec.tree import Node, Table, Text, refusal
from sopan.domain.codec.upgrades import TEXT_UPGRADES, upgraded
from sopan.domain.errors import NewerFormat, UnreadableSource


def current(root: Node | None) -> Table:
    """The document in the present version of the format; an older one is upgraded."""
    if root is None or (isinstance(root, Text) and not root.value):
        raise UnreadableSource(
            'Berkas ini kosong. Mulailah dengan baris sopan: "1", lalu judul dan langkah.', line=1, column=1
        )
    if not isinstance(root, Table):
        raise refusal(
            root,
            'Berkas prosedur terdiri atas baris “kunci: nilai” dan diawali sopan: "1". Yang ada di sini bukan itu.',
        )
    return upgraded(root, version=_version(root), present=int(VERSION), upgrades=TEXT_UPGRADES)


def _version(root: Table) -> int:
    key, value = root.entries.get("sopan", (root, None))
    found = text_of(value, place="sopan").strip() if value is not None else ""
    if not found:
        raise refusal(key, 'Versi berkas belum ditulis. Tambahkan baris sopan: "1" di awal berkas.')
    if not (found.isascii() and found.isdigit() and len(found) <= 9 and int(found) > 0):
        raise refusal(key, 'Versi berkas “{found}” tidak dikenal. Tulis sopan: "1".', found=excerpt(found))
    if int(found) > int(VERSION):
        line, column = key.start.line + 1, key.start.column + 1
        raise NewerFormat(
            "Berkas ini ditulis untuk SOPAN yang lebih baru (versi berkas {found}, sedangkan yang terpasang membaca "
            "sampai versi {present}). Perbarui SOPAN untuk membukanya.",
            line=line,
            column=column,
            found=found,
            present=VERSION,
        )
    return int(found)
