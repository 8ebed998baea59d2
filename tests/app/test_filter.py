"""The filter by nation and role: its controls, its sentence, and the pages that follow it."""

import re
from collections.abc import Callable
from typing import Any

from geo import messages
from geo.view import ROLES
from tests.app.conftest import Page

OpenPage = Callable[..., Page]
CHIPS = ["CA", "DK", "FI", "IS", "NO", "RU", "SE", "US", "CN"]


def mentioned(page: Page) -> set[str]:
    """Return the features that the article column marks."""
    return set(re.findall(r'class="mention[^>]*data-feature="([^"]*)"', page.panel("articles")))


def group(app: Any, key: str) -> Any:
    """Return a group of buttons by its key."""
    return next(one for one in app.get("button_group") if one.key == key)


def labels(app: Any, key: str) -> list[str]:
    """Return the names on a group of buttons, without their flags."""
    return [option.content.split(") ")[-1] for option in group(app, key).proto.options]


def role_of(app: Any) -> Any:
    """Return the choice of a role."""
    return next(one for one in app.selectbox if one.key == "role")


def more_label(app: Any) -> str:
    """Return the words on the button to further nations."""
    found = [block.proto.popover.label for block in app.get("popover")]
    return next(label for label in found if label not in {messages.LAYERS, messages.LINK})


def query(app: Any, key: str) -> list[str]:
    """Return the values of a key of the address."""
    found = app.query_params.get(key, [])
    return [found] if isinstance(found, str) else list(found)


def test_the_same_nine_nations_come_first_each_with_a_flag(open_page: OpenPage) -> None:
    app = open_page().app
    every = [option.content for option in group(app, "nations").proto.options]
    assert len(every) == len(CHIPS)
    assert every[0].endswith(" Canada")
    assert every[-1].endswith(" China")
    others = [option.content for option in group(app, "more-nations").proto.options]
    assert all(one.startswith("![](data:image/svg+xml;base64,") for one in [*every, *others])
    assert {"Saudi Arabia", "Ukraine", "Japan"} <= set(labels(app, "more-nations"))
    assert set(labels(app, "more-nations")).isdisjoint(labels(app, "nations"))
    far = open_page(nation=["BT", "JP"], article="my-notes").app
    assert labels(far, "nations") == labels(app, "nations")
    assert "Bhutan" in labels(far, "more-nations")


def test_a_further_nation_joins_the_chips_and_is_named_on_its_button(open_page: OpenPage) -> None:
    app = open_page(nation="RU").app
    assert group(app, "match").proto.disabled
    group(app, "more-nations").set_value(["JP"]).run()
    assert query(app, "nation") == ["RU", "JP"]
    assert "Russia or Japan" in Page(app).sentence
    assert not group(app, "match").proto.disabled
    group(app, "nations").set_value(["RU", "NO"]).run()
    assert query(app, "nation") == ["RU", "JP", "NO"]
    group(app, "more-nations").set_value([]).run()
    assert query(app, "nation") == ["RU", "NO"]
    group(app, "match").set_value("all").run()
    assert query(app, "match") == ["all"]
    assert "Russia and Norway" in Page(app).sentence


def test_a_role_narrows_sentence_map_articles_and_address(open_page: OpenPage) -> None:
    whole = open_page(nation="CN")
    assert whole.sentence.startswith("3 corridors involve China; no routes do.")
    page = open_page(nation="CN")
    assert role_of(page.app).options[0] == "Role: any"
    assert len(role_of(page.app).options) == len(ROLES) + 1
    role_of(page.app).select("sponsor").run()
    assert query(page.app, "role") == ["sponsor"]
    assert "are sponsored by China" in page.sentence
    assert "CN" in whole.drawn - page.drawn
    assert {"psr-central", "psr-northeast"} <= page.drawn
    assert {"psr", "CN"} <= mentioned(whole)
    assert mentioned(page) == {"psr"}
    role_of(page.app).select("administrator").run()
    assert "Nothing on the map is administered by China." in page.plain_text
    assert page.shapes == set()


def test_the_address_sets_the_role_and_an_unknown_one_is_named(open_page: OpenPage) -> None:
    page = open_page(role="administrator")
    assert role_of(page.app).value == "administrator"
    assert page.sentence.startswith("4 routes are administered by at least one nation")
    assert "owner" in open_page(nation="CN", role="owner").plain_text


def test_reset_clears_nations_match_and_role_and_nothing_else(open_page: OpenPage) -> None:
    page = open_page(nation=["CN", "JP"], match="all", role="sponsor", feature="psr")
    next(one for one in page.app.button if one.label == messages.RESET).click().run()
    assert [query(page.app, key) for key in ("nation", "match", "role")] == [[], [], []]
    assert query(page.app, "feature") == ["psr"]
    assert page.sentence == open_page(feature="psr").sentence
    assert group(page.app, "nations").value == []
    assert role_of(page.app).value == ""
    assert messages.RESET not in [button.label for button in page.app.button]


def test_evidence_and_share_follow_the_role(open_page: OpenPage) -> None:
    page = open_page(nation="CN", role="sponsor")
    sentence = page.sentence
    app = page.app.switch_page("pages/evidence.py").run()
    assert {feature for feature, _ in Page(app).links} == {"psr"}
    assert role_of(app).value == "sponsor"
    app.switch_page("pages/share.py").run()
    codes = [one.value for one in app.code]
    assert codes[0].endswith("?nation=CN&role=sponsor")
    assert sentence.rstrip(".") in codes[-2]


def test_the_button_to_further_nations_names_the_first_and_counts_the_others(
    open_page: OpenPage,
) -> None:
    assert more_label(open_page(nation="RU").app) == messages.MORE_NATIONS
    assert more_label(open_page(nation="JP").app).endswith(") Japan")
    assert more_label(open_page(nation=["JP", "GB", "BE"]).app).endswith(") Belgium + 2")


def test_a_filter_that_leaves_nothing_says_so_and_offers_what_to_loosen(
    open_page: OpenPage,
) -> None:
    page = open_page(nation=["FI", "CN"], match="all", role="claimant")
    assert "Nothing on the map involves a claim by both Finland and China." in page.plain_text
    offered = [one for one in page.app.button if str(one.key).startswith("looser-")]
    assert [one.label for one in offered] == [messages.LOOSER["match"], messages.CLEAR_FILTER]
    offered[0].click().run()
    assert "match" not in page.app.query_params
    assert query(page.app, "nation") == ["FI", "CN"]
    assert "Nothing on the map" not in page.plain_text
    assert not [one for one in page.app.button if str(one.key).startswith("looser-")]


def test_a_role_that_the_nation_does_not_have_can_be_dropped_alone(open_page: OpenPage) -> None:
    page = open_page(nation="IS", role="sponsor")
    assert "Nothing on the map is sponsored by Iceland." in page.plain_text
    page.app.button("looser-role").click().run()
    assert "role" not in page.app.query_params
    assert query(page.app, "nation") == ["IS"]
    assert "Nothing on the map" not in page.plain_text
