"""Styles: status by dash, selection by colour and width, each kind in its pane."""

from dataclasses import replace
from itertools import pairwise

import pytest

from geo.catalogue.records import Feature
from geo.catalogue.schema import KINDS, STATUSES
from geo.draw.palette import DASHES, PALETTES, WIDTHS, Palette
from geo.draw.styles import (
    EMPHASES,
    HERO,
    PANE_ORDER,
    PANES,
    Emphasis,
    Style,
    dashes_of,
    style_key,
    style_of,
)
from tests import shipped

ROUTE = Feature("a", "route", "A", "observed", "schematic", "A note.")
LIGHT = PALETTES["light"]
_AT_THE_RIM = ("suez", "panama", "cape-of-good-hope")


def styled(emphasis: Emphasis = "plain", **fields: object) -> Style:
    """Return how the route is drawn with other fields, by day."""
    return style_of(style_key(replace(ROUTE, **fields), emphasis), LIGHT)  # type: ignore[arg-type]


def test_every_kind_has_a_pane_a_width_and_a_colour_in_both_themes() -> None:
    for kind in KINDS:
        assert kind in PANES
        assert kind in WIDTHS
        assert all(kind in palette.kinds for palette in PALETTES.values())


def test_status_is_shown_by_dash_and_never_by_colour_alone() -> None:
    dashes = {status: styled(status=status).dashes for status in STATUSES}
    assert dashes["official"] == ()
    assert len(set(dashes.values())) == len(STATUSES)
    colours = {styled(status=status).stroke for status in STATUSES}
    assert len(colours) == 1


def test_a_boundary_is_dashed_by_how_it_came_about() -> None:
    lines = {
        line: styled(kind="boundary", details={"line": line}).dashes
        for line in ("agreed", "computed", "claimed")
    }
    assert lines == {line: DASHES[line] for line in lines}
    assert len(set(lines.values())) == 3
    assert dashes_of(style_key(replace(ROUTE, kind="boundary"), "plain")) == DASHES["computed"]


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_recognised_when_highlighted(kind: str, theme: str) -> None:
    palette = PALETTES[theme]
    feature = replace(ROUTE, kind=kind)
    styles = {each: style_of(style_key(feature, each), palette) for each in EMPHASES}
    lit = styles["highlighted"]
    assert palette.highlight in {lit.stroke, lit.fill}
    assert lit.is_visible
    assert all(lit != styles[each] for each in EMPHASES if each != "highlighted")


def test_areas_are_clickable_on_their_whole_surface() -> None:
    for kind in ("zone", "state", "sea", "strait", "region", "group", "place", "dispute"):
        assert styled(kind=kind).fill


def test_a_lesser_variant_is_thin_and_the_rest_is_dimmed_to_about_a_third() -> None:
    plain, variant, dimmed = styled("plain"), styled("variant"), styled("dimmed")
    assert variant.stroke_px < plain.stroke_px / 1.5
    (casing,) = variant.casings
    assert casing.stroke_opacity == 1, "the dashes of what lies below fill the gaps"
    assert casing.stroke_px > variant.stroke_px
    assert 0.3 <= dimmed.stroke_opacity / plain.stroke_opacity <= 0.4
    assert [casing.stroke_opacity for casing in dimmed.casings] < [
        casing.stroke_opacity for casing in plain.casings
    ]


def test_a_settled_dispute_is_still_seen_beside_a_selection() -> None:
    settled = styled("dimmed", kind="dispute", status="observed")
    assert settled.symbol == "settled"
    assert 0.5 < settled.stroke_opacity < 1


@pytest.mark.parametrize("theme", PALETTES)
def test_the_accent_is_the_hero_s_alone_until_something_is_selected(theme: str) -> None:
    palette = PALETTES[theme]
    features = shipped.catalogue().features.values()
    at_rest = {f.id: style_of(style_key(f, "plain"), palette) for f in features}
    assert [i for i, s in at_rest.items() if palette.highlight in {s.stroke, s.fill}] == [HERO]
    kept = style_of(style_key(shipped.catalogue().features[HERO], "kept"), palette)
    assert kept.stroke == palette.kinds["route"]


def test_no_two_routes_of_the_catalogue_that_share_waters_look_alike() -> None:
    routes = [f for f in shipped.catalogue().of_kind("route") if f.id not in _AT_THE_RIM]
    looks = {f.id: style_of(style_key(f, "kept"), LIGHT) for f in routes}
    assert len({(look.stroke_px, look.dashes) for look in looks.values()}) == len(routes)


def test_the_four_kinds_of_waters_differ_and_whisper_at_rest() -> None:
    kinds = ("internal_waters", "territorial_sea", "eez", "high_seas")
    fills = [styled(kind="zone", details={"zone": kind}).fill_opacity for kind in kinds]
    assert sorted(fills, reverse=True) == fills
    assert len(set(fills)) == len(kinds)
    assert max(fills) <= 0.3
    raised = [styled("kept", kind="zone", details={"zone": kind}).fill_opacity for kind in kinds]
    assert all(more > less for more, less in zip(raised[:3], fills[:3], strict=True))


def _lightness(colour: list[float]) -> float:
    """Return CIE L* of red, green and blue, 0 to 255."""
    linear = [
        c / 3294.6 if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4  # sRGB's formula
        for c in colour
    ]
    bright = sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    return 116 * bright ** (1 / 3) - 16


@pytest.mark.parametrize("theme", PALETTES)
def test_neighbouring_kinds_of_waters_are_told_apart_by_their_lightness(theme: str) -> None:
    kinds = ("internal_waters", "territorial_sea", "eez", "high_seas")
    fills = [styled(kind="zone", details={"zone": kind}).fill_opacity for kind in kinds]
    sea, tone = (
        [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
        for colour in (PALETTES[theme].sea, PALETTES[theme].waters)
    )
    seen = [
        _lightness([s + (t - s) * fill for s, t in zip(sea, tone, strict=True)]) for fill in fills
    ]
    assert all(abs(one - other) >= 2.9 for one, other in pairwise(seen)), seen


def test_disputes_settled_ones_ports_cities_and_projects_have_signs_of_their_own() -> None:
    signs = [
        styled(kind="dispute", status="disputed").symbol,
        styled(kind="dispute", status="official").symbol,
        *(styled(kind="place", type=kind).symbol for kind in ("port", "city", "project")),
    ]
    assert len(set(signs)) == len(signs)
    assert all(signs)


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_an_area_of_rules_is_a_dashed_line_whose_fill_hides_nothing(palette: Palette) -> None:
    feature = replace(ROUTE, kind="regime", status="official", type="polar-code")
    at_rest = style_of(style_key(feature, "plain"), palette)
    beside = style_of(style_key(feature, "dimmed"), palette)
    assert at_rest.dashes == DASHES["regime"] != ()
    assert 0 < beside.fill_opacity < at_rest.fill_opacity <= 0.06
    assert PANE_ORDER.index("water") < PANE_ORDER.index(at_rest.pane) < PANE_ORDER.index("land")
    assert style_of(style_key(feature, "highlighted"), palette).stroke == palette.highlight
