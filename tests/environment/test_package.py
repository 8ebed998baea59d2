"""`pip install .` and `pip install -e .` give the package with its data, and its command."""

import csv
import json
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.distributions import installed
from tests.environment import fresh
from tests.repository import ROOT, copy_repository, tracked

pytestmark = pytest.mark.slow
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TEXT = "Через Севморпуть идёт Россия; 北极 and the Northern Sea Route (NSR) past Rotterdam."
GOLD = "[[Norway|NO]] waits, and so does Sweden."
COMMANDS = {
    "zone": "zone --lon 75.5 --lat 74.0",
    "points": "zone --points points.csv",
    "waters": "waters nsr",
    "stretches": "waters tsr --order",
    "link": "link article.txt",
    "lines": "link",
    "targets": "targets",
    "score": "score gold",
    "explain": "explain gold",
}


def installed_in(folder: Path, runtime: Path, *what: object) -> Path:
    """Install something with pip where the run-time requirements are met; return its `bin`."""
    python = fresh.make_environment(folder)
    sites = [fresh.site_packages(each) for each in (python, runtime)]
    (sites[0] / "requirements.pth").write_text(
        f"import site; site.addsitedir({str(sites[1])!r})\n", encoding="utf-8"
    )
    fresh.run(python, "-m", "pip", "install", "--quiet", *what)
    assert set(installed(sites[0])) - {"pip", "setuptools"} == {PROJECT["name"]}
    return python.parent


@pytest.fixture(scope="module")
def wheel(python: Path, repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel that pip built from a copy of the repository."""
    return build_wheel(python, repository, tmp_path_factory.mktemp("wheel"))


def build_wheel(python: Path, source: Path, folder: Path) -> Path:
    fresh.run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, source)
    (wheel,) = folder.glob("*.whl")
    return wheel


@pytest.fixture(scope="module")
def command(wheel: Path, python: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command of the installed wheel."""
    return installed_in(tmp_path_factory.mktemp("installed"), python, wheel) / "arctic-passages"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Return a folder far from the checkout, with something for each command."""
    with (tmp_path / "points.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("name", "lon", "lat"), ("Полюс", 0, 90), ("Kara", 70, 75)])
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "lines.jsonl").write_text(
        "\n".join(json.dumps({"doc_id": n, "text": TEXT * n}) for n in (1, 2)), encoding="utf-8"
    )
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.txt").write_text(GOLD, encoding="utf-8")
    return tmp_path


def ask(*words: object, cwd: Path, code: int = 0, **more: object) -> tuple[str, str]:
    """Run a command on `lines.jsonl`; return what it printed and what it said."""
    lines = cwd / "lines.jsonl"
    with lines.open("rb") as stdin:
        done = subprocess.run(  # type: ignore[call-overload]  # noqa: S603  our own commands
            [str(word) for word in words],
            cwd=cwd,
            stdin=stdin,
            capture_output=True,
            encoding="utf-8",
            check=False,
            **more,
        )
    assert done.returncode == code, done.stderr
    return done.stdout, done.stderr


def contents(archive: Path) -> dict[str, bytes]:
    with ZipFile(archive) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def test_a_wheel_holds_the_package_as_the_repository_has_it_and_nothing_else(wheel: Path) -> None:
    found = {name: raw for name, raw in contents(wheel).items() if ".dist-info/" not in name}
    assert sorted(found) == sorted(name for name in tracked() if name.startswith("geo/"))
    assert [name for name, raw in found.items() if raw != (ROOT / name).read_bytes()] == []


def test_a_source_archive_builds_the_same_wheel_and_holds_no_article(
    wheel: Path, python: Path, repository: Path, tmp_path: Path
) -> None:
    backend = tmp_path / "backend"
    fresh.run(python, "-m", "pip", "install", "--quiet", "--target", backend, "hatchling")
    build = "import sys; sys.path.append(sys.argv[1]); from hatchling import build as b"
    code = f"{build}; print(b.build_sdist(sys.argv[2]))"
    name = fresh.run(python, "-c", code, backend, tmp_path, cwd=repository).split()[-1]
    again = build_wheel(python, tmp_path / name, tmp_path / "again")
    assert contents(again) == contents(wheel)
    listed = fresh.run(sys.executable, "-m", "tarfile", "-l", tmp_path / name)
    assert "/seeds/" not in listed
    assert "/geo/" in listed


def test_installing_leaves_nothing_behind_in_the_checkout(wheel: Path, repository: Path) -> None:
    assert wheel.exists()
    there = {p.relative_to(repository).as_posix() for p in repository.rglob("*") if p.is_file()}
    assert {name for name in there if "__pycache__" not in name} == set(tracked())


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_elsewhere_what_it_says_in_the_checkout(
    command: Path, desk: Path, name: str
) -> None:
    words = COMMANDS[name].split()
    part = "geo.measure" if words[0] in {"zone", "waters"} else "geo.text"
    code = f"import runpy, sys; sys.path.insert(0, {str(ROOT)!r}); sys.argv[1:] = {words!r}; "
    code += f"runpy.run_module({part!r}, run_name='__main__')"
    here = ask(sys.executable, "-c", code, cwd=desk)
    there = ask(command, *words, cwd=desk, env=fresh.ELSEWHERE)
    assert there == here
    assert there[0].strip()


@pytest.mark.parametrize(("name", "status"), [("build", 2), ("score", 1), ("explain", 1)])
def test_what_needs_the_repository_says_so_where_there_is_none(
    command: Path, desk: Path, name: str, status: int
) -> None:
    out, said = ask(command, name, cwd=desk, code=status, env=fresh.ELSEWHERE)
    assert out == ""
    assert "needs the project's repository" in said
    assert said.count("\n") == 1


def test_the_installed_package_knows_its_version_and_what_it_needs(
    command: Path, desk: Path
) -> None:
    told, _ = ask(command, "--version", cwd=desk)
    assert told == f"arctic-passages {PROJECT['version']}\n"
    code = "from geo import release; from geo.exchange import cite; print(cite.VERSION);"
    code += "print(len(release.requirements()))"
    python = command.with_name("python")
    assert ask(python, "-c", code, cwd=desk)[0].split() == [
        PROJECT["version"],
        str(len(PROJECT["dependencies"])),
    ]


def test_every_module_of_the_installed_package_can_be_imported(command: Path, desk: Path) -> None:
    script = ROOT / "tests" / "environment" / "exercise.py"
    told, _ = ask(command.with_name("python"), script, "modules", desk, cwd=desk)
    assert "geo.exchange.takeaway" in told


def test_a_checkout_can_be_installed_as_it_stands(python: Path, desk: Path, tmp_path: Path) -> None:
    checkout = copy_repository(tmp_path / "checkout")
    binaries = installed_in(tmp_path / "editable", python, "-e", checkout)
    code = "import geo; from geo import release; print(geo.__path__[0], release.checkout('x'))"
    assert ask(binaries / "python", "-c", code, cwd=desk)[0].split() == [
        str(checkout / "geo"),
        str(checkout),
    ]
    zone, _ = ask(binaries / "arctic-passages", "zone", "--lon", 70, "--lat", 75, cwd=desk)
    assert json.loads(zone)["states"] == ["RU"]
