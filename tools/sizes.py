"""How long functions and modules are, held against the limits of the style guide."""

from __future__ import annotations

import ast
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

FOLDERS = ("src", "tools", "tests", "benchmarks")
LIMITS = {
    "function median": 10,
    "function 90th percentile": 30,
    "longest function": 60,
    "module median": 120,
    "longest module": 500,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A function or a module, where it stands, and its length in lines."""

    place: str
    lines: int


@dataclass(frozen=True, slots=True)
class Sizes:
    """All functions (methods and inner ones included) and all modules of a tree."""

    functions: tuple[Piece, ...]
    modules: tuple[Piece, ...]

    def figures(self) -> dict[str, float]:
        """The five figures that have a limit."""
        functions, modules = (sorted(p.lines for p in pieces) or [0] for pieces in (self.functions, self.modules))
        return {
            "function median": median(functions),
            "function 90th percentile": functions[math.ceil(0.9 * len(functions)) - 1],
            "longest function": functions[-1],
            "module median": median(modules),
            "longest module": modules[-1],
        }

    def faults(self) -> list[str]:
        """What is over a limit, each with the places to look at."""
        figures = self.figures()
        over = {name: limit for name, limit in LIMITS.items() if figures[name] > limit}
        broken = [f"{name}: {figures[name]:g} lines, limit {limit}" for name, limit in over.items()]
        for pieces, limit in ((self.functions, "longest function"), (self.modules, "longest module")):
            broken += [f"{piece.place}: {piece.lines} lines" for piece in pieces if piece.lines > LIMITS[limit]]
        return broken


def measure(root: Path, folders: Iterable[str] = FOLDERS) -> Sizes:
    """Sizes of every Python module below the folders of `root`."""
    functions: list[Piece] = []
    modules: list[Piece] = []
    for path in sorted(path for folder in folders for path in (root / folder).rglob("*.py")):
        source, name = path.read_text(encoding="utf-8"), path.relative_to(root).as_posix()
        modules.append(Piece(name, source.count("\n")))
        functions += _functions(source, name)
    return Sizes(tuple(functions), tuple(modules))


def _functions(source: str, name: str) -> Iterator[Piece]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield Piece(f"{name}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1)
