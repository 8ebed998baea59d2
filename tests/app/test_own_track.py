"""Voyages, “Your own track”: the mode opens, reads a file, and says what is wrong with one."""

import json
from collections.abc import Callable

from streamlit.testing.v1 import AppTest

from geo import messages
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
PAGE = "pages/voyages.py"
GOOD = "time,lon,lat\n2026-07-01T00:00:00Z,10,70\n2026-07-01T12:00:00Z,14,71\n2026-07-03,25,74\n"
BAD = GOOD + "2026-07-04T12:00:00Z,25,912\n"


def track_page(open_page: OpenPage) -> Page:
    page = open_page()
    page.app.switch_page(PAGE).run()
    press(page.app, "own-track-open")
    return page


def press(app: AppTest, key: str) -> None:
    app.button(key=key).click().run()
    assert not app.exception


def upload(app: AppTest, text: str, name: str = "own.csv") -> None:
    app.file_uploader[0].set_value((name, text.encode(), "text/csv")).run()
    assert not app.exception


def plain(app: AppTest) -> str:
    return "\n".join(one.value for one in app.text)


def set_point(app: AppTest, lon: float, lat: float) -> None:
    app.number_input[0].set_value(lon)
    app.number_input[1].set_value(lat)
    press(app, "track-add")


def test_the_mode_opens_and_leads_back(open_page: OpenPage) -> None:
    page = track_page(open_page)
    assert messages.OWN_TRACK_LEAD in page.panel("track-opening")
    assert not page.panel("voyage-empty")
    press(page.app, "own-track-close")
    assert page.panel("voyage-empty")


def test_a_file_is_measured_and_then_dropped(open_page: OpenPage) -> None:
    page = track_page(open_page)
    before = dict(page.app.query_params)
    upload(page.app, GOOD, "<b>own</b>.csv")
    assert "<b>own</b>.csv" in plain(page.app)
    assert "3 points" in plain(page.app)
    assert "nautical miles" in page.panel("track-sentence")
    assert "Norway" in page.panel("track-zones")
    assert 'data-way="track"' in page.panel("voyage-polar")
    assert not any(uploader.value for uploader in page.app.file_uploader)
    assert dict(page.app.query_params) == before
    press(page.app, "own-track-close")
    press(page.app, "own-track-open")
    assert page.panel("track-sentence")
    press(page.app, "track-remove")
    assert not page.panel("track-sentence")


def test_points_that_cannot_be_used_are_named_and_the_others_offered(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, BAD)
    assert "Line 5: latitude 912." in plain(page.app)
    assert "Take the 3 good points, or mend the file." in plain(page.app)
    assert not page.panel("track-sentence")
    press(page.app, "track-take")
    assert page.panel("track-sentence")
    assert "latitude 912" in page.panel("track-notices")


def test_what_is_no_track_is_said_in_a_sentence(open_page: OpenPage) -> None:
    page = track_page(open_page)
    for text, name in (("", "a.csv"), ("a,b\n1,2\n", "b.csv"), ("lon,lat\n1,70\n", "c.csv"),
                       ("<gpx><!DOCTYPE", "d.gpx"), ("\x00\x01", "e.kml")):  # fmt: skip
        upload(page.app, text, name)
        assert name in plain(page.app)
        assert not page.panel("track-sentence")


def test_a_file_that_fails_leaves_the_earlier_track_named_as_such(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, GOOD, "first.csv")
    upload(page.app, "a,b\n1,2\n", "second.csv")
    said = plain(page.app)
    assert "second.csv was not taken" in said
    assert "Your earlier track, first.csv, is still shown" in said
    assert page.panel("track-sentence").count("Your earlier track, first.csv: ") == 1
    press(page.app, "track-close-problem")
    assert "second.csv" not in plain(page.app)
    assert "Your track: " in page.panel("track-sentence")
    upload(page.app, "a,b\n1,2\n", "third.csv")
    press(page.app, "track-remove")
    assert "third.csv" not in plain(page.app)
    assert not page.panel("track-sentence")


def test_an_earlier_track_is_kept_when_a_part_of_a_file_is_not_wanted(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, GOOD, "first.csv")
    upload(page.app, BAD, "second.csv")
    assert "A part of second.csv cannot be used." in plain(page.app)
    assert not page.panel("track-sentence")
    press(page.app, "track-keep")
    assert "first.csv" in plain(page.app)
    assert page.panel("track-sentence")


def test_a_problem_with_a_point_is_not_of_a_file(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, "", "bad.csv")
    page.app.toggle(key="track-pencil").set_value(True).run()
    assert "bad.csv" not in plain(page.app)


def test_a_track_set_by_hand_is_named_when_a_file_fails(open_page: OpenPage) -> None:
    page = track_page(open_page)
    page.app.toggle(key="track-pencil").set_value(True).run()
    set_point(page.app, 10.0, 70.0)
    set_point(page.app, 20.0, 74.0)
    page.app.toggle(key="track-pencil").set_value(False).run()
    upload(page.app, "", "bad.csv")
    assert "Your earlier track, set by hand, is still shown" in plain(page.app)
    cited = "\n".join(one.value for one in page.app.code)
    assert "Track set by hand: " in cited


def test_the_draught_is_shared_with_the_voyage_and_meets_the_straits(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, "lon,lat\n130,74.4\n140,74.4\n150,74.4\n")
    assert "2 m to spare" in page.panel("track-depths")
    page.app.number_input(key="voyage-draught_m").set_value(14.0).run()
    assert not page.app.exception
    assert page.app.query_params["draught"] == "14"
    assert "1 m too little" in page.panel("track-depths")
    page.app.number_input(key="voyage-draught_m").set_value(200.0).run()
    assert "draught" in plain(page.app).lower()
    assert "1 m too little" in page.panel("track-depths")
    press(page.app, "own-track-close")
    assert page.app.number_input(key="voyage-draught_m").value == 200.0


def test_a_track_is_offered_as_figure_and_citation(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, GOOD, "own.csv")
    cited = "\n".join(one.value for one in page.app.code)
    assert "Track own.csv: " in cited
    assert "The track is the reader’s own" in cited
    assert "@misc{arcticpassages" in cited
    labels = [one.label for one in page.app.get("download_button")]
    assert labels.count("Figure (PDF)") == 1


def test_points_are_added_moved_and_removed_by_keyboard(open_page: OpenPage) -> None:
    page = track_page(open_page)
    app = page.app
    app.toggle(key="track-pencil").set_value(True).run()
    set_point(app, 10.0, 70.0)
    assert messages.OWN_TRACK_ONE_MORE in [one.value for one in app.caption]
    set_point(app, 20.0, 74.0)
    assert "nautical miles" in page.panel("track-sentence")
    app.selectbox(key="track-point").set_value(1).run()
    app.number_input[1].set_value(80.0)
    press(app, "track-move")
    assert "80.000" in page.panel("voyage-polar")
    press(app, "track-drop-point")
    assert not page.panel("track-sentence")
    press(app, "track-undo")
    assert page.panel("track-sentence")


def test_a_project_file_keeps_the_track(open_page: OpenPage) -> None:
    page = track_page(open_page)
    upload(page.app, GOOD)
    page.app.switch_page("pages/articles.py").run()
    project = {"type": "arctic-passages-project", "version": 1, "articles": [], "edits": []}
    project["track"] = {"name": "kept.gpx", "points": "10,70 14,71"}
    page.app.file_uploader(key="project-0").set_value(
        ("p.json", json.dumps(project).encode(), "application/json")
    ).run()
    page.app.switch_page(PAGE).run()
    assert "kept.gpx" in plain(page.app)
    assert page.panel("track-sentence")
