"""The guided tour and the views to start from: valid views, and figures that are looked up."""

import html
import re
from dataclasses import replace
from functools import cache
from urllib.parse import parse_qs

import pandas as pd
import pytest

from geo import messages
from geo.catalogue.names import names_of
from geo.draw.layers import LAYERS
from geo.linker.lexicon import load_lexicon
from geo.linker.links import Link, link_article
from geo.markup.beginning import again, paused_block, start_block, start_views, tour_block
from geo.markup.tour import ARTICLE, STEPS, Step, Story, tour_steps, words_of
from geo.markup.voyages.offers import ends_of
from geo.measure.roles import reasons_by_feature, visible_features
from geo.measure.voyages.published import published, read_published
from geo.measure.waters import Waters, load_waters
from geo.text.articles import Article, article_of, load_articles
from geo.view import ROLES, Known, View, from_query, to_address, to_query
from tests import shipped
from tests.repository import ROOT

CATALOGUE = shipped.catalogue()


@cache
def seed() -> tuple[Article, tuple[Link, ...]]:
    """Return the article of the tour with its links."""
    articles, _ = load_articles(ROOT / "seeds")
    (article,) = (each for each in articles if each.id == ARTICLE)
    lexicon = load_lexicon(names_of(CATALOGUE.features.values()))
    return article, tuple(link_article(article, lexicon))


@cache
def story() -> Story:
    article, links = seed()
    waters = load_waters()
    reasons = reasons_by_feature(CATALOGUE, waters.coastal_nm)
    published, _ = read_published()
    return Story(CATALOGUE, article, links, reasons, waters, published, ends_of(CATALOGUE))


@cache
def steps() -> dict[str, Step]:
    article, links = seed()
    return tour_steps(CATALOGUE.features, [article], links)


def text_of(key: str, told: Story | None = None) -> str:
    """Return what the step with this key says."""
    (step,) = (step for step in steps().values() if step.key == key)
    return words_of(step, told or story())[1]


def known() -> Known:
    article, _ = seed()
    return Known(
        nations=[state.id for state in CATALOGUE.of_kind("state")],
        features=CATALOGUE.features,
        passages=[passage.id for passage in article.passages],
        articles=[article.id],
        layers=[layer.id for layer in LAYERS],
        tour={number: step.view for number, step in steps().items()},
    )


def test_every_step_has_its_words_and_every_number_of_them_is_looked_up() -> None:
    assert {step.key for step in STEPS} == set(messages.TOUR)
    for title, text in messages.TOUR.values():
        assert not re.search(r"\d", title + text)


def test_all_steps_are_shown_with_the_article_that_ships() -> None:
    assert list(steps()) == [str(number) for number in range(1, len(STEPS) + 1)]
    assert 7 <= len(STEPS) <= 10


@pytest.mark.parametrize("key", [step.key for step in STEPS])
def test_the_view_of_a_step_holds_what_exists(key: str) -> None:
    number, step = next((n, s) for n, s in steps().items() if s.key == key)
    plain = parse_qs("&".join("=".join(pair) for pair in to_query(step.view.plain)))
    assert from_query(plain, known()) == (step.view.plain, [])
    assert to_query(step.view) == [("tour", number)]
    assert from_query({"tour": [number]}, known()) == (step.view, [])


@pytest.mark.parametrize("key", [step.key for step in STEPS if step.opens_passage])
def test_a_step_that_opens_a_passage_opens_one_that_mentions_its_feature(key: str) -> None:
    view = next(step.view for step in steps().values() if step.key == key)
    assert article_of(view.passage) == ARTICLE
    assert any(link.passage == view.passage and link.feature == view.feature for link in seed()[1])


@pytest.mark.parametrize("key", [step.key for step in STEPS])
def test_a_step_is_read_in_a_quarter_of_a_minute(key: str) -> None:
    assert len(text_of(key).split()) <= 45


def test_the_whole_tour_is_read_in_about_two_minutes() -> None:
    words = sum(len(" ".join(words_of(step, story())).split()) for step in steps().values())
    assert 1.2 <= words / 200 <= 2.2


def test_the_figures_are_those_of_the_data() -> None:
    waters, links = story().waters, seed()[1]
    length = waters.length_nm("nsr", waters.variants("nsr")[0])
    assert f"{length:,.0f} nautical miles" in text_of("waters")
    assert "waters of Russia" in text_of("waters")
    assert f"{len({link.feature for link in links})} features" in text_of("article")
    assert f"{len({link.passage for link in links})} passages" in text_of("article")
    assert f"{len(CATALOGUE.of_kind('route'))} routes" in text_of("article")
    assert f"{len(CATALOGUE.of_kind('boundary'))} lines" in text_of("layers")
    assert f"{len(links)} links" in text_of("evidence")
    found = visible_features(CATALOGUE, story().reasons, ("CN",), role="sponsor")
    ports = [i for i in found if CATALOGUE.features[i].type == "port"]
    assert f"{len(ports)} ports" in text_of("role")
    assert messages.NOT_FOR_NAVIGATION in text_of("evidence")


def test_the_figures_follow_the_data_when_these_change() -> None:
    fewer = replace(story(), links=[link for link in seed()[1] if link.feature == "nsr"])
    assert "1 feature of the map in 1 passage." in text_of("article", fewer)
    assert "1 link " in text_of("evidence", fewer)


def test_the_role_step_lists_the_roles_that_are_left() -> None:
    others = [messages.ROLE_WORDS[role].lower() for role in ROLES if role != "sponsor"]
    assert all(other in text_of("role") for other in others)


def test_the_waters_step_says_that_nothing_was_measured_where_the_table_is_missing() -> None:
    unmeasured = replace(story(), waters=Waters(pd.DataFrame(columns=load_waters().frame.columns)))
    assert messages.TOUR_NO_WATERS in text_of("waters", unmeasured)


def test_the_voyages_step_compares_what_is_published_and_leads_to_the_page() -> None:
    (ours, *_), (theirs, *_) = (published("rotterdam", "yokohama", via) for via in ("nsr", "suez"))
    percent = round(100 * (theirs.nm - ours.nm) / theirs.nm)
    said = text_of("voyages")
    assert f"{ours.nm:,.0f} nautical miles by this route and {theirs.nm:,.0f} by Suez" in said
    assert f"{percent} % shorter" in said
    number = next(n for n, step in steps().items() if step.key == "voyages")
    block = html.unescape(tour_block(steps(), number, story()))
    assert 'href="./voyages?from=rotterdam&to=yokohama&way=nsr"' in block
    assert 'data-voyage="rotterdam|yokohama|nsr"' in block
    assert block.count("data-voyage") == 1


def test_without_published_figures_or_ports_the_voyages_step_states_none() -> None:
    for told in (replace(story(), published=()), replace(story(), ends={})):
        assert not re.search(r"\d", text_of("voyages", told))
        assert "  " not in text_of("voyages", told)
    number = next(n for n, step in steps().items() if step.key == "voyages")
    assert "data-voyage" not in tour_block(steps(), number, replace(story(), ends={}))


def test_without_its_article_there_is_no_tour() -> None:
    article, links = seed()
    other = replace(article, id="001-another")
    assert tour_steps(CATALOGUE.features, [], []) == {}
    assert tour_steps(CATALOGUE.features, [other], links) == {}
    assert "tour" not in start_views(CATALOGUE.features, {})
    assert list(again({})) == [messages.START_AGAIN]


def test_beside_other_articles_a_step_shows_its_own_alone() -> None:
    article, links = seed()
    other = replace(article, id="001-another")
    found = tour_steps(CATALOGUE.features, [other, article], links)
    assert {step.view.article for step in found.values()} == {ARTICLE}
    assert {step.view.article for step in steps().values()} == {""}


@pytest.mark.parametrize(
    ("without", "left_out"),
    [("nsr", {"name", "waters", "voyages"}), ("psr", {"corridors"}), ("CN", {"role"})],
)
def test_what_is_missing_leaves_its_steps_out_and_the_rest_is_numbered_on(
    without: str, left_out: set[str]
) -> None:
    article, links = seed()
    features = CATALOGUE.features.keys() - {without}
    found = tour_steps(features, [article], links)
    assert {step.key for step in found.values()} == {step.key for step in STEPS} - left_out
    assert list(found) == [str(number) for number in range(1, len(found) + 1)]
    assert [step.view.tour for step in found.values()] == list(found)


def test_a_link_that_a_reader_removed_leaves_out_the_step_that_needs_it() -> None:
    article, links = seed()
    fewer = [link for link in links if link.feature != "psr"]
    found = tour_steps(CATALOGUE.features, [article], fewer)
    assert "corridors" not in {step.key for step in found.values()}


def test_the_views_to_start_from_are_read_back_without_a_notice() -> None:
    found = start_views(CATALOGUE.features, steps())
    assert list(found) == list(messages.START_VIEWS)
    for view in found.values():
        query = parse_qs("&".join("=".join(pair) for pair in to_query(view)))
        read, notices = from_query(query, known())
        assert notices == []
        assert to_query(read) == to_query(view)


def test_the_first_step_leads_on_and_the_last_one_ends() -> None:
    first = tour_block(steps(), "1", story())
    last = tour_block(steps(), str(len(STEPS)), story())
    assert messages.TOUR_BACK not in first
    assert 'href="?tour=2"' in first
    assert f'href="?tour={len(STEPS) - 1}"' in last
    assert last.count(messages.TOUR_END) == 1
    assert messages.TOUR_NEXT not in last


@pytest.mark.parametrize("number", steps())
def test_every_step_ends_in_the_plain_view(number: str) -> None:
    block = tour_block(steps(), number, story())
    ends = re.findall(r'<a href="([^"]*)" class="[^"]*\bend"', block)
    assert ends == [to_address(View())]


def test_a_paused_tour_leads_back_to_its_step_and_closes_in_place() -> None:
    block = paused_block(steps(), "3", now=View(feature="nwp"))
    assert 'href="?tour=3"' in block
    assert 'href="?feature=nwp"' in block
    assert messages.TOUR_PAUSED.format(number=3, count=len(STEPS)) in block


def test_the_start_says_what_this_is_and_holds_plain_addresses() -> None:
    block = start_block(start_views(CATALOGUE.features, steps()), after=View())
    assert messages.START_LEAD in block
    for address in ("?feature=nsr", "?feature=psr", "?tour=1"):
        assert f'href="{address}"' in block
