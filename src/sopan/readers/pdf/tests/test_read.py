"""A document of SOPAN's own comes back by its attachment, and without it from the drawing alone."""

import io
import json
import re
import subprocess
import unicodedata
from dataclasses import replace
from importlib.resources import files

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopan import api
from sopan.domain import NewerFormat
from sopan.domain.codec import decode_json, encode_json
from sopan.drawn import drawn
from sopan.readers.pdf import pages, read
from sopan.readers.pdf.read import MODEL
from tests import corpus as real
from tests.strategies import a_random_procedure
from tests.visible import visible

EXAMPLES = sorted((f for f in files("sopan.examples").iterdir() if f.name.endswith(".sop.yaml")), key=lambda f: f.name)

LONG = re.compile(r"[A-Z]\w{40}")
"""A word that will be cut somewhere, maybe before a capital, where another word might begin."""


def printed(procedure, paper=""):
    return api.render(procedure, sheet=paper)[0]


def with_model(data, model):
    """The document with another model attached, or with none."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        for name in list(opened.attachments):
            del opened.attachments[name]
        if model is not None:
            opened.attachments[MODEL] = pikepdf.AttachedFileSpec(opened, model, filename=MODEL)
        written = io.BytesIO()
        opened.save(written)
    return written.getvalue()


def drawing_alone(procedure, paper=""):
    return with_model(printed(procedure, paper), None)


def example(number=0):
    return api.read(str(EXAMPLES[number])).procedure


def test_the_model_that_rides_along_is_the_procedure():
    (reading,) = read(printed(example()))
    assert reading.procedure == example()
    assert reading.is_model


@pytest.mark.parametrize("model", [b"", b"{", b"bukan JSON", b'{"sopan": "0"}'])
def test_a_damaged_model_gives_way_to_the_drawing(model):
    (reading,) = read(with_model(printed(example()), model))
    assert not reading.is_model
    assert visible(reading.procedure) == visible(example())


def test_a_model_of_a_later_sopan_is_not_guessed_at():
    with pytest.raises(NewerFormat):
        read(with_model(printed(example()), b'{"format": "sopan-procedure/99"}'))


@pytest.mark.parametrize("number", range(len(EXAMPLES)), ids=[e.name.split(".")[0] for e in EXAMPLES])
def test_the_drawing_of_an_example_alone_is_enough(number):
    (reading,) = read(drawing_alone(example(number)))
    assert visible(reading.procedure) == visible(example(number))
    assert reading.procedure.identity.dasar_hukum == example(number).identity.dasar_hukum


@pytest.mark.parametrize("paper", ["a4", "legal"])
def test_everything_drawn_is_seen_where_it_stands(paper):
    procedure = example(3)
    seen, laid = pages(drawing_alone(procedure, paper)), drawn(api.lay_out(procedure, paper))
    for page, wanted in zip(seen, laid, strict=True):
        assert _boxes(page.cells) == pytest.approx(_boxes(wanted.cells), abs=0.2)
        assert _boxes(page.symbols) == pytest.approx(_boxes(wanted.symbols), abs=0.2)
        assert [s.form for s in _sorted(page.symbols)] == [s.form for s in _sorted(wanted.symbols)]
        assert [s.text for s in _sorted(page.symbols)] == [s.text for s in _sorted(wanted.symbols)]
        assert _ends(page.lines) == pytest.approx(_ends(wanted.lines), abs=0.2)
        assert sum(line.arrow_at_end for line in page.lines) == sum(line.arrow_at_end for line in wanted.lines)


@pytest.mark.parametrize("name", real.names())
def test_the_drawing_of_a_real_procedure_alone_is_enough(name, corpus):
    procedure = real.procedure(real.source(name))
    (reading,) = read(drawing_alone(procedure))
    assert visible(reading.procedure) == visible(procedure)


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, 10**6), st.integers(1, 14), st.integers(1, 7), st.sampled_from(["f4", "a4", "letter"]))
def test_the_drawing_of_any_procedure_alone_is_enough(seed, steps, executors, paper):
    procedure = _as_printed(a_random_procedure(seed, steps, executors))
    (reading,) = read(drawing_alone(procedure, paper))
    assert visible(reading.procedure) == visible(procedure)


def _as_printed(procedure):
    """With plain words for those the font lacks or prints in another way, and with an office that signs."""
    plain = _plain(json.loads(encode_json(procedure)))
    made = decode_json(json.dumps(plain))
    by = replace(made.identity.disahkan_oleh, jabatan="Kepala Dinas")
    return replace(made, identity=replace(made.identity, disahkan_oleh=by))


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    if isinstance(value, str) and (LONG.search(value) or any(c >= "\u2200" or c in "\u200b\u00ad" for c in value)):
        return f"Teks {len(value)}"
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def _sorted(things):
    return sorted(things, key=lambda thing: (round(thing.box.top), round(thing.box.left)))


def _boxes(things):
    return [side for t in _sorted(things) for side in (t.box.left, t.box.top, t.box.right, t.box.bottom)]


def _ends(lines):
    ends = sorted((*line.points[0], *line.points[-1], len(line.points)) for line in lines)
    return [value for end in ends for value in end]


@pytest.mark.needs("soffice")
def test_what_libreoffice_prints_of_our_documents_is_read(tmp_path):
    wanted = {}
    for number, to in ((0, "docx"), (2, "xlsx")):
        wanted[f"{number}.pdf"] = visible(example(number))
        (tmp_path / f"{number}.{to}").write_bytes(api.render(example(number), to)[0])
    profile, documents = tmp_path / "profile", sorted(tmp_path.glob("*.*"))
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
    subprocess.run([*command, str(tmp_path), *map(str, documents)], check=True, capture_output=True, timeout=120)
    for name, procedure in wanted.items():
        (reading,) = read((tmp_path / name).read_bytes())
        assert visible(reading.procedure) == procedure
