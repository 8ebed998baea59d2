"""No way crosses a name on the maps of voyages, and each name keeps within its map."""

import random
import re
from functools import cache
from itertools import pairwise

import numpy as np
import pytest

from geo.draw.voyage_lines import DISC_RADIUS, STRIP_UNITS, DrawnLine, Strip, strip_window
from geo.draw.voyage_map import polar_lines, world_lines
from geo.draw.voyage_names import SIDES, Box, box_beside, width_px
from geo.draw.voyage_settings import SETTINGS, Setting
from geo.exchange.voyages.lines import drawn_ends, drawn_lines
from geo.measure.voyages.api import measure_voyage
from geo.measure.voyages.ports import ports
from tests.shipped import catalogue

PAIRS = (
    "Rotterdam, Yokohama", "Murmansk, Shanghai", "Shanghai, New York", "Murmansk, Churchill",
    "Dikson, Tiksi", "Sabetta, Shanghai", "Saint Petersburg, Vladivostok", "Kirkenes, Yokohama",
    "Hamburg, Busan", "Petropavlovsk-Kamchatsky, Saint Petersburg",
)  # fmt: skip
TEXT = re.compile(r"<text(?P<attributes>[^>]*)>(?P<inner>.*?)</text>")
GROUP = re.compile(r'<g class="way [^"]*" data-way="([^"]*)">(.*?)</g>')
PORT_PX, NOTE_PX, NEAR_PX = 11.5, 11.0, 11.5
STRIP_PX = STRIP_UNITS / 360
AIR_PX = 1.0
"""Boxes are higher than their letters."""


def random_pairs(count: int = 6) -> list[str]:
    """Return pairs of ports that nobody chose, the same at each run."""
    names = sorted(port.name for port in ports(catalogue()))
    drawn = random.Random(13).sample(names, 2 * count)  # noqa: S311  a selection of ports
    return [f"{a}, {b}" for a, b in zip(drawn[::2], drawn[1::2], strict=True)]


@cache
def drawings(pair: str) -> tuple[str, str, tuple[DrawnLine, ...]]:
    """Return the disc and the strip of a pair of ports, and what is drawn."""
    origin, destination = pair.split(", ")
    found = measure_voyage(origin, destination, catalogue=catalogue())
    lines, ends = drawn_lines(found, found.ways[0].via), drawn_ends(found)
    west, width = strip_window(lines)
    strip = world_lines(lines, ends, Strip(west, width), label="A")
    return polar_lines(lines, ends, label="A"), strip, tuple(lines)


def tracks(drawing: str, units: float) -> dict[str, np.ndarray]:
    """Return points along what is drawn of each way, in pixels."""
    found = {}
    for way, inner in GROUP.findall(drawing):
        runs = []
        for d in re.findall(r'<path d="([^"]*)"[^>]*class="(?:line|variant)[^"]*"', inner):
            for x, y, rest in re.findall(r"M(\S+) (\S+?)l([^Mz]*)", d):
                steps = np.array(re.findall(r"-?\d+", rest), dtype=float).reshape(-1, 2)
                run = np.vstack([(float(x), float(y)), steps]).cumsum(axis=0) / units
                ends = pairwise(run)
                runs += [np.linspace(a, b, int(np.hypot(*(b - a))) + 2) for a, b in ends]
        if runs:
            found[way] = np.vstack(runs)
    return found


def names(drawing: str, units: float, look: str = "") -> list[tuple[str, Box, str]]:
    """Return level names of a setting: text, box in pixels, and the way that it names."""
    own = {inner: way for way, inner in GROUP.findall(drawing)}
    found = []
    for match in TEXT.finditer(drawing):
        told = dict(re.findall(r'([a-z]+)="([^"]*)"', match["attributes"]))
        classes = told.get("class", "").split()
        if (look and look not in classes) or "along" in classes:
            continue
        rows = re.findall(r"<tspan[^>]*>(.*?)</tspan>", match["inner"]) or [match["inner"]]
        at = float(told["x"]) / units, float(told["y"]) / units
        way = next((way for inner, way in own.items() if match[0] in inner), "")
        found.append((" ".join(rows), _box(at, rows, classes), way))
    return found


def _box(at: tuple[float, float], rows: list[str], classes: list[str]) -> Box:
    side = next((one for one in classes if one in SIDES), "")
    if side:
        return box_beside(at, rows[0], side, PORT_PX)
    size = NOTE_PX if "note" in classes else NEAR_PX
    wide = max(width_px(row, size) for row in rows) * (0.94 if "note" in classes else 1)
    left = at[0] - wide * (("start" not in classes) + ("end" in classes)) / 2
    if "note" in classes:
        return left, at[1] - size * 0.8, left + wide, at[1] + size * (1.15 * len(rows) - 0.9)
    high = size * len(rows) * 0.35
    return left, at[1] - high, left + wide, at[1] + high


def crossed(drawing: str, units: float, look: str = "") -> list[str]:
    """Return the names that another way than their own crosses."""
    ways = tracks(drawing, units)
    return [
        f"{text} by {way}"
        for text, (left, top, right, bottom), own in names(drawing, units, look)
        for way, points in ways.items()
        if way != own
        and np.any(
            (points[:, 0] > left + AIR_PX) & (points[:, 0] < right - AIR_PX)
            & (points[:, 1] > top + AIR_PX) & (points[:, 1] < bottom - AIR_PX)
        )
    ]  # fmt: skip


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.look)
@pytest.mark.parametrize("pair", [*PAIRS, *random_pairs()])
def test_no_way_crosses_a_name_on_the_disc(pair: str, setting: Setting) -> None:
    disc, _, _ = drawings(pair)
    assert crossed(disc, setting.units_per_px, setting.look) == []


@pytest.mark.parametrize("pair", [*PAIRS, *random_pairs()])
def test_no_way_crosses_a_name_on_the_strip(pair: str) -> None:
    _, strip, _ = drawings(pair)
    assert crossed(strip, STRIP_PX) == []


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.look)
@pytest.mark.parametrize("pair", [*PAIRS, *random_pairs()])
def test_names_on_the_disc_keep_within_the_map_and_notes_beyond_the_rim(
    pair: str, setting: Setting
) -> None:
    disc, _, _ = drawings(pair)
    edge = setting.radius + setting.reach
    for text, (left, top, right, bottom), _ in names(disc, setting.units_per_px, setting.look):
        assert -edge - 1 <= left < right <= edge + 1, text
        assert -setting.radius - 1 <= top < bottom <= setting.radius + setting.under + 1, text
        if text.startswith("to "):
            x = max(left, -right, 0.0)
            y = max(top, -bottom, 0.0)
            assert np.hypot(x, y) > setting.radius, text


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.look)
def test_a_note_stands_where_its_way_leaves_the_disc(setting: Setting) -> None:
    disc, _, _ = drawings("Rotterdam, Yokohama")
    exits = {
        "to Yokohama": tracks(disc, setting.units_per_px)["nsr"],
        "to Suez": tracks(disc, setting.units_per_px)["suez"],
    }
    notes = [(text, box) for text, box, _ in names(disc, setting.units_per_px, setting.look)]
    for word, points in exits.items():
        ((_, (left, top, right, bottom)),) = [one for one in notes if one[0].startswith(word)]
        at = points[np.hypot(*points.T) > 0.99 * setting.radius]
        dx = np.maximum(np.maximum(left - at[:, 0], at[:, 0] - right), 0)
        dy = np.maximum(np.maximum(top - at[:, 1], at[:, 1] - bottom), 0)
        assert np.hypot(dx, dy).min() < 0.25 * setting.radius, word


@pytest.mark.parametrize("pair", ["Rotterdam, Yokohama", "Murmansk, Shanghai", "Hamburg, Busan"])
def test_the_cape_is_named_where_it_lies(pair: str) -> None:
    _, strip, lines = drawings(pair)
    shown = Strip(*strip_window(lines))
    ((_, (left, top, right, bottom), _),) = [
        one for one in names(strip, STRIP_PX) if one[0].startswith("Cape")
    ]
    cape = (19.0 - shown.west) * shown.scale / STRIP_PX
    assert min(abs(left - cape), abs(right - cape)) < 40 or left < cape < right
    assert top > 0.6 * shown.height / STRIP_PX
    assert bottom < shown.height / STRIP_PX


def test_the_ground_is_named_in_full_where_no_way_leads() -> None:
    text = re.sub(r"<[^>]*>", " ", polar_lines([], [], label="A"))
    for name in ("Russia", "Canada", "Greenland", "Norway", "Iceland", "Barents", "Arctic"):
        assert name in text


def test_a_name_along_a_way_has_its_line_on_the_disc() -> None:
    disc, _, _ = drawings("Rotterdam, Yokohama")
    for setting in SETTINGS:
        found = re.findall(rf'id="voyage-along-{setting.look}-(\w+)"', disc)
        assert set(found) == {"nsr", "nwp", "tsr"}
    assert DISC_RADIUS / SETTINGS[0].units_per_px == SETTINGS[0].radius
