"""Season: when the routes can be sailed, through what ice, by what ship, and who sails."""

from datetime import UTC, datetime

import streamlit as st

from geo import messages
from geo.escape import Markup
from geo.markup.season.blocks import lead
from geo.markup.season.lead import Lead, article_line, season_lead
from geo.measure.season.law import load_law
from geo.measure.season.published import transit_season
from geo.season_view import FIRST_DAY, LAST_DAY, ROUTES
from geo.sentences import long_day
from geo.text.articles import Article
from pages import (
    _components,
    _season_claims,
    _season_files,
    _season_ice,
    _season_less,
    _season_polaris,
    _season_sails,
    _season_when,
    _state,
    _user_articles,
)
from pages._context import open_context
from pages._season_context import (
    Season,
    article_of,
    day_of,
    known_season,
    let_it_be_seen,
    make_season,
    ways_of,
)

_BLOCKS = {
    "when": _season_when.show,
    "ice": _season_ice.show,
    "less": _season_less.show,
    "sails": _season_sails.show,
    "polaris": _season_polaris.show,
    "claims": _season_claims.show,
}


def main() -> None:
    """Render the page."""
    _components.open_page()
    view = _state.open_season(known_season())
    context = open_context(_state.SEASON)
    season = make_season(view, context)
    st.title(messages.SEASON, anchor=False)
    with st.container(key="season-page"):
        said = _lead(season)
        strip(season, said)
        _components.show_notices([*_state.season_notices(), *context.problems])
        _components.panel(lead(said.markup, _article(season)), key="season-lead")
        let_it_be_seen()
        for block, show in _BLOCKS.items():
            with st.container(key=f"season-{block}"):
                show(season)
        _season_files.foot(season.view)


def _lead(season: Season) -> Lead:
    """Return the sentence that begins the page."""
    return season_lead(
        season.day,
        season.whose_day,
        load_law(),
        transit_season(season.day),
        today=datetime.now(UTC).date(),
    )


def _article(season: Season) -> Markup | None:
    """Return the line that names the article, where the day is its own."""
    article = season.article
    if article is None or not season.day_is_article:
        return None
    return article_line(article.headline, _who(article), article.url)


def _article_plain(season: Season) -> str:
    article = season.article
    if article is None or not season.day_is_article:
        return ""
    by = f", {who}" if (who := _who(article)) else ""
    return messages.LEAD_ARTICLE_PLAIN.format(headline=article.headline, by=by)


def _who(article: Article) -> str:
    return ", ".join(filter(None, (article.agency, article.publisher)))


def strip(season: Season, said: Lead) -> None:
    """Show the choices: a route, one of its ways, and the day; and the page's files."""
    with st.container(key="season-strip", horizontal=True):
        st.segmented_control(
            messages.SEASON_ROUTE,
            ROUTES,
            format_func=messages.SEASON_ROUTES.__getitem__,
            default=season.view.route,
            key=_state.bind("season-route", season.view.route),
            on_change=_choose_route,
            label_visibility="collapsed",
        )
        ways = ways_of(season.view.route)
        st.selectbox(
            messages.SEASON_WAY,
            list(ways),
            format_func=lambda slug: ways.get(slug, slug),
            index=list(ways).index(season.way) if season.way in ways else None,
            key=_state.bind("season-way", season.way),
            on_change=_choose_way,
        )
        st.date_input(
            messages.SEASON_ON,
            season.day,
            key=_state.bind("season-day", season.day),
            on_change=_choose_day,
            format="YYYY-MM-DD",
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
        )
        _whose_day(season)
        _article_choice(season)
        _season_files.files(season.view, f"{said.plain} {_article_plain(season)}".strip())


def _whose_day(season: Season) -> None:
    """Say whose day it is; one that the reader chose has a way back to the article's."""
    back = day_of(season.article)
    if season.view.day and back and not season.day_is_article:
        st.button(
            messages.SEASON_BACK.format(day=long_day(back)),
            key="season-back",
            type="tertiary",
            on_click=_state.change_season,
            kwargs={"day": "", "month": 0},
        )
    elif season.day_is_article or not season.view.day:
        with st.container(key="season-whose"):
            st.text(messages.SEASON_ARTICLE_DAY if back else messages.SEASON_TODAY)


def _article_choice(season: Season) -> None:
    """Offer another article, where there are several."""
    known = {one.id: one.headline for one in _user_articles.articles()}
    if len(known) > 1 and season.article is not None:
        st.selectbox(
            messages.SEASON_ARTICLE,
            list(known),
            format_func=lambda identity: known.get(identity, identity),
            index=list(known).index(season.article.id),
            key=_state.bind("season-article", season.article.id),
            on_change=_choose_article,
        )


def _choose_article() -> None:
    _state.change_season(article=_state.value_of("season-article") or "", day="", month=0)


def _choose_route() -> None:
    chosen = _state.value_of("season-route")
    _state.change_season(route=chosen or _state.current_season().route, way="")


def _choose_way() -> None:
    _state.change_season(way=_state.value_of("season-way") or "")


def _choose_day() -> None:
    chosen = _state.value_of("season-day")
    article = day_of(article_of(_state.current_season()))
    day = chosen.isoformat() if chosen and chosen != article else ""
    _state.change_season(day=day, month=0)


main()
