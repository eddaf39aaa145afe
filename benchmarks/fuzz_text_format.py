"""Throws broken sources at the codec until the time is over: `python benchmarks/fuzz_text_format.py --minutes 10`.

Sources are whole procedures in any style, mutated by bytes,
by lines and by pieces of the format. With atheris installed the mutations follow the coverage of the codec; without
it they are blind. Whatever the source:

* nothing but UnreadableSource escapes, within two seconds of processor time, with a sentence;
* what can be read keeps its meaning through the formatter and through both encodings, and the formatter is idempotent.

A source that breaks a promise is written to the folder `--findings`, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent.parent / "src")]

from sopan.domain import UnreadableSource
from sopan.domain.codec import decode_json, decode_text, decode_text_with_places, encode_json, encode_text, format_text
from sopan.domain.codec.names import DOCUMENT, STEP, SYMBOL
from tests.strategies import a_random_procedure

TOO_SLOW = 2.0
"""Seconds of the processor for one source, formatter and both encodings together; what else runs does not count."""

PIECES = [
    *(f"{key}: " for record in (DOCUMENT, STEP, SYMBOL) for key in record),
    *"-?:,[]{}#&*!|>'\"%@`~=\\/\n\t\r ", "- ", ": ", " #", "\n\n", "\n  ", "\n    ", "--- ", "... ", "|-\n  ",
    ">+\n  ", "<<: ", "&a ", "*a", "!!str ", "!<x> ", "%YAML 1.2\n", "{}", "[]", '""', "''", "1e999", "nan",
    "-0.0", "1:30", "3/A",
    "\x00", "\x07", "\x85", "\u2028", "\ufeff", "\ud7ff", "\ufffe", "\U0001f469\u200d", "\\x00", "\\ud800", "\\u2028",
    '"\\', "Ya: 1", "ke: {Ya: [1, 2]}", "nama: A", "id: 1", "[[[[[[[[", "{a: {a: {a: ", "x" * 1100,
]  # fmt: skip


class Tally:
    """What has happened so far."""

    def __init__(self) -> None:
        self.outcomes: Counter[str] = Counter()
        self.slowest = 0.0
        self.began = time.monotonic()

    def __str__(self) -> str:
        seconds = time.monotonic() - self.began
        counts = ", ".join(f"{name} {count:,}" for name, count in self.outcomes.most_common())
        return f"{seconds:.0f} s, {self.outcomes.total():,} sources ({counts}), slowest {self.slowest * 1000:.0f} ms"


def examine(source: bytes) -> str:
    """What became of a source; any exception is a broken promise."""
    with suppress(UnreadableSource):
        decode_json(source)
    try:
        procedure = decode_text(source)
    except UnreadableSource:
        return "refused"
    assert decode_text_with_places(source).procedure == procedure
    formatted = format_text(source)
    assert decode_text(formatted) == procedure, "the formatter changed the procedure"
    assert format_text(formatted) == formatted, "the formatter is not done after once"
    assert decode_text(encode_text(procedure)) == procedure, "the text format loses something"
    assert decode_json(encode_json(procedure)) == procedure, "JSON loses something"
    return "read"


def timed(source: bytes, tally: Tally, stock: list[bytes], random: Random) -> None:
    """Examine one source and note what it cost. One that could be read is kept, to be mutated further."""
    began = time.process_time()
    outcome = examine(source)
    taken = time.process_time() - began
    tally.outcomes[outcome] += 1
    tally.slowest = max(tally.slowest, taken)
    assert taken < TOO_SLOW, f"{taken:.1f} seconds for one source"
    if outcome == "read" and len(source) < 20_000:
        keep(stock, source, random)


ROWS = """\
sopan: "1"
pelaksana: [A, {B: [C, D]}]
langkah:
- {pelaksana: [{nama: A, jenis: keputusan, ke: {Ya: 2}}, B], antar: [{dari: A, ke: B, jawaban: x}]} # c
- ke: {Ya: 1, Tidak: [1, 2]}
  # d
"""
REST = """\
sopan: 1
judul: |+  # c
  a

peringatan: >-
  b
  c
# d
tata_letak: {kertas: f4, simbol: [{langkah: 1/A, dx: 1}], garis: [{dari: 1, ke: 1, geser: 2}]}
abaikan: {FL-06: x}
langkah: [{}, ]
"""


def seeds(random: Random, examples: Sequence[Path]) -> list[bytes]:
    """Whole procedures: the shipped ones and grown ones, as the codec writes them and in flow style."""
    grown = [a_random_procedure(random.randrange(10**6), steps, 4) for steps in (0, 1, 2, 3, 5, 8, 20)]
    texts = [encode_text(procedure) for procedure in grown]
    flows = [encode_json(procedure) for procedure in grown[:4]]
    return [path.read_bytes() for path in examples] + [text.encode() for text in (*texts, *flows, ROWS, REST)]


def mutated(source: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    """`source` with a few things wrong."""
    for _ in range(1 + random.randrange(4)):
        source = random.choice(MUTATIONS)(source, random, others)
    return source


def _piece(source: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = random.randrange(len(source) + 1)
    piece: str = random.choice(PIECES)
    return source[:at] + piece.encode("utf-8", "surrogatepass") + source[at + random.randrange(3) :]


def _byte(source: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at = random.randrange(len(source) + 1)
    return source[:at] + bytes([random.randrange(256)]) + source[at + 1 :]


def _cut(source: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    at, to = sorted(random.randrange(len(source) + 1) for _ in range(2))
    return source[:at] + source[min(to, at + 40) :]


def _lines(source: bytes, random: Random, _: Sequence[bytes]) -> bytes:
    """Drop, double, swap or indent a line."""
    lines = source.split(b"\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    choice = random.randrange(5)
    if choice == 0:
        del lines[at]
    elif choice == 1:
        lines.insert(other, lines[at])
    elif choice == 2:
        lines[at], lines[other] = lines[other], lines[at]
    elif choice == 3:
        lines[at] = b" " * random.randrange(5) + lines[at].lstrip(b" ")
    else:
        lines.insert(at, b" " * random.randrange(6) + random.choice((b"# k", b"", b"- x", b"x: y")))
    return b"\n".join(lines)


def _splice(source: bytes, random: Random, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    at, to = random.randrange(len(source) + 1), random.randrange(len(other) + 1)
    return source[:at] + other[to : to + 200] + source[at:]


Mutation = Callable[[bytes, Random, Sequence[bytes]], bytes]
MUTATIONS: Sequence[Mutation] = (_piece, _piece, _byte, _cut, _lines, _lines, _lines, _splice)


def run_blindly(options: argparse.Namespace, stock: list[bytes], tally: Tally) -> int:
    """Mutate sources that could be read, the new ones among them, until the time is over."""
    random = Random(options.seed)
    until = time.monotonic() + 60 * options.minutes
    while time.monotonic() < until:
        source = mutated(random.choice(stock), random, stock)
        try:
            timed(source, tally, stock, random)
        except Exception as broken:  # noqa: BLE001 - every exception is a finding
            return report(options.findings, source, broken, tally)
    print(tally)
    return 0


def keep(stock: list[bytes], source: bytes, random: Random) -> None:
    """Remember a source to mutate further, in the place of another once there are many."""
    if len(stock) < 2_000:
        stock.append(source)
    else:
        stock[random.randrange(len(stock))] = source


def run_guided(options: argparse.Namespace, stock: list[bytes], tally: Tally) -> None:
    """Let libFuzzer choose what to mutate by what the codec has not done yet. It ends the process itself."""
    import atheris  # type: ignore[import-not-found, import-untyped, unused-ignore]  # optional, and without types

    said, chance = [time.monotonic()], Random(options.seed)

    def once(source: bytes) -> None:
        try:
            timed(source, tally, stock, chance)
        except Exception as broken:  # noqa: BLE001 - every exception is a finding
            os._exit(report(options.findings, source, broken, tally))
        if time.monotonic() - said[0] > 20:
            said[0] = time.monotonic()
            print(tally, flush=True)

    def mutate(source: bytes, limit: int, seed: int) -> bytes:
        """Half of the time go on from one that could be read: most of what reaches new code is refused early."""
        random = Random(seed)
        chosen = random.choice(stock) if random.random() < 0.5 else source
        mixed = mutated(chosen, random, stock) if random.random() < 0.7 else atheris.Mutate(chosen, len(chosen) + 8)
        return bytes(mixed[:limit])

    atheris.instrument_all()
    corpus = options.findings / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for source in stock:
        (corpus / hashlib.sha256(source).hexdigest()[:16]).write_bytes(source)
    seconds = int(60 * options.minutes)
    arguments = [sys.argv[0], f"-max_total_time={seconds}", f"-seed={options.seed}", "-max_len=30000", "-verbosity=0"]
    atheris.Setup([*arguments, str(corpus)], once, custom_mutator=mutate)
    atheris.Fuzz()


def report(folder: Path, source: bytes, broken: Exception, tally: Tally) -> int:
    """Keep a source that broke a promise."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(source).hexdigest()[:12]}.sop.yaml"
    path.write_bytes(source)
    print(f"{tally}\nBROKEN: {type(broken).__name__}: {broken}\nkept in {path}", flush=True)
    return 1


def main() -> int:
    """Run for the minutes asked for; 1 when a promise was broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--engine", choices=("guided", "blind"), default="blind")
    parser.add_argument("--findings", type=Path, default=Path("output/fuzz"))
    options = parser.parse_args()
    examples = sorted((Path(__file__).parent.parent / "src" / "sopan" / "examples").glob("*.sop.yaml"))
    stock, tally = seeds(Random(options.seed), examples), Tally()
    if options.engine == "guided":
        run_guided(options, stock, tally)
    return run_blindly(options, stock, tally)


if __name__ == "__main__":
    sys.exit(main())
