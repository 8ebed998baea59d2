"""What every block of the page of the season is shown for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from time import sleep

from geo.markup.season.calendar import folds
from geo.markup.season.day import PICTURE
from geo.measure.season.law import load_law
from geo.measure.season.polaris import ICE_TYPES
from geo.season_view import MONTHS, ROUTES, KnownSeason, SeasonView
from geo.text.articles import Article
from pages import _cache, _state, _user_articles
from pages._context import PageContext

HEAD_START_S = 0.3


@dataclass(frozen=True)
class Season:
    """One run of the page.

    Attributes
    ----------
    day
        The day that the page is about: the reader's, else the article's, else today.
    article
        The article whose day and numbers the page is about, if there is one.
    """

    view: SeasonView
    day: date
    article: Article | None
    context: PageContext

    @property
    def day_is_article(self) -> bool:
        """Whether the day is that of the article."""
        return self.day == day_of(self.article)

    @property
    def whose_day(self) -> str:
        """Whose day it is: `article`, `chosen` (by the reader) or `today`."""
        return "article" if self.day_is_article else "chosen" if self.view.day else "today"

    @property
    def month(self) -> int:
        """The month whose ice is drawn."""
        return self.view.month or self.day.month

    @property
    def way(self) -> str:
        """Slug of the chosen variant of the route."""
        return self.way_of(self.view.route)

    def way_of(self, route: str) -> str:
        """Return the variant of a route that is shown: the chosen one, else the usual one.

        That is the one with the least ice in its barest month.
        """
        usual = _cache.ice_along().least(route) or next(iter(ways_of(route)), "")
        return (self.view.way or usual) if route == self.view.route else usual


def make_season(view: SeasonView, context: PageContext) -> Season:
    """Return what the page shows: of the chosen article, else of the newest one."""
    article = article_of(view)
    chosen = date.fromisoformat(view.day) if view.day else None
    day = chosen or day_of(article) or datetime.now(UTC).date()
    return Season(view, day, article, context)


def ways_of(route: str) -> dict[str, str]:
    """Return the variants of a route: name by slug."""
    feature = _cache.catalogue().features.get(route)
    return {one.slug: one.name for one in feature.variants} if feature else {}


def day_of(article: Article | None) -> date | None:
    """Return the day on which an article appeared, if it states one."""
    return article.date if article else None


def known_season() -> KnownSeason:
    """Return what is valid in an address of the page."""
    extents, _ = _cache.extents()
    polaris, _ = _cache.polaris()
    return KnownSeason(
        years=(extents.years[0], extents.years[-1]) if extents else (0, 0),
        ice_classes=tuple(polaris.classes) if polaris else (),
        ice_types=ICE_TYPES,
        ways={route: tuple(ways_of(route)) for route in ROUTES},
        zones=folds(load_law()),
        articles=tuple(article.id for article in _user_articles.articles()),
    )


def article_of(view: SeasonView) -> Article | None:
    """Return the article that a view is about: the chosen one, else the newest."""
    there = _user_articles.articles()
    asked = next((one for one in there if one.id == view.article), None)
    return asked or max(there, key=lambda one: one.date or date.min, default=None)


def let_it_be_seen() -> None:
    """Wait a moment, once in a session, so that a browser shows the sentence that begins the page.

    What follows keeps it busy for about a second, and it shows nothing meanwhile: see the row
    "season's sentence" of `python -m bench ratios`.
    """
    if not _state.stored("season-seen", default=False):
        _state.store("season-seen", value=True)
        sleep(HEAD_START_S)


def pressed(press: object) -> None:
    """Change what a press on a part of the page asks for; ignore what is not valid."""
    if isinstance(press, dict) and (act := _ACTS.get(str(press.get("set")))):
        act(str(press.get("value", "")))


def _set_month(value: str) -> None:
    if value.isdecimal() and 1 <= int(value) <= MONTHS:
        _state.change_season(month=int(value))


def _toggle_zones(value: str) -> None:
    if value in known_season().zones:
        now = _state.current_season().zones
        kept = tuple(one for one in now if one != value)
        _state.change_season(zones=kept if value in now else (*now, value))


def _set_picture(value: str) -> None:
    if value in {"", PICTURE}:
        _state.change_season(picture=value)


_ACTS: dict[str, Callable[[str], None]] = {
    "month": _set_month,
    "zones": _toggle_zones,
    "picture": _set_picture,
}
"""What each `data-set` does; the one place for another kind."""
