"""Links: a view's address opens that view, and a bad one harms nothing."""

import html
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from geo.view import to_address, to_query
from tests.addresses import ABSURD, BROKEN, CATALOGUE, views
from tests.app.conftest import Page

OpenPage = Callable[..., Page]


def query_of(address: str) -> dict[str, Any]:
    """Return an address's keys and values as Streamlit hands them over."""
    return parse_qs(address.partition("?")[2], keep_blank_values=True, errors="replace")


def written_query(page: Page) -> dict[str, list[str]]:
    """Return the address that the page has written."""
    found = page.app.query_params
    return {key: [one] if isinstance(one := found[key], str) else list(one) for key in found}


def test_random_views_make_an_exact_round_trip(open_page: OpenPage) -> None:
    for view in views():
        page = open_page(**query_of(to_address(view)))
        expected: dict[str, list[str]] = {}
        for key, value in to_query(view):
            expected.setdefault(key, []).append(value)
        where = to_address(view)
        assert written_query(page) == expected, where
        card = html.unescape(page.panel("card-panel"))
        assert f"<h2>{CATALOGUE.feature(view.feature).name}</h2>" in card, where
        assert view.feature in page.highlighted, where


def test_a_broken_link_reports_what_is_missing_and_shows_the_rest(open_page: OpenPage) -> None:
    for address, named in BROKEN.items():
        page = open_page(**query_of(address))
        assert named in page.plain_text, address
        assert named not in str(written_query(page)), address
        assert page.shapes, address


def test_an_absurd_address_is_harmless(open_page: OpenPage) -> None:
    for name, address in ABSURD.items():
        page = open_page(**query_of(address))
        assert not page.app.exception, name
        assert page.shapes, name
        assert len(str(written_query(page))) < 400, name
