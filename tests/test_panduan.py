"""The manual knows everything there is: commands, options, rules, parameters; and its examples are real."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from sopan.api import check, read
from sopan.checker.rule import Gate
from sopan.cli.program import COMMANDS, command_of, program
from sopan.readers.rows.read import read as read_rows
from tools.rule_index import PAGE, parameter_list, rule_index

PANDUAN = Path(__file__).parent.parent / "docs" / "panduan"
PERINTAH = (PANDUAN / "perintah.md").read_text(encoding="utf-8")
MENULIS = (PANDUAN / "menulis-sop.md").read_text(encoding="utf-8")


def chapter(name: str) -> str:
    """What the manual says about one command."""
    return PERINTAH.split(f"\n## sopan {name}\n")[1].split("\n## ")[0]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_each_of_its_options_is_in_the_manual(name):
    command = command_of(name)
    options = [option for option in command.params if isinstance(option, click.Option)]
    for spelling in (word for option in options for word in (*option.opts, *option.secondary_opts)):
        assert f"`{spelling}" in chapter(name), spelling
    for choices in (option.type.choices for option in options if isinstance(option.type, click.Choice)):
        assert "\\|".join(choices) in chapter(name), choices


def test_the_options_of_the_program_itself_are_in_the_manual():
    for option in program.params:
        assert all(spelling in PERINTAH.split("\n## ")[0] for spelling in option.opts), option.opts


def test_the_manual_describes_no_option_that_does_not_exist():
    for name in COMMANDS:
        command = command_of(name)
        known = {word for option in command.params for word in (*option.opts, *option.secondary_opts)}
        told = set(re.findall(r"^\| `(-[-a-z]+)", chapter(name), re.MULTILINE))
        assert told <= known, name


def test_the_list_of_rules_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == rule_index(), "run python -m tools.rule_index"


def test_every_house_parameter_is_in_the_manual():
    assert parameter_list() in (PANDUAN / "profil.md").read_text(encoding="utf-8")


def test_links_of_the_manual_lead_somewhere():
    for page in [*PANDUAN.glob("*.md"), PANDUAN.parent.parent / "README.md"]:
        for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_procedure_of_the_manual_is_one_that_conforms():
    blocks = re.findall(r"```yaml\n(.*?)```", MENULIS, re.DOTALL)
    identity = next(block for block in blocks if block.startswith("sopan:"))
    steps = next(block for block in blocks if "langkah:" in block)
    procedure = read((identity + steps).encode()).procedure
    assert len(procedure.steps) == 4
    assert [finding.say() for finding in check(procedure, gate=Gate.REVIEW).errors] == []


def test_every_yaml_example_of_the_manual_can_be_read():
    head = 'sopan: "1"\njudul: A\n'
    for block in re.findall(r"```yaml\n(.*?)```", MENULIS, re.DOTALL):
        if block.startswith("- kegiatan"):
            read((head + "langkah:\n" + block).encode())
        elif block.startswith("abaikan"):
            read((head + block.replace('  langkah: "8"\n', "")).encode())
        elif block.startswith("pelaksana:") and "langkah:" not in block:
            assert len(read((head + block).encode()).procedure.daftar_pelaksana) == 4


def test_the_table_of_steps_in_the_manual_is_read():
    table = re.findall(r"```csv\n(.*?)```", (PANDUAN / "impor.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    (reading,) = read_rows(table.encode())
    assert reading.notes == ()
    assert reading.procedure.identity.judul == "Penanganan Surat Masuk"
    assert [(edge.source.step, edge.target.step, edge.answer) for edge in reading.procedure.edges] == [
        ("1", "2", ""), ("2", "3", "Ya"), ("2", "1", "Tidak"),
    ]  # fmt: skip
