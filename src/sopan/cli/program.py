"""The program around the commands: finding them lazily, their help in the reader's language, calm endings."""

from __future__ import annotations

import copy
import errno
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

import click

from sopan.cli.exits import INTERRUPTED, READER_GONE, UNREADABLE
from sopan.cli.speech import choose_language, say, speak, why_not

COMMANDS: dict[str, str] = {
    "import": "Mengambil alih SOP dari Word, Excel, PDF, BPMN, atau CSV.",
    "check": "Memeriksa SOP dan menyebutkan apa yang perlu diselaraskan.",
    "render": "Mencetak SOP menjadi PDF, Word, Excel, BPMN, SVG, PNG, atau JSON.",
    "fmt": "Merapikan penulisan berkas .sop.yaml tanpa mengubah isinya.",
    "new": "Membuat berkas SOP baru dari beberapa jawaban.",
    "explain": "Menjelaskan satu aturan: apa, mengapa, dan cara memperbaikinya.",
    "diff": "Membandingkan dua SOP dan menunjukkan perubahannya.",
    "demo": "Memeriksa dan mencetak contoh-contoh SOP, lalu membukanya sebagai halaman.",
}
"""Every command with its short help; its code is in the module of its name."""

MODULES = {"import": "importing"}
"""But for a name that Python keeps for itself."""

INDONESIAN = {
    "periksa": "check",
    "cetak": "render",
    "impor": "import",
    "rapikan": "fmt",
    "baru": "new",
    "buat": "new",
    "jelaskan": "explain",
    "bandingkan": "diff",
    "contoh": "demo",
}
"""Words people try before they know the command."""

SITE: dict[str, str] = {
    "createadmin": "Membuat akun Admin Pemda.",
    "migrate": "Menyiapkan basis data situs.",
    "serve": "Menjalankan situs SOPAN.",
    "worker": "Mengerjakan tugas situs yang lama, seperti impor besar.",
}
"""Short help of the commands of the site, which are not loaded for it."""

EXTENSIONS_GROUP = "sopan.commands"
"""Entry points of this group add commands, such as those that start the web application."""


class Program(click.Group):
    """Loads a command when it is called, not before: `sopan --help` has to be there at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*COMMANDS, *_extensions()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            return translated(command_of(cmd_name))
        loader = _extensions().get(cmd_name)
        return translated(loader()) if loader else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, but an unknown word is told with the command that was probably meant."""
        if args and not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            meant = _meant(args[0], self.list_commands(ctx))
            sentences = [say("Tidak ada perintah “{kata}”.", kata=args[0])]
            sentences += [say("Maksudnya “{perintah}”?", perintah=meant)] if meant else []
            raise click.UsageError(" ".join(sentences))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(name, say(sentence)) for name, sentence in COMMANDS.items()]
        for name, loader in _extensions().items():
            short = say(SITE[name]) if name in SITE else translated(loader()).get_short_help_str(limit=100)
            rows.append((name, short))
        with formatter.section(say("Perintah")):
            formatter.write_dl(rows)


def _meant(word: str, names: Sequence[str]) -> str | None:
    """The command somebody meant who typed this word: its Indonesian name, or a slip."""
    from difflib import get_close_matches

    if word.lower() in INDONESIAN:
        return INDONESIAN[word.lower()]
    return next(iter(get_close_matches(word.lower(), names, n=1)), None)


def command_of(name: str) -> click.Command:
    """The command of this name, in Indonesian."""
    command: click.Command = import_module(f"sopan.cli.{MODULES.get(name, name)}").command
    return command


def translated(command: click.Command) -> click.Command:
    """The same command with its help, metavars and those of its parameters in the language of this run."""
    spoken = copy.copy(command)
    spoken.help = say(command.help) if command.help else command.help
    spoken.options_metavar = say("[PILIHAN]")
    if isinstance(spoken, click.Group):
        spoken.subcommand_metavar = say("PERINTAH [MASUKAN]…")
    spoken.params = [_translated_parameter(parameter) for parameter in command.params]
    return spoken


def _translated_parameter(parameter: click.Parameter) -> click.Parameter:
    spoken = copy.copy(parameter)
    if parameter.metavar:
        spoken.metavar = say(parameter.metavar)
    if isinstance(spoken, click.Option) and spoken.help:
        spoken.help = say(spoken.help)
    return spoken


def _extensions() -> dict[str, Callable[[], click.Command]]:
    from importlib.metadata import entry_points

    return {point.name: point.load for point in entry_points(group=EXTENSIONS_GROUP)}


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        from sopan import __version__

        click.echo(f"sopan {__version__}")
        ctx.exit()


program = Program(
    "sopan",
    help=(
        "SOPAN membaca berkas yang menguraikan SOP administrasi pemerintahan, memeriksanya, menggambar diagram "
        "alirnya, dan mencetaknya sesuai Permenpan-RB 35/2012."
    ),
    params=[
        click.Option(
            ["--version"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_print_version,
            help="Menampilkan versi lalu selesai.",
        ),
        click.Option(
            ["--lang"],
            type=click.Choice(["id", "en"]),
            expose_value=False,
            help="Bahasa pesan: id (Indonesia) atau en (Inggris). Dapat juga lewat variabel SOPAN_LANG.",
        ),
    ],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def run(arguments: Sequence[str] | None) -> int:
    """Run one command and give its exit code; whatever stops it is told in one sentence, without a traceback."""
    language, rest = choose_language(sys.argv[1:] if arguments is None else arguments)
    speak(language)
    try:
        code = translated(program).main(rest, prog_name="sopan", standalone_mode=False)
        sys.stdout.flush()
        return int(code or 0)
    except click.ClickException as refusal:
        refusal.show()
        return UNREADABLE
    except (click.Abort, KeyboardInterrupt, EOFError):
        click.echo(say("Dihentikan. Berkas yang sudah selesai tetap tersimpan."), err=True)
        return INTERRUPTED
    except SystemExit as ended:  # click's way of ending when our reader is gone, and after it completed a word
        return _end_quietly() if ended.code == 1 else int(ended.code or 0)
    except OSError as trouble:
        return _end_quietly() if trouble.errno == errno.EPIPE else _stop(why_not(trouble))


def _stop(text: str) -> int:
    click.echo(text, err=True)
    return UNREADABLE


def _end_quietly() -> int:
    """The reader of our output went away (`sopan … | head`): nobody is left to complain to."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    return READER_GONE
