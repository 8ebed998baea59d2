"""Text reaches HTML through one function and three sinks; the settings are restrictive."""

import ast
import re
import tomllib

import pytest

from tests.contract.documents import ROOT
from tests.contract.test_architecture import APP, imports, names_used, relative, tree_of, users_of

MARKDOWN = re.compile(
    r"st\.(?:markdown|write|write_stream|info|warning|error|success|exception|toast|latex)"
)


def calls(name: str) -> list[tuple[str, ast.Call]]:
    """Return file and call of every call of a dotted name in the app."""
    return [
        (relative(path), node)
        for path in APP
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name
    ]


def test_nothing_switches_html_on_in_markdown() -> None:
    for path in APP:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.keyword):
                assert node.arg != "unsafe_allow_html", relative(path)


def test_markdown_never_shows_a_readers_text() -> None:
    for path in APP:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.Call) and MARKDOWN.fullmatch(ast.unparse(node.func)):
                shown = [ast.unparse(argument) for argument in node.args]
                fixed = [one for one in shown if one.startswith(("messages.", "'", '"'))]
                assert shown == fixed, f"{relative(path)}: {ast.unparse(node)}"


def test_raw_html_is_used_in_one_function_for_our_own_style_sheet() -> None:
    ((where, call),) = calls("st.html")
    assert where == "pages/_components.py"
    (function,) = (
        node
        for node in ast.walk(tree_of(ROOT / "pages" / "_components.py"))
        if isinstance(node, ast.FunctionDef) and call in list(ast.walk(node))
    )
    assert function.name == "style_page"
    assert function.args.args == []


def test_no_other_way_to_emit_html_is_used() -> None:
    assert (
        users_of(r".*\.components\.v1\.(?:html|iframe)|st\.iframe|components\.(?:html|iframe)")
        == set()
    )
    assert users_of(r"st\.components\.v2\.component") <= {"pages/_components.py"}
    assert not {relative(path) for path in APP if "streamlit.components.v1.html" in imports(path)}


def test_folium_gets_nothing_that_takes_text() -> None:
    sinks = r"folium\.(?:Popup|Tooltip|GeoJson\w*|Icon|Marker|TileLayer|Element|DivIcon|Choropleth)"
    assert users_of(sinks) == set()
    assert users_of(r".*\.(?:Popup|GeoJsonTooltip|GeoJsonPopup)") == set()


@pytest.mark.parametrize("name", ["eval", "exec", "compile", "__import__"])
def test_no_text_is_run_as_code(name: str) -> None:
    assert calls(name) == []


@pytest.mark.parametrize("module", ["pickle", "marshal", "shelve", "yaml", "subprocess"])
def test_no_module_that_runs_what_it_reads_is_used(module: str) -> None:
    users = {relative(path) for path in APP if module in imports(path)}
    assert {name for name in users if not name.startswith("geo/catalogue/recipes/")} <= {
        "geo/text/readers/pdf/__init__.py",
        "geo/linker/worker_pool.py",
    }


def test_markup_is_made_by_the_escaping_module_alone() -> None:
    makers = {
        relative(path)
        for path in APP
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "Markup"
        and not all(isinstance(one, ast.Constant) and one.value == "" for one in node.args)
    }
    assert makers == {"geo/escape.py"}


def test_pages_show_markup_and_make_none() -> None:
    makers = {relative(path) for path in APP if "geo.escape.element" in imports(path)}
    assert any(name.startswith("geo/markup/") for name in makers)
    pages = {path: imports(path) for path in APP if relative(path).startswith("pages/")}
    taken = {name for names in pages.values() for name in names if name.startswith("geo.escape.")}
    assert taken <= {"geo.escape.Markup"}


def test_the_app_makes_no_outgoing_requests() -> None:
    clients = {"requests", "urllib.request", "httpx", "aiohttp", "http.client", "socket"}
    users = {relative(path) for path in APP if clients & imports(path)}
    assert {name for name in users if not name.startswith("geo/catalogue/recipes/")} == set()


def test_secrets_are_not_asked_for() -> None:
    assert not [p for p in APP if any(n.startswith("st.secrets") for n in names_used(p))]


@pytest.mark.parametrize(
    ("section", "key", "value"),
    [
        ("client", "showErrorDetails", "none"),
        ("client", "toolbarMode", "minimal"),
        ("server", "enableXsrfProtection", True),
        ("server", "enableCORS", True),
        ("server", "enableStaticServing", False),
        ("server", "showEmailPrompt", False),
        ("browser", "gatherUsageStats", False),
    ],
)
def test_the_settings_disable_what_is_not_needed(section: str, key: str, value: object) -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)[section][key] == value


def test_uploads_are_small() -> None:
    text = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["server"]["maxUploadSize"] <= 10


def test_scripts_of_ours_name_no_other_host_and_run_no_text() -> None:
    for path in [*ROOT.glob("geo/*/web/*"), *ROOT.glob("pages/web/*")]:
        if path.suffix not in {".js", ".css"}:
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"https?://|@import|\beval\(|new Function", text), path.name
