"""Throws broken files at a reader until the time is over: `python benchmarks/fuzz_readers.py --kind xlsx --minutes 10`.

Files are whole ones: what SOPAN writes of its examples and of grown procedures, and the real ones of the corpus where
it is there. Of a package (Word, Excel) the XML inside is broken as well as the ZIP around it. Whatever the file:

* nothing but UnreadableSource escapes, within ten seconds of processor time, with a sentence;
* a procedure that is read can be written as JSON and read again.

A file that breaks a promise is written to the folder `--findings`, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from random import Random

import pikepdf

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from sopan.domain import Procedure, UnreadableSource
from sopan.domain.codec import decode_json, decode_text, encode_json
from sopan.flowchart import lay_out
from sopan.readers.choose import READERS, reader
from sopan.readers.kinds import Kind
from sopan.writers.choose import write
from sopan.writers.fonts import measurer
from tests.strategies import a_random_procedure

TOO_SLOW = 10.0
"""Seconds of the processor for one file; what else runs does not count."""
CORPUS = Path(os.environ.get("SOPAN_CORPUS") or ROOT.parent / "shared" / "corpus")
WRITTEN = {Kind.DOCX: "docx", Kind.XLSX: "xlsx", Kind.PDF: "pdf", Kind.BPMN: "bpmn"}

VALUES = [
    "", "0", "-1", "1", "2147483647", "-2147483648", "99999999999999999999", "1e999", "nan", "inf", "1.5", "x", " ",
    "true", "00FF", "A1", "XFD1048576", "A1:XFD1048576", "ZZZ0", "../../x", "/", "rId1", "1,2,3", "%1.%9", "\u2028",
    "\U0001f469",
]  # fmt: skip
"""What attributes and texts are replaced by."""
NUMBERS = [value.encode() for value in VALUES[:11]] + [b"-0.0001", b"1e5", b"4294967296", b"0.3", b"250", b"-31000"]
"""What numbers of a PDF are replaced by."""
TABLE = """Nama SOP;Contoh
No;Kegiatan;Pelaksana;Kelengkapan;Waktu (menit);Output;Ket.;Jenis;Ke
1;Menerima;Loket;"1. a
2. b";5;x;;mulai;
2;Memeriksa;Loket / Kepala;;1 jam;;y;keputusan;"Ya: 3; Tidak: 1"
3;Selesai;Kepala;;;;;selesai;-
"""


class Tally:
    """What has happened so far."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.began = time.monotonic()

    def __str__(self) -> str:
        seconds = time.monotonic() - self.began
        counts = ", ".join(f"{name} {count:,}" for name, count in self.outcomes.most_common())
        return f"{seconds:.0f} s, {self.outcomes.total():,} files ({counts}), slowest {self.slowest:.1f} s"


def examine(source: bytes, read: Callable[[bytes], Sequence[object]]) -> str:
    """What became of a file; any exception is a broken promise."""
    try:
        readings = read(source)
    except UnreadableSource as refusal:
        return "refused" if refusal.sentence else "refused without a word"
    for reading in readings:
        procedure = getattr(reading, "procedure", None)
        assert isinstance(procedure, Procedure)
        assert decode_json(encode_json(procedure)) == procedure, "JSON loses something"
    return "read" if readings else "empty"


def seeds(kind: Kind) -> list[bytes]:
    """Whole files of a kind."""
    if kind is Kind.ROWS:
        return [TABLE.encode(), TABLE.encode("utf-16"), TABLE.replace(";", ",").encode("cp1252")]
    examples = sorted((ROOT / "src" / "sopan" / "examples").glob("*.sop.yaml"))
    procedures = [decode_text(path.read_bytes()) for path in examples]
    procedures += [a_random_procedure(seed, steps, 4) for seed, steps in enumerate((0, 1, 2, 3, 5, 8, 20))]
    found = [write(one, lay_out(one, None, measurer()), WRITTEN[kind])[0] for one in procedures]
    real = sorted(CORPUS.glob(f"*/*.{WRITTEN[kind]}"))[:12]
    found += [path.read_bytes() for path in real]
    return found + list(map(_laid_open, found)) if kind is Kind.PDF else found


def _laid_open(source: bytes) -> bytes:
    """The PDF with its pages in plain words, and without the model that rides along."""
    with pikepdf.open(BytesIO(source)) as opened:
        for name in list(opened.attachments):
            del opened.attachments[name]
        written = BytesIO()
        opened.save(
            written,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return written.getvalue()


def mutated(source: bytes, random: Random) -> bytes:
    """The file with a few things wrong, in its parts or around them."""
    if not source.startswith(b"PK") or random.random() < 0.05:
        return _broken(source, random)
    with zipfile.ZipFile(BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(1 + random.randrange(3)):
        _break_part(parts, random)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def _break_part(parts: dict[str, bytes], random: Random) -> None:
    texts = sorted((name for name in parts if name.endswith((".xml", ".rels", ".vml"))), key=lambda n: -len(parts[n]))
    name = random.choice(texts[: 4 if random.random() < 0.7 else len(texts)])
    if random.random() < 0.02:
        del parts[name]
    else:
        parts[name] = _broken(parts[name], random)


def _broken(source: bytes, random: Random) -> bytes:
    choices = PDF_MUTATIONS if source.startswith(b"%PDF") else MUTATIONS
    for _ in range(1 + random.randrange(4)):
        source = random.choice(choices)(source, random)
    return source


def _value(source: bytes, random: Random) -> bytes:
    """Another value for an attribute, or another text."""
    found = list(re.finditer(rb'="([^"<>]*)"|>([^<>]+)<', source))
    if not found:
        return source
    match = random.choice(found)
    start, end = match.span(1 if match[1] is not None else 2)
    return source[:start] + random.choice(VALUES).encode() + source[end:]


def _number(source: bytes, random: Random) -> bytes:
    """Another number for one of the numbers a page is drawn with."""
    found = list(re.finditer(rb"(?<=[\s\[])-?\d+(?:\.\d+)?(?=[\s\]])", source))
    if not found:
        return source
    match = random.choice(found)
    return source[: match.start()] + random.choice(NUMBERS) + source[match.end() :]


def _element(source: bytes, random: Random) -> bytes:
    """Drop, double or move an element, or put it into another."""
    found = list(re.finditer(rb"<([\w:]+)(?:\s[^<>]*)?(?:/>|>[^<>]*</\1>)", source))
    if not found:
        return source
    one, other = random.choice(found), random.choice(found)
    how = random.randrange(3)
    if how == 0:
        return source[: one.start()] + source[one.end() :]
    if how == 1:
        return source[: other.start()] + one[0] * random.choice((1, 1, 1, 50)) + source[other.start() :]
    return source[: other.start()] + one[0] + source[other.end() :]


def _byte(source: bytes, random: Random) -> bytes:
    at = random.randrange(len(source) + 1)
    return source[:at] + bytes([random.randrange(256)]) + source[at + 1 :]


def _cut(source: bytes, random: Random) -> bytes:
    at = random.randrange(len(source) + 1)
    return source[:at] + source[at + random.choice((1, 10, 100, 10_000)) :]


def _copied(source: bytes, random: Random) -> bytes:
    at, to = random.randrange(len(source) + 1), random.randrange(len(source) + 1)
    return source[:at] + source[to : to + random.randrange(400)] + source[at:]


Mutation = Callable[[bytes, Random], bytes]
MUTATIONS: Sequence[Mutation] = (_value, _value, _value, _value, _element, _element, _element, _byte, _cut, _copied)

PDF_MUTATIONS: Sequence[Mutation] = (_number, _number, _number, _number, _byte, _cut, _copied)


def run(options: argparse.Namespace) -> int:
    """Mutate files until the time is over; those that could be read are mutated further."""
    kind, random, tally = Kind(options.kind), Random(options.seed), Tally()
    read, stock = reader(READERS[kind]), seeds(kind)
    until = time.monotonic() + 60 * options.minutes
    while time.monotonic() < until:
        source = mutated(random.choice(stock), random)
        began = time.process_time()
        try:
            outcome = examine(source, read)
            assert outcome != "refused without a word"
            taken = time.process_time() - began
            assert taken < TOO_SLOW, f"{taken:.1f} seconds for one file"
        except Exception as broken:  # noqa: BLE001 - every exception is a finding
            return report(options, source, broken, tally)
        tally.outcomes[outcome] += 1
        tally.slowest = max(tally.slowest, taken)
        if outcome == "read" and len(stock) < 200 and random.random() < 0.1:
            stock.append(source)
    print(tally)
    return 0


def report(options: argparse.Namespace, source: bytes, broken: Exception, tally: Tally) -> int:
    """Keep a file that broke a promise."""
    options.findings.mkdir(parents=True, exist_ok=True)
    path = options.findings / f"{hashlib.sha256(source).hexdigest()[:12]}.{options.kind}"
    path.write_bytes(source)
    print(f"{tally}\nBROKEN: {type(broken).__name__}: {broken}\nkept in {path}", flush=True)
    return 1


def main() -> int:
    """Run for the minutes asked for; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", choices=[*WRITTEN, Kind.ROWS], default=Kind.XLSX)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("output/fuzz"))
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
