"""How the project's commands meet the shell: their names, UTF-8 in and out, and a quiet end."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from geo import manifest, words

_INTERRUPTED = 130  # 128 and the number of SIGINT, as shells have it


def make_parser(
    prog: str, names: Iterable[str]
) -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    """Return a parser that asks for one of these commands as `command`, and the parser of each.

    Parameters
    ----------
    prog
        What is typed before the command's name.
    names
        Keys of `geo.words.COMMANDS`.
    """
    parser = argparse.ArgumentParser(prog=prog, description=words.COMMANDS_LEAD)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    about = {name: words.COMMANDS[name] for name in names}
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
        sys.stderr.write(f"The system stopped it: {what}{error.strerror or error}.\n")
        status = 1
    else:
        return status
    _write_nothing_more()
    return status


def say_losses(stream: TextIO) -> None:
    """Write a line on each shipped file that is missing or damaged: an answer may lack its part.

    The command goes on and its status stays, as the app's pages go on below the same sentences.
    """
    stream.writelines(f"{loss.sentence}\n" for loss in manifest.losses())


def _status_of(command: Callable[[], int]) -> int:
    try:
        return command()
    except SystemExit as told:  # argparse has shown its help, or what is wrong with the words
        return int(told.code or 0)


def _open_streams() -> None:
    """Read and write UTF-8; a stream that the caller closed is empty."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  to the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="surrogateescape", newline="\n")


def _write_nothing_more() -> None:
    """Lead what is still held back nowhere, so that Python's own flush at the end is quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
