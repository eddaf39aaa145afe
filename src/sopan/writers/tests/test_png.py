"""Pages as pixels."""

from __future__ import annotations

import struct
import zlib

from sopan.writers import png
from sopan.writers.tests.makers import a_diagram, a_document, a_page, a_procedure


def size(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", picture, 16)
    return width, height


def pixels(picture: bytes) -> bytes:
    place, packed = 8, b""
    while place < len(picture):
        length, kind = struct.unpack_from(">I4s", picture, place)
        packed += picture[place + 8 : place + 8 + length] if kind == b"IDAT" else b""
        place += length + 12
    return zlib.decompress(packed)


def test_every_page_is_a_picture_of_its_own_size():
    pictures = png.write(a_procedure(), a_document(), ppi=72)
    assert [size(picture) for picture in pictures] == [(935, 609), (935, 609)]


def test_more_pixels_are_a_larger_picture():
    (picture,) = png.write(a_procedure(), a_diagram(a_page()), ppi=144)
    assert size(picture) == (1871, 1219)


def test_there_is_ink_on_a_page_with_text_and_none_on_an_empty_one():
    (empty,) = png.write(a_procedure(), a_diagram(a_page()), ppi=72)
    written = png.write(a_procedure(), a_document(), ppi=72)[1]
    assert len(set(pixels(empty))) < 10
    assert len(set(pixels(written))) > 50


def test_the_same_page_is_the_same_picture():
    assert png.write(a_procedure(), a_document(), ppi=72) == png.write(a_procedure(), a_document(), ppi=72)
