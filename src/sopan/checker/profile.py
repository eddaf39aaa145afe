"""Profiles: which rules a house switches on, how strictly, and with which parameters.

A profile is a file the command line reads into a mapping:

    aturan:
      FL-06: peringatan       # mati | info | peringatan | kesalahan
    parameter:
      kegiatan_paling_banyak: 30
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from sopan.checker.parameters import PARAMETERS, ListParameter, Parameter
from sopan.checker.registry import RULES
from sopan.checker.rule import Rule, Severity
from sopan.domain.errors import UnreadableSource

STRICTNESS: Mapping[str, Severity | None] = {
    "mati": None,
    "info": Severity.INFO,
    "peringatan": Severity.WARNING,
    "kesalahan": Severity.ERROR,
}
"""The words of a profile file; `mati` switches a rule off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a house decided about the rules. The empty profile takes them as they come."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    """By code; None: switched off."""
    parameters: Mapping[str, object] = field(default_factory=dict)

    def severity_of(self, rule: Rule) -> Severity | None:
        """How strictly this house takes `rule`; None when it is switched off."""
        return self.severities.get(rule.code, rule.severity)


DEFAULT = Profile()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mistake:
    """One thing in a profile that cannot be followed; `sentence` is Indonesian and untranslated."""

    sentence: str
    parameters: Mapping[str, object]


class InvalidProfile(UnreadableSource):
    """A profile that cannot be followed. Speaks of its first mistake; `mistakes` holds them all."""

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        self.mistakes = mistakes
        super().__init__(mistakes[0].sentence)
        self.parameters = dict(mistakes[0].parameters)

    def __reduce__(self) -> tuple[object, ...]:
        return (InvalidProfile, (self.mistakes,))


def decode_profile(data: object, *, rules: Iterable[Rule] = RULES) -> Profile:
    """The profile that a parsed file describes; nothing (None) is the default. Raises `InvalidProfile`."""
    if data is None:
        return DEFAULT
    if not isinstance(data, Mapping):
        raise InvalidProfile((_mistake("Profil adalah daftar berpasangan dengan kunci “aturan” dan “parameter”."),))
    codes = [rule.code for rule in rules]
    severities = _Section(data.get("aturan"), "aturan")
    parameters = _Section(data.get("parameter"), "parameter")
    mistakes = (
        *_unknown_keys(data),
        *severities.mistakes(),
        *parameters.mistakes(),
        *(mistake for code, word in severities for mistake in _severity_mistakes(code, word, codes)),
        *(mistake for name, value in parameters for mistake in _parameter_mistakes(name, value)),
    )
    if mistakes:
        raise InvalidProfile(mistakes)
    return Profile(
        severities={code.strip().upper(): STRICTNESS[str(word).strip().lower()] for code, word in severities},
        parameters={name: _value(_KNOWN[name], value) for name, value in parameters},
    )


class _Section:
    """One mapping of the profile file; empty where the file says nothing."""

    def __init__(self, content: object, name: str) -> None:
        self._content = {} if content is None else content
        self._name = name

    def __iter__(self) -> Iterator[tuple[str, object]]:
        if isinstance(self._content, Mapping):
            yield from ((str(key), value) for key, value in self._content.items())

    def mistakes(self) -> Iterator[Mistake]:
        if not isinstance(self._content, Mapping):
            sentence = "Bagian “{bagian}” pada profil seharusnya berisi pasangan nama dan nilai, satu per baris."
            yield _mistake(sentence, bagian=self._name)


_KNOWN = {parameter.name: parameter for parameter in PARAMETERS}


def _mistake(sentence: str, **parameters: object) -> Mistake:
    return Mistake(sentence=sentence, parameters=parameters)


def _unknown_keys(data: Mapping[object, object]) -> Iterator[Mistake]:
    for key in data:
        if key not in ("aturan", "parameter"):
            yield _mistake("Profil tidak mengenal “{kunci}”; tulis “aturan” atau “parameter”.", kunci=key)


def _severity_mistakes(code: str, word: object, codes: list[str]) -> Iterator[Mistake]:
    if code.strip().upper() not in codes:
        near = get_close_matches(code.strip().upper(), codes, n=1)
        yield (
            _mistake("Tidak ada aturan berkode “{kode}”. Maksudnya “{usul}”?", kode=code, usul=near[0])
            if near
            else _mistake("Tidak ada aturan berkode “{kode}”; lihat daftarnya dengan “sopan explain”.", kode=code)
        )
    if str(word).strip().lower() not in STRICTNESS:
        sentence = "Aturan {kode} diberi “{nilai}”; pilih salah satu: mati, info, peringatan, kesalahan."
        yield _mistake(sentence, kode=code, nilai=word)


def _parameter_mistakes(name: str, value: object) -> Iterator[Mistake]:
    parameter = _KNOWN.get(name)
    if parameter is None:
        near = get_close_matches(name, list(_KNOWN), n=1)
        yield (
            _mistake("Tidak ada parameter bernama “{nama}”. Maksudnya “{usul}”?", nama=name, usul=near[0])
            if near
            else _mistake("Tidak ada parameter bernama “{nama}”; daftarnya ada di buku panduan.", nama=name)
        )
    elif isinstance(parameter, ListParameter):
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            yield _mistake("Parameter “{nama}” adalah daftar teks, satu butir per baris.", nama=name)
    elif not parameter.lowest <= _number(value) <= parameter.highest:
        sentence = "Parameter “{nama}” diberi “{nilai}”; isi dengan angka dari {terendah:g} sampai {tertinggi:g}."
        yield _mistake(sentence, nama=name, nilai=value, terendah=parameter.lowest, tertinggi=parameter.highest)


def _number(value: object) -> float:
    """The number meant, with the decimal comma of Indonesian; not a number when there is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return float("nan")
    try:
        return float(str(value).strip().replace(",", "."))
    except ValueError:
        return float("nan")


def _value(parameter: Parameter | ListParameter, value: object) -> object:
    if isinstance(parameter, ListParameter):
        return tuple(value) if isinstance(value, list | tuple) else ()
    return _number(value)
