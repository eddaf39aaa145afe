"""The page that shows the examples: one file of HTML beside the documents, readable without a network."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

from sopan.api import Source
from sopan.checker.report import Finding, Report, Verdict
from sopan.cli.reporting import FOREMOST, GATE_WORDS, counts, place_of, rests_on
from sopan.cli.speech import language, say
from sopan.flowchart.diagram import Diagram, PageKind

_TEMPLATE = Path(__file__).with_name("demo_page.html")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One example as it is shown, and the names of its files in the folder of the page."""

    name: str
    source: Source
    report: Report
    diagram: Diagram
    pages: Sequence[str]
    """The picture of each page."""
    text_file: str
    pdf_file: str
    json_file: str
    report_file: str


def page(shown: Sequence[Shown], faulty: Shown, *, emblem: str) -> str:
    """The whole page, with one example at its end that was spoiled. `emblem` is the file of the picture at its head."""
    return Template(_TEMPLATE.read_text(encoding="utf-8")).substitute(
        language=language(),
        title=escape(say("Contoh SOP Administrasi Pemerintahan")),
        lead=escape(
            say(
                "{jumlah} SOP dari Pemerintah Kabupaten Contoh, dibaca dari berkas teks, diperiksa, digambar, dan "
                "dicetak oleh SOPAN. Semuanya masih berstatus draf, jadi setiap halaman bertanda KONSEP.",
                jumlah=len(shown),
            )
        ),
        emblem=escape(emblem),
        index_label=escape(say("Daftar contoh")),
        index="\n".join(f'<li><a href="#{escape(each.name)}">{_judul(each)}</a></li>' for each in (*shown, faulty)),
        cards="\n".join([*map(_card, shown), _card(faulty, lead=say(_ON_PURPOSE))]),
        footer=_footer(),
    )


_ON_PURPOSE = "Di sini beberapa hal sengaja dibuat keliru, supaya terlihat apa yang dikatakan pemeriksa."


def _judul(each: Shown) -> str:
    return escape(each.source.procedure.identity.judul)


def _card(each: Shown, lead: str = "") -> str:
    said = f"<p>{escape(lead)}</p>\n" if lead else ""
    return (
        f'<article class="sop" id="{escape(each.name)}" aria-labelledby="{escape(each.name)}-judul">\n'
        f'<h2 id="{escape(each.name)}-judul">{_judul(each)}</h2>\n'
        f"{_meta(each)}\n{said}{_verdict(each.report)}\n{_pages(each)}\n{_findings(each.report)}\n{_files(each)}\n</article>"
    )


def _meta(each: Shown) -> str:
    procedure = each.source.procedure
    facts = say(
        "{langkah} langkah, {pelaksana} pelaksana, {keputusan} keputusan",
        langkah=len(procedure.steps),
        pelaksana=len(procedure.columns),
        keputusan=len(procedure.decisions),
    )
    return f'<p class="meta">{escape(procedure.identity.opd)} · {escape(facts)}</p>'


def _verdict(report: Report) -> str:
    aligned = report.verdict is Verdict.ALIGNED
    words = say("selaras") if aligned else say("perlu diselaraskan")
    stage = say("tahap {tahap}", tahap=say(GATE_WORDS[report.gate]))
    return (
        f'<p class="verdict{"" if aligned else " look"}"><strong>{escape(words)}</strong>'
        f"<span>{escape(stage)}</span><span>{escape(counts(report))}</span></p>"
    )


def _pages(each: Shown) -> str:
    sheet = each.diagram.sheet
    label = escape(say("Halaman {judul}; geser ke samping", judul=each.source.procedure.identity.judul))
    pictures = "\n".join(
        f'<a href="{escape(file)}"><img src="{escape(file)}" loading="lazy" width="{sheet.width:g}" '
        f'height="{sheet.height:g}" alt="{escape(_alt(number, each.diagram))}"></a>'
        for number, file in enumerate(each.pages, start=1)
    )
    return f'<div class="pages" role="group" tabindex="0" aria-label="{label}">\n{pictures}\n</div>'


def _alt(number: int, diagram: Diagram) -> str:
    kinds = {
        PageKind.IDENTITY: say("identitas SOP"),
        PageKind.FLOW: say("diagram alir"),
        PageKind.APPENDIX: say("lampiran"),
    }
    kind = kinds[diagram.pages[number - 1].kind]
    return say("Halaman {nomor} dari {jumlah}: {isi}", nomor=number, jumlah=len(diagram.pages), isi=kind)


def _findings(report: Report) -> str:
    return _counting(report) + _todos(report)


def _todos(report: Report) -> str:
    if not report.todos:
        return ""
    heading = say("{jumlah} hal baru wajib pada tahap berikutnya.", jumlah=len(report.todos))
    items = "\n".join(_finding(finding) for finding in report.todos)
    return f'<details><summary>{escape(heading)}</summary><ul class="findings">\n{items}\n</ul></details>'


def _counting(report: Report) -> str:
    foremost = report.foremost(FOREMOST)
    if not foremost:
        return f'<p class="none">{escape(say("Tidak ada temuan pada tahap ini."))}</p>'
    items = "\n".join(_finding(finding) for finding in foremost)
    left = sum(finding.counts for finding in report.findings) - len(foremost)
    more = f"\n<li>{escape(say('dan {jumlah} temuan lain dalam laporan.', jumlah=left))}</li>" if left else ""
    return f'<ul class="findings">\n{items}{more}\n</ul>'


def _finding(finding: Finding) -> str:
    where = f"{finding.code} · {place_of(finding)} · {rests_on(finding)}"
    weight = "later" if finding.is_todo else finding.severity
    return f'<li class="{weight}">{escape(finding.say(say))}<small>{escape(where)}</small></li>'


def _files(each: Shown) -> str:
    links = [
        _link(each.pdf_file, say("Buka PDF"), "main"),
        _link(each.report_file, say("Laporan pemeriksa")),
        _link(each.text_file, say("Naskah (.sop.yaml)")),
        *(_link(file, f"SVG {number}") for number, file in enumerate(each.pages, start=1)),
        _link(each.json_file, "JSON"),
    ]
    return f'<div class="files">{"".join(links)}</div>'


def _link(file: str, words: str, kind: str = "") -> str:
    marked = f' class="{kind}"' if kind else ""
    return f'<a{marked} href="{escape(file)}">{escape(words)}</a>'


def _footer() -> str:
    words: Iterable[str] = (
        escape(say("Mulai dengan SOP sendiri:")),
        "<code>sopan new</code>",
        escape(say("Periksa:")),
        "<code>sopan check BERKAS</code>",
        escape(say("Cetak:")),
        "<code>sopan render BERKAS</code>",
        escape(say("Dari salinan kode sumber, tuliskan ./sopan di tempat sopan.")),
    )
    return " ".join(words)
