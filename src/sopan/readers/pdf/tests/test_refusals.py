"""What cannot be read is refused with a sentence, soon, and with errors that are declared."""

import io
import time
from contextlib import suppress
from functools import partial

import pikepdf
import pytest

from sopan.domain import SourceTooLarge, UnreadableSource
from sopan.readers.pdf import document, extract, pages, read
from sopan.readers.pdf.ink import Allowance


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>"]
)
def test_what_is_no_pdf_is_damaged(data):
    with pytest.raises(UnreadableSource, match="rusak"):
        read(data)


def test_a_pdf_cut_off_is_damaged_or_read_as_far_as_it_goes(a_sheet, pdf_of):
    whole = pdf_of(a_sheet().table((10, 50), (10, 50, 90)))
    for length in range(0, len(whole), 97):
        with suppress(UnreadableSource):
            pages(whole[:length])


def test_a_locked_pdf_says_that_it_is_locked(a_sheet, pdf_of, saved):
    with pikepdf.open(io.BytesIO(pdf_of(a_sheet()))) as opened:
        locked = saved(opened, encryption=pikepdf.Encryption(owner="rahasia", user="rahasia"))
    with pytest.raises(UnreadableSource, match="kata sandi"):
        read(locked)


def test_a_pdf_that_may_only_be_read_is_read(a_sheet, pdf_of, saved):
    with pikepdf.open(io.BytesIO(pdf_of(a_sheet().table((10, 50), (10, 50, 90))))) as opened:
        restricted = saved(opened, encryption=pikepdf.Encryption(owner="rahasia", user=""))
    assert len(pages(restricted)[0].cells) == 2


def test_a_scan_says_that_it_is_a_scan(a_sheet, pdf_of):
    rows = [[(x * y * 37) % 256 for x in range(60)] for y in range(60)]
    with pytest.raises(UnreadableSource, match="pindai"):
        read(pdf_of(a_sheet().image(5, 5, 195, 145, rows)))


def test_too_many_pages_are_too_large(a_sheet, pdf_of, monkeypatch):
    monkeypatch.setattr(document, "MAX_PAGES", 2)
    with pytest.raises(SourceTooLarge, match="3 halaman"):
        read(pdf_of(a_sheet(), a_sheet(), a_sheet()))


def test_too_many_bytes_are_too_large(a_sheet, pdf_of, monkeypatch):
    monkeypatch.setattr(document, "MAX_BYTES", 100)
    with pytest.raises(SourceTooLarge):
        read(pdf_of(a_sheet()))


def test_a_drawing_without_end_is_too_large(a_sheet, pdf_of, monkeypatch):
    monkeypatch.setattr(extract, "Allowance", partial(Allowance, objects=1_000))
    sheet = a_sheet()
    sheet.content += "\n".join(f"{x % 190} {x % 140} 1 1 re S" for x in range(1_010))
    with pytest.raises(SourceTooLarge):
        pages(pdf_of(sheet))


@pytest.mark.parametrize("lines", [300, 3_000, 11_000])
def test_a_net_of_lines_takes_bounded_time(a_sheet, pdf_of, lines):
    sheet = a_sheet()
    for number in range(lines // 2):
        at = 5 + 130 * number / lines
        sheet.stroke((5, at), (140, at)).stroke((at, 5), (at, 140))
    began = time.process_time()
    with suppress(SourceTooLarge):
        pages(pdf_of(sheet))
    assert time.process_time() - began < 20


def test_a_form_that_contains_itself_is_followed_once(a_sheet, pdf_of, saved):
    with pikepdf.open(io.BytesIO(pdf_of(a_sheet()))) as opened:
        form = opened.make_stream(b"10 10 100 50 re S /F Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox = [0, 0, 500, 500]
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(F=form))
        opened.pages[0].Resources.XObject["/F"] = form
        opened.pages[0].Contents = opened.make_stream(b"/F Do")
        looped = saved(opened)
    assert len(pages(looped)[0].symbols) <= 1


def test_what_a_form_draws_stands_where_its_matrices_put_it(a_sheet, pdf_of, saved):
    with pikepdf.open(io.BytesIO(pdf_of(a_sheet()))) as opened:
        form = opened.make_stream(b"0 0 40 20 re S", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
        form.BBox = [-1, -1, 500, 500]
        form.Matrix = [2, 0, 0, 2, 10, 10]
        opened.pages[0].Resources.XObject["/F"] = form
        opened.pages[0].Contents = opened.make_stream(b"q 1 0 0 1 50 30 cm /F Do Q")
        (symbol,) = pages(saved(opened))[0].symbols
    mm = 25.4 / 72
    assert (symbol.box.left, symbol.box.right) == pytest.approx((60 * mm, 140 * mm), abs=0.1)
    assert symbol.box.bottom == pytest.approx(150 - 40 * mm, abs=0.1)


def test_a_page_that_is_no_paper_is_damaged(a_sheet, pdf_of):
    with pytest.raises(UnreadableSource):
        pages(pdf_of(a_sheet(), MediaBox=[0, 0, 1e9, 100], CropBox=[0, 0, 1e9, 100]))


def test_numbers_that_are_none_are_passed_over(a_sheet, pdf_of):
    sheet = a_sheet().table((10, 50), (10, 50, 90))
    sheet.content += "1e38 1e38 m -1e38 99999999999999999999999999999999999999999 l S 1e38 0 0 1e38 0 0 cm 5 5 9 9 re S"
    assert len(pages(pdf_of(sheet))[0].cells) == 2


def test_things_far_larger_than_the_page_take_no_longer(a_sheet, pdf_of):
    sheet = a_sheet().table((10, 50), (10, 50, 90)).diamond(20, 20, 40, 30)
    sheet.stroke((40, 25), (4e9, 25), (4e9, 4e9)).box(-3e8, -3e8, 3e8, 3e8).stroke((30, 30), (-5e9, 7e9))
    began = time.process_time()
    assert len(pages(pdf_of(sheet))[0].symbols) == 1
    assert time.process_time() - began < 5
