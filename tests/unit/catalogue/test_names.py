"""The catalogue's names, as the lexicon takes them."""

import json
from pathlib import Path

from geo.catalogue.names import load_names, names_of
from geo.catalogue.records import Feature, Name

ROUTE = Feature(
    "nsr",
    "route",
    "Northern Sea Route",
    "official",
    "schematic",
    "A note.",
    names=(Name("NSR", exact_case=True), Name("Севморпуть", lang="ru", in_lexicon=False)),
)


def test_display_name_first_then_each_other_name_with_its_rule() -> None:
    first, second, third = names_of([ROUTE])
    assert (first.text, first.is_display_name, first.kind) == ("Northern Sea Route", True, "route")
    assert (second.text, second.exact_case, second.is_display_name) == ("NSR", True, False)
    assert (third.lang, third.in_lexicon, third.feature) == ("ru", False, "nsr")


def test_a_broken_file_costs_only_its_own_names(tmp_path: Path) -> None:
    good = {
        "id": "a",
        "kind": "sea",
        "name": "A Sea",
        "status": "observed",
        "precision": "schematic",
        "note": "A note.",
        "last_checked": "2026-11-30",
        "sources": [{"title": "A source"}],
    }
    body = {"type": "FeatureCollection", "features": [{"properties": good, "geometry": None}]}
    (tmp_path / "a.geojson").write_text(json.dumps(body), encoding="utf-8")
    (tmp_path / "b.geojson").write_text("not JSON", encoding="utf-8")
    assert [name.text for name in load_names(tmp_path)] == ["A Sea"]
    assert load_names(tmp_path / "nowhere") == []
