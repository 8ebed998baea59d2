"""The figure of a voyage: right size, figures as measured, the same bytes for the same voyage."""

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from matplotlib.image import imread
from pypdf import PdfReader

from geo.errors import ExportError
from geo.exchange.voyages.bars import fitted_second, rows_of, shallow_parts
from geo.exchange.voyages.figure import make_voyage_figure
from geo.exchange.voyages.panel import panel_of, spoken_via
from geo.markup.voyages.numbers import plain_span
from geo.markup.voyages.sentence import headline_text
from geo.measure.voyages.records import Voyage, Way
from tests.unit.exchange.voyages.samples import (
    ADDRESS,
    DAY,
    ground,
    hostile,
    measured,
    variant,
    without_ways,
)


def drawn(voyage: Voyage, *, form: Any, size: Any = "a4", lit: str = "nsr") -> bytes:
    known = {"address": ADDRESS, "day": DAY, "ground": ground()}
    return make_voyage_figure(voyage, lit=lit, form=form, size=size, **known)


@cache
def made(form: str, size: str = "a4", lit: str = "nsr") -> bytes:
    return drawn(measured(), form=form, size=size, lit=lit)


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize(("size", "pixels"), [("a4", (3508, 2481)), ("16-9", (4000, 2250))])
def test_a_png_has_300_dots_an_inch(size: str, pixels: tuple[int, int]) -> None:
    height, width, _ = imread(io.BytesIO(made("png", size))).shape
    assert (width, height) == pixels
    assert b"pHYs" in made("png", size)


@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_the_same_voyage_and_day_give_the_same_bytes(form: str) -> None:
    assert made(form) == drawn(measured(), form=form)


def test_a_pdf_is_a4_and_has_the_day_handed_in() -> None:
    pdf = PdfReader(io.BytesIO(made("pdf")))
    box = pdf.pages[0].mediabox
    assert (round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) == (297, 210)
    assert str(pdf.metadata["/CreationDate"]).startswith("D:20261122")
    assert "Rotterdam to Yokohama" in str(pdf.metadata["/Title"])


@pytest.mark.parametrize("size", ["a4", "16-9"])
def test_sentence_method_numbers_sources_and_notice_are_printed(size: str) -> None:
    text = text_of(made("pdf", size))
    owed = [headline_text(measured(), "nsr"), "Every way, pulled straight", "usual way"]
    owed += ["geodesic lengths of schematic tracks", "searoute 1.6.0", "Not for navigation."]
    owed += ["22 November 2026", ADDRESS, "Sources", "Natural Earth", "7,345 nm", "14 kn"]
    owed += ["land at this scale, river or canal 16", "not assessed 1,204"]
    owed += ["Whose waters, from Rotterdam", "ways through, shortest to longest", "Yugorsky Shar"]
    for way in measured().ways:
        owed += [way.name, plain_span(way.nm), plain_span(way.days), plain_span(way.co2_t, 10)]
    for words in owed:
        assert words in text, words


def test_the_sentence_is_in_pieces_and_its_distance_in_the_accent() -> None:
    panel = panel_of(measured(), "nsr", ground().catalogue, address=ADDRESS, day=DAY)
    lead, accent, rest = (text for text, _ in panel.pieces)
    said = f"{lead}{accent}{rest}".replace("\N{NO-BREAK SPACE}", " ")
    assert said == headline_text(measured(), "nsr")
    assert accent.endswith("nautical miles by the Northern Sea Route")
    assert rest.startswith(", ")


@pytest.mark.parametrize(("lit", "spoken"), [("suez", "suez"), ("nwp", "nwp"), ("", "nsr")])
def test_the_way_in_the_accent_is_the_one_that_the_sentence_speaks_of(
    lit: str, spoken: str
) -> None:
    assert spoken_via(measured(), lit) == spoken


def test_a_way_shut_by_the_reader_is_not_lit() -> None:
    ways = (replace(way, shut="reader") if way.via == "nsr" else way for way in measured().ways)
    shut = replace(measured(), ways=tuple(ways))
    assert spoken_via(shut, "nsr") != "nsr"
    text = text_of(drawn(shut, form="pdf"))
    assert "Not counted: the Northern Sea Route" in text


def test_formulas_and_markup_in_names_stay_text() -> None:
    file = drawn(hostile(), form="pdf")
    assert "$x^2$" in text_of(file)
    assert "</script>" in text_of(file)
    assert "<script" not in drawn(hostile(), form="svg").decode()


def test_a_pair_with_one_way_has_its_variants_as_rows() -> None:
    variants = (variant(900, "a", "By A"), variant(950, "b", "By B"))
    alone = replace(hostile(), ways=(Way("direct", "Direct", variants),), usual="")
    assert [row.name for row in rows_of(alone)] == ["By A", "By B"]
    text = text_of(drawn(alone, form="pdf", lit="direct"))
    assert "By A" in text
    assert "usual way" not in text


def test_variants_too_shallow_are_drawn_outside_the_range_of_the_others() -> None:
    way = hostile().ways[0]
    assert shallow_parts(way) == [(1_000, 1_250)]
    assert shallow_parts(replace(way, variants=way.variants[:1])) == []


def test_a_long_season_ends_at_its_first_break() -> None:
    parts = ["7 variants", "15 Aug–15 Oct by Canadian law, on routes 4 and 6"]
    assert fitted_second(parts, 6.6, 10) == (" · ".join(parts), 6.6)
    assert fitted_second(parts, 6.6, 1.5) == ("7 variants · 15 Aug–15 Oct", 6.6)


def test_no_way_and_unknown_forms_are_refused() -> None:
    with pytest.raises(ExportError, match="No way by water"):
        drawn(without_ways(), form="pdf")
    with pytest.raises(ExportError, match="formats are pdf, svg, png"):
        drawn(measured(), form="gif")


@pytest.mark.parametrize("size", ["a4", "16-9"])
def test_nothing_is_cut_and_the_factor_of_co2_stands_in_the_foot(size: str) -> None:
    text = text_of(made("pdf", size))
    assert text.count("…") == text.count("… and ")
    assert "CO₂: 3.114 t for each tonne of heavy fuel oil (HFO); IMO, MEPC.364(79)" in text
