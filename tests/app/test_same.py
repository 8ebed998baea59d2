"""The list, the sentence, the files and the citation agree with the map, for every view."""

import html
import re
from collections.abc import Callable, Iterable

import pytest

from geo import messages
from geo.draw.layers import LAYERS, layer_of
from tests import shipped
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
CATALOGUE = shipped.catalogue()
EVERY = [layer.id for layer in LAYERS]
NONE = [layer.id for layer in LAYERS if layer.on]
CITY = "istanbul"
VIEWS = [
    {},
    {"frame": "mercator"},
    {"show": EVERY},
    {"frame": "mercator", "show": EVERY, "nation": "GB"},
    {"show": EVERY, "nation": ["NO", "SG"]},
    {"nation": ["RU", "CN"], "match": "all"},
    {"hide": ["routes", "seas"]},
    {"hide": NONE},
    {"hide": NONE, "feature": "psr"},
    {"hide": NONE, "feature": "belt-and-road"},
    {"nation": "RU", "feature": "suez"},
    {"nation": "CN", "role": "sponsor"},
    {"role": "administrator"},
    {"feature": "BM"},
]


def listed(page: Page) -> dict[str, str]:
    """Return the entries of the list below the map: the text after the name, by id."""
    entries = re.findall(r"<li>(.*?)</li>", page.panel("features"))
    found = [re.search(r'data-feature="([^"]*)".*?</a>(.*)', entry) for entry in entries]
    return {one[1]: html.unescape(re.sub(r"<[^>]*>", "", one[2])).strip() for one in found if one}


def on_rim(page: Page) -> set[str]:
    """Return the ids that the map marks on its rim and draws nowhere."""
    return page.drawn - page.shapes


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_the_list_holds_exactly_what_the_map_draws(
    open_page: OpenPage, query: dict[str, object]
) -> None:
    page = open_page(**query)
    entries = listed(page)
    assert entries.keys() == page.drawn
    beyond = {identity for identity, said in entries.items() if said == messages.ON_MAP["rim"]}
    assert beyond == on_rim(page)
    assert not page.app.exception


@pytest.mark.parametrize("query", VIEWS, ids=str)
def test_the_sentence_counts_the_routes_that_the_map_draws(
    open_page: OpenPage, query: dict[str, object]
) -> None:
    page = open_page(**query)
    drawn = [CATALOGUE.features[identity] for identity in page.drawn]
    is_outside = query == {"nation": "RU", "feature": "suez"}
    kept = [f.kind for f in drawn if not (is_outside and f.id == "suez")]
    if "feature" in query and not {"nation", "role"} & query.keys():
        name = CATALOGUE.features[str(query["feature"])].name
        assert page.sentence.startswith(f"{name}: ")
        return
    assert page.counted == (kept.count("route"), kept.count("corridor"))
    assert ("Also shown: Suez Canal route (selected)" in page.sentence) is is_outside


def test_a_click_that_highlights_a_hidden_feature_is_followed_by_sentence_and_list(
    open_page: OpenPage,
) -> None:
    page = open_page(hide=["routes"])
    assert "suez" not in listed(page)
    box = page.app.selectbox[0]
    box.select(next(one for one in box.options if one.startswith("Suez Canal route"))).run()
    assert "suez" in page.shapes
    assert "suez" in listed(page)


def share_of(page: Page) -> tuple[list[str], dict[str, str]]:
    """Return the codes of the Share page, and its captions by the button above them."""
    app = page.app.switch_page("pages/share.py").run()
    assert not app.exception
    buttons = [each.proto.label for each in app.get("download_button")]
    captions = [one.value for one in app.caption][-len(messages.DATA_FILES) - 1 :]
    return [one.value for one in app.code], dict(zip(buttons[-6:], captions, strict=False))


_SELECTION = {"feature", "variant", "passage"}


def titles(ids: Iterable[str]) -> set[str]:
    return {layer_of(CATALOGUE.features[identity]).title for identity in ids}


@pytest.mark.parametrize(
    "query",
    [
        {"frame": "mercator", "feature": "nwp", "variant": "route-1", "nation": ["CA", "US"]},
        {"hide": ["seas"], "feature": "nsr", "passage": "000-4307505dd1a9bba4.3"},
        {"hide": NONE, "show": ["ports"]},
        {"show": ["ports"], "article": "000-4307505dd1a9bba4", "nation": "RU"},
    ],
    ids=str,
)
def test_a_citation_names_what_makes_the_view_and_no_layer_that_is_off(
    open_page: OpenPage, query: dict[str, object]
) -> None:
    page = open_page(**query)
    drawn = page.drawn
    codes, _ = share_of(page)
    plain, bibtex = codes[-2:]
    unselected = {key: each for key, each in query.items() if key not in _SELECTION}
    assert open_page(**unselected).sentence.rstrip(".") in plain
    shown, hidden = query.get("show", ()), query.get("hide", ())
    on = {layer for layer in LAYERS if layer.id in shown or (layer.on and layer.id not in hidden)}  # type: ignore[operator]
    held = titles(drawn)
    for cited in (plain, bibtex):
        told = re.search(r"Layers: ([^.]*)\.", cited)
        assert told
        for layer in LAYERS:
            assert (layer.title in told[1]) is (layer in on and layer.title in held), layer.id
        assert (messages.CITE_NAMED in told[1]) is bool(held - {layer.title for layer in on})
        assert messages.CITE_FRAME[str(query.get("frame", "polar"))] in cited
        if "feature" in query:
            feature = CATALOGUE.features[str(query["feature"])]
            assert f"Selected: {feature.name}" in cited
            for variant in feature.variants:
                is_chosen = variant.slug == query.get("variant")
                assert (f"Selected: {feature.name}: {variant.name}" in cited) is is_chosen
        assert ("Caption of “" in cited) is ("passage" in query)
        assert ("Article: “" in cited) is ("article" in query)


def test_links_and_mentions_are_counted_alike_on_every_page(open_page: OpenPage) -> None:
    page = open_page()
    app = page.app.switch_page("pages/evidence.py").run()
    told = re.match(
        r"(\d+) links in 1 article: (\d+) mentions of \d+ features\.", Page(app).sentence
    )
    assert told
    assert int(told[1]) == len(Page(app).links)
    counted = f"{told[2]} mentions in {told[1]} links"
    app.switch_page("pages/share.py").run()
    captions = [one.value for one in app.caption]
    assert sum(counted in caption for caption in captions) == 3
    assert "mention" in messages.DATA_FILES["links"][0]


def test_evidence_of_a_corridor_shows_the_links_of_its_group_as_such(open_page: OpenPage) -> None:
    app = open_page(feature="psr-central").app.switch_page("pages/evidence.py").run()
    said = "No links; 1 passage mentions the Polar Silk Road, which includes it."
    assert said in [one.value for one in app.text]
    assert {feature for feature, _ in Page(app).links} == {"psr"}
    app.switch_page("pages/atlas.py").run()
    text = html.unescape(Page(app).panel("card-panel"))
    assert "Not mentioned in these articles" in text
    assert "1 passage mentions the Polar Silk Road, which includes it" in text
    ((title, _),) = Page(app).sent()["presses"]["sections"]
    assert "what the Polar Silk Road, central corridor is part of" in title


def test_a_selection_outside_the_filter_is_counted_alike(open_page: OpenPage) -> None:
    page = open_page(nation="CN", feature=CITY)
    assert "Mentioned in 1 passage" in page.panel("card-panel")
    app = page.app.switch_page("pages/evidence.py").run()
    assert any(one.value.startswith("1 link in 1 article: 1 mention") for one in app.text)
