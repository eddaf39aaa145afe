"""Sentences for people, found in the code.

A sentence for people is whatever reaches a parameter or an attribute called `sentence`, the help of a command, or
the name of a provision. They are found by walking the syntax tree, so that none is forgotten. The pages of the web
are not among them: their sentences go through Django's gettext, to a catalogue of their own (`src/sopan/web/locale`).
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

Takers = dict[str, tuple[str, int | None]]
"""Name of a callable → the name of its parameter for a sentence, and its place (None: by keyword only)."""

ROOT = Path(__file__).parent.parent
SOURCES = ROOT / "src" / "sopan"
SENTENCE = "sentence"
ALSO_SENTENCES: Takers = {
    "Basis": ("source", None),
    "_changes": ("headings", 2),
    "_regulation": ("source", 0),
    "translate": (SENTENCE, 0),
}
"""Further parameters that hold words for people: name of the callable → (parameter, place)."""
HELP = frozenset({"help", "metavar"})
COMMAND_LINE = ("cli/", "web/commands/")
"""Where commands stand."""
PAGES = "web/"
"""What speaks in pages, but for its commands."""


@dataclass
class Found:
    """Sentences with the files they stand in, and places where a sentence could not be followed to its words."""

    sentences: dict[str, set[str]] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def find_sentences(sources: Path = SOURCES) -> Found:
    """Every sentence for people in the code below `sources`."""
    paths = [path for path in sorted(sources.rglob("*.py")) if _is_searched(path.relative_to(sources))]
    modules = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    everywhere = {name: taker for name, taker in _takers(modules.values()).items() if not _is_private(name)}
    tables = _tables(modules.values())
    found = Found()
    for path, module in modules.items():
        here = {name: taker for name, taker in _takers([module]).items() if _is_private(name)}
        takers = {**everywhere, **here, **ALSO_SENTENCES}
        _Walk(path.relative_to(sources).as_posix(), takers, {**tables, **_tables([module])}, found).visit(module)
    return found


def _is_searched(path: Path) -> bool:
    place = path.as_posix()
    return "tests" not in path.parts and (not place.startswith(PAGES) or place.startswith(COMMAND_LINE))


def _is_private(name: str) -> bool:
    """What begins with an underscore means something in its own module only."""
    return name.lstrip(".").startswith("_")


def _takers(modules: Iterable[ast.Module]) -> Takers:
    """Functions under their names, methods as `.name`, classes by what their constructors take."""
    takers: Takers = {}
    nodes = [node for module in modules for node in ast.walk(module)]
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    methods = {id(part) for node in classes for part in node.body if isinstance(part, ast.FunctionDef)}
    for node in nodes:
        if isinstance(node, ast.FunctionDef) and node.name != "__init__":
            _note_function(takers, f".{node.name}" if id(node) in methods else node.name, node)
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
        name = node.func.id if isinstance(node.func, ast.Name) else f".{getattr(node.func, 'attr', '')}"
        parameter, place = self._takers.get(name) or self._takers.get(_class_name(name)) or ("", None)
        for argument in node.keywords:
            if (parameter and argument.arg == parameter) or (self._is_command_line() and argument.arg in HELP):
                self._take(argument.value)
        if parameter and place is not None and place < len(node.args):
            self._take(node.args[place])
        self.generic_visit(node)

    def _is_command_line(self) -> bool:
        return self._file.startswith(COMMAND_LINE)

    def _take(self, value: ast.expr) -> None:
        """Follow `value` to the words it may be."""
        parts = _parts(value)
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            if value.value:
                self._found.sentences.setdefault(value.value, set()).add(self._file)
        elif parts is not None:
            for part in parts:
                self._take(part)
        else:
            self._take_named(value)

    def _take_named(self, value: ast.expr) -> None:
        match value:
            case ast.Constant() | ast.Attribute() | ast.Subscript(value=ast.Attribute()):
                return  # None, or an attribute whose own assignment is found where it is made
            case ast.Name(id=name):
                pass
            case ast.Subscript(value=ast.Name(id=name)) | ast.Call(func=ast.Attribute(value=ast.Name(id=name))):
                pass
            case _:
                self._lose(value)
                return
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


def _parts(value: ast.expr) -> list[ast.expr] | None:
    """What a composed expression may turn out to be; None for one that is not composed."""
    match value:
        case ast.IfExp(body=body, orelse=orelse):
            return [body, orelse]
        case ast.BoolOp(values=values) | ast.Dict(values=values):
            return values
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            return parts
        case ast.Call(func=ast.Name(id="next"), args=[ast.GeneratorExp(elt=word), *default]):
            return [word, *default]
        case ast.Call(func=ast.Call(), args=args):
            return args
    return None


_PASSED_ON = frozenset({SENTENCE, "source", "heading"})
"""Parameters that hand a sentence on; its words are found at the call that gave it."""


def _class_name(name: str) -> str:
    """`.Warning`, called as `diagram.Warning(…)`, is the class `Warning`."""
    return name.lstrip(".") if name[1:2].isupper() else ""


def _is(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _place_in(target: ast.expr, name: str) -> int | None:
    """-1 when a loop gives the whole item this name, the place when it gives one part of it; None: neither."""
    if _is(target, name):
        return -1
    if isinstance(target, ast.Tuple):
        return next((place for place, part in enumerate(target.elts) if _is(part, name)), None)
    return None
