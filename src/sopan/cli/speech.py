"""The language this run speaks: `--lang`, else the variable SOPAN_LANG, else Indonesian."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence

from sopan.translation import LANGUAGES, LOCALE_FOLDER, fill, translator

_spoken = ["id"]


def say(sentence: str, /, **parameters: object) -> str:
    """The sentence in the language of this run, with its parameters filled in."""
    return fill(translator(_spoken[-1])(sentence), parameters)


def language() -> str:
    """The language of this run."""
    return _spoken[-1]


def speak(chosen: str) -> None:
    """From here on speak `chosen`, and let click do so too.

    Click translates its own words by gettext's domain "messages" in the languages the environment names; this
    process gives it a catalogue of ours and names the language.
    """
    import gettext

    _spoken[-1] = chosen
    os.environ["LANGUAGE"] = chosen
    gettext.bindtextdomain("click", LOCALE_FOLDER)
    gettext.textdomain("click")


def choose_language(arguments: Sequence[str]) -> tuple[str, list[str]]:
    """The language asked for, and the arguments without that option: it may stand before or after the command.

    A language nobody speaks here stays, in front, where click refuses it with a sentence.
    """
    asked: str | None = None
    rest: list[str] = []
    words = iter(arguments)
    for word in words:
        if word == "--":
            rest.extend((word, *words))
        elif word == "--lang":
            asked = next(words, "")
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        else:
            rest.append(word)
    if asked is not None and asked not in LANGUAGES:
        rest = ["--lang", asked, *rest]
    chosen = os.environ.get("SOPAN_LANG", "") if asked is None else asked
    return chosen if chosen in LANGUAGES else "id", rest


def why_not(trouble: OSError) -> str:
    """What the system could not do, in a sentence that says what to do next."""
    place = trouble.filename or ""
    match trouble.errno:
        case errno.ENOENT:
            return say("Berkas atau folder “{nama}” tidak ada. Periksa ejaan namanya.", nama=place)
        case errno.EACCES | errno.EPERM:
            return say("“{nama}” tidak boleh dibuka atau ditulis. Periksa izin berkas dan foldernya.", nama=place)
        case errno.ENOSPC | errno.EDQUOT:
            return say("Ruang penyimpanan penuh. Kosongkan sebagian, lalu ulangi perintah ini.")
        case errno.EROFS:
            return say("“{nama}” berada di penyimpanan yang hanya dapat dibaca. Pilih tempat lain.", nama=place)
        case errno.EISDIR:
            return say("“{nama}” adalah folder; di sini diperlukan sebuah berkas.", nama=place)
        case errno.ENOTDIR | errno.EEXIST:
            return say("“{nama}” bukan folder; di sini diperlukan sebuah folder.", nama=place)
        case errno.ENAMETOOLONG:
            return say("Nama “{nama}” terlalu panjang. Pilih nama yang lebih pendek.", nama=place)
    return say("Sistem menolak “{nama}”: {alasan}.", nama=place, alasan=trouble.strerror or str(trouble))
