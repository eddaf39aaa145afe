"""Numbers as Excel shows them: `5" menit"`, `2 Maret 2026`, `12,5`, `07:30`.

Of the codes of number formats only what offices use is known; with any other, the number is shown as it is. Decimals
stand after a comma and dates in Indonesian, as the computers of these offices show them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

BUILT_IN: Mapping[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss", 49: "@",
}  # fmt: skip
MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_.|\*.|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<elapsed>[hms]+)\]|\[[^\]]*\]'
    r"|(?P<date>[dy]+|m+|h+|s+(?:\.0+)?|AM/PM|A/P)|(?P<number>[0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)|(?P<general>General)"
    r"|(?P<text>@)|(?P<percent>%)|(?P<plain>.)",
    re.IGNORECASE | re.DOTALL,
)
_MAX_DIGITS = 15
_LAST_DAY = 2_958_466
"""The day after 31 December 9999."""


def shown(number: float, code: str, *, since_1904: bool = False) -> str:
    """The number under a format code; empty and `General` mean as it is."""
    sections = _sections(code)
    section = sections[1] if number < 0 and len(sections) > 1 else sections[0]
    if number == 0 and len(sections) > 2:
        section = sections[2]
    tokens = [match for match in _TOKEN.finditer(section) if match.lastgroup]
    kinds = {match.lastgroup for match in tokens}
    if kinds & {"date", "elapsed"}:
        return _as_date(number, tokens, since_1904)
    if "number" not in kinds:
        return _without_digits(number, tokens, kinds)
    return _as_number(abs(number) if number < 0 and len(sections) > 1 else number, tokens)


def plain(number: float) -> str:
    """As it is, with at most eleven digits, as under `General`."""
    if number == int(number) and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.10g}".replace(".", ",")


def _sections(code: str) -> list[str]:
    """The parts between semicolons that are not quoted."""
    return re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code[:500]) or ["General"]


def _without_digits(number: float, tokens: list[re.Match[str]], kinds: set[str | None]) -> str:
    """Formats that name no digit: words alone, or words around the number as it is."""
    if not kinds & {"general", "text"} and not kinds & {"quoted", "escaped"}:
        return plain(number)
    return "".join(
        plain(number) if match.lastgroup in ("general", "text") else _literal(match) for match in tokens
    ).strip()


def _as_number(number: float, tokens: list[re.Match[str]]) -> str:
    if any(match.lastgroup == "percent" for match in tokens):
        number *= 100
    pieces, done = [], False
    for match in tokens:
        if match.lastgroup != "number":
            pieces.append(_literal(match))
        elif not done:
            pieces.append(_digits(number, match[0]))
            done = True
    return "".join(pieces).strip()


def _digits(number: float, pattern: str) -> str:
    whole, _, decimals = pattern.partition(".")
    rounded = Decimal(repr(number)).quantize(Decimal(1).scaleb(-min(len(decimals), _MAX_DIGITS)), ROUND_HALF_UP)
    text = f"{rounded:,f}" if "," in whole.rstrip(",") else f"{rounded:f}"
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    integer, _, fraction = text.partition(".")
    least = decimals.replace("?", "0").rfind("0") + 1
    while len(fraction) > least and fraction.endswith("0"):
        fraction = fraction[:-1]
    integer = integer.replace(",", ".").rjust(whole.count("0"), "0")
    return sign + integer + ("," + fraction if fraction else "")


def _as_date(number: float, tokens: list[re.Match[str]], since_1904: bool) -> str:
    if not 0 <= number < _LAST_DAY:
        return plain(number)
    moment = _moment(number + (1_462 if since_1904 else 0))
    units = [_unit(match) for match in tokens]
    halves = any("/" in match[0] for match in tokens if match.lastgroup == "date")
    pieces = []
    for place, match in enumerate(tokens):
        if match.lastgroup == "elapsed":
            pieces.append(_elapsed(number, match["elapsed"].lower()))
        elif match.lastgroup == "date":
            pieces.append(_date_part(moment, match[0].lower(), _is_minute(units, place), halves))
        else:
            pieces.append(_literal(match))
    return "".join(pieces).strip()


def _unit(match: re.Match[str]) -> str:
    """`d`, `m`, `y`, `h` or `s`; empty for what is no part of a date."""
    return match[0].strip("[").lower()[:1] if match.lastgroup in ("date", "elapsed") else ""


def _is_minute(units: list[str], place: int) -> bool:
    """`m` means minutes after hours and before seconds."""
    before = next((unit for unit in reversed(units[:place]) if unit), "")
    after = next((unit for unit in units[place + 1 :] if unit), "")
    return before == "h" or after == "s"


def _moment(number: float) -> datetime:
    """Day 60 is 29 February 1900 in Excel, which never was."""
    days, share = divmod(number, 1)
    first = datetime(1899, 12, 30 if days >= 60 else 31)  # noqa: DTZ001  what a cell says has no zone
    return first + timedelta(days=int(days), seconds=round(share * 86_400))


def _elapsed(number: float, unit: str) -> str:
    seconds = round(number * 86_400)
    return str(seconds // {"h": 3_600, "m": 60, "s": 1}[unit[0]]).rjust(len(unit), "0")


def _date_part(moment: datetime, part: str, is_minute: bool, halves: bool) -> str:
    if part.startswith("m") and is_minute:
        return f"{moment.minute:02d}" if len(part) > 1 else str(moment.minute)
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    month, day = MONTHS[moment.month - 1], DAYS[moment.weekday()]
    return {
        "d": str(moment.day), "dd": f"{moment.day:02d}", "ddd": day[:3], "m": str(moment.month),
        "mm": f"{moment.month:02d}", "mmm": month[:3], "mmmmm": month[0], "h": str(hour), "s": str(moment.second),
        "y": f"{moment.year % 100:02d}", "yy": f"{moment.year % 100:02d}", "am/pm": "AM" if moment.hour < 12 else "PM",
        "a/p": "A" if moment.hour < 12 else "P",
    }.get(part) or {
        "d": day, "m": month, "y": str(moment.year), "h": f"{hour:02d}", "s": f"{moment.second:02d}",
    }[part[0]]  # fmt: skip


def _literal(match: re.Match[str]) -> str:
    kind = match.lastgroup or ""
    if kind == "percent":
        return "%"
    return match[kind] if kind in ("quoted", "escaped", "currency", "plain") else ""
