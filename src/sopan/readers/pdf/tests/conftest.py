"""Small PDFs, written by hand as programs write them."""

import io

import pikepdf
import pytest

MM = 72 / 25.4
WIDTH, HEIGHT = 200, 150
"""Millimetres of a page."""


class Sheet:
    """Content of one page, drawn in millimetres from the top left corner."""

    def __init__(self):
        self.content = f"{MM} 0 0 {-MM} 0 {HEIGHT * MM} cm 0.25 w\n"
        self.images = []

    def stroke(self, *points, close=False):
        """A line from corner to corner."""
        self._path(points)
        self.content += "s\n" if close else "S\n"
        return self

    def area(self, *rings, colour="0 g"):
        """Areas of one path, without a line around them."""
        self.content += f"q {colour}\n"
        for ring in rings:
            self._path(ring)
            self.content += "h\n"
        self.content += "f* Q\n"
        return self

    def bar(self, left, top, right, bottom):
        """A line as many programs draw it: a thin black rectangle."""
        self.content += f"{left} {top} {right - left} {bottom - top} re f\n"
        return self

    def box(self, left, top, right, bottom, paint="S"):
        """A rectangle."""
        self.content += f"{left} {top} {right - left} {bottom - top} re {paint}\n"
        return self

    def capsule(self, left, top, right, bottom):
        """A box whose short sides are round."""
        radius, middle = (bottom - top) / 2, (top + bottom) / 2
        k = radius * 0.5523
        a, b = left + radius, right - radius
        self.content += f"{a} {top} m {b} {top} l {b + k} {top} {right} {middle - k} {right} {middle} c\n"
        self.content += f"{right} {middle + k} {b + k} {bottom} {b} {bottom} c {a} {bottom} l\n"
        self.content += f"{a - k} {bottom} {left} {middle + k} {left} {middle} c\n"
        self.content += f"{left} {middle - k} {a - k} {top} {a} {top} c s\n"
        return self

    def diamond(self, left, top, right, bottom):
        """A decision."""
        x, y = (left + right) / 2, (top + bottom) / 2
        return self.stroke((left, y), (x, top), (right, y), (x, bottom), close=True)

    def table(self, xs, ys):
        """Lines across and down, each from side to side."""
        for x in xs:
            self.stroke((x, ys[0]), (x, ys[-1]))
        for y in ys:
            self.stroke((xs[0], y), (xs[-1], y))
        return self

    def text(self, x, y, words, size=3.0, up=False):
        """Words on a baseline; `up` runs upwards."""
        turn = "0 -1 -1 0" if up else "1 0 0 -1"
        written = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        self.content += f"BT /F {size} Tf {turn} {x} {y} Tm ({written}) Tj ET\n"
        return self

    def image(self, left, top, right, bottom, rows):
        """A grey picture of rows of pixels, 0 for ink."""
        self.images.append(rows)
        width, height = right - left, bottom - top
        self.content += f"q {width} 0 0 {-height} {left} {bottom} cm /I{len(self.images) - 1} Do Q\n"
        return self

    def _path(self, points):
        (x, y), *rest = points
        self.content += f"{x} {y} m " + " ".join(f"{u} {v} l" for u, v in rest) + "\n"


def pdf_of(*sheets, **entries):
    """The bytes of a PDF with these pages; entries are those of a page, such as Rotate."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    for sheet in sheets:
        page = pdf.add_blank_page(page_size=(WIDTH * MM, HEIGHT * MM))
        page.Contents = pdf.make_stream(sheet.content.encode())
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font), XObject=pikepdf.Dictionary())
        for number, rows in enumerate(sheet.images):
            image = pdf.make_stream(
                b"".join(map(bytes, rows)),
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=len(rows[0]),
                Height=len(rows),
                ColorSpace=pikepdf.Name.DeviceGray,
                BitsPerComponent=8,
            )
            page.Resources.XObject[f"/I{number}"] = image
        for name, value in entries.items():
            page[f"/{name}"] = value
    return saved(pdf)


def saved(pdf, **options):
    """The bytes of a document of pikepdf."""
    written = io.BytesIO()
    pdf.save(written, **options)
    return written.getvalue()


@pytest.fixture
def a_sheet():
    """A maker of empty pages."""
    return Sheet


@pytest.fixture(name="pdf_of")
def _pdf_of():
    return pdf_of


@pytest.fixture(name="saved")
def _saved():
    return saved
