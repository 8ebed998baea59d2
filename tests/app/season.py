"""The page of the season in Streamlit's test harness."""

from tests.app.voyages import Voyages

SEASON = "pages/season.py"


def go(page: Voyages, **query: object) -> Voyages:
    """Open the page under an address, as a link does; a list is a key that stands there often."""
    page.app.query_params.clear()
    for key, value in query.items():
        page.app.query_params[key] = value  # type: ignore[assignment]
    page.app.switch_page(SEASON).run()
    return page.whole()
