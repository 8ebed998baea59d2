"""The first page: sentence, map and articles agree for each address."""

import re
from collections.abc import Callable

import pytest

from geo import messages
from tests import shipped
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
CATALOGUE = shipped.catalogue()
SEED = "000-4307505dd1a9bba4"


def mentioned(page: Page) -> set[str]:
    """Return the features that the article column marks."""
    return set(re.findall(r'class="mention[^>]*data-feature="([^"]*)"', page.panel("articles")))


def test_the_first_page_says_what_is_shown(open_page: OpenPage) -> None:
    page = open_page()
    assert not page.app.exception
    routes = len(CATALOGUE.of_kind("route")), len(CATALOGUE.of_kind("corridor"))
    start = f"Showing {routes[0]} routes and {routes[1]} corridors, mentioned in "
    assert page.sentence.startswith(start)
    assert page.sentence.endswith(" of 1 article.")
    assert page.app.title[0].value == "Arctic Passages"


def test_the_first_page_draws_the_routes_and_marks_the_mentions(open_page: OpenPage) -> None:
    page = open_page()
    routes = {feature.id for feature in CATALOGUE.of_kind("route", "corridor")}
    assert routes <= page.drawn
    assert page.highlighted == set()
    assert {"nsr", "RU", "US", "nordics", "nato", "istanbul"} <= mentioned(page)


def test_every_mention_has_a_feature(open_page: OpenPage) -> None:
    assert mentioned(open_page()) <= set(CATALOGUE.features)


def test_a_nation_changes_sentence_map_and_article_alike(open_page: OpenPage) -> None:
    every, some = open_page(), open_page(nation="RU")
    assert some.sentence != every.sentence
    assert "Russia" in some.sentence
    drawn_ways = (
        len({f.id for f in CATALOGUE.of_kind(kind)} & some.drawn) for kind in ("route", "corridor")
    )
    assert some.counted == tuple(drawn_ways)
    assert "nsr" in some.drawn
    assert "nwp" not in some.drawn
    assert "RU" in mentioned(some)
    assert "US" not in mentioned(some)
    assert mentioned(some) < mentioned(every)
    assert some.drawn < every.drawn


def test_the_passages_that_the_sentence_counts_are_those_in_the_column(open_page: OpenPage) -> None:
    for query in ({}, {"nation": "RU"}, {"nation": ["NO", "CN"]}):
        page = open_page(**query)
        column = page.panel("articles").split('<details class="folded">')[0]
        quotes = re.findall(r'<blockquote[^>]*data-passage="([^"]*)"[^>]*>(.*?)</blockq', column)
        passages = {passage for passage, words in quotes if 'class="mention' in words}
        assert re.search(rf"\b{len(passages)} passages? of 1 article", page.sentence)


def test_the_sentence_follows_the_selection(open_page: OpenPage) -> None:
    assert open_page(feature="nsr").sentence == (
        "Northern Sea Route: mentioned in 1 passage of this article."
    )
    assert open_page(feature="nwp").sentence == "Northwest Passage: not mentioned in this article."
    filtered = open_page(feature="RU", nation="NO").sentence
    assert "Norway" in filtered
    assert filtered.endswith("Russia: mentioned in 10 passages of this article.")


def test_a_filter_that_leaves_nothing_offers_the_way_back(open_page: OpenPage) -> None:
    page = open_page(nation=["RU", "FI"], match="all")
    labels = [button.label for button in page.app.button]
    assert messages.RESET in labels
    next(b for b in page.app.button if b.label == messages.RESET).click().run()
    assert page.sentence == open_page().sentence


def test_a_feature_in_the_address_is_highlighted_with_its_card(open_page: OpenPage) -> None:
    page = open_page(feature="nsr")
    assert "nsr" in page.highlighted
    assert "Northern Sea Route" in page.panel("card-panel")
    (title, passages), *_ = page.sent()["presses"]["sections"]
    assert "Northern Sea Route" in title
    column = page.panel("articles")
    assert passages
    assert all(f'data-feature="nsr" data-passage="{one}"' in column for one in passages)


def test_selecting_a_group_highlights_its_members_on_the_map(open_page: OpenPage) -> None:
    page = open_page(feature="nordics")
    assert {"DK", "FI", "IS", "NO", "SE"} <= page.highlighted
    assert "US" not in page.highlighted


def test_a_feature_beyond_the_rim_is_marked_there_and_says_so(open_page: OpenPage) -> None:
    page = open_page(feature="istanbul")
    assert page.highlighted == {"istanbul"}
    assert "outside this map" in page.panel("card-panel")
    assert "mark on the edge" in page.panel("card-panel")


def test_a_passage_in_the_address_is_the_current_one(open_page: OpenPage) -> None:
    page = open_page(feature="RU", passage=f"{SEED}.4")
    assert page.sent()["presses"]["passage"] == f"{SEED}.4"
    assert page.sent()["presses"]["sections"] == []
    assert f'data-passage="{SEED}.4"' in page.panel("articles")


@pytest.mark.parametrize("frame", ["polar", "mercator"])
def test_both_frames_draw_the_same_routes_with_one_base(open_page: OpenPage, frame: str) -> None:
    plain = open_page(frame=frame)
    chosen = open_page(frame=frame, feature="nsr", nation="RU", hide="seas")
    assert plain.map_args["script"] == chosen.map_args["script"]
    assert {"nsr", "nwp", "tsr"} <= plain.drawn
    assert "nsr" in chosen.highlighted
    assert "kara-sea" not in chosen.drawn


def test_the_map_asks_no_other_host_for_a_file(open_page: OpenPage) -> None:
    args = open_page().map_args
    links = [*args["js_links"], *args["css_links"]]
    assert len(links) == 3
    beside = ("../pages._static.", "../../media/", "../../mock/media/")
    assert all(link.startswith(beside) for link in links)


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ({"feature": "atlantis"}, "atlantis"),
        ({"nation": ["RU", "XX"]}, "XX"),
        ({"frame": "globe"}, "globe"),
        ({"show": "dragons"}, "dragons"),
        ({"passage": "my-notes.3"}, "my-notes.3"),
        ({"article": "my-notes"}, "my-notes"),
        ({"feature": "nsr", "variant": "nowhere"}, "nowhere"),
        ({"feature": "{{7*7}}<script>"}, "{{7*7}}<script>"),
    ],
)
def test_an_unknown_id_is_named_in_a_notice_and_the_rest_is_shown(
    open_page: OpenPage, query: dict[str, object], says: str
) -> None:
    page = open_page(**query)
    assert not page.app.exception
    assert says in page.plain_text
    assert "nsr" in page.drawn


def test_an_absurd_address_opens_the_page(open_page: OpenPage) -> None:
    page = open_page(feature="x" * 5000, nation=["\x00", "\u202e", "RU"] * 30, lang="tlh")
    assert not page.app.exception
    assert "nsr" in page.drawn


def test_a_click_on_a_chip_filters_and_writes_the_address(open_page: OpenPage) -> None:
    page = open_page()
    chips = page.app.button_group[0]
    chips.set_value(["NO"]).run()
    assert "Norway" in page.sentence
    assert page.app.query_params["nation"] in ("NO", ["NO"])


def test_a_click_wins_over_an_address_that_a_slow_browser_still_holds(
    open_page: OpenPage,
) -> None:
    page = open_page(feature="nsr")
    page.app.query_params["feature"] = "suez"  # what the browser held before its last answer
    page.app.button_group[0].set_value(["NO"]).run()
    assert page.app.query_params["nation"] in ("NO", ["NO"])
    assert page.app.query_params["feature"] in ("nsr", ["nsr"])
    page.app.query_params["feature"] = "suez"  # Back, or an edit: no click comes with it
    page.app.run()
    assert page.app.query_params["feature"] in ("suez", ["suez"])


def test_a_layer_switched_off_leaves_the_map_and_the_list(open_page: OpenPage) -> None:
    page = open_page(hide="routes")
    assert "nsr" not in page.shapes
    assert 'data-feature="nwp"' not in page.panel("features")
    assert "routes" not in page.scene["layers"]


def test_search_finds_a_feature_by_any_of_its_names(open_page: OpenPage) -> None:
    page = open_page()
    box = page.app.selectbox[0]
    choice = next(one for one in box.options if "NSR" in one)
    box.select(choice).run()
    assert "nsr" in page.highlighted
    russian = next(one for one in page.app.selectbox[0].options if "Северный морской путь" in one)
    assert russian.startswith("Northern Sea Route\n")


def test_search_lists_each_feature_once_and_what_weighs_most_first(open_page: OpenPage) -> None:
    options = open_page().app.selectbox[0].options
    names = [one.split("\n")[0] for one in options]
    assert names[0] == "Northern Sea Route"
    assert names.count("Arctic Bridge") == 1

    def first(words: str) -> str:
        return next(one for one in options if words in one.casefold()).split("\n")[0]

    found = {words: first(words) for words in ("kara", "bering", "russia", "murmansk", "suez")}
    assert found == {
        "kara": "Kara Sea",
        "bering": "Bering Sea",
        "russia": "Russia",
        "murmansk": "Murmansk",
        "suez": "Suez Canal route",
    }


def test_the_close_mark_leads_to_the_view_without_the_selection(open_page: OpenPage) -> None:
    page = open_page(feature="nsr", nation="RU")
    close = re.search(r'href="([^"]*)" data-feature="" class="close"', page.panel("card-panel"))
    assert close
    assert close[1] == "?nation=RU"
    page = open_page(nation="RU")
    assert page.highlighted == set()
    assert "card-panel" not in page.panels()
    assert "feature" not in page.app.query_params


def test_the_list_below_holds_what_the_map_draws(open_page: OpenPage) -> None:
    page = open_page(nation="NO")
    listed = set(re.findall(r'data-feature="([^"]*)"', page.panel("features")))
    assert page.shapes <= listed | mentioned(page)
    assert listed


def test_the_articles_are_the_same_whatever_is_selected(open_page: OpenPage) -> None:
    """Streamlit sends a large part again only where it differs."""
    page = open_page(feature="nsr")
    before = page.sent()
    page.app.query_params["feature"] = "nwp"
    page.app.run()
    after = page.sent()
    assert after["articles"] == before["articles"]
    assert after["presses"]["feature"] == "nwp"
    assert after["presses"]["since"] > before["presses"]["since"]
