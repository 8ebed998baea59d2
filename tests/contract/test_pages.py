"""Each page is in the navigation and opens without an exception."""

import ast
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from geo import messages
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


def titles() -> list[str]:
    """Return the titles that `dashboard.py` gives its pages, in order."""
    tree = ast.parse((ROOT / "dashboard.py").read_text(encoding="utf-8"))
    given = [
        keyword.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page"
        for keyword in node.keywords
        if keyword.arg == "title"
    ]
    return [
        str(one.value) if isinstance(one, ast.Constant) else str(getattr(messages, one.attr))
        for one in given
        if isinstance(one, ast.Constant | ast.Attribute)
    ]


def test_the_readme_says_of_each_page_what_it_is_for() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    table = text.split("| page | what it is for |", 1)[1].split("\n\n", 1)[0]
    rows = [row.split("|")[1].strip() for row in table.splitlines()[2:]]
    assert rows == titles()


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.stem)
def test_each_page_opens_without_an_exception(page: Path) -> None:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=240)
    app.run()
    if page.name != "atlas.py":
        app.switch_page(f"pages/{page.name}").run()
    assert not app.exception
    assert app.title
