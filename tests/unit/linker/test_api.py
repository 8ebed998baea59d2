import subprocess
import sys

import geo.text
from geo.text import mention_table


def test_five_lines_bring_a_table() -> None:
    table = mention_table("Russia and the Nordics share the Barents Sea.")
    assert list(table.columns) == ["start", "end", "surface", "target", "kind", "rule"]
    assert list(table["target"]) == ["RU", "nordics", "barents-sea"]


def test_a_text_without_names_brings_an_empty_table() -> None:
    assert geo.text.mention_table("Nothing here.").empty


def test_an_unknown_name_is_an_attribute_error() -> None:
    assert not hasattr(geo.text, "nonsense")


def test_linking_loads_no_geometry_and_no_tables() -> None:
    code = (
        "import sys; from geo.text import find; find('Russia'); "
        "print([name for name in ('pandas', 'shapely', 'geopandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.strip() == "[]"
