"""A source of the text format in its one canonical style, comments and all."""

from __future__ import annotations

from sopan.domain.codec.names import DOCUMENT
from sopan.domain.codec.source import text_of
from sopan.domain.codec.text.arrange import arrange, put_in_order
from sopan.domain.codec.text.comments import attach_comments
from sopan.domain.codec.text.emit import Block, Entry, emit
from sopan.domain.codec.text.parse import parse
from sopan.domain.codec.text.read import read_procedure
from sopan.domain.codec.text.version import current
from sopan.domain.codec.text.write import names_a_step
from sopan.domain.procedure import Procedure


def format_text(data: bytes | str) -> str:
    """The same procedure with the same comments in canonical style; formatting it again changes nothing.

    Keys come in the order of the table of names, lists stand one item to a line, texts are quoted only where they
    must be, and every step gets an id as soon as something names a step. UnreadableSource as for `decode_text`.
    """
    source = text_of(data)
    root = current(parse(source))
    procedure = read_procedure(root)
    home, spots = arrange(root)
    attach_comments(source, home, spots)
    document = home.block
    head = _take_head(document)
    put_in_order(document, DOCUMENT)
    _give_ids(document, procedure)
    document.entries[0].before[:0] = head
    _settle(document)
    return emit(document)


def _take_head(document: Block) -> list[str]:
    """The comments at the top of the file, down to the last empty line above the first key."""
    before = document.entries[0].before
    cut = len(before) - before[::-1].index("") if "" in before else 0
    document.entries[0].before = before[cut:]
    return before[:cut]


def _give_ids(document: Block, procedure: Procedure) -> None:
    """Write the ids that were left out, once something names a step: a new row above must not change its meaning."""
    rows = _rows(document)
    if rows is None or not (names_a_step(procedure) or any(map(_goes_somewhere, rows.entries))):
        return
    for entry, step in zip(rows.entries, procedure.steps, strict=True):
        if isinstance(entry.value, str):
            entry.value = Block(False, [])
        own = _under("id", entry)
        if own is None:
            entry.value.entries.insert(0, Entry(step.id, "id"))
        else:
            own.value = step.id


def _rows(document: Block) -> Block | None:
    """The list of steps; a single step that stands for such a list becomes one."""
    entry = _under("langkah", Entry(document))
    if entry is None or isinstance(entry.value, str) or not entry.value.entries:
        return None
    if not entry.value.is_list:
        entry.value = Block(True, [Entry(entry.value)])
    return entry.value


def _goes_somewhere(row: Entry) -> bool:
    """Whether `ke` of a step, or of one of its symbols, names a step."""
    executors = _under("pelaksana", row)
    symbols = executors.value.entries if executors and isinstance(executors.value, Block) else []
    owners = [row, *([executors] if executors else []), *symbols]
    return any(_has_text(ways.value) for ways in (_under("ke", owner) for owner in owners) if ways)


def _under(key: str, entry: Entry) -> Entry | None:
    """The entry under `key` in the mapping that `entry` holds."""
    inner = entry.value.entries if isinstance(entry.value, Block) else []
    return next((found for found in inner if found.key == key), None)


def _has_text(value: str | Block) -> bool:
    return any(_has_text(entry.value) for entry in value.entries) if isinstance(value, Block) else bool(value)


def _settle(block: Block) -> None:
    """Move what stands above the first entry of an item above its dash, and drop empty lines that lead nowhere."""
    for place, entry in enumerate(block.entries):
        inner = entry.value.entries if isinstance(entry.value, Block) else []
        if isinstance(entry.value, Block):
            _settle(entry.value)
        if inner and entry.key is None:
            entry.before += inner[0].before
            inner[0].before = []
        entry.before = _without_gaps(entry.before, at_start=place == 0)
    block.after = _without_gaps(block.after, at_start=False)


def _without_gaps(comments: list[str], *, at_start: bool) -> list[str]:
    """One empty line where there were more, and none where nothing stands above it."""
    kept: list[str] = []
    for comment in comments:
        if comment or (kept[-1] if kept else not at_start):
            kept.append(comment)
    return kept
