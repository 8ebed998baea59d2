"""What the page says when a data file is gone."""

import shutil
from pathlib import Path

from geo.catalogue.features import load_catalogue
from geo.catalogue.records import DATA
from pages._context import empty_layers


def test_a_missing_zone_file_is_reported_by_its_layer_and_the_rest_works(tmp_path: Path) -> None:
    for path in DATA.glob("*.geojson"):
        if path.name != "zones.geojson":
            shutil.copy(path, tmp_path)
    catalogue = load_catalogue(tmp_path, strict=False)
    (sentence,) = empty_layers(catalogue)
    assert "Maritime zones" in sentence
    assert "nsr" in catalogue.features


def test_the_shipped_catalogue_leaves_no_layer_empty() -> None:
    assert empty_layers(load_catalogue()) == []
