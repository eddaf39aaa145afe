"""What libyaml says about a source it cannot read, in words for the person who wrote it."""

from __future__ import annotations

from sopan.domain.codec.tree import Mark
from sopan.domain.errors import UnreadableSource

_OTHER = (
    "Susunan baris {at} tidak dapat dibaca. Periksa indentasi, tanda kutip, dan tanda titik dua di baris itu "
    "dan baris sebelumnya."
)
_COLON = (
    "Di baris {at} ada titik dua di tengah teks, sehingga teks terbaca sebagai kunci. "
    'Apit teks itu dengan tanda kutip, misalnya "Catatan: segera".'
)
_INDENT = "Indentasi baris {at} tidak sejajar dengan baris-baris lain dalam kelompoknya. Sejajarkan dengan spasi."
_KEY = "Baris {at} bukan “kunci: nilai”. Tulis titik dua dan spasi di belakang kunci, atau sejajarkan barisnya."
_TAB = "Baris {at} memakai tabulasi di awal baris atau di depan teks. Ganti dengan spasi."
_QUOTE = "Tanda kutip yang dibuka di baris {from_line} belum ditutup. Tambahkan tanda kutip penutup."
_BRACKET = "Kurung yang dibuka di baris {from_line} belum ditutup, atau kurang koma di antara isinya."
_SIGN = "Teks di baris {at} diawali tanda yang punya arti khusus dalam YAML. Apit teks itu dengan tanda kutip."
_ESCAPE = (
    "Di dalam kutip ganda, garis miring terbalik berarti karakter khusus. Di baris {at} tulis \\\\ untuk garis miring "
    "terbalik, atau pakai kutip tunggal."
)
_DIRECTIVE = "Baris {at} diawali “%”, yang berarti perintah dalam YAML. Hapus baris itu atau apit dengan tanda kutip."

_SENTENCES = (
    ("mapping values are not allowed", _COLON),
    ("'\\t'", _TAB),
    ("tab character", _TAB),
    ("quoted scalar", _QUOTE),
    ("unexpected end of stream", _QUOTE),
    ("escape", _ESCAPE),
    ("hexdecimal", _ESCAPE),
    ("Unicode character code", _ESCAPE),
    ("flow sequence", _BRACKET),
    ("flow mapping", _BRACKET),
    ("',' or ']'", _BRACKET),
    ("',' or '}'", _BRACKET),
    ("cannot start any token", _SIGN),
    ("anchor", _SIGN),
    ("alias", _SIGN),
    ("tag", _SIGN),
    ("block scalar", _SIGN),
    ("directive", _DIRECTIVE),
    ("could not find expected ':'", _KEY),
    ("block mapping", _INDENT),
    ("block collection", _INDENT),
    ("block sequence entries", _SIGN),
    ("expected '-' indicator", _INDENT),
    ("expected key", _INDENT),
)


def refuse_syntax(said: str, *, mark: Mark | None, opened: Mark | None) -> UnreadableSource:
    """The exception for what the parser said about `mark`, in a construct that was `opened` earlier."""
    mark = mark or opened
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    sentence = next((sentence for problem, sentence in _SENTENCES if problem in said), _OTHER)
    return UnreadableSource(sentence, line=line, column=column, at=line, from_line=opened.line + 1 if opened else line)
