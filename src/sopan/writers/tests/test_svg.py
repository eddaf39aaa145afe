"""The diagram for the web: well formed, harmless, readable by eye and ear."""

from __future__ import annotations

import re
from base64 import b64decode
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sopan.writers import svg
from sopan.writers.fonts import measurer
from sopan.writers.tests.makers import a_cell, a_diagram, a_document, a_page, a_procedure

SVG = "{http://www.w3.org/2000/svg}"
CIRCLE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'


def drawn(**options) -> etree._Element:
    return etree.fromstring(svg.write(a_procedure(), a_document(), **options))


def named(root: etree._Element, name: str) -> list[etree._Element]:
    return list(root.iter(f"{SVG}{name}"))


def test_it_is_as_large_as_its_pages_in_millimetres():
    assert drawn(page=2).get("viewBox") == "0 0 330 215"
    assert drawn(page=2).get("width") == "330mm"
    assert drawn().get("viewBox") == "0 0 330 436"


def test_a_page_that_is_not_there_is_refused():
    with pytest.raises(LookupError, match="7"):
        svg.write(a_procedure(), a_document(), page=7)


def test_it_has_a_title_a_description_and_a_language():
    root = drawn()
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert by_id[root.get("aria-labelledby")].text == "Penerbitan Kutipan Akta"
    assert "3 langkah oleh Pemohon, Petugas Loket" in by_id[root.get("aria-describedby")].text
    assert root.get("lang") == "id"


def test_symbols_say_what_they_are_and_which_step_they_show():
    symbols = [element for element in named(drawn(), "g") if element.get("data-step")]
    assert [(symbol.get("data-step"), symbol.get("data-pelaksana")) for symbol in symbols] == [
        ("1", "Pemohon"),
        ("2", "Petugas Loket"),
        ("3", "Pemohon"),
    ]
    assert symbols[1].get("aria-label") == symbols[1].find(f"{SVG}title").text
    assert symbols[1].get("aria-label").startswith("Langkah 2, keputusan oleh Petugas Loket; Ya ke langkah 3")


def test_lines_are_for_the_eye_and_say_what_they_join():
    (arrows,) = [element for element in named(drawn(), "g") if element.get("aria-hidden") == "true"]
    assert [(arrow.get("data-from"), arrow.get("data-to")) for arrow in arrows] == [("1", "2"), ("2", "3"), ("2", "1")]
    assert "".join(arrows[1].itertext()) == "Ya"


def test_the_table_is_read_row_by_row():
    rows = [element for element in named(drawn(page=2), "g") if element.get("role") == "row"]
    assert [cell.get("role") for cell in rows[0]] == ["columnheader"] * 5
    assert " ".join("".join(rows[2].itertext()).split()).startswith("2Memeriksa kelengkapan berkasLangkah 2")


def test_ids_are_unique_and_begin_with_the_prefix():
    ids = [element.get("id") for element in drawn(prefix="kiri").iter() if element.get("id")]
    assert max(Counter(ids).values()) == 1
    assert all(id.startswith("kiri-") for id in ids)


def test_text_is_text_and_as_wide_as_it_was_measured():
    (line,) = [span for span in named(drawn(), "tspan") if span.text == "Memeriksa kelengkapan"]
    assert float(line.get("textLength")) == pytest.approx(measurer().width(line.text, 9), abs=1e-3)


def test_words_of_two_lines_stay_apart():
    text = next(text for text in named(drawn(), "text") if "Memeriksa" in "".join(text.itertext()))
    assert "".join(text.itertext()) == "Memeriksa kelengkapan berkas"


def test_a_word_that_was_cut_is_whole_again():
    diagram = a_diagram(a_page(a_cell("output", "Rekomendasi persetujuan/\u2060", "penolakan")))
    (text,) = named(etree.fromstring(svg.write(a_procedure(), diagram)), "text")
    assert "".join(text.itertext()) == "Rekomendasi persetujuan/penolakan"


def test_letters_the_font_lacks_are_left_to_the_reader():
    diagram = a_diagram(a_page(a_cell("kegiatan", "Surat 中文")))
    (line,) = named(etree.fromstring(svg.write(a_procedure(), diagram)), "tspan")
    assert line.text == "Surat 中文"
    assert line.get("textLength") is None


def test_pictures_are_kept_apart_from_the_rest():
    logo, code = named(drawn(logo=CIRCLE, verification="https://contoh.go.id/v/1"), "image")
    assert b"circle" in b64decode(logo.get("href").partition(",")[2])
    assert code.get("aria-label").endswith("https://contoh.go.id/v/1")


def test_without_an_address_there_is_no_code():
    assert len(named(drawn(logo=CIRCLE), "image")) == 1
    assert named(drawn(), "image") == []


def test_a_theme_may_set_every_colour():
    root = drawn()
    (style,) = named(root, "style")
    for name in ("--sopan-ink", "--sopan-paper", "--sopan-table", "--sopan-flow", "--sopan-symbol"):
        assert f"var({name}" in style.text
    classes = {name for element in root.iter() for name in (element.get("class") or "").split()}
    assert set(re.findall(r"\.(sopan-[a-z]+)", style.text)) <= classes


def harmless(text: str) -> None:
    root = etree.fromstring(text)
    for element in root.iter():
        assert etree.QName(element).localname not in ("script", "foreignObject", "a", "use")
        for key, value in element.attrib.items():
            assert not key.lower().startswith("on")
            if key.endswith("href"):
                assert value.startswith("data:image/svg+xml;base64,")


HOSTILE = '</svg><script>alert(1)</script>"\' onload="x" ]]> <!-- &amp; &#0; \0 \x1b \ufffe'


def test_the_words_of_an_author_cannot_leave_their_place():
    procedure = a_procedure(judul=HOSTILE, opd=HOSTILE)
    steps = tuple(replace(step, nomor=HOSTILE, kegiatan=HOSTILE) for step in procedure.steps)
    procedure = replace(procedure, steps=steps)
    text = svg.write(procedure, a_document(procedure), logo=CIRCLE, verification="https://contoh.go.id/?a=<b>&c")
    harmless(text)
    assert "<script>alert(1)</script>" in "".join(etree.fromstring(text).itertext())


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_text_is_well_formed(text):
    diagram = a_diagram(a_page(a_cell(text, text, text, rotated=True), a_cell("x", text, align="center")))
    harmless(svg.write(a_procedure(judul=text), diagram))
