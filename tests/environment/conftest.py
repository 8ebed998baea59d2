"""The run-time environment, a copy of the repository, and files of every kind that is read."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.environment import fresh
from tests.repository import copy_repository
from tests.unit.text.readers import made


@pytest.fixture(scope="session")
def python() -> Path:
    """Return the Python of an environment that holds what `requirements.txt` names."""
    return fresh.runtime_python()


@pytest.fixture(scope="session")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what the repository holds."""
    return copy_repository(tmp_path_factory.mktemp("copy") / "repository")


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with one article in every kind of file that is read."""
    folder = tmp_path_factory.mktemp("files")

    def prose(kind: str) -> str:  # a text that stands in two files is kept once
        return f"{made.PROSE}It is told in {kind}."

    for ending, raw in {
        ".txt": prose("text").encode(),
        ".md": f"# Ice\n\n{prose('Markdown')}".encode(),
        ".html": made.web_page(f"<article><h1>Ice</h1><p>{prose('HTML')}</p></article>"),
        ".pdf": made.pdf(made.page(*[made.SENTENCE] * 5, "It is told in PDF.")),
        ".docx": made.word(prose("Word")),
    }.items():
        (folder / f"article{ending}").write_bytes(raw)
    return folder


@pytest.fixture
def exercise(python: Path, repository: Path) -> Callable[[str, Path], dict[str, Any]]:
    """Return a function that has the environment do something in the copy of the repository."""

    def exercised(what: str, folder: Path) -> dict[str, Any]:
        script = repository / "tests" / "environment" / "exercise.py"
        printed = fresh.run(python, script, what, folder, cwd=repository, env=fresh.ELSEWHERE)
        return dict(json.loads(line) for line in printed.splitlines())

    return exercised
