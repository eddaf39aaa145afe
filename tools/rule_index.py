"""The list of every rule and every house parameter in the manual, written from the rules themselves.

    python -m tools.rule_index      writes docs/panduan/aturan.md

Run with `src` on the path. `tests/test_panduan.py` fails when the page is out of date.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from sopan.checker.basis import Standing
from sopan.checker.parameters import PARAMETERS, Parameter
from sopan.checker.registry import RULES
from sopan.checker.rule import Gate, Rule, Severity
from sopan.cli.pages import page_path, title_of

PAGE = Path(__file__).parent.parent / "docs" / "panduan" / "aturan.md"

FAMILIES = {
    "ID": "Halaman identitas",
    "KG": "Kegiatan",
    "FL": "Alur",
    "MB": "Mutu baku",
    "LC": "Daur hidup",
    "DK": "Kumpulan SOP",
    "PD": "Data pribadi",
}
SEVERITIES = {Severity.ERROR: "kesalahan", Severity.WARNING: "peringatan", Severity.INFO: "saran"}
GATES = {Gate.WRITING: "tulis", Gate.REVIEW: "telaah", Gate.RATIFICATION: "pengesahan", Gate.PUBLICATION: "terbit"}
HEAD = """\
# Daftar aturan

Halaman ini dibuat dari aturan-aturannya sendiri (`python -m tools.rule_index`); jangan disunting dengan tangan.
Penjelasan lengkap setiap aturan ada di balik kodenya, atau di terminal dengan `sopan explain KODE`.

* **Bobot.** *Kesalahan* hanya untuk hal yang tertulis dalam peraturan; *peringatan* dan *saran* boleh dikesampingkan
  dengan alasan. Instansi dapat mengubah bobot lewat [profil](profil.md).
* **Tahap.** Sejak kapan aturan mengikat. Sebelum tahap itu temuannya hanya pengingat.
* **Dasar.** Peraturan yang melandasinya, atau *kebiasaan baik* bila bukan kewajiban.
"""


def rule_index() -> str:
    """The whole page, in Markdown."""
    families = dict.fromkeys(rule.code[:2] for rule in RULES)
    chapters = [f"\n## {FAMILIES[family]} ({family})\n\n{_table(family)}" for family in families]
    return "".join([HEAD, *chapters, f"\nSeluruhnya {len(RULES)} aturan.\n"])


def parameter_list() -> str:
    """The house parameters as a Markdown table; `profil.md` holds it."""
    rows = "".join(f"| `{p.name}` | {p.meaning} | {_default(p)} |\n" for p in PARAMETERS)
    return f"| Parameter | Arti | Bawaan |\n|---|---|---|\n{rows}"


def _default(parameter: object) -> str:
    if not isinstance(parameter, Parameter):
        return "(kosong)"
    bounds = f"{parameter.lowest:g} sampai {parameter.highest:g}"
    return f"{parameter.default:g} ({bounds})".replace(".", ",")


def _table(family: str) -> str:
    head = "| Kode | Yang diperiksa | Bobot | Tahap | Dasar |\n|---|---|---|---|---|\n"
    return head + "".join(_rows(family))


def _rows(family: str) -> Iterator[str]:
    for rule in RULES:
        if rule.code.startswith(family):
            where = Path(os.path.relpath(page_path(rule), PAGE.parent)).as_posix()
            yield (
                f"| [{rule.code}]({where}) | {title_of(rule)} | {SEVERITIES[rule.severity]} "
                f"| {GATES[rule.gate]} | {_basis(rule)} |\n"
            )


def _basis(rule: Rule) -> str:
    return rule.basis.source if rule.basis.standing is Standing.REGULATION else "kebiasaan baik"


if __name__ == "__main__":
    PAGE.write_text(rule_index(), encoding="utf-8")
    sys.exit(0)
