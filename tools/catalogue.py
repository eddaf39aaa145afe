"""The catalogues of translated sentences: kept complete, and compiled.

    python -m tools.catalogue            add new sentences to the .po file, drop old ones, compile every .mo file
    python -m tools.catalogue --missing  show what still waits for a translation

Run with `src` on the path. `tools/sentences.py` says what a sentence is.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tools.sentences import SOURCES, find_sentences

LOCALE = SOURCES / "locale"
_MADE = datetime(2026, 1, 1, tzinfo=UTC)


def po_path(language: str, domain: str = "sopan") -> Path:
    """Where the translations into `language` are written."""
    return LOCALE / language / "LC_MESSAGES" / f"{domain}.po"


def read_catalogue(path: Path) -> Catalog:
    """The catalogue in a .po file."""
    with path.open("rb") as file:
        return read_po(file)


def compiled(catalogue: Catalog) -> bytes:
    """The bytes of the .mo file."""
    out = BytesIO()
    write_mo(out, catalogue)
    return out.getvalue()


def renewed(old: Catalog, sentences: Iterable[str], language: str) -> Catalog:
    """The catalogue with exactly these sentences, and the translations it had for them."""
    new = Catalog(
        locale=language, project="sopan", version="1", creation_date=_MADE, revision_date=_MADE, fuzzy=False,
        header_comment="# Sentences of SOPAN. The Indonesian sentence is the id; see tools/catalogue.py.",
        last_translator="SOPAN", language_team="SOPAN",
    )  # fmt: skip
    for sentence in sorted(set(sentences)):
        known = old.get(sentence)
        new.add(sentence, known.string if known else "")
    return new


def main() -> int:
    """Renew and compile the catalogues, or list what is missing."""
    if sys.argv[1:] not in ([], ["--missing"]):
        print(__doc__, file=sys.stderr)
        return 2
    found = find_sentences()
    for place in found.lost:
        print("lost:", place, file=sys.stderr)
    path = po_path("en")
    old = read_catalogue(path) if path.exists() else Catalog(locale="en")
    new = renewed(old, found.sentences, "en")
    missing = [str(message.id) for message in new if message.id and not message.string]
    print(*missing, sep="\n")
    if "--missing" not in sys.argv:
        with path.open("wb") as file:
            write_po(file, new, width=118, no_location=True)
        for po in LOCALE.rglob("*.po"):
            po.with_suffix(".mo").write_bytes(compiled(read_catalogue(po)))
    return 1 if found.lost else 0


if __name__ == "__main__":
    sys.exit(main())
