"""Consistency: every place that shows a figure or a name of a track shows the same."""

import csv
import html
import io
import json
import re
import sqlite3
from collections import Counter
from functools import cache, partial
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from geo import messages
from geo.catalogue.records import DATA
from geo.draw.layers import LAYERS
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv
from geo.markup.cards import card, to_feature
from geo.markup.passages import ReadingPane
from geo.markup.waters_strip import waters_strip
from geo.markup.waters_table import waters_table
from geo.measure.__main__ import main
from geo.measure.measured import Measured
from geo.measure.roles import SOVEREIGN
from geo.measure.tables import split_states
from geo.view import View
from tests.unit.exchange.views import seeds, shipped, snapshot_of

EVERY_LAYER = View(frame="mercator", shown=tuple(layer.id for layer in LAYERS))
TABLE = list(csv.DictReader((DATA / "waters.csv").read_text(encoding="utf-8").splitlines()))
TRACKS = list(dict.fromkeys((row["feature"], row["variant"]) for row in TABLE))
COASTAL = {"internal_waters", "territorial_sea", "eez", "joint"}
_ROW = re.compile(r"<tr>(.*?)</tr>")
_TAG = re.compile(r"<[^>]*>")


def seen(markup: str) -> str:
    """Return what a reader sees of markup."""
    return " ".join(html.unescape(_TAG.sub(" ", markup)).split())


@cache
def shown() -> ViewSnapshot:
    """Return a view of everything, with the articles that ship."""
    return snapshot_of(EVERY_LAYER, catalogue=shipped(), articles=seeds())


def named_sums(track: tuple[str, str]) -> dict[str, float]:
    """Return the miles of a track by the name of the area, from the shipped table itself."""
    sums: Counter[str] = Counter()
    for row in TABLE:
        if (row["feature"], row["variant"]) == track:
            known = shipped().features.get(row["zone_id"])
            name = known.name if known else messages.ZONES[row["zone"]]
            sums[name] += float(row["to_nm"]) - float(row["from_nm"])
    return sums


def nation_sums(track: tuple[str, str]) -> dict[str, float]:
    """Return the miles of a track in each nation's waters, from the shipped table itself."""
    sums: Counter[str] = Counter()
    for row in TABLE:
        if (row["feature"], row["variant"]) == track and row["zone"] in COASTAL:
            codes = set(split_states(row["state"]))
            for nation in codes | {SOVEREIGN[code] for code in codes & SOVEREIGN.keys()}:
                sums[nation] += float(row["to_nm"]) - float(row["from_nm"])
    return sums


def rows_of(markup: str) -> dict[str, list[str]]:
    """Return the rows of the tables in markup: the cells after the first by the first."""
    found: dict[str, list[str]] = {}
    for row in _ROW.findall(markup):
        first, *cells = (seen(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row))
        found[first] = cells
    return found


def waters_of(track: tuple[str, str]) -> str:
    """Return the strip and the tables of the waters along a track, as markup."""
    feature, slug = shipped().features[track[0]], track[1]
    to = partial(to_feature, catalogue=shipped(), view=View())
    measured = Measured(shown().waters, shown().transits)
    strip = waters_strip(feature, slug, shown().waters, to, name_of=name_of)
    return f"{strip}{waters_table(feature, slug, measured, to)}"


def name_of(identity: str) -> str:
    return shipped().features[identity].name


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_each_named_sum_is_that_of_the_rows_with_its_name(track: tuple[str, str]) -> None:
    table = re.search(r'<table class="figures">.*?</table>', waters_of(track))
    assert table
    rows = {name: cells[0] for name, cells in rows_of(table[0]).items()}
    total = rows.pop(messages.TOTAL)
    sums = named_sums(track)
    assert rows == {name: f"{nm:,.0f} nm" for name, nm in sums.items()}
    assert total == f"{sum(sums.values()):,.0f} nm"


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_rows_add_up_to_their_sum_as_shown_or_the_table_says_so(track: tuple[str, str]) -> None:
    made = waters_of(track)
    table = re.search(r'<table class="figures">.*?</table>', made)
    assert table
    rows = rows_of(table[0])
    whole = rows.pop(messages.TOTAL)
    numbers = [[int(re.sub(r"\D", "", cell)) for cell in cells] for cells in rows.values()]
    nm, percent = (sum(column) for column in zip(*numbers, strict=True))
    is_exact = (f"{nm:,} nm", f"{percent} %") == tuple(whole)
    assert is_exact or messages.ROUNDED.format(nm=nm, percent=percent) in seen(made)


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_the_strip_names_areas_as_the_table_does(track: tuple[str, str]) -> None:
    titles = [html.unescape(t) for t in re.findall(r' title="([^"]*)"', waters_of(track))]
    assert {title.rpartition(": ")[0] for title in titles} == set(named_sums(track))


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_the_strip_is_as_long_as_the_track_and_so_are_the_miles_under_it(
    track: tuple[str, str],
) -> None:
    made = waters_of(track)
    widths = re.findall(r'class="run" style="width:([\d.]+)%"', made)
    assert sum(map(float, widths)) == pytest.approx(100, abs=2)
    owners = re.search(r'<ul class="owners">.*?</ul>', made)
    assert owners
    miles = [int(nm.replace(",", "")) for nm in re.findall(r"([\d,]+) nm", seen(owners[0]))]
    assert sum(miles) == pytest.approx(sum(named_sums(track).values()), abs=len(miles))
    told = re.search(r'role="img" aria-label="([^"]*)"', made)
    assert told
    spoken = [int(nm.replace(",", "")) for nm in re.findall(r"([\d,]+) nm", told[1])]
    assert len(spoken) == len(widths)
    assert sum(spoken) == pytest.approx(sum(named_sums(track).values()), abs=len(spoken))


def card_of(identity: str, slug: str) -> str:
    """Return the card of a feature with a variant chosen."""
    view = View(feature=identity, variant=slug)
    feature = shipped().features[identity]
    pane = ReadingPane((), (), view, (), (), lambda one: shipped().features[one].name)
    return card(shipped(), feature, pane, reasons=shown().reasons_for(feature, slug))


@cache
def files() -> dict[str, dict[tuple[str, str], dict[str, str]]]:
    """Return length and nations by feature and variant, from each data file."""
    sheet = csv.DictReader(io.StringIO(features_csv(shown()).decode("utf-8-sig"), newline=""))
    found = {"csv": {(row["id"], row["variant"]): row for row in sheet}}
    found["geojson"] = {}
    for item in json.loads(make_geojson(shown()))["features"]:
        facts = item["properties"]
        nations = "; ".join(f"{n['nation']}: {n['said']}" for n in facts.get("nations", ()))
        found["geojson"][facts["id"], facts.get("variant", "")] = {
            "length_nm": str(facts.get("length_nm", "")),
            "nations": nations,
            "on_map": facts["on_map"],
        }
    found["kml"] = _from_kml()
    return found


def _from_kml() -> dict[tuple[str, str], dict[str, str]]:
    found: dict[tuple[str, str], dict[str, str]] = {}
    space = "{http://www.opengis.net/kml/2.2}"
    for mark in ET.fromstring(make_kml(shown())).iter(f"{space}Placemark"):  # noqa: S314  our own
        lines = str(mark.findtext(f"{space}description")).splitlines()
        address = next(line for line in lines if line.startswith("https://map.example/?feature="))
        identity, _, slug = address.partition("feature=")[2].partition("&variant=")
        told = {"length_nm": "", "nations": "", "on_map": ""}
        for line in lines:
            told["length_nm"] += line if line.startswith("Length: ") else ""
            told["nations"] += line.removeprefix(f"{messages.WHY_SHOWN}: ") * line.startswith(
                f"{messages.WHY_SHOWN}: "
            )
            told["on_map"] += line * (line in messages.ON_MAP.values())
        found[identity, slug] = told
    return found


def test_every_file_agrees_on_every_feature_and_variant() -> None:
    sheet, geojson, kml = (files()[name] for name in ("csv", "geojson", "kml"))
    assert sheet.keys() == geojson.keys() == kml.keys()
    assert len(sheet) > 500
    for key, row in sheet.items():
        assert row["nations"].lstrip("'") == geojson[key]["nations"] == kml[key]["nations"], key
        assert row["on_map"] == geojson[key]["on_map"] == kml[key]["on_map"], key
        assert row["length_nm"] == geojson[key]["length_nm"], key
        length = messages.LENGTH.format(nm=float(row["length_nm"])) if row["length_nm"] else ""
        assert length == kml[key]["length_nm"], key


def test_the_geopackage_agrees_with_the_table(tmp_path: Path) -> None:
    path = tmp_path / "all.gpkg"
    path.write_bytes(make_geopackage(shown()))
    database = sqlite3.connect(path)
    for layer in ("routes", "corridors", "states", "boundaries", "ports"):
        rows = database.execute(f'SELECT id, variant, nations, length_nm FROM "{layer}"').fetchall()  # noqa: S608
        assert rows
        for identity, slug, nations, length_nm in rows:
            if identity not in shown().places:  # the pole, which Mercator cannot draw
                assert (identity, slug) not in files()["csv"]
                continue
            row = files()["csv"][identity, slug]
            assert row["nations"].lstrip("'") == nations
            assert row["length_nm"] == ("" if length_nm is None else str(length_nm))
    count = database.execute("SELECT count(*) FROM links").fetchone()[0]
    database.close()
    assert count == len(shown().mentions)


@pytest.mark.parametrize("track", TRACKS, ids="/".join)
def test_a_variants_card_and_row_give_its_own_length_and_its_own_miles(
    track: tuple[str, str],
) -> None:
    row = files()["csv"][track]
    made = card_of(*track)
    length = sum(named_sums(track).values())
    facts = re.search(r'<ul class="facts">.*?</ul>', made)
    assert facts
    assert f"{length:,.0f} nm" in seen(facts[0])
    chosen = re.findall(r'aria-current="true">.*?</a>', made)
    assert len(chosen) == (len([one for one in TRACKS if one[0] == track[0]]) > 1)
    assert all(f"{length:,.0f} nm" in seen(one) for one in chosen)
    assert f"{float(row['length_nm']):,.0f}" == f"{length:,.0f}"
    told = dict(re.findall(r"([A-Z]{2}): ([\d,]+) nm in its waters", row["nations"]))
    nm_by_nation = {k: f"{nm:,.0f}" for k, nm in nation_sums(track).items() if nm >= 1}
    assert told == nm_by_nation
    text = seen(made)
    for nm in nm_by_nation.values():
        assert f"{nm} nm in its waters" in text
    others = re.findall(r"up to [\d,]+ nm \(", text)
    assert len(re.findall(r"[\d,]+ nm in its waters", text)) == len(told)
    assert len(others) == row["nations"].count("only on other variants")


@pytest.mark.parametrize("identity", sorted({feature for feature, _ in TRACKS} | {"psr"}))
def test_without_a_variant_a_figure_says_whose_it_is(identity: str) -> None:
    feature = shipped().features[identity]
    owners = {identity, *feature.members}
    routes = [track for track in TRACKS if track[0] in owners]
    for reason in shown().reasons_for(feature):
        if not reason.length_nm:
            continue
        most = max(nation_sums(track).get(reason.nation, 0.0) for track in routes)
        assert f"{most:,.0f} nm" in reason.words
        if len(routes) > 1:
            assert reason.words.startswith("up to ")
            assert reason.words.endswith(")")


def test_the_command_gives_the_sums_of_the_card(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["waters"]) == 0
    told: dict[tuple[str, str], dict[str, str]] = {}
    for line in map(json.loads, capsys.readouterr().out.splitlines()):
        known = shipped().features.get(line["zone_id"])
        name = known.name if known else messages.ZONES[line["zone"]]
        told.setdefault((line["feature"], line["variant"]), {})[name] = f"{line['nm']:.2f}"
    assert told == {
        track: {name: f"{nm:.2f}" for name, nm in named_sums(track).items()} for track in TRACKS
    }
