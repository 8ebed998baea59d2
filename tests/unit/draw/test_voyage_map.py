"""The map of a voyage: what a reader sees of its lines, names and ports."""

import re
from itertools import pairwise
from typing import get_args

import numpy as np
import pytest
from shapely import LineString, Point

from geo.catalogue.features import Catalogue
from geo.draw.chart import Chart
from geo.draw.palette import ROUTES
from geo.draw.ready_ground import load_ground
from geo.draw.voyage_css import voyage_css
from geo.draw.voyage_ground import Ground, make_ground
from geo.draw.voyage_lines import (
    DISC_RADIUS,
    ROUTE_OF_WAY,
    STRIP_UNITS,
    DrawnLine,
    DrawnPort,
    Role,
    Strip,
    heights,
    stretch_of,
    strip_window,
)
from geo.draw.voyage_map import (
    polar_ground,
    polar_lines,
    voyage_map,
    world_ground,
    world_lines,
)
from geo.errors import ExportError
from geo.geodesy import Position, length_nm
from tests.shipped import catalogue
from tests.unit.draw.voyage_svg import land_of, points

HOSTILE = "</title><script>{{7*7}}"
ROTTERDAM = DrawnPort("rotterdam", "Rotterdam", 3.95, 52.02)
YOKOHAMA = DrawnPort("yokohama", "Yokohama", 139.65, 35.4)
ENDS = (ROTTERDAM, YOKOHAMA)
NORTHEAST = (
    *((3.95, 52.02), (4.2, 62.4), (20.0, 71.8), (58.0, 70.5), (104.0, 77.9), (150.0, 72.5)),
    *((180.0, 70.0), (191.0, 66.0), (180.0, 60.5), (160.0, 48.0), (139.65, 35.4)),
)
PANAMA = (
    *((3.95, 52.02), (1.4, 50.9), (-6.0, 48.9), (-60.0, 25.0), (-79.9, 9.3), (-79.5, 8.9)),
    *((-115.0, 25.0), (-160.0, 43.0), (-200.0, 43.0), (-220.35, 35.4)),
)
SUEZ = (
    *((3.95, 52.02), (1.4, 50.9), (-6.0, 48.9), (-5.6, 35.9), (32.3, 31.3), (32.5, 29.9)),
    *((43.0, 12.6), (80.0, 5.8), (103.8, 1.2), (122.0, 22.0), (139.65, 35.4)),
)
OVER_THE_POLE = (
    *((3.95, 52.02), (4.2, 62.4), (0.0, 84.0), (0.0, 90.0), (-168.5, 86.0), (-169.0, 66.0)),
    *((-180.0, 60.5), (-200.0, 48.0), (-220.35, 35.4)),
)
THICK = stretch_of(NORTHEAST, 1900, 4300)
ROUTE = DrawnLine(
    "nsr",
    NORTHEAST,
    "lit",
    name="Northern Sea Route",
    named=(THICK,),
    rim=("Rotterdam", "Yokohama"),
)
BY_SUEZ = DrawnLine("suez", SUEZ, "usual", name="Suez", rim=("", "Suez"))
BY_PANAMA = DrawnLine("panama", PANAMA, name="Panama", rim=("", "Panama"))
BY_THE_POLE = DrawnLine("tsr", OVER_THE_POLE, name="Transpolar", rim=("", "Yokohama"))
ALL = (ROUTE, BY_SUEZ, BY_PANAMA, BY_THE_POLE)


def disc(*lines: DrawnLine, ends: tuple[DrawnPort, ...] = ENDS, **more: object) -> str:
    """Return the lines of the disc as text."""
    return polar_lines(lines, ends, label="Rotterdam to Yokohama", **more)  # type: ignore[arg-type]


def strip(*lines: DrawnLine, ends: tuple[DrawnPort, ...] = ENDS) -> str:
    """Return the lines of the strip as text."""
    return world_lines(lines, ends, Strip(*strip_window(lines)), label="Rotterdam to Yokohama")


def group(drawing: str, way: str) -> str:
    """Return the markup of one way."""
    (found,) = re.findall(rf'<g class="[^"]*" data-way="{way}">.*?</g>', drawing)
    return str(found)


def longest_step(lines: list[list[tuple[float, float]]]) -> float:
    """Return the longest straight piece of some lines."""
    return max(float(np.hypot(*np.subtract(a, b))) for line in lines for a, b in pairwise(line))


@pytest.fixture(scope="module")
def ground() -> Ground:
    """Return the ground of the app's own catalogue."""
    return load_ground(catalogue())


@pytest.mark.parametrize("line", ALL, ids=lambda line: line.id)
def test_no_line_has_a_streak_over_180_degrees(line: DrawnLine) -> None:
    for drawing in (disc(line), strip(line)):
        drawn = points(group(drawing, line.id), "line")
        assert drawn
        assert longest_step(drawn) < STRIP_UNITS / 4


def test_a_line_over_the_pole_goes_through_the_middle_of_the_disc() -> None:
    (run,) = points(group(disc(BY_THE_POLE), "tsr"), "line")
    nearest = min(_distance_to_middle(*step) for step in pairwise(run))
    assert nearest < DISC_RADIUS / 100


def _distance_to_middle(a: tuple[float, float], b: tuple[float, float]) -> float:
    start, along = np.array(a), np.subtract(b, a)
    share = np.clip(-start @ along / (along @ along), 0, 1)
    return float(np.hypot(*(start + share * along)))


def test_lines_on_the_disc_end_at_its_rim() -> None:
    for line in ALL:
        for run in points(group(disc(line), line.id), "line"):
            assert max(np.hypot(x, y) for x, y in run) <= DISC_RADIUS + 1


def test_the_named_part_is_drawn_thicker_than_the_rest_of_the_lit_way() -> None:
    markup = group(disc(ROUTE), "nsr")
    (named,), (whole,) = points(markup, "named"), points(markup, "line")
    assert 0.2 * _length(whole) < _length(named) < 0.9 * _length(whole)
    css = voyage_css()
    assert ".named { stroke: var(--tone); stroke-width: 5px" in css
    assert ".polar .lit .line { stroke-width: 2.6px" in css


def _length(line: list[tuple[float, float]]) -> float:
    return sum(float(np.hypot(*np.subtract(a, b))) for a, b in pairwise(line))


def test_a_line_that_leaves_the_disc_says_for_where_at_the_rim() -> None:
    text = " ".join(re.sub(r"<[^>]*>", " ", disc(ROUTE, BY_SUEZ, BY_PANAMA)).split())
    assert "to Yokohama" in text
    assert "to Suez and Panama" in text
    assert "to Rotterdam" not in text


def test_a_line_within_the_disc_has_no_note() -> None:
    inside = DrawnLine("nsr", NORTHEAST[:7], "lit", rim=("Rotterdam", "Pevek"))
    assert 'class="note ' not in disc(inside)


def test_a_way_that_begins_beyond_the_rim_says_for_where_there_too() -> None:
    back = DrawnLine("nsr", NORTHEAST[::-1], "lit", rim=("Yokohama", "Rotterdam"))
    assert "to Yokohama" in re.sub(r"<[^>]*>", "", disc(back))


def test_the_strip_shows_the_destination_at_both_ends_and_the_origin_once() -> None:
    west, width = strip_window(ALL)
    assert west < -220.35
    assert west + width > 191
    drawing = strip(*ALL)
    assert drawing.count('data-port="yokohama"') == 2
    assert drawing.count('data-port="rotterdam"') == 1


@pytest.mark.parametrize(
    "lines",
    [
        (BY_SUEZ, BY_PANAMA),
        (ROUTE,),
        (DrawnLine("direct", ((3.95, 52.0), (-40.0, 48.0), (-74.0, 40.5))),),
        (DrawnLine("direct", ((122.0, 31.0), (180.0, 45.0), (236.0, 48.0))),),
        (DrawnLine("direct", ((80.0, 10.0), (50.0, -10.0), (30.0, -30.0))),),
    ],
)
def test_the_strip_cuts_no_line(lines: tuple[DrawnLine, ...]) -> None:
    west, width = strip_window(lines)
    lons = [lon for line in lines for lon, lat in line.positions if lat < 70]
    assert width >= 360
    assert west < min(lons)
    assert max(lons) < west + width


@pytest.mark.parametrize(
    ("track", "cut"),
    [
        (((3.95, 52.0), (-40.0, 48.0), (-74.0, 40.5)), -170),
        (((122.0, 31.0), (180.0, 45.0), (236.0, 48.0)), -30),
    ],
)
def test_a_pair_in_one_ocean_has_a_world_cut_in_the_other(
    track: tuple[Position, ...], cut: float
) -> None:
    assert strip_window([DrawnLine("direct", track)]) == (cut, 360)


def test_a_strip_without_lines_is_the_world_once() -> None:
    assert strip_window([])[1] == 360


def test_texts_are_escaped() -> None:
    port = DrawnPort("a", HOSTILE, 33, 69)
    end = DrawnPort("b", HOSTILE, 3.95, 52.02)
    line = DrawnLine("nsr", NORTHEAST, "lit", name=HOSTILE[:12], rim=("", HOSTILE))
    drawing = polar_lines([line], [end], label=HOSTILE, ports=[port])
    both = drawing + world_lines([line], [end], Strip(-170, 360), label=HOSTILE, ports=[port])
    assert "<script" not in both
    assert "{{" not in both
    assert both.count("</title>") == both.count("<title>")


@pytest.mark.parametrize("identity", ['"><script>', "a b", "", "a'b", "-a"])
def test_ids_are_of_a_way_or_plain(identity: str) -> None:
    with pytest.raises(ExportError):
        DrawnLine(identity, NORTHEAST)
    with pytest.raises(ExportError):
        DrawnPort(identity, "A", 0, 70)
    if identity:  # a track may have no slug
        with pytest.raises(ExportError):
            DrawnLine("nsr", NORTHEAST, variant=identity)


@pytest.mark.parametrize("track", [(), ((3.95, 52.02),)])
def test_a_line_has_two_positions_at_least(track: tuple[Position, ...]) -> None:
    with pytest.raises(ExportError):
        DrawnLine("nsr", track)


def test_a_line_far_from_the_disc_is_on_the_strip_only() -> None:
    far = DrawnLine("direct", ((80.0, 10.0), (50.0, -10.0), (30.0, -30.0)), "lit", name="Direct")
    assert "data-way" in disc(far)
    assert not points(group(disc(far), "direct"), "line")
    assert points(group(strip(far), "direct"), "line")


def test_a_named_part_without_length_is_left_out() -> None:
    assert not points(disc(DrawnLine("nsr", NORTHEAST, "lit", named=((),))), "named")


def test_the_lit_way_lies_above_the_others_whatever_their_order() -> None:
    ways = re.findall(r'data-way="(\w+)"', disc(*ALL))
    assert sorted(ways) == sorted(line.id for line in ALL)
    assert ways[-1] == "nsr"


def test_variants_are_in_the_group_of_their_way() -> None:
    other = DrawnLine("nsr", NORTHEAST[:6], "variant", "north")
    shut = DrawnLine("nsr", NORTHEAST[:5], "shut", "shallow")
    markup = group(disc(other, shut, ROUTE), "nsr")
    assert 'class="way lit"' in markup
    assert 'class="variant" data-variant="north"' in markup
    assert 'class="variant shut" data-variant="shallow"' in markup


def test_a_shut_way_says_so() -> None:
    assert 'class="way shut"' in disc(DrawnLine("nwp", NORTHEAST, "shut"), ROUTE)


@pytest.mark.parametrize("role", [role for role in get_args(Role) if role != "variant"])
def test_the_sheet_knows_how_each_way_stands(role: str) -> None:
    if role != "rest":
        assert f".{role}" in voyage_css()
    assert f'class="way {role}"' in disc(DrawnLine("nsr", NORTHEAST, role))  # type: ignore[arg-type]


def test_dashes_are_those_of_the_other_maps() -> None:
    css = voyage_css()
    for way, route in ROUTE_OF_WAY.items():
        (rule,) = re.findall(rf'\.way\[data-way="{way}"\]{{([^}}]*)}}', css)
        dashes = ROUTES[route][1] if route else ()
        assert f"--dash:{' '.join(f'{d:g}' for d in dashes) or 'none'}" in rule


def test_names_stand_along_arctic_ways_on_the_disc_and_near_southern_ones_on_the_strip() -> None:
    polar, world = disc(*ALL), strip(*ALL)
    assert set(re.findall(r'href="#voyage-along-wide-(\w+)"', polar)) == {"nsr", "tsr"}
    assert set(re.findall(r'class="near \w+">([^<]*)', world)) == {"Suez", "Panama"}
    for way in ("nsr", "tsr"):
        assert polar.count(f'id="voyage-along-wide-{way}"') == 1


def test_names_read_from_left_to_right() -> None:
    for first, *_, last in points(disc(*ALL), "baseline"):
        assert first[0] < last[0]


def test_other_ports_can_be_pressed_and_are_named() -> None:
    murmansk = DrawnPort("murmansk", "Murmansk", 33.05, 68.97)
    santos = DrawnPort("santos", "Santos", -46.3, -23.9)
    drawing = disc(ROUTE, ports=[murmansk, santos, ROTTERDAM])
    assert '<g class="port" data-port="murmansk"><title>Murmansk</title>' in drawing
    assert "santos" not in drawing
    assert drawing.count('data-port="rotterdam"') == 1


def test_a_drawing_has_a_name_for_screen_readers_and_its_ground_none() -> None:
    for drawing in (disc(ROUTE), strip(ROUTE)):
        assert 'role="img" aria-label="Rotterdam to Yokohama"' in drawing
        assert "tabindex" not in drawing


def test_ground_and_lines_have_the_same_box(ground: Ground) -> None:
    pairs = [
        (polar_ground(ground), disc(*ALL)),
        (world_ground(ground, Strip(*strip_window(ALL))), strip(*ALL)),
    ]
    for under, lines in pairs:
        assert re.findall('viewBox="[^"]*"', under) == re.findall('viewBox="[^"]*"', lines)
        assert 'aria-hidden="true"' in under


def test_grounds_are_small_and_the_same_each_time(ground: Ground) -> None:
    drawn = polar_ground(ground)
    assert len(drawn.encode()) < 150_000
    assert drawn == polar_ground(ground)
    assert len(world_ground(ground, Strip(-230, 431)).encode()) < 40_000


def test_land_on_the_strip_has_no_seam(ground: Ground) -> None:
    """Neither where the chart ends, at 11 W, nor at 180 degrees: no long upright edge of land."""
    seams = [(lon + 180) * STRIP_UNITS / 360 for lon in (-180, -11, 180)]
    for *_, d in ground.land:
        for run in points(f'<path d="{d}" class="land"', "land"):
            for (x0, y0), (x1, y1) in pairwise(run):
                for seam in seams:
                    assert max(abs(x0 - seam), abs(x1 - seam)) > 2 or abs(y1 - y0) < 15


@pytest.mark.parametrize(("west", "width"), [(-230, 431), (-170, 360), (-30, 360), (95, 455)])
def test_land_fills_the_strip_whatever_it_shows(ground: Ground, west: int, width: int) -> None:
    """Africa, Australia and America are there as often as the strip is wide enough for them."""
    drawn = world_ground(ground, Strip(west, width))
    scale = STRIP_UNITS / width
    for lon, lat in ((20, 10), (135, -25), (-60, -10), (-100, 45), (100, 60)):
        shown = [lon + turn for turn in (-360, 0, 360) if west < lon + turn < west + width]
        for one in shown:
            at = Point((one - west) * scale, float(heights((lat,), Strip(west, width))[0]))
            assert any(area.contains(at) for area in land_of(drawn)), (lon, lat)


def test_waters_of_a_state_can_be_raised(ground: Ground) -> None:
    under = polar_ground(ground)
    assert under.count('data-state="RU"') == 1
    stacked = voyage_map(under, polar_lines(ALL, ENDS, label="A"), frame="polar", raised=["RU"])
    assert stacked.startswith('<div class="voyage-map polar"')
    assert 'data-raised="RU"' in stacked.partition(">")[0]
    assert '.voyage-map[data-raised~="RU"] .zone[data-state="RU"]' in voyage_css()


def test_a_ground_without_features_is_drawn(charts: dict[str, Chart], small: Catalogue) -> None:
    made = make_ground(charts["polar"], charts["mercator"], small)
    assert 'class="land' in polar_ground(made)


def test_a_stretch_is_as_long_as_it_is_asked_for() -> None:
    assert length_nm(LineString(THICK)) == pytest.approx(2400, abs=1)
    whole = stretch_of(NORTHEAST, 0, 99_999)
    assert np.array(whole) == pytest.approx(np.array(NORTHEAST))
    assert stretch_of(NORTHEAST, 99_000, 99_999) == ()
