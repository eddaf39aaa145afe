"""SVG from strangers: only shapes, colours and references within the file come through."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from math import isfinite

from lxml import etree

from sopan.domain.errors import UnreadableSource
from sopan.writers.logo.expansion import drawn_size
from sopan.writers.logo.raster import read_raster

SVG = "http://www.w3.org/2000/svg"
XLINK_HREF = "{http://www.w3.org/1999/xlink}href"
SHAPES = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"})
STRUCTURE = frozenset({"svg", "g", "defs", "symbol", "use", "clipPath", "mask", "pattern", "style", "title", "desc"})
COLOURS = frozenset({"linearGradient", "radialGradient", "stop"})
DRAWN = SHAPES | STRUCTURE | COLOURS | {"image"}
HOSTILE = frozenset({"script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler", "listener"})
WRITTEN = frozenset({"text", "tspan", "textPath", "tref", "flowRoot"})
DROPPED_ATTRIBUTES = frozenset({"filter", "base", "space", "lang", "version"})
LARGEST_DRAWING = 50_000
"""Elements to draw after every reference has been followed."""
LARGEST_SIDE = 100_000
EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,([A-Za-z0-9+/=\s]*)")
FILTER = re.compile(r"(?<![\w-])filter\s*:[^;}]*;?", re.IGNORECASE)
"""Effects are for screens; an element whose filter is gone would not be drawn at all."""
ELSEWHERE = re.compile(r"url\(\s*(?!['\"]?#)|@import|expression\s*\(|javascript:|\\", re.IGNORECASE)
"""In a style: anything that leads out of the file, and the escapes that could hide it."""


def clean_svg(data: bytes) -> tuple[str, float, float]:
    """The drawing in `data` as SVG without anything but a drawing, with its width and height in its own units."""
    root = _parsed(_decoded(data))
    if root.tag != f"{{{SVG}}}svg":
        raise UnreadableSource("Berkas logo bukan gambar SVG. Simpan logo sebagai SVG, PNG, atau JPEG.")
    for element in list(root.iter()):
        _clean(element)
    if drawn_size(root, LARGEST_DRAWING) > LARGEST_DRAWING:
        raise UnreadableSource("Logo terlalu rumit untuk digambar. Sederhanakan gambarnya, atau simpan sebagai PNG.")
    x, y, width, height = _view(root)
    for name in ("x", "y", "preserveAspectRatio"):
        root.attrib.pop(name, "")
    root.set("viewBox", f"{x:g} {y:g} {width:g} {height:g}")
    root.set("width", f"{width:g}")
    root.set("height", f"{height:g}")
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode"), width, height


def _decoded(data: bytes) -> str:
    """SVG files are UTF-8, or UTF-16 with its mark; entities are refused before the parser can meet one."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as cause:
        raise UnreadableSource("Berkas logo bukan UTF-8. Simpan ulang sebagai SVG biasa (Plain SVG).") from cause
    if "<!ENTITY" in text:
        raise UnreadableSource("Logo memuat deklarasi entitas. Simpan ulang sebagai SVG biasa (Plain SVG).")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1)


def _parsed(text: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True, encoding="utf-8"
    )
    try:
        return etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError as cause:
        raise UnreadableSource(
            "Berkas logo tidak dapat dibaca sebagai SVG. Simpan ulang gambarnya, lalu coba lagi."
        ) from cause


def _clean(element: etree._Element) -> None:
    namespace, _, name = str(element.tag).rpartition("}")
    if name in HOSTILE:
        raise UnreadableSource("Logo memuat <{name}>, yang bukan bagian gambar. Simpan ulang tanpa itu.", name=name)
    if name in WRITTEN and namespace == f"{{{SVG}":
        raise UnreadableSource("Logo memuat teks. Ubah teks menjadi kurva (Object to Path), lalu simpan lagi.")
    if namespace != f"{{{SVG}" or name not in DRAWN:
        _remove(element)
        return
    for key in list(element.attrib):
        _clean_attribute(element, str(key))
    if name == "style":
        element.text = _harmless_style(element.text or "")
    elif name not in ("title", "desc"):
        element.text = None
    element.tail = None


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _clean_attribute(element: etree._Element, key: str) -> None:
    value = str(element.attrib[key])
    local = key.rpartition("}")[2]
    if local.lower().startswith("on"):
        raise UnreadableSource("Logo memuat perintah ({name}). Simpan ulang sebagai SVG biasa.", name=local)
    if local == "href" and key in ("href", XLINK_HREF):
        _check_reference(element, value.strip())
    elif "}" in key or local in DROPPED_ATTRIBUTES:
        del element.attrib[key]
    else:
        element.attrib[key] = _harmless_style(value) if local == "style" else _within(value)


def _check_reference(element: etree._Element, target: str) -> None:
    if target.startswith("#"):
        return
    embedded = EMBEDDED.fullmatch(target) if element.tag == f"{{{SVG}}}image" else None
    if embedded is None:
        raise UnreadableSource(
            "Logo merujuk ke berkas lain ({target}). Tanamkan gambar itu di dalamnya.", target=target[:80]
        )
    if read_raster(_base64(embedded[1])) is None:
        raise UnreadableSource("Gambar di dalam logo bukan PNG atau JPEG. Simpan ulang logonya sebagai PNG.")


def _base64(text: str) -> bytes:
    try:
        return b64decode("".join(text.split()), validate=True)
    except ValueError:
        return b""


def _harmless_style(text: str) -> str:
    return FILTER.sub("", _within(text))


def _within(text: str) -> str:
    """`text`, when nothing in it leads out of the file."""
    if ELSEWHERE.search(text):
        raise UnreadableSource("Logo merujuk ke luar berkasnya. Simpan ulang sebagai SVG biasa (Plain SVG).")
    return text


def _view(root: etree._Element) -> tuple[float, float, float, float]:
    """The part of the drawing that is shown."""
    given = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    numbers = [*map(_number, given)] if len(given) == 4 else [0.0, 0.0, *map(_number, _sides(root))]
    x, y, width, height = numbers
    if not all(map(isfinite, numbers)) or not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE):
        raise UnreadableSource("Ukuran logo tidak jelas. Beri gambarnya ukuran (viewBox), lalu simpan lagi.")
    return x, y, width, height


def _sides(root: etree._Element) -> Iterator[str]:
    return (root.get(side, "") for side in ("width", "height"))


def _number(text: str) -> float:
    """The number in front of a unit; NaN when there is none."""
    found = re.fullmatch(r"\s*([+-]?\d*\.?\d+(?:[eE][+-]?\d+)?)\s*(px|pt|mm|cm|in|pc)?\s*", text)
    return float(found[1]) if found else float("nan")
