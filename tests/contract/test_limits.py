"""The calculated limits lie where official limits and agreed points say that they lie."""

import csv
import gzip
import json

import numpy as np
import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geo.catalogue.recipes.boundaries.lines import read_points
from geo.catalogue.recipes.coast import to_plane
from geo.catalogue.records import DATA, FINE_ZONES
from geo.geodesy import METRES_PER_NM
from tests.repository import ROOT

OFFICIAL = ROOT / "tests" / "data" / "norway-200nm.csv"
"""About every fourth point of Norway's limits of 200 nautical miles (Kartverket, Norges maritime
grenser, CC BY 4.0)."""


@pytest.fixture(scope="module")
def zones() -> dict[str, BaseGeometry]:
    """Return the fine zones in the plane."""
    features = json.loads(gzip.decompress((DATA / FINE_ZONES).read_bytes()))["features"]
    return {
        item["properties"]["id"]: shapely.make_valid(
            shapely.transform(shape(item["geometry"]), lambda ll: to_plane(ll[:, 0], ll[:, 1]))
        )
        for item in features
    }


def off_nm(lines: BaseGeometry, lonlat: np.ndarray) -> np.ndarray:
    """Return how far points are from lines of the plane, in nautical miles."""
    return shapely.distance(lines, shapely.points(to_plane(*lonlat.T))) / METRES_PER_NM


def official() -> dict[str, np.ndarray]:
    rows = list(csv.DictReader(OFFICIAL.read_text(encoding="utf-8").splitlines()))
    names = dict.fromkeys(row["line"] for row in rows)
    return {
        name: np.array([(row["lon"], row["lat"]) for row in rows if row["line"] == name], float)
        for name in names
    }


def test_norways_outer_limits_are_the_official_ones(zones: dict[str, BaseGeometry]) -> None:
    high_seas = [
        zones[one] for one in ("banana-hole", "loophole", "central-arctic-ocean-high-seas")
    ]
    own = [zones[one] for one in ("no-eez", "sj-svalbard-eez", "sj-jan-mayen-eez")]
    edge = shapely.intersection(
        shapely.boundary(shapely.union_all(high_seas)), shapely.union_all(own).buffer(200.0)
    )
    for name, lonlat in official().items():
        off = off_nm(edge, lonlat)
        # Where two zones meet, the official list runs on within them.
        at_limit = off[off < 2.0]
        assert len(at_limit) > 15, name
        assert np.median(at_limit) < (0.1 if name != "svalbard-200nm-3" else 0.9), name
        assert np.quantile(at_limit, 0.95) < 1.0, name


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        # Where agreed lines end at 200 nautical miles of a state whose baselines are derived.
        (-0.488695, 64.432816, "fo-eez"),
        (-5.5784, 65.6896, "fo-eez"),
        (-13.268056, 60.151389, "fo-eez"),
        (-5.007694, 74.363028, "gl-eez"),
        (-2.789700, 76.914000, "gl-eez"),
    ],
)
def test_agreed_points_at_two_hundred_miles_lie_on_the_limit(
    zones: dict[str, BaseGeometry], lon: float, lat: float, zone: str
) -> None:
    assert off_nm(shapely.boundary(zones[zone]), np.array([[lon, lat]]))[0] < 0.5


def test_each_point_of_the_lines_in_force_is_on_an_edge_of_the_zones(
    zones: dict[str, BaseGeometry],
) -> None:
    edges = shapely.union_all([shapely.boundary(zone) for zone in zones.values()])
    points = read_points()
    for line in (
        "finland-estonia-1996", "sweden-denmark-1984-bornholm", "sweden-ussr-1988",
        "denmark-norway-1965", "norway-russia-2010", "canada-greenland-1973",
        "faroes-uk-1999", "greenland-jan-mayen-1995",
    ):  # fmt: skip
        lonlat = points.loc[points["line"] == line, ["lon", "lat"]].to_numpy(float)
        inner = off_nm(edges, lonlat[1:-1])
        assert np.median(inner) < 0.1, line
        assert (inner < 0.2).mean() > 0.8, line
