"""The Atlas: the map and the articles, linked both ways."""

from dataclasses import replace

import streamlit as st

from geo import messages
from geo.draw.inventory import on_map
from geo.draw.scene import Scene
from geo.escape import Markup
from geo.exchange.cite import base_of
from geo.exchange.snapshot import scale_sentence
from geo.markup.cards import card, placement_sentence
from geo.markup.embed import brief_card, embed_foot
from geo.markup.lists import feature_list, skip_link
from geo.markup.passages import column, sections
from geo.markup.voyages.offers import card_offers
from geo.measure.reasons import variant_reasons
from pages import _cache, _claims, _components, _differences, _filters, _state
from pages._beginning import beginning
from pages._context import PageContext, open_context


def main() -> None:
    """Render the page; embedded it is the map, optionally with the articles."""
    context = open_context("atlas")
    _components.style_page()
    if _state.is_embedded():
        _components.show_small_notices(notices(context))
        map_and_articles(context, scene_of(context))
        return
    # What stands above the map is filled after it, and the page's script comes after it too, or the
    # browser would begin with the map last.
    head, strip = st.container(key="head"), st.container(key="strip")
    scene = scene_of(context)
    map_and_articles(context, scene)
    with head:
        st.title(messages.APP, anchor=False)
        with st.container(key="search-box"):
            search(context)
    with strip:
        with st.container(key="filter-switch"):
            filter_switch()
        _filters.filters(context, with_borders=True)


@st.fragment
def features() -> None:
    """List what is on the map; the page asks for it anew when a press has changed that."""
    context = open_context("atlas")
    shown = on_map(scene_of(context))
    with st.expander(messages.FEATURE_LIST):
        shown_list = feature_list(context.catalogue, shown, context.view)
        _components.panel(shown_list, key="features", packed=True)
        st.caption(scale_sentence(context.view.frame))
    _components.listing(shown)


def notices(context: PageContext) -> list[str]:
    """Return what the reader is told of the address and of missing data."""
    frame = context.view.frame
    missing = (*_cache.chart(frame).problems, *_cache.chart_script(frame).problems)
    return [*_state.notices(), *context.problems, *missing]


@st.fragment
def filter_switch() -> None:
    """Show the switch that unfolds the strip of filters on a telephone; the style sheet does it."""
    st.toggle(messages.FILTER, key="filter-open")


def scene_of(context: PageContext) -> Scene:
    """Return what the map shows of the view."""
    return context.scene(_cache.chart(context.view.frame))


def search(context: PageContext) -> None:
    """Show the search by any name."""
    names = _cache.search_entries(context.view.frame)

    def found() -> None:
        if (chosen := _state.value_of("search")) in names:
            _state.select(names[chosen])
            _state.clear("search")

    st.selectbox(
        messages.SEARCH,
        list(names),
        index=None,
        placeholder=messages.SEARCH_PLACEHOLDER,
        # The other modes sort by score, which puts long entries before the weighty ones.
        filter_mode="contains",
        key="search",
        on_change=found,
        label_visibility="collapsed",
    )


def map_and_articles(context: PageContext, scene: Scene) -> None:
    """Show the map, and beside it the articles."""
    _state.note_drawn()
    if _state.is_embedded() and not _state.embeds_articles():
        with st.container(key="plate"):
            map_side(context, scene)
            answer()
        return
    with st.container(key="desk"):
        map_side(context, scene)
        if _state.is_embedded():
            answer()
            return
        with st.container(key="reading"):
            _components.panel(skip_link(), key="skip")
            # Each fragment alone in its container: Streamlit may take one that is to run next off
            # the page for a moment, and what follows would move to its place and be replaced.
            with st.container(key="answers"):
                answer()
            with st.container(key="list"):
                features()


def map_side(context: PageContext, scene: Scene) -> None:
    """Show the map, with its tools and legend lying on it, and bring the page's script."""
    with st.container(key="map-side"), st.container(key="map-box"):
        _components.show_map(scene, context.view.frame)
        _components.script_page()
        _components.map_position(context.ice.marked)


@st.fragment
def answer() -> None:
    """Answer a press, as a fragment: the map has drawn it by itself and is not sent again.

    A press that changes more than the selection and the layers, say a step of the tour, runs the
    whole page.
    """
    context = open_context("atlas")
    if not _state.is_drawn():
        st.rerun()
    scene = scene_of(context)
    _components.presses(context.view, sections(context.pane), on_map(scene))
    if not _state.is_embedded():
        article_side(context, scene)
        return
    base = base_of(st.context.url or "", "")
    _components.panel(embed_foot(context.view, base=base), key="embed-foot")
    if _state.embeds_articles():
        with st.container(key="reading"):
            article_side(context, scene)
    elif context.selected:
        with st.container(key="brief"):
            feature = context.catalogue.feature(context.view.feature)
            brief = brief_card(
                context.catalogue, feature, context.pane, measured=_cache.measured(), base=base
            )
            _components.panel(brief, key="brief-panel", packed=True)


def article_side(context: PageContext, scene: Scene) -> None:
    """Show the notices, the card of what is selected, the sentence and the articles."""
    # The containers are there even when empty, or the browser would make the articles anew, and
    # their place be lost, whenever a card comes or goes.
    with st.container(key="notices"):
        if not _state.is_embedded():
            _components.show_notices(notices(context))
            _differences.differences(context)
    with st.container(key="beginning"):
        if not _state.is_embedded():
            beginning(context)
    with st.container(key="answer"):
        if context.selected:
            selected_card(context)
    if not _state.is_embedded():
        with st.container(key="sentence"):
            st.text(context.sentence(scene))
            _filters.ways_out(context)
        with st.container(key="article-box"):
            _filters.article_choice(context)
    with st.container(key="column"):
        _components.panel(column(context.unselected_pane), key="articles")
        _filters.more_articles(context)


def selected_card(context: PageContext) -> None:
    """Show the card of the selected feature, which can be closed."""
    with st.container(key="card"):
        _components.panel(card_markup(context), key="card-panel", packed=True)


def card_markup(context: PageContext) -> Markup:
    """Return the card of the selected feature."""
    feature = context.catalogue.feature(context.view.feature)
    waters = _cache.waters()
    offers = card_offers(feature.id, _cache.voyage_ends(), _cache.published_distances())
    return card(
        context.catalogue,
        feature,
        replace(context.pane, folds=_claims.folds(context, feature.id)),
        reasons=variant_reasons(
            context.catalogue,
            waters,
            feature,
            context.reasons[feature.id],
            context.view.variant,
        ),
        placed=placement_sentence(feature, _cache.chart(context.view.frame)),
        measured=_cache.measured(),
        offers=None if _state.is_embedded() else offers,
    )


main()
