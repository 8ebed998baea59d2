"""Each page stands in the navigation and opens without an exception."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.contract.documents import ROOT

PAGES = sorted(p for p in (ROOT / "pages").glob("*.py") if not p.name.startswith("_"))


def in_navigation() -> list[str]:
    """Return the files that `dashboard.py` gives to `st.Page`."""
    tree = ast.parse((ROOT / "dashboard.py").read_text(encoding="utf-8"))
    return [
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "Page"
        and node.args
        and isinstance(node.args[0], ast.Constant)
    ]


def test_the_navigation_holds_each_page_once_and_nothing_else() -> None:
    assert sorted(in_navigation()) == [f"pages/{path.name}" for path in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_each_page_opens_without_an_exception(page: Path) -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240)
    app.run()
    if page.name != "atlas.py":
        app.switch_page(f"pages/{page.name}").run()
    assert not app.exception
    assert app.title
