"""Options are checked at the start, all at once, with a sentence each."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopan.web.config.options import NAMES, Options, UnfitOptions

MANUAL = Path(__file__).resolve().parents[5] / "docs" / "panduan" / "administrator.md"


def test_without_any_it_runs_on_this_machine_with_what_it_brings(tmp_path):
    options = Options.read({}, tmp_path)
    assert (options.host, options.port, options.database) == ("127.0.0.1", 8000, "")
    assert options.data == tmp_path / "data"


def test_the_environment_overrules_the_file(tmp_path):
    (tmp_path / "sopan.toml").write_text('port = 8080\ntimezone = "Asia/Jakarta"\n')
    options = Options.read({"SOPAN_PORT": "9000", "SOPAN_DATA": "/srv/sopan", "SOPAN_LANG": "en"}, tmp_path)
    assert (options.port, options.timezone, options.data) == (9000, "Asia/Jakarta", Path("/srv/sopan"))


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("PORT", "delapan", "bukan nomor port"),
        ("PORT", "70000", "bukan nomor port"),
        ("URL", "sop.contohkab.go.id", "bukan alamat situs"),
        ("DATABASE", "mysql://a/b", "hanya PostgreSQL"),
        ("TIMEZONE", "WITA", "bukan zona waktu"),
        ("EMAIL", "surel.go.id", "smtp://"),
        ("WORKERS", "0", "bukan jumlah proses"),
    ],
)
def test_an_unfit_option_is_named_with_what_to_write(tmp_path, name, text, said):
    with pytest.raises(UnfitOptions, match=said):
        Options.read({f"SOPAN_{name}": text}, tmp_path)


def test_every_fault_is_told_at_once(tmp_path):
    (tmp_path / "sopan.toml").write_text('prot = 1\nport = "x"\n')
    with pytest.raises(UnfitOptions) as refused:
        Options.read({"SOPAN_EMAIL": "x"}, tmp_path)
    assert len(refused.value.sentences) == 3


def test_every_option_is_in_the_manual():
    told = MANUAL.read_text(encoding="utf-8")
    assert [name for name in NAMES if f"| `{name}` | `SOPAN_{name.upper()}` |" not in told] == []
