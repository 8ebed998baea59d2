"""The project's release: its version, what it needs, and the repository around it.

`pyproject.toml` states the first two, in one place. Where `geo` lies in a checkout the file itself
is read; an installed package carries the same words in its metadata.
"""

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

from geo.errors import DAMAGE, CheckoutError

NAME = "arctic-passages"
_ROOT = Path(__file__).parents[1]


def checkout(purpose: str) -> Path:
    """Return the root of the repository that this package lies in.

    Parameters
    ----------
    purpose
        What needs it, as the beginning of a sentence.

    Raises
    ------
    CheckoutError
        The package is installed and no repository is around it.
    """
    if _project() is None:
        raise CheckoutError(
            f"{purpose} needs the project's repository, which an installed package lacks: "
            "run `python -m geo` in the repository, or install it with `pip install -e .`."
        )
    return _ROOT


def version() -> str:
    """Return the version of this release; "unknown" for a bare copy of the package."""
    return _stated()[0]


def requirements() -> tuple[str, ...]:
    """Return the direct run-time dependencies as stated, each with its limits (PEP 508)."""
    return _stated()[1]


@cache
def _stated() -> tuple[str, tuple[str, ...]]:
    if project := _project():
        return project["version"], tuple(project["dependencies"])
    try:
        installed = metadata(NAME)
    except PackageNotFoundError:
        return "unknown", ()
    return installed["Version"], tuple(installed.get_all("Requires-Dist") or ())


@cache
def _project() -> dict[str, Any] | None:
    """Return the `project` table of the repository's `pyproject.toml`, if it is this project's."""
    try:
        text = (_ROOT / "pyproject.toml").read_text(encoding="utf-8")
        table: dict[str, Any] = tomllib.loads(text).get("project", {})
    except DAMAGE:
        return None
    return table if table.get("name") == NAME else None
