import subprocess
import sys

import geo.linker
from geo.linker import mention_table


def test_the_five_lines_of_the_readme_give_a_table() -> None:
    table = mention_table("Russia and the Nordics share the Barents Sea.")
    assert list(table.columns) == ["start", "end", "surface", "target", "kind", "rule"]
    assert list(table["target"]) == ["RU", "nordics", "barents-sea"]


def test_a_text_without_names_gives_an_empty_table() -> None:
    assert geo.linker.mention_table("Nothing here.").empty


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(geo.linker, "nonsense")


def test_linking_loads_no_geometry_and_no_tables() -> None:
    code = (
        "import sys; from geo.linker import find; find('Russia'); "
        "print([name for name in ('pandas', 'shapely', 'geopandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
