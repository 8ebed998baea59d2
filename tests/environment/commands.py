"""Commands of the project, one after another in one process: what each prints, and its status.

`commands.py LIST INPUT` runs each entry of a JSON list, a module and its words, or no module and
the words of the installed command. Each is given the bytes of the file INPUT. The answer is a JSON
list of status, stdout and stderr. The streams are those that a shell would hand over.
"""

import io
import json
import runpy
import sys
from contextlib import redirect_stderr, redirect_stdout
from importlib.metadata import entry_points
from pathlib import Path
from typing import TextIO


def answer(module: str | None, words: list[str], given: bytes) -> tuple[object, str, str]:
    """Run one command; return its status and what it printed on stdout and stderr."""
    sys.argv = ["arctic-passages", *words]
    sys.stdin = _like(sys.__stdin__, given)
    out, err = _like(sys.__stdout__), _like(sys.__stderr__)
    status: object = None
    with redirect_stdout(out), redirect_stderr(err):
        try:
            if module:
                runpy.run_module(module, run_name="__main__")
            else:
                (command,) = entry_points(group="console_scripts", name="arctic-passages")
                status = command.load()()
        except SystemExit as end:
            status = end.code
    return status, _written(out), _written(err)


def _like(stream: TextIO | None, given: bytes = b"") -> io.TextIOWrapper:
    assert stream is not None
    return io.TextIOWrapper(io.BytesIO(given), encoding=stream.encoding, errors=stream.errors)


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    raw = stream.buffer
    assert isinstance(raw, io.BytesIO)
    return raw.getvalue().decode()


if __name__ == "__main__":
    wanted, given = json.loads(sys.argv[1]), Path(sys.argv[2]).read_bytes()
    answers = [answer(module, words, given) for module, words in wanted]
    sys.__stdout__.write(json.dumps(answers))  # type: ignore[union-attr]
