"""docs/architecture.md is true to the code: its floors, its picture, and the places to touch."""

import re
import tomllib
from importlib import import_module
from importlib.util import find_spec

from tests.repository import ROOT

TEXT = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
    "importlinter"
]["contracts"]


def section(title: str) -> str:
    """Return the text under a heading."""
    return TEXT.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def paths(text: str) -> list[str]:
    """Return the paths of the repository that a text names."""
    return re.findall(r"`((?:geo|pages|docs|seeds|tests)/[\w./]*|[\w-]+\.(?:py|md|toml))`", text)


def dotted(path: str) -> str:
    """Return the name of a package or module in a contract: `geo/text/` is `geo.text`."""
    return path.removesuffix(".py").rstrip("/").replace("/", ".")


def test_the_floors_are_those_of_the_import_contract() -> None:
    rows = [line for line in section("Floors").splitlines() if line.startswith("| `")]
    told = [{dotted(path) for path in paths(row.split("|")[1])} for row in rows]
    (layers,) = (one["layers"] for one in CONTRACTS if one["type"] == "layers")
    assert told == [set(layer.split(" | ")) for layer in layers]


def test_every_package_and_module_of_geo_is_on_a_floor() -> None:
    floors = {dotted(path) for path in paths(section("Floors"))}
    here = {dotted(f"geo/{one.name}") for one in (ROOT / "geo").iterdir() if one.suffix == ".py"}
    here |= {f"geo.{one.parent.name}" for one in (ROOT / "geo").glob("*/__init__.py")}
    assert here - {"geo.__init__"} <= floors


def test_every_path_that_it_names_exists() -> None:
    named = paths(TEXT)
    assert len(named) > 40
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_module_in_the_picture_exists() -> None:
    floors = r"(?:text|linker|catalogue|measure|draw|markup|exchange|view)"
    named = re.findall(rf"\b{floors}\.[a-z_]+(?:\.[a-z_]+)?", section("How data flow"))
    assert len(named) > 20
    assert [name for name in named if not _exists(name)] == []
    assert not _exists("text.readers.nothing")
    assert not _exists("catalogue.features.nothing")


def _exists(name: str) -> bool:
    """Whether a package, a module or what a module holds is in `geo`."""
    if find_spec("geo." + name.rpartition(".")[0]) is None:
        return False
    within, _, last = f"geo.{name}".rpartition(".")
    parent = import_module(within)
    return hasattr(parent, last) or hasattr(parent, last.capitalize()) or _is_module(within, last)


def _is_module(package: str, name: str) -> bool:
    return hasattr(import_module(package), "__path__") and bool(find_spec(f"{package}.{name}"))
