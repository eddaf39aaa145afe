"""The catalogues of translated sentences: found in the code, kept complete, compiled.

    python -m tools.catalogue            add new sentences to the .po files, drop old ones, compile .mo files
    python -m tools.catalogue --missing  show what still waits for a translation

A sentence for people is whatever reaches a parameter or an attribute called `sentence`, the help of a command, or
the name of a provision. They are found by walking the syntax tree, so that none is forgotten.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "sopan"
LOCALE = SOURCES / "locale"
SENTENCE = "sentence"
ALSO_SENTENCES = {"Basis": ("source", None), "_regulation": ("source", 0)}
"""Further parameters that hold words for people: name of the callable → (parameter, place)."""
HELP = frozenset({"help", "metavar"})
_MADE = datetime(2026, 1, 1, tzinfo=timezone.utc)


@dataclass
class Found:
    """Sentences with the files they stand in, and places where a sentence could not be followed to its words."""

    sentences: dict[str, set[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def find_sentences(sources: Path = SOURCES) -> Found:
    """Every sentence for people in the code below `sources`."""
    paths = [path for path in sorted(sources.rglob("*.py")) if "tests" not in path.parts]
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    takers = {**_takers(modules.values()), **ALSO_SENTENCES}
    tables = _tables(modules.values())
    found = Found()
    for path, module in modules.items():
        _Walk(path.relative_to(sources).as_posix(), takers, tables, found).visit(module)
    return found


Takers = dict[str, tuple[str, int | None]]
"""Name of a callable → the name of its parameter for a sentence, and its place (None: by keyword only)."""


def _takers(modules: Iterable[ast.Module]) -> Takers:
    takers: Takers = {}
    classes = [node for module in modules for node in ast.walk(module) if isinstance(node, ast.ClassDef)]
    for node in (node for module in modules for node in ast.walk(module)):
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            _note_function(takers, node.name, node)
    for node in classes:
        for part in node.body:
            if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                _note_function(takers, node.name, part)
            elif isinstance(part, ast.AnnAssign) and getattr(part.target, "id", "") == SENTENCE:
                fields = [item for item in node.body if isinstance(item, ast.AnnAssign)]
                takers[node.name] = (SENTENCE, fields.index(part))
    for node in classes:  # a subclass without a constructor of its own takes what its base takes
        base = next((base.id for base in node.bases if isinstance(base, ast.Name) and base.id in takers), "")
        has_own = any(isinstance(part, ast.FunctionDef) and part.name == "__init__" for part in node.body)
        if base and not has_own:
            takers.setdefault(node.name, takers[base])
    return takers


def _note_function(takers: Takers, name: str, function: ast.FunctionDef) -> None:
    names = [argument.arg for argument in (*function.args.posonlyargs, *function.args.args)]
    names = names[1:] if names[:1] in (["self"], ["cls"]) else names
    if SENTENCE in names:
        takers[name] = (SENTENCE, names.index(SENTENCE))
    elif SENTENCE in [argument.arg for argument in function.args.kwonlyargs]:
        takers[name] = (SENTENCE, None)


def _tables(modules: Iterable[ast.Module]) -> dict[str, ast.expr]:
    """What the constants of the modules hold, by name."""
    tables: dict[str, ast.expr] = {}
    for module in modules:
        for node in module.body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                tables |= {target.id: node.value for target in targets if isinstance(target, ast.Name)}
    return tables


class _Walk(ast.NodeVisitor):
    """Follows what reaches a sentence to the words it is made of."""

    def __init__(self, file: str, takers: Takers, tables: dict[str, ast.expr], found: Found) -> None:
        self._file = file
        self._takers = takers
        self._tables = tables
        self._found = found
        self._scopes: list[ast.AST] = []
        self._followed: set[int] = set()

    def visit_Module(self, node: ast.Module) -> None:
        self._inside(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._inside(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._inside(node)

    def visit_Lambda(self, node: ast.Lambda) -> None:
        self._inside(node)

    def _inside(self, node: ast.AST) -> None:
        self._scopes.append(node)
        self.generic_visit(node)
        self._scopes.pop()

    def visit_Assign(self, node: ast.Assign) -> None:
        if any(isinstance(target, ast.Name) and target.id == SENTENCE for target in node.targets):
            self._take(node.value)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        parameter, place = self._takers.get(name, ("", None))
        for argument in node.keywords:
            if (parameter and argument.arg == parameter) or (self._is_command_line() and argument.arg in HELP):
                self._take(argument.value)
        if parameter and place is not None and place < len(node.args):
            self._take(node.args[place])
        self.generic_visit(node)

    def _is_command_line(self) -> bool:
        return self._file.startswith("cli/")

    def _take(self, value: ast.expr) -> None:
        match value:
            case ast.Constant(value=str(text)):
                if text:
                    self._found.sentences.setdefault(text, set()).add(self._file)
            case ast.IfExp(body=body, orelse=orelse):
                self._take(body)
                self._take(orelse)
            case ast.BoolOp(values=values):
                for part in values:
                    self._take(part)
            case ast.Dict(values=values):
                for part in values:
                    self._take(part)
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                for part in parts:
                    self._take(part)
            case ast.Constant() | ast.Attribute():
                pass  # None, or an attribute whose own assignment is found where it is made
            case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp(elt=word), *default]):
                for part in (word, *default):
                    self._take(part)
            case ast.Call(func=ast.Call(args=args)):
                for part in args:
                    self._take(part)
            case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
                self._take_named(name, value)
            case ast.Name(id=name):
                self._take_named(name, value)
            case _:
                self._lose(value)

    def _take_named(self, name: str, value: ast.expr) -> None:
        assigned = list(self._assigned(name))
        for meaning in assigned:
            if id(meaning) not in self._followed:  # a name may be made of itself
                self._followed.add(id(meaning))
                self._take(meaning)
                self._followed.remove(id(meaning))
        if not assigned and name not in _PASSED_ON and name not in self._takers:
            self._lose(value)

    def _assigned(self, name: str) -> Iterator[ast.expr]:
        """What a name stands for: in the innermost function that gives it a value, else in a module."""
        for scope in reversed(self._scopes[1:]):
            local = list(self._values_in(scope, name))
            if local:
                yield from local
                return
        if name in self._tables:
            yield self._tables[name]

    def _values_in(self, scope: ast.AST, name: str) -> Iterator[ast.expr]:
        for node in ast.walk(scope):
            match node:
                case ast.Assign(targets=targets, value=value) if any(_is(target, name) for target in targets):
                    yield value
                case ast.AnnAssign(target=target, value=ast.expr() as value) if _is(target, name):
                    yield value
                case ast.NamedExpr(target=target, value=value) if _is(target, name):
                    yield value
                case ast.For(target=target, iter=source) | ast.comprehension(target=target, iter=source):
                    yield from self._items(source, _place_in(target, name))

    def _items(self, source: ast.expr, place: int | None) -> Iterator[ast.expr]:
        """What a loop over `source` gives: whole items (-1), or the part of each that stands at `place`."""
        if place is None:
            return
        if isinstance(source, ast.Call) and isinstance(source.func, ast.Attribute):
            source = source.func.value
        if isinstance(source, ast.Name) and source.id in self._tables:
            source = self._tables[source.id]
        match source:
            case ast.Dict(keys=keys, values=values):
                yield from (key for key in keys if key) if place == 0 else values
            case ast.Tuple(elts=items) | ast.List(elts=items):
                parts = [item.elts[place] if isinstance(item, ast.Tuple) and place >= 0 else item for item in items]
                yield from parts

    def _lose(self, value: ast.expr) -> None:
        self._found.lost.append(f"{self._file}:{value.lineno}: {ast.unparse(value)[:80]}")


_PASSED_ON = frozenset({SENTENCE, "source"})
"""Parameters that hand a sentence on; its words are found at the call that gave it."""


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _place_in(target: ast.expr, name: str) -> int | None:
    """-1 when a loop gives the whole item this name, the place when it gives one part of it; None: neither."""
    if _is(target, name):
        return -1
    if isinstance(target, ast.Tuple):
        return next((place for place, part in enumerate(target.elts) if _is(part, name)), None)
    return None


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
