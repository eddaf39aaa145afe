"""What libyaml says about a source it cannot read, in words for the person who wrote it."""

from __future__ import annotations

import re
from enum import Enum

from sopan.domain.codec.refusals import excerpt
from sopan.domain.codec.tree import Mark
from sopan.domain.errors import UnreadableSource


class _At(Enum):
    """Which of the two places the parser knows helps a person more."""

    HERE = "where it could not go on"
    OPENED = "where it began what it could not finish"


_OTHER = (
    "Susunan baris ini tidak dapat dibaca. Periksa indentasi, tanda kutip, dan tanda titik dua di sini dan di baris "
    "sebelumnya."
)
_COLON = (
    "Titik dua di tengah teks membuat teks ini terbaca sebagai kunci. "
    'Apit seluruh teksnya dengan tanda kutip, misalnya "Catatan: segera".'
)
_DEEPER = (
    "Baris ini menjorok lebih dalam daripada baris di atasnya, sehingga terbaca sebagai sambungannya. Sejajarkan "
    "dengan spasi."
)
_INDENT = "Indentasi baris ini tidak sejajar dengan baris-baris lain dalam kelompoknya. Sejajarkan dengan spasi."
_KEY = "Baris ini bukan “kunci: nilai”. Tulis titik dua dan spasi di belakang kunci, atau sejajarkan barisnya."
_TAB = "Tabulasi tidak boleh dipakai untuk indentasi. Ganti dengan spasi."
_QUOTE = "Tanda kutip yang dibuka di sini belum ditutup. Tambahkan tanda kutip penutup."
_REST = (
    'Masih ada teks di belakang tanda kutip penutup. Apit seluruh teks, atau tulis \\" untuk tanda kutip di dalamnya.'
)
_BRACKET = "Kurung yang dibuka di sini belum ditutup, atau kurang koma di antara isinya."
_SIGN = "Teks di sini diawali “{sign}”, yang punya arti khusus dalam YAML. Apit teks itu dengan tanda kutip."
_ESCAPE = (
    "Di dalam kutip ganda, garis miring terbalik memulai karakter khusus. Tulis \\\\ untuk garis miring terbalik, "
    "atau pakai kutip tunggal."
)
_DIRECTIVE = (
    "Baris yang diawali “%” berarti perintah dalam YAML. Hapus baris itu, atau apit teksnya dengan tanda kutip."
)

_SENTENCES = (
    ("mapping values are not allowed", _COLON, _At.HERE),
    ("escape", _ESCAPE, _At.HERE),
    ("hexdecimal", _ESCAPE, _At.HERE),
    ("quoted scalar", _QUOTE, _At.OPENED),
    ("could not find expected ':'", _KEY, _At.OPENED),
    ("flow sequence", _BRACKET, _At.OPENED),
    ("flow mapping", _BRACKET, _At.OPENED),
    ("tab character", _TAB, _At.HERE),
    ("directive", _DIRECTIVE, _At.HERE),
    ("cannot start any token", _SIGN, _At.HERE),
    ("scanning an anchor", _SIGN, _At.OPENED),
    ("scanning an alias", _SIGN, _At.OPENED),
    ("scanning a tag", _SIGN, _At.OPENED),
    ("parsing a tag", _SIGN, _At.OPENED),
    ("block scalar", _SIGN, _At.OPENED),
    ("block sequence entries", _SIGN, _At.HERE),
    ("mapping keys are not allowed", _SIGN, _At.HERE),
    ("block mapping", _INDENT, _At.HERE),
    ("block collection", _INDENT, _At.HERE),
    ("document start", _INDENT, _At.HERE),
)

_KEY_ALONE = re.compile(r"\s+(?:- +)*\w+\s*")


def refuse_syntax(said: str, source: str, *, mark: Mark | None, opened: Mark | None) -> UnreadableSource:
    """The exception for what the parser said at `mark`, about something that was `opened` earlier."""
    sentence, at = next(((sentence, at) for problem, sentence, at in _SENTENCES if problem in said), (_OTHER, _At.HERE))
    place = (opened or mark) if at is _At.OPENED else (mark or opened)
    if place is None:
        return UnreadableSource(_OTHER)
    before, sign = _around(source, place)
    if sentence is _COLON and _KEY_ALONE.fullmatch(before):
        sentence = _DEEPER
    elif sentence is _INDENT and before.rstrip().endswith(('"', "'")):
        sentence = _REST
    elif sentence is _SIGN and sign == "\t":
        sentence = _TAB
    return UnreadableSource(sentence, line=place.line + 1, column=place.column + 1, sign=excerpt(sign))


def _around(source: str, place: Mark) -> tuple[str, str]:
    """What stands before a place on its line, and the character there."""
    start = place.index - place.column
    return source[max(start, place.index - 200) : place.index], source[place.index : place.index + 1]
