"""The figure and the citation of a reader's own track."""

import io
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from matplotlib.image import imread
from pypdf import PdfReader

from geo.draw.voyage_lines import DrawnLine, DrawnPort
from geo.draw.voyage_marks import DrawnMark
from geo.errors import ExportError
from geo.exchange.voyages.track_cite import cite_track_bibtex, cite_track_plain
from geo.exchange.voyages.track_figure import TrackDrawing, make_track_figure
from geo.exchange.voyages.track_words import TrackTaken, depth_words
from geo.measure.own_track.line import drawing
from geo.measure.own_track.measuring import measure_track
from geo.measure.own_track.straits import passed_straits
from geo.measure.own_track.track import track_of
from geo.measure.voyages.records import Ship
from geo.measure.zones import load_zones
from tests import shipped
from tests.unit.exchange.voyages.samples import BAD, DAY, ground

ADDRESS = "https://map.example/voyages"
PLACES = [
    (-168.9, 64.5),
    (-169.0, 66.5),
    (178.0, 70.2),
    (141.0, 74.3),
    (130.0, 78.5),
    (104.0, 78.0),
]


def name_of(identity: str) -> str:
    feature = shipped.catalogue().features.get(identity)
    return feature.name if feature else identity


@cache
def sample(name: str = "grain.gpx") -> tuple[TrackTaken, TrackDrawing]:
    catalogue = shipped.catalogue()
    track = track_of(PLACES, name)
    report = measure_track(track, catalogue=catalogue, zones=load_zones())
    taken = TrackTaken(report, passed_straits(report, catalogue), Ship(), name_of, ADDRESS, DAY)
    line = tuple(drawing(track, 1.0))
    lines = [DrawnLine("track", line, "lit", name="your track", named=(line,))]
    ends = [DrawnPort("start", "Nome", *line[0]), DrawnPort("end", "end", *line[-1])]
    return taken, TrackDrawing(lines, ends, (DrawnMark(150.0, 75.0, "A"),), ("Nome", ""))


def made(form: Any, size: Any = "a4", name: str = "grain.gpx") -> bytes:
    return make_track_figure(*sample(name), form=form, size=size, ground=ground())


def text_of(pdf: bytes) -> str:
    return " ".join(PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize(("size", "pixels"), [("a4", (3508, 2481)), ("16-9", (4000, 2250))])
def test_a_png_has_300_dots_an_inch(size: str, pixels: tuple[int, int]) -> None:
    height, width, _ = imread(io.BytesIO(made("png", size))).shape
    assert (width, height) == pixels


@pytest.mark.parametrize("form", ["pdf", "svg"])
def test_the_same_track_and_day_give_the_same_bytes(form: str) -> None:
    assert made(form) == made(form)


def test_a_pdf_has_sentence_lanes_zones_depths_date_and_notice() -> None:
    pdf = PdfReader(io.BytesIO(made("pdf")))
    box = pdf.pages[0].mediabox
    assert (round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) == (297, 210)
    said = text_of(made("pdf"))
    for words in (
        "Track grain.gpx: ", "nautical miles", "The track, pulled straight", "Law", "Straits",
        "Zone by zone", "Russia, economic zone", "Polar Code", "draught 11 m",
        "Long Strait 20 m (9 m to spare)", "Not for navigation. The track is the reader’s own",
        "22 November 2026", ADDRESS,
    ):  # fmt: skip
        assert words in said, words
    assert "your track" not in said.lower()


def test_a_hostile_name_is_printed_as_it_is() -> None:
    assert "7*7" in text_of(made("pdf", name=BAD))
    assert "<script" not in made("svg", name=f"<script>{BAD}").decode()


def test_an_unknown_form_or_size_is_refused() -> None:
    with pytest.raises(ExportError, match="No figure as 'gif'"):
        made("gif")


def test_a_citation_says_whose_the_track_is() -> None:
    taken, _ = sample()
    plain, entry = cite_track_plain(taken), cite_track_bibtex(taken)
    for cited in (plain, entry):
        assert "Track grain.gpx: " in cited
        assert "The track is the reader’s own; the app measured it and does not store it" in cited
        assert "Not for navigation" in cited
        assert ADDRESS in cited
    assert "22 November 2026" in plain
    long = replace(taken, report=replace(taken.report, name="x" * 80 + "{\\%"))
    assert "x" * 60 not in cite_track_bibtex(long)


def test_depths_are_told_against_the_draught_and_missing_ones_said() -> None:
    taken, _ = sample()
    said = "; ".join(depth_words(replace(taken, ship=Ship(draught_m=21.0))))
    assert "Long Strait 20 m (1 m too little)" in said
    assert "Bering Strait: none on file" in said
    assert not list(depth_words(replace(taken, passed=type(taken.passed)())))
