"""Commands in a shell: they end quietly or with a sentence, and speak UTF-8 everywhere."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repository import ROOT

MODULES = [("geo", "targets"), ("geo.measure", "waters")]


def shell(line: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own commands
        ["/bin/sh", "-c", line],
        cwd=ROOT,
        env={**os.environ, "PYTHON": sys.executable, **surroundings},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("module", "command"), MODULES)
def test_a_closed_pipe_is_not_an_error(module: str, command: str) -> None:
    done = shell(f'{{ "$PYTHON" -m {module} {command}; echo $? >&2; }} | head -c 20')
    assert len(done.stdout) == 20
    assert done.stderr == "0\n"


@pytest.mark.parametrize("words", ["--help", "link --help"])
def test_help_ignores_a_closed_pipe(words: str) -> None:
    done = shell(f'"$PYTHON" -m geo {words} | true')
    assert done.stderr == ""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_reported() -> None:
    done = shell('"$PYTHON" -m geo.linker targets > /dev/full')
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize("line", ["link <&-", "targets >&-"])
def test_a_stream_that_the_caller_closed_is_an_empty_one(line: str) -> None:
    done = shell(f'"$PYTHON" -m geo {line}')
    assert done.stderr == ""


def test_output_is_utf_8_in_the_plainest_locale() -> None:
    """Of the other commands `tests/environment/test_package.py` asks the same."""
    plainest = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    done = shell('"$PYTHON" -m geo targets', **plainest)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == shell('"$PYTHON" -m geo targets').stdout
    assert all(json.loads(line) for line in done.stdout.splitlines())


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package with three files lost: gone, cut at a line's end, and turned."""
    root = tmp_path_factory.mktemp("copy")
    leave = shutil.ignore_patterns("__pycache__", "build")
    shutil.copytree(ROOT / "geo", root / "geo", ignore=leave)
    (root / "geo/catalogue/data/zones-fine.geojson.gz").unlink()
    states = root / "geo/text/data/states.csv"
    states.write_bytes(b"".join(states.read_bytes().splitlines(keepends=True)[:99]))
    (root / "geo/catalogue/data/nsr.geojson").write_text("[" * 100_000, encoding="utf-8")
    return root


@pytest.mark.parametrize(
    "line", ["-m geo zone --lon 70 --lat 75", "-m geo.measure waters nwp", "-m geo targets",
             "-m geo.linker link a.txt"],
)  # fmt: skip
def test_a_lost_file_is_reported_once_beside_the_answer(line: str, copy: Path) -> None:
    (copy / "a.txt").write_text("Kara Sea", encoding="utf-8")
    done = shell(f'cd "{copy}" && "$PYTHON" {line}')
    assert done.returncode == 0
    assert done.stdout
    assert all(json.loads(line) for line in done.stdout.splitlines())
    for name in ("zones-fine.geojson.gz", "states.csv", "nsr.geojson"):
        (said,) = [line for line in done.stderr.splitlines() if name in line]
        assert "Restore it from the repository." in said


def test_help_does_not_report_damaged_files(copy: Path) -> None:
    done = shell(f'cd "{copy}" && "$PYTHON" -m geo zone --help')
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "words", ["", "nonsense", "zone --nonsense", "link --nonsense", "targets x"]
)
def test_wrong_words_are_answered_with_the_usage(words: str) -> None:
    done = shell(f'"$PYTHON" -m geo {words}')
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: arctic-passages ")


def test_help_names_every_command_and_loads_none() -> None:
    code = "import sys; from geo.__main__ import main; main(['--help'])"
    code += "; sys.exit(bool({'pandas', 'geopandas', 'numpy'} & set(sys.modules)))"
    done = shell(f'"$PYTHON" -c "{code}"')
    assert done.returncode == 0
    for name in (
        "zone",
        "waters",
        "build",
        "link",
        "targets",
        "explain",
        "score",
        "errors",
        "facts",
    ):
        assert f"\n    {name} " in done.stdout
