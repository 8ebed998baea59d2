"""The run-time requirements alone, as the README and the oldest pip install them, are enough."""

import ast
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from geo import messages
from tests.distributions import installed, pinned, required
from tests.environment import fresh
from tests.repository import ROOT, tracked
from tests.unit.text.readers.samples import SENTENCE

pytestmark = pytest.mark.slow
Told = dict[str, dict[str, Any]]
FORMS = {
    "takeaway": b"<!DOCTYPE html>",
    "figure-pdf-a4": b"%PDF-",
    "figure-svg-a4": b"<?xml",
    "figure-png-a4": b"\x89PNG\r\n\x1a\n",
    "geojson": b'{"type":"FeatureCollection"',
    "geopackage": b"SQLite format 3\0",
    "kml": b"<?xml",
    "features_csv": b"\xef\xbb\xbfid,",
    "links_csv": b"\xef\xbb\xbfarticle,",
    "annotations": b"{",
}
"""How a file of each form begins."""
BUILDS = ("geo/catalogue/recipes/", "geo/linker/train.py")
"""What makes the data, in the development environment."""


def imported_names() -> set[str]:
    """Return what the app imports of other projects, at the top of a file or when it is needed."""
    found: set[str] = set()
    for name in tracked():
        ours = name == "dashboard.py" or name.startswith(("geo/", "pages/"))
        if ours and name.endswith(".py") and not name.startswith(BUILDS):
            found |= _names(ast.parse((ROOT / name).read_text(encoding="utf-8")))
    own = {*sys.stdlib_module_names, "geo", "pages"}
    return {name for name in found if name.split(".")[0] not in own}


def _names(tree: ast.Module) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            found |= {n.value for n in node.args if isinstance(n, ast.Constant)}
    return found


def test_the_environment_has_what_is_pinned_and_nothing_else(python: Path) -> None:
    there = {name: one.version for name, one in installed(fresh.site_packages(python)).items()}
    oldest = fresh.OLDEST_PIP.get(sys.version_info[:2])
    assert there.pop("pip") == oldest or oldest is None
    assert there == pinned("requirements.txt")


def test_all_that_is_asked_for_is_pinned(python: Path) -> None:
    pins = pinned("requirements.txt")
    assert required(pins, installed(fresh.site_packages(python))) - set(pins) == set()
    fresh.run(python, "-m", "pip", "check")


def test_every_import_of_the_app_is_there(python: Path) -> None:
    names = sorted(imported_names())
    assert {"streamlit", "trafilatura", "lxml.etree", "pypdf"} <= set(names)
    fresh.run(python, "-c", f"import {', '.join(names)}")


def test_a_file_of_every_kind_is_read(told: Told) -> None:
    texts = told["read"]
    assert {Path(name).suffix for name in texts} == {".txt", ".md", ".html", ".pdf", ".docx"}
    assert [name for name, text in texts.items() if text.count(SENTENCE.strip()) != 5] == []


def test_the_figure_is_drawn_and_every_export_made(told: Told, exports: Path) -> None:
    begun = {name: (exports / name).read_bytes()[:40] for name in told["export"]}
    assert set(FORMS) <= set(begun)
    assert [name for name, head in FORMS.items() if not begun[name].startswith(head)] == []
    json.loads((exports / "annotations").read_bytes())


def test_every_page_opens_and_every_uploaded_file_is_accepted(told: Told) -> None:
    pages = told["pages"]
    assert pages["atlas"] == [messages.APP]
    assert all(pages[path.stem] for path in (ROOT / "pages").glob("[a-z]*.py"))
    assert any(one.startswith("5 articles added") for one in pages["uploaded"]), pages["uploaded"]
