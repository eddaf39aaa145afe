"""PNG and JPEG: how large they say they are, and whether they hold what they say."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from sopan.domain.errors import UnreadableSource

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8\xff"
LARGEST_SIDE = 2500
"""Pixels; printed at 30 mm this is more than any printer resolves."""
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
"""Samples of a pixel by the colour type of a PNG."""
JPEG_FRAMES = frozenset({0xC0, 0xC1, 0xC2})
"""Markers that open a picture by Huffman coding, which is what every program writes."""
JPEG_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})

DAMAGED = "Berkas logo rusak atau terpotong. Simpan ulang gambarnya, lalu coba lagi."


@dataclass(frozen=True, slots=True)
class Raster:
    """What a picture of pixels says about itself."""

    media_type: str
    width: int
    height: int


def read_raster(data: bytes) -> Raster | None:
    """The PNG or JPEG in `data`; None when it is neither. Raises UnreadableSource when it is damaged or huge."""
    try:
        if data.startswith(PNG):
            return _read_png(data)
        if data.startswith(JPEG):
            return Raster("image/jpeg", *_jpeg_size(data))
    except (struct.error, zlib.error, IndexError) as cause:
        raise UnreadableSource(DAMAGED) from cause
    return None


def _read_png(data: bytes) -> Raster:
    chunks = list(_png_chunks(data))
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise UnreadableSource(DAMAGED)
    width, height, depth, colour = struct.unpack(">IIBB", chunks[0][1][:10])
    _refuse_huge(width, height)
    if colour not in CHANNELS:
        raise UnreadableSource(DAMAGED)
    rows = height * ((width * CHANNELS[colour] * depth + 7) // 8 + 1)
    unpacked = _inflated(b"".join(body for kind, body in chunks if kind == b"IDAT"), limit=2 * rows + 1000)
    if unpacked < height:
        raise UnreadableSource(DAMAGED)
    return Raster("image/png", width, height)


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(PNG)
    while place < len(data):
        length, kind = struct.unpack_from(">I4s", data, place)
        body = data[place + 8 : place + 8 + length]
        (sum,) = struct.unpack_from(">I", data, place + 8 + length)
        if sum != zlib.crc32(kind + body):
            raise UnreadableSource(DAMAGED)
        yield kind, body
        place += length + 12
        if kind == b"IEND":
            return


def _inflated(packed: bytes, limit: int) -> int:
    """How many bytes come out; stops at `limit`, for which the picture has no use."""
    stream = zlib.decompressobj()
    size = len(stream.decompress(packed, limit))
    if not stream.eof:
        raise UnreadableSource(DAMAGED)
    return size


def _jpeg_size(data: bytes) -> tuple[int, int]:
    place = 2
    while data[place] == 0xFF:
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in JPEG_WITHOUT_LENGTH:
            place += 2
        elif marker in JPEG_FRAMES:
            height, width = struct.unpack_from(">HH", data, place + 5)
            _refuse_huge(width, height)
            if b"\xff\xd9" not in data[place:]:
                raise UnreadableSource(DAMAGED)
            return width, height
        else:
            place += 2 + struct.unpack_from(">H", data, place + 2)[0]
    raise UnreadableSource(DAMAGED)


def _refuse_huge(width: int, height: int) -> None:
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise UnreadableSource(
            "Logo berukuran {width} × {height} piksel; paling besar {limit} piksel tiap sisi. Perkecil gambarnya.",
            width=width,
            height=height,
            limit=LARGEST_SIDE,
        )
