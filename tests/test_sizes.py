"""The limits on size: what is counted, and what is said when something has grown too long."""

from __future__ import annotations

import pytest

from tools.sizes import Piece, Sizes, measure

SOURCE = """\
class A:
    @property
    def one(self):
        return 1


def outer():
    async def inner():
        pass
    return inner
"""


def of(functions=(), modules=()) -> Sizes:
    pieces = [tuple(Piece(f"p{place}", lines) for place, lines in enumerate(them)) for them in (functions, modules)]
    return Sizes(*pieces)


def test_modules_and_functions_are_counted_in_lines_with_methods_and_inner_ones(tmp_path):
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "m.py").write_text(SOURCE)
    sizes = measure(tmp_path)
    assert sizes.modules == (Piece("src/m.py", 10),)
    assert set(sizes.functions) == {
        Piece("src/m.py:3 one", 2),
        Piece("src/m.py:7 outer", 4),
        Piece("src/m.py:8 inner", 2),
    }


def test_a_tree_within_the_limits_has_no_fault():
    assert of(functions=[10] * 8 + [30, 60], modules=[120, 120, 500]).faults() == []


@pytest.mark.parametrize(
    ("sizes", "fault"),
    [
        (of(functions=[11, 11, 11]), "function median: 11 lines, limit 10"),
        (of(functions=[5] * 8 + [31, 40]), "function 90th percentile: 31 lines, limit 30"),
        (of(functions=[5] * 20 + [61]), "p20: 61 lines"),
        (of(modules=[121]), "module median: 121 lines, limit 120"),
        (of(modules=[10, 10, 501]), "p2: 501 lines"),
    ],
)
def test_whatever_is_over_a_limit_is_named(sizes, fault):
    assert fault in sizes.faults()


def test_an_empty_tree_has_sizes_too(tmp_path):
    assert measure(tmp_path).faults() == []
