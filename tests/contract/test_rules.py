"""Rules along a track are the same on the card, in the command and in every file."""

import csv
import html
import io
import json
import re
import sqlite3
from functools import cache, partial
from pathlib import Path

import pytest

from geo import messages
from geo.catalogue.records import DATA
from geo.draw.layers import LAYERS, layer_of
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv
from geo.markup.cards import card, to_feature
from geo.markup.rules import rules_lanes, rules_table
from geo.measure.__main__ import main
from geo.measure.measured import Measured
from geo.view import View
from tests.unit.exchange.views import seeds, shipped, snapshot_of

ROWS = [
    row
    for row in csv.DictReader((DATA / "passes.csv").read_text(encoding="utf-8").splitlines())
    if row["kind"] == "regime"
]
TRACKS = list(dict.fromkeys((row["feature"], row["variant"]) for row in ROWS))
NSR = ("nsr", "kara-gate-sannikov")
_TAG = re.compile(r"<[^>]*>")


@cache
def shown() -> ViewSnapshot:
    every = View(frame="mercator", shown=tuple(layer.id for layer in LAYERS))
    return snapshot_of(every, catalogue=shipped(), articles=seeds())


@cache
def measured() -> Measured:
    return Measured(shown().waters, shown().transits)


def sums(track: tuple[str, str]) -> dict[str, float]:
    """Return the miles of a track by area of rules, from the shipped table itself."""
    made: dict[str, float] = {}
    for row in ROWS:
        if (row["feature"], row["variant"]) == track:
            miles = float(row["to_nm"]) - float(row["from_nm"])
            made[row["water"]] = made.get(row["water"], 0.0) + miles
    return made


def named(track: tuple[str, str]) -> dict[str, str]:
    return {shipped().features[one].name: f"{nm:,.0f} nm" for one, nm in sums(track).items()}


@cache
def files() -> tuple[list[dict[str, str]], dict[str, dict], str, bytes]:
    """Return the rows of the CSV file, the properties by id, the KML and the GeoPackage."""
    rows = list(csv.DictReader(io.StringIO(features_csv(shown()).decode("utf-8-sig"))))
    items = json.loads(make_geojson(shown()))["features"]
    properties = {item["id"]: item["properties"] for item in items}
    return rows, properties, make_kml(shown()).decode(), make_geopackage(shown())


def link() -> partial:
    return partial(to_feature, catalogue=shipped(), view=View())


def plain(markup: str) -> str:
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


def test_the_routes_through_the_arctic_have_the_rules_of_their_waters() -> None:
    assert {"nsr", "nwp", "tsr", "nep", "arctic-bridge"} <= {feature for feature, _ in TRACKS}
    assert {"nsr-water-area", "polar-code-waters", "heavy-fuel-oil-ban"} <= set(sums(NSR))
    assert not any(one.startswith("shipping-safety") for one in sums(NSR))
    passage = sums(("nwp", "route-1"))
    assert {"northern-canada-vts-zone", "shipping-safety-control-zone-13"} <= set(passage)
    assert "nsr-water-area" not in passage


def test_the_pole_lies_under_the_fisheries_agreement() -> None:
    assert sums(("tsr", "via-north-pole"))["central-arctic-fisheries"] > 500


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_no_rule_is_longer_than_its_track(track: tuple[str, str]) -> None:
    length = shown().waters.length_nm(*track)
    assert all(0 < nm <= length + 0.1 for nm in sums(track).values())


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_the_table_has_a_row_for_each_area_of_rules(track: tuple[str, str]) -> None:
    made = rules_table(shipped().features[track[0]], track[1], measured(), link())
    assert made
    cells = re.findall(r"<tr><th[^>]*>(.*?)</th><td>(.*?)</td><td>(.*?)</td></tr>", made)
    assert {plain(name): nm for name, nm, _ in cells} == named(track)
    assert all(re.fullmatch(r"(<1|\d\d?|100) %", plain(share)) for *_, share in cells)
    assert "0 %" not in {plain(share) for *_, share in cells}
    assert "not to be added" in made


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_areas_of_one_kind_share_a_lane_and_the_parts_fill_no_more_than_it(
    track: tuple[str, str],
) -> None:
    feature = shipped().features[track[0]]
    made = rules_lanes(shipped(), feature, track[1], measured())
    assert made
    kinds = {layer_of(shipped().features[one]).title for one in sums(track)}
    lanes = re.findall(r"<li[^>]*>(.*?)</li>", made)
    assert len(lanes) == len(kinds)
    for lane in lanes:
        assert 'class="on"' in lane
        assert sum(map(float, re.findall(r"width:([\d.]+)%", lane))) <= 100.01


def test_overlapping_areas_of_one_kind_count_once() -> None:
    feature = shipped().features["nwp"]
    made = rules_lanes(shipped(), feature, "route-1", measured())
    assert made
    zones = [nm for one, nm in sums(("nwp", "route-1")).items() if "control-zone" in one]
    lane = next(lane for lane in re.findall(r"<li[^>]*>(.*?)</li>", made) if "ontrol" in lane)
    miles = re.search(r"([\d,]+) nm", plain(lane))
    assert miles
    assert float(miles[1].replace(",", "")) <= sum(zones) + 1


def test_the_card_of_a_route_shows_them_and_that_of_a_state_does_not() -> None:
    pane = shown().pane
    for identity, has_rules in (("nsr", True), ("RU", False)):
        made = card(shipped(), shipped().features[identity], pane, reasons=(), measured=measured())
        assert (messages.RULES_ALONG in made) is has_rules


@pytest.mark.parametrize(
    "track", [NSR, ("nwp", "route-3"), ("tsr", "via-north-pole")], ids="/".join
)
def test_the_command_and_every_file_have_the_same_miles(
    track: tuple[str, str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["waters", track[0], "--rules"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    own = {line["regime"]: line["nm"] for line in lines if line["variant"] == track[1]}
    assert own == pytest.approx(sums(track), abs=0.01)
    phrase = "; ".join(f"{name}: {nm}" for name, nm in named(track).items())
    rows, properties, kml, geopackage = files()
    assert [r["rules"] for r in rows if (r["id"], r["variant"]) == track] == [phrase]
    found = {one["id"]: one["length_nm"] for one in properties[".".join(track)]["rules"]}
    assert found == pytest.approx(sums(track), abs=0.1)
    assert html.escape(phrase, quote=False) in kml
    path = tmp_path / "view.gpkg"
    path.write_bytes(geopackage)
    with sqlite3.connect(path) as database:
        query = 'SELECT rules FROM "routes" WHERE id = ? AND variant = ?'
        assert database.execute(query, track).fetchone() == (phrase,)


def test_in_order_the_command_gives_the_stretches(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["waters", "nwp", "--rules", "--order"]) == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    own = [line for line in lines if line["variant"] == "route-1"]
    assert own == sorted(own, key=lambda line: line["from_nm"])
    assert all(
        line["nm"] == pytest.approx(line["to_nm"] - line["from_nm"], abs=0.01) for line in own
    )
