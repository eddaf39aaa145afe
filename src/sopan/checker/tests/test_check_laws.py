"""Laws of check(), on procedures nobody thought of and on real ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from pkgutil import walk_packages
from time import process_time
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

import sopan
from sopan.checker.profile import Profile
from sopan.checker.registry import RULES
from sopan.checker.report import Verdict, check, check_folder
from sopan.checker.rule import Gate, Severity
from sopan.domain.identity import Identity
from sopan.domain.procedure import Edge, End, Kind, MutuBaku, Procedure, Step, Symbol
from tests.strategies import procedures

CORPUS = Path(os.environ.get("SOPAN_CORPUS") or Path(__file__).parents[5] / "shared" / "corpus") / "sop"
SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SOME
@given(procedures())
def test_no_rule_ever_breaks_and_every_sentence_can_be_said(procedure: Procedure) -> None:
    report = check(procedure)
    assert report.failures == ()
    assert all(finding.say() for finding in report.findings)


@SOME
@given(procedures())
def test_the_same_question_gets_the_same_answer(procedure: Procedure) -> None:
    assert check(procedure) == check(procedure)


@SOME
@given(procedures())
def test_a_finding_points_to_a_step_that_is_there(procedure: Procedure) -> None:
    assert all(finding.step_id in procedure for finding in check(procedure).findings if finding.step_id)


@SOME
@given(procedures())
def test_a_later_gate_asks_for_no_less(procedure: Procedure) -> None:
    counted = [len([finding for finding in check(procedure, gate=gate).findings if finding.counts]) for gate in Gate]
    assert counted == sorted(counted)


@SOME
@given(procedures())
def test_a_profile_changes_weights_and_not_what_is_seen(procedure: Procedure) -> None:
    lenient = Profile(severities={rule.code: Severity.INFO for rule in RULES})
    seen = {(finding.code, finding.step_id, finding.field, finding.say()) for finding in check(procedure).findings}
    again = check(procedure, lenient)
    assert {(finding.code, finding.step_id, finding.field, finding.say()) for finding in again.findings} == seen
    assert not again.errors


@SOME
@given(procedures(), procedures())
def test_neighbours_are_looked_at_without_breaking_either(one: Procedure, other: Procedure) -> None:
    assert all(report.failures == () for report in check_folder((one, other)))


def test_every_cache_is_bounded_so_that_memory_stays_flat() -> None:
    modules = [
        import_module(module.name) for module in walk_packages(sopan.__path__, "sopan.") if is_asked(module.name)
    ]
    caches = {
        f"{module.__name__}.{name}": value.cache_parameters()["maxsize"]
        for module in modules
        for name, value in vars(module).items()
        if hasattr(value, "cache_parameters")
    }
    assert caches, "the checker keeps what it found out about a text"
    assert {name: most for name, most in caches.items() if most is None or most > 10_000} == {}


def is_asked(module: str) -> bool:
    """Whether check() gives the texts of procedures to this module."""
    asked = ("sopan.checker.", "sopan.domain.waktu", "sopan.domain.tanggal")
    return module.startswith(asked) and ".tests" not in module


HOSTILE = (
    "a",
    "1",
    "Ab ",
    "A. ",
    "Bapak ",
    "Dr. ",
    "08 1",
    "a@",
    "-",
    "/1",
    " ",
    "\n- a",
    "1. a ",
    "men",
    "per",
    "1 jam ",
)


@pytest.mark.parametrize("part", HOSTILE)
def test_a_cell_of_any_length_is_read_in_bounded_time(part: str) -> None:
    text = (part * 20_000)[:20_000] + "x"
    identity = Identity(judul=text, nomor=text, dasar_hukum=(text,), peringatan=(text,), tanggal_efektif=text)
    mutu_baku = MutuBaku(kelengkapan=(text,), waktu=text, output=text)
    step = Step(id="1", kegiatan=text, symbols=(Symbol(text),), mutu_baku=mutu_baku, keterangan=text)
    started = process_time()
    assert check(Procedure(identity=identity, daftar_pelaksana=(text,), steps=(step,))).failures == ()
    assert process_time() - started < 3, "a pattern goes over the text again and again"


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus of real procedures at {CORPUS}")
def test_real_procedures_are_checked_without_a_rule_breaking() -> None:
    read = [procedure for path in sorted(CORPUS.glob("*.yaml")) for procedure in procedures_in(path)]
    assert read
    for report in check_folder(read):
        assert report.failures == ()
        assert all(finding.say() for finding in report.findings)
        assert report.verdict is Verdict.NEEDS_ALIGNMENT, "none of them was written with this checker at hand"


def procedures_in(path: Path) -> Iterator[Procedure]:
    """The procedures of one file in the neutral form of the corpus: rows and first page, edges by row."""
    for document in yaml.load_all(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader):
        for each in document if isinstance(document, list) else [document]:
            yield a_real_procedure(each)


def a_real_procedure(source: dict[str, Any]) -> Procedure:
    rows = source.get("steps") or []
    steps = tuple(a_real_step(str(place), row) for place, row in enumerate(rows, start=1))
    identity = Identity(
        judul=source.get("title", ""),
        nomor=source.get("number", ""),
        opd=source.get("agency", ""),
        dasar_hukum=texts(source.get("legal_basis")),
        keterkaitan=texts(source.get("related")),
        peringatan=texts(source.get("warning")),
        kualifikasi_pelaksana=texts(source.get("qualifications")),
        peralatan=texts(source.get("equipment")),
        pencatatan=texts(source.get("records")),
    )
    edges = tuple(Edge(End(one.id), End(other.id)) for one, other in pairwise(steps))
    return Procedure(identity=identity, steps=steps, edges=edges)


def a_real_step(id: str, row: dict[str, Any]) -> Step:
    names = dict.fromkeys(name for name in texts(row.get("executors")) if name)
    kind = {"start": Kind.START, "decision": Kind.DECISION, "end": Kind.END, "terminator": Kind.END}
    return Step(
        id=id,
        kegiatan=row.get("activity", ""),
        symbols=tuple(Symbol(name) for name in names),
        kind=kind.get(row.get("kind", ""), Kind.PROCESS),
        mutu_baku=MutuBaku(
            kelengkapan=texts(row.get("inputs")), waktu=row.get("time", ""), output=row.get("output", "")
        ),
        keterangan=row.get("remarks", ""),
    )


def texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),) if value else ()
