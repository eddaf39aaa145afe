"""Logos come from anywhere: drawings pass, everything else is refused with a sentence."""

from __future__ import annotations

import struct
import zlib
from base64 import b64encode
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopan.domain.errors import SourceTooLarge, UnreadableSource
from sopan.writers.logo import read_logo
from sopan.writers.logo.read import LARGEST

CIRCLE = '<circle cx="5" cy="5" r="4" fill="#080"/>'
JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b080010002001011100ffda0008010100003f00d2cf20ffd9")


def an_svg(inside: str = CIRCLE, attributes: str = 'viewBox="0 0 10 20"', before: str = "") -> bytes:
    return f'{before}<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()


def a_png(width: int = 4, height: int = 2, pixels: bytes | None = None) -> bytes:
    rows = pixels if pixels is not None else b"\0".join([b""] + [bytes(width)] * height)
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    body = b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + body


def test_a_plain_drawing_passes_with_its_proportions():
    logo = read_logo(an_svg())
    assert (logo.width, logo.height) == (10, 20)
    assert CIRCLE in logo.svg


def test_width_and_height_serve_where_there_is_no_view_box():
    logo = read_logo(an_svg(attributes='width="30mm" height="15mm"'))
    assert (logo.width, logo.height) == (30, 15)
    assert 'viewBox="0 0 30 15"' in logo.svg


def test_what_drawing_programs_add_is_left_out():
    extra = (
        '<metadata><a xmlns="urn:x">words</a></metadata><namedview xmlns="urn:inkscape"/><!-- made by hand -->'
        '<filter id="f"><feGaussianBlur/></filter><g xmlns:i="urn:i" i:label="Lapis" filter="url(#f)">'
        + CIRCLE
        + "</g>"
    )
    svg = read_logo(an_svg(extra)).svg
    assert CIRCLE in svg
    for word in ("words", "urn:", "Lapis", "filter", "hand"):
        assert word not in svg


def test_the_usual_doctype_is_harmless():
    doctype = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert "DOCTYPE" not in read_logo(an_svg(before=doctype)).svg


def test_styles_pass_but_their_filters_do_not():
    svg = read_logo(an_svg("<style>.a{fill:url(#g);filter:url(#f)}</style>" + CIRCLE)).svg
    assert ".a{fill:url(#g);}" in svg


def test_utf_16_is_read():
    assert (
        CIRCLE
        in read_logo(
            '<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16") + an_svg().decode().encode("utf-16-le")
        ).svg
    )


HOSTILE = {
    "a script": an_svg("<script>alert(1)</script>"),
    "a script in another namespace": an_svg('<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>'),
    "an event": an_svg('<circle r="1" onclick="alert(1)"/>'),
    "an event on the root": an_svg(attributes='viewBox="0 0 1 1" onload="alert(1)"'),
    "another document inside": an_svg("<foreignObject><p/></foreignObject>"),
    "a picture from elsewhere": an_svg('<image href="https://contoh.go.id/x.png" width="1" height="1"/>'),
    "a file of this computer": an_svg('<image href="file:///etc/hostname" width="1" height="1"/>'),
    "an old reference to elsewhere": an_svg(
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://contoh.go.id/x.svg#a"/>'
    ),
    "a drawing as data": an_svg('<image href="data:image/svg+xml;base64,PHN2Zy8+" width="1" height="1"/>'),
    "a broken picture as data": an_svg('<image href="data:image/png;base64,AAAA" width="1" height="1"/>'),
    "a script as a reference": an_svg('<use href="javascript:alert(1)"/>'),
    "a style from elsewhere": an_svg("<style>@import url(https://contoh.go.id/x.css);</style>"),
    "a fill from elsewhere": an_svg('<circle r="1" fill="url(https://contoh.go.id/x.svg#a)"/>'),
    "an escape that hides a reference": an_svg(r'<circle r="1" style="fill:u\72l(https://contoh.go.id)"/>'),
    "an entity": an_svg("&x;", before='<!DOCTYPE svg [<!ENTITY x "y">]>'),
    "an entity from a file": an_svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    "an entity in UTF-16": an_svg("&x;", before='<!DOCTYPE svg [<!ENTITY x "y">]>').decode().encode("utf-16"),
    "text": an_svg("<text>Kabupaten</text>"),
    "no size": an_svg(attributes=""),
    "no area": an_svg(attributes='viewBox="0 0 0 10"'),
    "a size beyond measure": an_svg(attributes='viewBox="0 0 1e9 1e9"'),
    "a size that is no number": an_svg(attributes='viewBox="0 0 nan 10"'),
    "a drawing that contains itself": an_svg('<g id="a"><use href="#a"/></g>'),
    "a laughing drawing": an_svg(
        CIRCLE.replace("<circle", '<circle id="a0"')
        + "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 12))
    ),
    "a long chain of references": an_svg("".join(f'<g id="a{n}"><use href="#a{n + 1}"/></g>' for n in range(2000))),
    "unfinished XML": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>',
    "HTML": b"<html><body>logo</body></html>",
    "another alphabet": b"<svg \xff\xfe\xfa>",
    "a program": b"MZ\x90\0",
    "nothing": b"",
    "a PNG cut short": a_png()[:-20],
    "a PNG with a wrong sum": a_png()[:40] + b"\0" + a_png()[41:],
    "a PNG without pixels": a_png(pixels=b""),
    "a PNG of gigantic size": a_png(100_000, 100_000, pixels=b"\0"),
    "a PNG bomb": a_png(1, 1, pixels=bytes(10_000_000)),
    "a JPEG cut short": JPEG[:-10],
    "a JPEG of gigantic size": JPEG.replace(bytes.fromhex("00100020"), bytes.fromhex("ffffffff")),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_with_a_sentence(data):
    with pytest.raises(UnreadableSource) as refused:
        read_logo(data)
    sentence = refused.value.sentence.format(**refused.value.parameters)
    assert sentence.endswith(".")


def test_a_large_file_is_refused_before_it_is_read():
    with pytest.raises(SourceTooLarge):
        read_logo(b"<" + bytes(LARGEST))


@pytest.mark.parametrize(("data", "size"), [(a_png(), (4, 2)), (JPEG, (32, 16))], ids=["png", "jpeg"])
def test_pixels_are_framed_by_a_drawing_that_holds_them(data, size):
    logo = read_logo(data)
    assert (logo.width, logo.height) == size
    assert b64encode(data).decode() in logo.svg


def test_pixels_inside_a_drawing_are_checked_and_kept():
    inside = f'<image width="4" height="2" href="data:image/png;base64,{b64encode(a_png()).decode()}"/>'
    assert inside in read_logo(an_svg(inside)).svg


STARTS = (b"", b"<svg", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", an_svg()[:60])


@given(st.sampled_from(STARTS), st.binary(max_size=300))
def test_any_bytes_are_a_logo_or_refused(start, data):
    with suppress(UnreadableSource):
        assert read_logo(start + data).svg.startswith("<svg")
