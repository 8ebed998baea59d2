"""Helpers for the command line: parsers, UTF-8 streams and a clean exit."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from geo import manifest, messages

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def make_parser(
    prog: str, names: Iterable[str]
) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """Return a parser with these subcommands (as `command`), and the parser of each.

    Parameters
    ----------
    prog
        What is typed before the command's name.
    names
        Keys of `geo.messages.COMMANDS`.
    """
    parser = argparse.ArgumentParser(prog=prog, description=messages.COMMANDS_LEAD)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = {name: messages.COMMANDS[name] for name in names}
    return parser, {
        name: commands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
        for name, text in about.items()
    }


def run(command: Callable[[], int]) -> int:
    r"""Run a command on this process's streams and return its status.

    Texts and JSON lines are UTF-8 with "\n" between them, whatever the locale. A reader of the pipe
    that has seen enough and Ctrl-C end the command without a word; a full disk, or a file that may
    not be read, ends it with a sentence and status 1.
    """
    _open_streams()
    try:
        status = _status_of(command)
        sys.stdout.flush()
    except BrokenPipeError:
        status = 0
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(f"The system stopped the command: {what}{error.strerror or error}.\n")
        status = 1
    else:
        return status
    _silence_stdout()
    return status


def report_damaged_files(stream: TextIO) -> None:
    """Warn of each missing or damaged shipped file: answers may be incomplete.

    The command continues with its own status, like the app's pages below the same messages.
    """
    stream.writelines(f"{loss.sentence}\n" for loss in manifest.find_damaged_files())


def _status_of(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as ended:  # argparse has shown its help, or what is wrong with the words
        return int(ended.code or 0)


def _open_streams() -> None:
    """Use UTF-8 on all streams; replace closed ones by empty ones."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  to the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def _silence_stdout() -> None:
    """Discard buffered output, so that Python's flush at exit raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
