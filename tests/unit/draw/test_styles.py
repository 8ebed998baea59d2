"""Styles: status by dash, selection by colour and width, each kind in its pane."""

from dataclasses import replace

import pytest

from geo.catalogue.records import Feature
from geo.catalogue.schema import KINDS, STATUSES
from geo.draw.palette import DASHES, PALETTES, WIDTHS
from geo.draw.styles import EMPHASES, PANES, dash_of, style_of

ROUTE = Feature("a", "route", "A", "observed", "schematic", "A note.")
LIGHT = PALETTES["light"]


def test_every_kind_has_a_pane_a_width_and_a_colour_in_both_themes() -> None:
    for kind in KINDS:
        assert kind in PANES
        assert kind in WIDTHS
        assert all(kind in palette.kinds for palette in PALETTES.values())


def test_status_is_told_by_dash_and_never_by_colour_alone() -> None:
    dashes = {status: dash_of(replace(ROUTE, status=status)) for status in STATUSES}
    assert dashes["official"] == ""
    assert len(set(dashes.values())) == len(STATUSES)
    colours = {style_of(replace(ROUTE, status=s), LIGHT, "plain")["color"] for s in STATUSES}
    assert len(colours) == 1


def test_a_boundary_is_dashed_by_how_it_came_about() -> None:
    lines = {
        line: dash_of(replace(ROUTE, kind="boundary", details={"line": line}))
        for line in ("agreed", "computed", "claimed")
    }
    assert lines == {line: DASHES[line] for line in lines}
    assert len(set(lines.values())) == 3
    assert dash_of(replace(ROUTE, kind="boundary")) == DASHES["computed"]


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_can_be_told_when_lit(kind: str, theme: str) -> None:
    palette = PALETTES[theme]
    feature = replace(ROUTE, kind=kind)
    styles = {emphasis: style_of(feature, palette, emphasis) for emphasis in EMPHASES}
    assert styles["lit"]["color"] == palette.lit
    assert styles["plain"]["color"] == palette.kinds[kind]
    assert styles["lit"] != styles["plain"]


def test_lines_can_be_hit_by_a_finger_and_areas_by_their_whole_surface() -> None:
    for kind in ("route", "corridor", "boundary"):
        assert style_of(replace(ROUTE, kind=kind), LIGHT, "plain")["grip"] >= 16
    for kind in ("zone", "state", "sea", "strait", "region", "group", "place", "dispute"):
        assert style_of(replace(ROUTE, kind=kind), LIGHT, "plain")["fill"] is True


def test_a_quiet_variant_is_thinner_and_paler() -> None:
    plain, quiet = (style_of(ROUTE, LIGHT, emphasis) for emphasis in ("plain", "quiet"))
    assert quiet["weight"] < plain["weight"]
    assert quiet["opacity"] < plain["opacity"]
    assert "casing" not in quiet
