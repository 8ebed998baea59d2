"""The run-time environment, a copy of the repository, and files of every kind that is read."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.environment import fresh
from tests.repository import copy_repository
from tests.unit.text.readers import samples


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

    def prose(kind: str) -> str:  # a text in two files is kept once
        return f"{samples.PROSE}It is told in {kind}."

    for ending, raw in {
        ".txt": prose("text").encode(),
        ".md": f"# Ice\n\n{prose('Markdown')}".encode(),
        ".html": samples.web_page(f"<article><h1>Ice</h1><p>{prose('HTML')}</p></article>"),
        ".pdf": samples.pdf(samples.page(*[samples.SENTENCE] * 5, "It is told in PDF.")),
        ".docx": samples.word(prose("Word")),
    }.items():
        (folder / f"article{ending}").write_bytes(raw)
    return folder


@pytest.fixture(scope="session")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the environment's exports are written to."""
    return tmp_path_factory.mktemp("exports")


@pytest.fixture(scope="session")
def told(python: Path, repository: Path, files: Path, exports: Path) -> dict[str, dict[str, Any]]:
    """Return what came of all that `exercise.py` does in the copy of the repository, by part."""
    script = repository / "tests" / "environment" / "exercise.py"
    command = (python, script, "app", files, exports)
    printed = fresh.run(*command, cwd=repository, env=fresh.ELSEWHERE)
    found: dict[str, dict[str, Any]] = defaultdict(dict)
    for part, name, came in map(json.loads, printed.splitlines()):
        found[part][name] = came
    return found
