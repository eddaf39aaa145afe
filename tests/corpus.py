"""Real procedures, from the neutral form in which they were transcribed to values of the domain.

The corpus lies outside the project and no sentence of it comes in: these functions read it where it is.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from sopan.domain import Edge, End, Identity, Kind, MutuBaku, PejabatPengesah, Procedure, Step, Symbol

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(os.environ.get("SOPAN_CORPUS") or ROOT.parent / "shared" / "corpus")
"""As in `conftest.py`."""

Source = Mapping[str, Any]
LISTS = {
    "dasar_hukum": "legal_basis",
    "keterkaitan": "related",
    "peringatan": "warning",
    "kualifikasi_pelaksana": "qualifications",
    "peralatan": "equipment",
    "pencatatan": "records",
}
PLACE = re.compile(r"(?P<step>\S+)(?: \((?P<symbol>.+)\))?")
"""`3`, `3 (Arsiparis)`, `7 (off-page connector)`."""


def names() -> list[str]:
    """Names of the transcribed procedures; none where the corpus is absent."""
    return sorted(path.stem for path in FOLDER.glob("sop/*.yaml"))


def source(name: str) -> Source:
    """The transcription called `name`."""
    loaded: Source = yaml.safe_load((FOLDER / "sop" / f"{name}.yaml").read_text(encoding="utf-8"))
    return loaded


def procedure(source: Source) -> Procedure:
    """The same procedure, every word of its pages kept; notes of the transcriber are left out."""
    rows = source["steps"]
    steps = tuple(_step(row, place, len(rows)) for place, row in enumerate(rows, 1))
    by_id = {step.id: step for step in steps}
    drawn = any(_ways(row) for row in rows)
    edges = (edge for row in rows for edge in _edges(row, by_id)) if drawn else _from_row_to_row(steps)
    return Procedure(
        identity=_identity(source),
        daftar_pelaksana=tuple(source["executors"]),
        steps=steps,
        edges=tuple(edges),
    )


def words(source: Source) -> Iterator[str]:
    """Every text that stands on the pages of the document, cell by cell."""
    dates = source["dates"]
    yield from (source[key] for key in ("title", "agency", "unit", "number", "approver"))
    yield from (dates.get(key, "") for key in ("created", "revised", "effective"))
    yield from (text for key in LISTS.values() for text in _list(source[key]))
    yield from source["executors"] if source["steps"] else ()  # heads of a table that is not there
    for row in source["steps"]:
        yield from (row[key] for key in ("no", "activity", "inputs", "time", "output", "remarks"))
        yield from row["executors"]
        yield from (answer for answer, _ in _ways(row))


def _identity(source: Source) -> Identity:
    agency, unit, dates = source["agency"], source["unit"], source["dates"]
    is_region = agency.startswith("Pemerintah")
    lists: dict[str, Any] = {field: _list(source[key]) for field, key in LISTS.items()}
    return Identity(
        judul=source["title"],
        nomor=source["number"],
        pemerintah_daerah=agency if is_region else "",
        opd="" if is_region else agency,
        unit_kerja=unit,
        tanggal_pembuatan=dates.get("created", ""),
        tanggal_revisi=dates.get("revised", ""),
        tanggal_efektif=dates.get("effective", ""),
        disahkan_oleh=PejabatPengesah(jabatan=source["approver"]),
        **lists,
    )


def _list(value: str | list[str]) -> tuple[str, ...]:
    return tuple(text for text in ([value] if isinstance(value, str) else value) if text)


def _step(row: Source, place: int, rows: int) -> Step:
    lost = [f"{answer}: {target}" for answer, target in _ways(row) if not _names_a_step(target)]
    return Step(
        id=_id(row["no"]),
        kegiatan=row["activity"],
        symbols=tuple(Symbol(name) for name in row["executors"]),
        mutu_baku=MutuBaku(kelengkapan=_list(row["inputs"]), waktu=row["time"], output=row["output"]),
        keterangan="\n".join(text for text in (row["remarks"], *lost) if text),
        kind=_kind(row["kind"], place, rows),
        nomor=row["no"] if row["no"] != str(place) else "",
    )


def _id(number: str) -> str:
    return number.removesuffix(".")


def _kind(kind: str, place: int, rows: int) -> Kind:
    """A terminator is the end of the work unless it is its first row."""
    return Kind.END if kind == "terminator" and place > 1 else Kind.START if kind == "terminator" else Kind(kind)


def _ways(row: Source) -> list[tuple[str, str]]:
    """Answer and target of each way onward, as transcribed."""
    following = row.get("next") or []
    ways = [("", target) for target in ([following] if isinstance(following, str) else following)]
    ways += [(answer, row[key]) for answer, key in (("Ya", "yes_branch"), ("Tidak", "no_branch")) if row.get(key)]
    return ways + list(row.get("branches", {}).items())


def _names_a_step(target: str) -> bool:
    return PLACE.fullmatch(target) is not None and target[0].isdigit()


def _edges(row: Source, steps: Mapping[str, Step]) -> Iterator[Edge]:
    for answer, target in _ways(row):
        if _names_a_step(target):
            yield Edge(End(_id(row["no"])), _end(target, steps), answer)


def _end(target: str, steps: Mapping[str, Step]) -> End:
    """The step, and its symbol where the brackets name one of its executors."""
    place = PLACE.fullmatch(target)
    assert place is not None
    step = _id(place["step"])
    symbol = (place["symbol"] or "").removesuffix(" box").casefold()
    fitting = [name for name in steps[step].daftar_pelaksana if symbol and symbol in name.casefold()]
    return End(step, fitting[0] if len(fitting) == 1 else "")


def _from_row_to_row(steps: tuple[Step, ...]) -> Iterator[Edge]:
    """What the text format takes for granted where no flow is written."""
    for step, following in pairwise(steps):
        if step.kind not in (Kind.DECISION, Kind.END):
            yield Edge(End(step.id), End(following.id))
