"""Illustrations become PNG of the size they are printed at."""

from __future__ import annotations

import struct

from sopan.writers.logo.raster import read_raster
from sopan.writers.pictures import illustrations
from sopan.writers.pixels import as_png
from sopan.writers.tests.makers import a_procedure

EMBLEM = b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"><rect width="10" height="20"/></svg>'


def pictures() -> list:
    return list(illustrations(a_procedure(), logo=EMBLEM, verification="https://contoh.go.id/v/1").values())


def test_a_picture_keeps_its_proportions():
    emblem, code = (as_png(picture, 25.4) for picture in pictures())
    assert struct.unpack(">II", emblem[16:24]) == (450, 900)
    assert struct.unpack(">II", code[16:24]) == (450, 450)


def test_the_picture_is_whole():
    assert all(read_raster(as_png(picture, 20.0)) for picture in pictures())


def test_the_same_picture_gives_the_same_bytes():
    first = [as_png(picture, 20.0) for picture in pictures()]
    as_png.cache_clear()
    assert [as_png(picture, 20.0) for picture in pictures()] == first
