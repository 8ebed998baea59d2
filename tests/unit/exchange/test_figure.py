"""The figure: right size, honest words, the same bytes for the same view."""

import io
import re
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread
from pypdf import PdfReader

from geo.draw import faces
from geo.draw import figure as renderer
from geo.draw.figure import typefaces
from geo.draw.figure.map import PageTransform, draw_map, set_up
from geo.draw.figure.sheet import printable
from geo.draw.frames import FRAMES
from geo.draw.palette import LIGHT
from geo.draw.styles import PANE_ORDER
from geo.errors import ExportError
from geo.exchange.figure import make_figure, make_preview, sheet_text
from geo.exchange.snapshot import ViewSnapshot
from geo.view import View
from tests.tints import tints_of
from tests.unit.exchange.views import BAD, seeds, shipped, snapshot_of


def made(view: View | None = None, *, form: Any, size: Any = "a4") -> bytes:
    """Return a figure of a view; the same one is drawn once."""
    return _made(view, form, size)


@cache
def _made(view: View | None, form: Any, size: Any) -> bytes:
    return make_figure(snapshot_of(view), form=form, size=size)


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize(("size", "pixels"), [("a4", (3508, 2481)), ("16-9", (4000, 2250))])
def test_a_png_has_300_dots_an_inch(size: str, pixels: tuple[int, int]) -> None:
    file = made(form="png", size=size)
    height, width, _ = imread(io.BytesIO(file)).shape
    assert (width, height) == pixels
    assert b"pHYs" in file


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_the_same_view_and_day_give_the_same_bytes(form: str) -> None:
    assert made(form=form) == make_figure(snapshot_of(), form=form)


def test_the_date_written_is_the_date_handed_in() -> None:
    snapshot = snapshot_of()
    object.__setattr__(snapshot, "day", date(2001, 2, 3))
    file = make_figure(snapshot, form="pdf")
    assert "3 February 2001" in text_of(file)
    assert str(PdfReader(io.BytesIO(file)).metadata["/CreationDate"]).startswith("D:20010203")


@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_the_figure_has_legend_sources_and_notice(frame: str) -> None:
    snapshot = snapshot_of(View(frame=frame, feature="nsr"), catalogue=shipped(), articles=[])
    text = text_of(make_figure(snapshot, form="pdf"))
    owed = [
        "Northern Sea Route",
        "One route, as a test.",
        "Legend",
        "Sources",
        "Not for navigation",
    ]
    owed += ["1,000 nautical miles (1,852 km) at 70° N", "Natural Earth"]
    owed += ["22 November 2026", "https://map.example/?feature=nsr", "more, listed in the app"]
    owed += ["Distances on this map are true at 70° N"] if frame == "polar" else ["Mercator"]
    for words in owed:
        assert words in text


@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_the_graticule_and_the_arctic_circle_are_named_and_no_two_labels_touch(frame: str) -> None:
    snapshot = snapshot_of(View(frame=frame, feature="nsr"), catalogue=shipped(), articles=[])
    drawn = renderer._drawn(
        snapshot.scene, snapshot.chart, sheet_text(snapshot), renderer.SIZES["a4"]
    )
    (axes,) = drawn.axes
    labels = {" ".join(text.get_text().split()) for text in axes.texts}
    owed = {"60° N", "70° N", "80° N", "Arctic Circle", "Bering Strait", "CANADA"}
    assert owed | ({"150°W", "30°E", "180°"} if frame == "polar" else set()) <= labels
    boxes = [text.get_window_extent() for text in axes.texts if len(text.get_text()) > 1]
    letters = [text.get_window_extent() for text in axes.texts if len(text.get_text()) == 1]
    assert not [one for one, other in combinations(boxes, 2) if one.overlaps(other)]
    assert not [one for one in letters if any(one.overlaps(other) for other in boxes)]


def test_the_selected_route_s_name_runs_along_its_line() -> None:
    snapshot = snapshot_of(View(feature="nsr"), catalogue=shipped(), articles=[])
    drawn = renderer._drawn(
        snapshot.scene, snapshot.chart, sheet_text(snapshot), renderer.SIZES["a4"]
    )
    (axes,) = drawn.axes
    letters = [text for text in axes.texts if text.get_color() == LIGHT.highlight]
    assert "".join(text.get_text() for text in letters) == "NorthernSeaRoute"
    assert len({round(text.get_rotation()) for text in letters}) > 5


def test_the_scale_bar_is_as_long_as_it_says() -> None:
    svg = made(form="svg").decode()
    page = PageTransform(FRAMES["polar"], renderer.SIZES["a4"][1] - 2 * renderer._MARGIN_IN)
    bars = re.findall(r'<path d="M ([\d.]+) ([\d.]+) \nL ([\d.]+) \2 \nL \3 ([\d.]+) ', svg)
    lengths = [float(b) - float(a) for a, _, b, _ in bars]
    half = 500 * 1852 / (page.units_per_inch * page.metres_per_unit) * 72
    assert any(abs(length - half) < 0.5 for length in lengths)


def test_formulas_and_markup_in_names_stay_text() -> None:
    text = text_of(made(View(feature="pole"), form="pdf"))
    assert "$x^2$" in text
    assert "</script>" in text
    assert "<img" not in made(View(feature="pole"), form="svg").decode()


def test_characters_without_a_glyph_show_as_a_box() -> None:
    assert printable("北 a\u0301 Å") == "□ a\u0301 Å"
    assert printable(BAD) == BAD


def test_nothing_left_and_unknown_forms_are_refused() -> None:
    snapshot = snapshot_of(View(nations=("JP",)), articles=[])
    with pytest.raises(ExportError, match="nothing to export"):
        make_figure(snapshot)
    with pytest.raises(ExportError, match="formats are pdf, svg, png"):
        made(form="gif")


def test_the_figure_quotes_the_passage_and_names_three_sources_and_how_many_more() -> None:
    snapshot = snapshot_of(View(feature="nsr"), catalogue=shipped(), articles=seeds())
    sheet = sheet_text(snapshot)
    assert ("Northern Sea Route", True) in sheet.quote
    assert "gCaptain" in sheet.quoted_from
    assert len(sheet.sources) == 3
    own = {source.title for source in shipped().feature("nsr").sources}
    assert all(any(title.rstrip(".") in line for title in own) for line in sheet.sources[:2])
    assert sheet.sources[2] == "Land and coasts: Natural Earth."
    assert sheet.more_sources == len(snapshot.sources) - 3
    text = text_of(make_figure(snapshot, form="pdf"))
    assert "A Russian nuclear-powered icebreaker escorts" in text
    assert "Photo credit" not in text
    assert f"and {sheet.more_sources} more, listed in the app" in text


@pytest.mark.parametrize("feature", ["", "nwp", "kirkenes", "RU", "barents-sea"])
@pytest.mark.parametrize("size", ["a4", "16-9"])
def test_three_sources_are_printed_that_say_something(feature: str, size: Any) -> None:
    snapshot = snapshot_of(View(feature=feature), catalogue=shipped(), articles=seeds())
    sources = sheet_text(snapshot).sources
    assert len(sources) == 3
    assert not [line for line in sources if "package" in line or "Arctic Bridge" in line]
    text = text_of(make_figure(snapshot, form="pdf", size=size))
    printed = text[text.index(" Sources ") :]
    assert all(line.split(" ")[0] in printed for line in sources)
    assert "Land and coasts: Natural Earth." in printed


def texts_of(snapshot: ViewSnapshot, *, dots_per_inch: int) -> list[tuple[str, float, float]]:
    """Return what is written on the map of a figure, and where, as it is drawn for a file."""
    seen: list[tuple[str, float, float]] = []
    drawn_at: list[float] = []

    class Spy(Figure):
        def savefig(self, *args: Any, dpi: int, **options: Any) -> None:
            drawn_at.append(dpi)
            seen.extend(
                (t.get_text(), *(round(float(v), 2) for v in t.get_position()))
                for t in self.axes[0].texts
            )
            super().savefig(*args, dpi=dpi, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(renderer, "Figure", Spy)
        if dots_per_inch == renderer.PREVIEW_DOTS_PER_INCH:
            make_preview(snapshot, size="a4")
        else:
            make_figure(snapshot, form="png")
    assert drawn_at == [dots_per_inch]
    return seen


def test_the_preview_is_the_same_drawing_as_the_file() -> None:
    snapshot = snapshot_of(catalogue=shipped(), articles=seeds())
    small = texts_of(snapshot, dots_per_inch=renderer.PREVIEW_DOTS_PER_INCH)
    assert len(small) > 100
    assert small == texts_of(snapshot, dots_per_inch=renderer.DOTS_PER_INCH)


def test_the_figure_names_the_seas_and_ways_and_keeps_names_off_signs_and_lines() -> None:
    snapshot = snapshot_of(catalogue=shipped(), articles=seeds())
    drawn = renderer._drawn(
        snapshot.scene, snapshot.chart, sheet_text(snapshot), renderer.SIZES["a4"]
    )
    (axes,) = drawn.axes
    texts = [text for text in axes.texts if len(text.get_text()) > 1]
    named = {" ".join(text.get_text().split()) for text in texts}
    owed = {"GREENLAND (Denmark)", "SVALBARD (Norway)", "Barents Sea", "Kara Sea", "Laptev Sea"}
    assert owed | {"East Siberian Sea", "Chukchi Sea", "Bering Strait", "NORWAY"} <= named
    letters = "".join(text.get_text() for text in axes.texts if len(text.get_text()) == 1)
    for way in ("NorthernSeaRoute", "NorthwestPassage", "NortheastPassage", "PolarSilkRoad"):
        assert way in letters
    to_pixels = axes.transData.transform
    point_px = drawn.dpi / 72
    signs = [
        (*to_pixels(line.get_xydata())[0], line.get_markersize() / 2 * point_px)
        for line in axes.lines
    ]
    near = [
        (text.get_text(), x, y)
        for text in texts
        for box in [text.get_window_extent()]
        for x, y, half in signs
        if box.x0 - half < x < box.x1 + half and box.y0 < y < box.y1
    ]
    assert near == []


def test_nothing_is_quoted_under_a_selection_that_no_passage_mentions() -> None:
    sheet = sheet_text(snapshot_of(View(feature="suez"), catalogue=shipped(), articles=seeds()))
    assert (sheet.quote, sheet.quoted_from) == ((), "")


def test_the_figure_is_set_in_the_type_of_the_app() -> None:
    fonts = PdfReader(io.BytesIO(made(form="pdf"))).pages[0]["/Resources"]["/Font"]
    names = {str(font.get_object()["/BaseFont"]) for font in fonts.values()}
    for face in ("SourceSans-Regular", "SourceSans-Semibold", "SourceSerif-Semibold"):
        assert any(face in name for name in names), names


def test_without_the_files_of_the_type_the_figure_takes_the_next_best(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(faces, "_folder", lambda: tmp_path)
    monkeypatch.setattr(typefaces, "made", faces.made.__wrapped__)
    monkeypatch.setattr(typefaces, "_have_faces", typefaces._have_faces.__wrapped__)
    assert typefaces.sans() == ["DejaVu Sans"]
    assert typefaces.serif() == ["DejaVu Serif", "DejaVu Sans"]


def test_beside_another_selection_nothing_else_is_named_in_the_accent() -> None:
    snapshot = snapshot_of(View(feature="nwp"), catalogue=shipped(), articles=[])
    drawn = renderer._drawn(
        snapshot.scene, snapshot.chart, sheet_text(snapshot), renderer.SIZES["a4"]
    )
    (axes,) = drawn.axes
    named = "".join(text.get_text() for text in axes.texts if text.get_color() == LIGHT.highlight)
    assert "Northwest" in named
    assert "Northern" not in named


@pytest.mark.parametrize(
    ("selected", "tints"),
    [("", 1), ("psr", 1), ("psr-central", 2), ("arctic-bridge", 1)],
)
def test_bands_have_one_tint_for_each_way_they_stand_to_the_selection(
    selected: str, tints: int
) -> None:
    snapshot = snapshot_of(View(feature=selected), catalogue=shipped(), articles=[])
    figure = Figure(figsize=(6, 6), dpi=150)
    axes = figure.add_axes((0, 0, 1, 1))
    page = PageTransform(snapshot.chart.frame, 6)
    set_up(axes, page)
    draw_map(axes, snapshot.scene, snapshot.chart, page, named=())
    for part in [*axes.patches, *axes.artists, *axes.lines]:
        if part.get_zorder() != PANE_ORDER.index("bands"):
            part.remove()
    picture = io.BytesIO()
    figure.savefig(picture, format="png")
    assert len(tints_of(picture.getvalue(), on=["#FFFFFF"])) == tints
