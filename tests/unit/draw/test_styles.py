"""Styles: status by dash, selection by colour and width, each kind in its pane."""

from dataclasses import replace

import pytest

from geo.catalogue.records import Feature
from geo.catalogue.schema import KINDS, STATUSES
from geo.draw.palette import DASHES, PALETTES, WIDTHS
from geo.draw.styles import EMPHASES, PANES, Emphasis, Style, dashes_of, style_key, style_of

ROUTE = Feature("a", "route", "A", "observed", "schematic", "A note.")
LIGHT = PALETTES["light"]


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
    assert styles["highlighted"].stroke == palette.highlight
    assert styles["plain"].stroke == palette.kinds[kind]
    assert styles["highlighted"] != styles["plain"]


def test_areas_are_clickable_on_their_whole_surface() -> None:
    for kind in ("zone", "state", "sea", "strait", "region", "group", "place", "dispute"):
        assert styled(kind=kind).fill


def test_a_quiet_variant_is_thinner_and_paler() -> None:
    plain, quiet = styled("plain"), styled("quiet")
    assert quiet.stroke_px < plain.stroke_px
    assert quiet.stroke_opacity < plain.stroke_opacity
    assert quiet.casing is None
