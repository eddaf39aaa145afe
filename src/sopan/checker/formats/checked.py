"""One file and what came of checking it, as every format takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sopan.checker.basis import Standing
from sopan.checker.report import Finding, Report

Translate = Callable[[str], str]
Place = tuple[int, int]
"""Line and column, both from 1; (0, 0) where the place is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a file could not be read, in the language of the reader."""

    sentence: str
    place: Place = (0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedFile:
    """A file, and the report on it or the reason for having none."""

    path: str
    report: Report | None = None
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """(step id or "", field) → where it stands, as `decode_text_with_places` gives them."""
    spots: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """For a document of another program: (step id or "", field) → where it stands, in words."""
    refusal: Refusal | None = None

    def place_of(self, finding: Finding) -> Place:
        """Where the field stands, else its list, else its step; (0, 0) when none of them is known."""
        whole_field = finding.field.partition(".")[0]
        for key in ((finding.step_id, finding.field), (finding.step_id, whole_field), (finding.step_id, "")):
            if key in self.places:
                return self.places[key]
        return (0, 0)


def spoken_place(finding: Finding, translate: Translate) -> str:
    """`langkah 3, waktu`, or the field of the identity page; empty for the whole document."""
    if not finding.step_id:
        return finding.field
    step = translate("langkah {nomor}").format(nomor=finding.nomor)
    return f"{step}, {finding.field}" if finding.field else step


def rests_on(finding: Finding, translate: Translate) -> str:
    """The provision a finding rests on, or the plain word that it is none."""
    source = translate(finding.basis.source)
    if finding.basis.standing is Standing.REGULATION:
        return source
    return translate("{dasar} (bukan ketentuan peraturan)").format(dasar=source)
