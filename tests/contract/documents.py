"""The documents of the project, as the contract tests read them."""

from functools import cache

from tests.repository import ROOT

__all__ = ["ROOT", "documents"]


@cache
def documents() -> str:
    """Return the text of the README, CONTRIBUTING and all of docs/."""
    paths = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(ROOT.glob("docs/**/*.md"))]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths if path.exists())
