"""The architecture holds: what may be used where, how large files are, what is pinned."""

import ast
import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from tests.distributions import installed, pinned, plain, required
from tests.repository import ROOT, tracked

LARGE = {
    "geo/catalogue/data/base/land.geojson",
    "geo/catalogue/data/zones-fine.geojson.gz",
    "geo/catalogue/data/zones.geojson",
}
"""The only files of 300 KB and more: land and zones, as fine as their tests need."""
MOST_BYTES = 300_000
MOST_DEPENDENCIES = 15
TOP = {"geo", "pages", "tests", "seeds", "bench", "docs"}


def sources(*tops: str) -> list[Path]:
    """Return the Python files under some folders or files of the top level."""
    return [
        ROOT / name
        for name in tracked()
        if name.endswith(".py") and (name.split("/")[0] in tops or name in tops)
    ]


APP = sources("dashboard.py", "geo", "pages")


def relative(path: Path) -> str:
    """Return a path as git writes it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"))


def names_used(path: Path) -> set[str]:
    """Return every dotted name that a file uses, as written."""
    return {
        ast.unparse(node) for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)
    }


def imports(path: Path) -> set[str]:
    """Return the modules that a file imports."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def users_of(pattern: str) -> set[str]:
    """Return the app's files that use a dotted name that matches."""
    return {
        relative(path)
        for path in APP
        if any(re.fullmatch(pattern, name) for name in names_used(path))
    }


def importers_of(package: str) -> set[str]:
    """Return the app's files that import a package."""
    return {
        relative(path)
        for path in APP
        if any(name == package or name.startswith(f"{package}.") for name in imports(path))
    }


def test_the_domain_knows_no_streamlit() -> None:
    assert not {name for name in importers_of("streamlit") if name.startswith("geo/")}


def test_folium_and_branca_are_imported_in_one_module() -> None:
    assert importers_of("folium") == {"geo/draw/leaflet.py"}
    assert importers_of("branca") == set()
    assert importers_of("streamlit_folium") == {"pages/_components.py"}


def test_nothing_of_the_running_app_opens_files_through_gdal() -> None:
    users = users_of(r".*\bread_file") | importers_of("pyogrio") | importers_of("fiona")
    assert {name for name in users if not name.startswith("geo/catalogue/recipes/")} == set()


def test_text_that_is_shown_is_escaped_in_one_module() -> None:
    """The reader of web pages writes HTML too: a smaller page for the extractor, never shown."""
    escaping = users_of(r"\bhtml\.escape|\bquoteattr|\bsaxutils")
    assert {name for name in escaping if "/readers/html/" not in name} == {"geo/escape.py"}


def test_byte_order_marks_are_known_to_one_decoder() -> None:
    assert users_of(r"(?:codecs\.)?BOM\w*") == {"geo/decode.py"}


def test_an_encoding_is_chosen_in_one_decoder() -> None:
    stated = {"utf-8", "utf-8-sig", "ascii"}
    chosen = {
        relative(path)
        for path in APP
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "decode"
        for encoding in [*node.args[:1], *(k.value for k in node.keywords if k.arg == "encoding")]
        if not (isinstance(encoding, ast.Constant) and encoding.value in stated)
    }
    assert chosen == {"geo/decode.py"}


def test_caches_are_in_one_module_and_bounded() -> None:
    assert users_of(r"st\.cache_\w+") <= {"pages/_cache.py"}
    for node in ast.walk(tree_of(ROOT / "pages" / "_cache.py")):
        if not isinstance(node, ast.FunctionDef):
            continue
        for decorator in node.decorator_list:
            if "cache_" in ast.unparse(decorator) and node.args.args:
                assert "max_entries" in ast.unparse(decorator), node.name


def test_session_and_address_are_read_and_written_in_one_module() -> None:
    assert users_of(r"st\.(?:query_params|session_state)(?:\..*)?") == {"pages/_state.py"}


def test_every_module_is_of_a_size_that_can_be_read() -> None:
    long = {
        relative(path): len(path.read_text(encoding="utf-8").splitlines())
        for path in sources("dashboard.py", "geo", "pages", "tests", "bench")
    }
    del long["geo/messages.py"]  # a table of words, in one place by design
    assert {name: lines for name, lines in long.items() if lines > 400} == {}


def test_no_file_is_large_except_the_named_ones() -> None:
    large = {name for name in tracked() if (ROOT / name).stat().st_size >= MOST_BYTES}
    assert large <= LARGE


def test_nothing_names_a_path_of_one_machine() -> None:
    path = re.compile(rb"(?<![\w./])/(?:work|home|root|Users|tmp|mnt)/[\w.-]")
    found = [
        name
        for name in tracked()
        if name.endswith((".py", ".md", ".toml", ".cfg", ".txt", ".csv", ".json", ".js", ".css"))
        and name != "tests/contract/test_architecture.py"
        and path.search((ROOT / name).read_bytes())
    ]
    assert found == []


def test_no_library_is_copied_into_the_repository() -> None:
    foreign = re.compile(r"(?:leaflet|jquery|bootstrap|proj4)[\w.-]*\.(?:js|css)$|\.min\.|vendor/")
    assert [name for name in tracked() if foreign.search(name)] == []


def project() -> dict[str, list[str]]:
    """Return the `project` table of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)["project"]
    return table


def test_there_are_fifteen_direct_dependencies_at_most() -> None:
    assert len(project()["dependencies"]) <= MOST_DEPENDENCIES


def test_requirements_are_pinned_and_hold_every_dependency() -> None:
    direct = {plain(re.split(r"[~=<>! ]", one)[0]) for one in project()["dependencies"]}
    assert direct <= set(pinned("requirements.txt"))


def test_requirements_are_complete_with_the_extras_that_are_asked_for() -> None:
    pins = pinned("requirements.txt")
    assert required(pins, installed()) - set(pins) == set()


@pytest.mark.parametrize("name", ["requirements.txt", "tests/requirements.txt"])
def test_no_pin_names_an_address(name: str) -> None:
    assert pinned(name)
    assert "://" not in (ROOT / name).read_text(encoding="utf-8")


def test_the_top_level_is_as_drawn() -> None:
    folders = {name.split("/")[0] for name in tracked() if "/" in name}
    assert folders <= TOP | {".ci", ".streamlit"}
    assert {name for name in tracked() if name.endswith(".py") and "/" not in name} == {
        "dashboard.py"
    }


def test_uploads_are_read_and_linked_by_workers_only() -> None:
    apart = (
        *("text.readers.read_document", "text.readers.read_pasted"),
        *("text.user_articles.user_article", "text.user_articles.restored_user_article"),
        *("linker.mentions.find_mentions", "linker.links.find_article_mentions"),
    )
    for module, _, name in (f"geo.{one}".rpartition(".") for one in apart):
        assert hasattr(import_module(module), name), (
            name
        )  # a rename would leave nothing to look for
    users = set[str]().union(*(importers_of(f"geo.{name}") for name in apart))
    assert not {name for name in users if name.startswith("pages/")}
    linkers = {n for n in importers_of("geo.linker.links.link_article") if n.startswith("pages/")}
    assert linkers == {"pages/_cache.py"}  # the articles that come with the app
