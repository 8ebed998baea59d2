"""`pip install .` and `pip install -e .` give the package with its data, and its command."""

import csv
import json
import os
import sys
import tomllib
from pathlib import Path
from typing import Any
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
    "segments": "waters tsr --order",
    "link": "link article.txt",
    "lines": "link",
    "targets": "targets",
    "score": "score gold",
    "explain": "explain article.txt",
    "errors": "errors gold",
    "facts": "facts --older-than 12 --on 2100-01-31",
}


def installed_in(folder: Path, runtime: Path, *what: object) -> Path:
    """Install something with pip where the run-time requirements are met; return its `bin`."""
    python = fresh.make_environment(folder, "--without-pip")
    sites = [fresh.site_packages(each) for each in (python, runtime)]
    (sites[0] / "requirements.pth").write_text(
        f"import site; site.addsitedir({str(sites[1])!r})\n", encoding="utf-8"
    )
    pip = (runtime, "-m", "pip", "--python", python)
    fresh.run(*pip, "install", "--quiet", *what)
    assert set(installed(sites[0])) == {PROJECT["name"]}
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
def workspace(tmp_path: Path) -> Path:
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


def ask(*words: object, cwd: Path) -> str:
    """Run a command as another user would; return what it printed."""
    return fresh.run(*words, cwd=cwd, env=fresh.ELSEWHERE)


def answers(
    python: object, commands: dict[str, tuple[str | None, list[str]]], **where: Any
) -> dict[str, list[Any]]:
    """Return status, stdout and stderr of each command, all run by one process."""
    script = ROOT / "tests" / "environment" / "commands.py"
    wanted = json.dumps(list(commands.values()))
    printed = fresh.run(python, script, wanted, where["cwd"] / "lines.jsonl", **where)
    return dict(zip(commands, json.loads(printed), strict=True))


def contents(archive: Path) -> dict[str, bytes]:
    with ZipFile(archive) as wheel:
        return {name: wheel.read(name) for name in wheel.namelist()}


def test_a_wheel_contains_the_package_and_nothing_else(wheel: Path) -> None:
    found = {name: raw for name, raw in contents(wheel).items() if ".dist-info/" not in name}
    assert sorted(found) == sorted(name for name in tracked() if name.startswith("geo/"))
    assert [name for name, raw in found.items() if raw != (ROOT / name).read_bytes()] == []


def test_a_source_archive_builds_the_same_wheel_and_holds_no_article(
    wheel: Path, python: Path, repository: Path, tmp_path: Path
) -> None:
    backend = tmp_path / "backend"
    fresh.run(python, "-m", "pip", "install", "--quiet", "--target", backend, "hatchling")
    build = f"import sys; sys.path.append({str(backend)!r}); from hatchling import build as b; "
    code = f"{build}print(b.build_sdist(sys.argv[1]))"
    name = fresh.run(python, "-c", code, tmp_path, cwd=repository).split()[-1]
    fresh.run(sys.executable, "-m", "tarfile", "-e", tmp_path / name, tmp_path)
    unpacked = tmp_path / name.removesuffix(".tar.gz")
    assert (unpacked / "geo").is_dir()
    assert list(unpacked.rglob("seeds")) == []
    code = f"{build}print(b.build_wheel(sys.argv[1]))"
    again = fresh.run(python, "-c", code, tmp_path, cwd=unpacked).split()[-1]
    assert contents(tmp_path / again) == contents(wheel)


def test_installing_leaves_nothing_behind_in_the_checkout(wheel: Path, repository: Path) -> None:
    assert wheel.exists()
    there = {p.relative_to(repository).as_posix() for p in repository.rglob("*") if p.is_file()}
    assert {name for name in there if "__pycache__" not in name} == set(tracked())


def test_each_command_prints_the_same_outside_the_checkout(command: Path, workspace: Path) -> None:
    words = {name: line.split() for name, line in COMMANDS.items()}
    parts = {"zone": "geo.measure", "waters": "geo.measure", "facts": "geo.catalogue"}
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    here = answers(
        sys.executable,
        {name: (parts.get(line[0], "geo.linker"), line) for name, line in words.items()},
        cwd=workspace,
        env=path,
    )
    there = answers(
        command.with_name("python"),
        {name: (None, line) for name, line in words.items()},
        cwd=workspace,
        env=fresh.ELSEWHERE,
    )
    assert there == here
    assert {name for name, (status, out, _) in there.items() if status or not out.strip()} == set()


def test_what_needs_the_repository_says_so_where_there_is_none(
    command: Path, workspace: Path
) -> None:
    statuses = {"build": 2, "score": 1, "errors": 1}
    alone = answers(
        command.with_name("python"),
        {name: (None, [name]) for name in statuses},
        cwd=workspace,
        env=fresh.ELSEWHERE,
    )
    assert {name: status for name, (status, *_) in alone.items()} == statuses
    for name, (_, out, said) in alone.items():
        assert out == "", name
        assert "needs the project's repository" in said, name
        assert said.count("\n") == 1, name


def test_the_installed_package_knows_its_version_and_what_it_needs(
    command: Path, workspace: Path
) -> None:
    assert ask(command, "--version", cwd=workspace) == f"arctic-passages {PROJECT['version']}\n"
    code = "from geo import release; from geo.exchange import cite; print(cite.VERSION);"
    code += "print(len(release.requirements()))"
    python = command.with_name("python")
    assert ask(python, "-c", code, cwd=workspace).split() == [
        PROJECT["version"],
        str(len(PROJECT["dependencies"])),
    ]


def test_every_module_of_the_installed_package_can_be_imported(
    command: Path, workspace: Path
) -> None:
    script = ROOT / "tests" / "environment" / "exercise.py"
    told = ask(command.with_name("python"), script, "modules", cwd=workspace)
    assert "geo.exchange.takeaway" in told


def test_a_checkout_can_be_installed_as_it_stands(
    python: Path, workspace: Path, tmp_path: Path
) -> None:
    checkout = copy_repository(tmp_path / "checkout")
    binaries = installed_in(tmp_path / "editable", python, "-e", checkout)
    code = "import geo; from geo import release; print(geo.__path__[0], release.checkout('x'))"
    assert ask(binaries / "python", "-c", code, cwd=workspace).split() == [
        str(checkout / "geo"),
        str(checkout),
    ]
    zone = ask(binaries / "arctic-passages", "zone", "--lon", 70, "--lat", 75, cwd=workspace)
    assert json.loads(zone)["states"] == ["RU"]
