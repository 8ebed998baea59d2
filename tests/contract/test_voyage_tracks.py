"""No voyage sails over land: tracks between ports of all seas, held against 1:50m outlines.

South of 60 N the legs are searoute's, coarse and not ours. A few of them clip a cape or cross the
narrows of the Dardanelles; the ends of canals lie in outlines that know no harbour.
"""

import gzip
import json
from itertools import pairwise

import numpy as np
import shapely
from shapely import STRtree

from geo.catalogue.records import DATA
from geo.geodesy import densify, wrap_degrees
from geo.measure.voyages.network import Leg, SeaNetwork, load_network
from geo.measure.voyages.paths import paths
from geo.measure.voyages.ports import ports
from tests import shipped

STEP_KM = 2.0
MOST_KM = 9.0
"""About 5 nautical miles; the outlines are simplified and may be off by as much."""
STRIDE = 31
NARROWS = ((26.0, 27.0, 40.0, 40.6), (32.2, 32.7, 29.6, 31.4), (-80.1, -79.4, 8.7, 9.8))
"""West, east, south and north of the Dardanelles and of the Suez and Panama Canals."""


def land() -> STRtree:
    outlines = json.loads(gzip.decompress((DATA / "land-states.geojson.gz").read_bytes()))
    shapes = [shapely.geometry.shape(each["geometry"]) for each in outlines["features"]]
    return STRtree([part for one in shapes for part in shapely.get_parts(one)])


def sailed(network: SeaNetwork) -> set[Leg]:
    """Return the legs between nodes of all ways of many pairs."""
    named = sorted(port.id for port in ports(shipped.catalogue()))
    legs: set[Leg] = set()
    for at, origin in enumerate(named):
        for path in paths(network, origin, named[(at + STRIDE) % len(named)], ()):
            between = (leg for leg in pairwise(path.nodes) if not network.edge(leg).track)
            legs |= {(min(leg), max(leg)) for leg in between}
    return legs


def km_ashore(leg: Leg, outlines: STRtree) -> float:
    """Return the longest part of a leg over land, in kilometres."""
    dense = np.array(densify(leg, step_km=STEP_KM))
    points = shapely.points(wrap_degrees(dense[:, 0]), dense[:, 1])
    ashore = np.zeros(len(points), bool)
    ashore[outlines.query(points, predicate="within")[0]] = True
    runs = np.split(ashore, np.flatnonzero(np.diff(ashore)) + 1)
    return STEP_KM * max(len(run) if run[0] else 0 for run in runs)


def is_narrow(leg: Leg) -> bool:
    return any(
        all(west < lon < east and south < lat < north for lon, lat in leg)
        for west, east, south, north in NARROWS
    )


def test_no_voyage_sails_over_land() -> None:
    outlines = land()
    legs = sailed(load_network(shipped.catalogue()))
    assert len(legs) > 1000
    over = [leg for leg in legs if not is_narrow(leg) and km_ashore(leg, outlines) > MOST_KM]
    assert over == []


def test_a_leg_over_a_peninsula_would_be_found() -> None:
    assert km_ashore(((-5.6, 36.2), (-2.0, 37.0)), land()) > MOST_KM
