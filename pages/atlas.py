"""The Atlas: the map and the articles, linked both ways."""

import streamlit as st

from geo import messages
from geo.draw.inventory import on_map
from geo.draw.scene import Scene
from geo.escape import Markup
from geo.exchange.snapshot import scale_sentence
from geo.markup.cards import card, placement_sentence, to_feature
from geo.markup.lists import feature_list
from geo.markup.passages import column
from geo.markup.waters_table import waters_table
from geo.measure.reasons import variant_reasons
from pages import _cache, _components, _filters, _state
from pages._context import PageContext, open_context


def main() -> None:
    """Render the page; embedded it is the map, optionally with the articles."""
    context = open_context("atlas")
    _components.style_page()
    if _state.is_embedded():
        _components.show_small_notices(notices(context))
        map_and_articles()
        return
    # What stands above the map is filled after it, or the browser would begin with the map last.
    head, strip = st.container(key="head"), st.container(key="strip")
    scene = scene_of(context)
    _state.store("listed", on_map(scene))
    map_and_articles()
    with head:
        st.title(messages.APP, anchor=False)
        with st.container(key="search-box"):
            search(context)
    with strip:
        filter_switch()
        _filters.filters(context)
    with st.container(key="list"), st.expander(messages.FEATURE_LIST):
        shown = feature_list(context.catalogue, on_map(scene), context.view)
        _components.panel(shown, key="features")
        st.caption(scale_sentence(context.view.frame))


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
    names = {
        f"{name.text} ({feature.name})" if name.text != feature.name else name.text: feature.id
        for feature in context.catalogue.features.values()
        for name in feature.all_names()
    }

    def found() -> None:
        if (chosen := _state.value_of("search")) in names:
            _state.select(names[chosen])
            _state.clear("search")

    st.selectbox(
        messages.SEARCH,
        list(names),
        index=None,
        placeholder=messages.SEARCH_PLACEHOLDER,
        key="search",
        on_change=found,
        label_visibility="collapsed",
    )


@st.fragment
def map_and_articles() -> None:
    """Show map and articles as a fragment: a click in either reruns only this part.

    If a click adds a feature to the map, the list is updated too.
    """
    context = open_context("atlas")
    scene = scene_of(context)
    if not _state.is_embedded() and on_map(scene) != _state.stored("listed", on_map(scene)):
        st.rerun()
    if _state.is_embedded() and not _state.embeds_articles():
        map_side(context, scene)
        return
    with st.container(key="desk"):
        map_side(context, scene)
        with st.container(key="reading"):
            article_side(context, scene)


def map_side(context: PageContext, scene: Scene) -> None:
    """Show the map, with its tools and legend lying on it."""
    with st.container(key="map-side"), st.container(key="map-box"):
        _components.show_map(scene, context.view)


def article_side(context: PageContext, scene: Scene) -> None:
    """Show the notices, the card of what is selected, the sentence and the articles."""
    # The containers are there even when empty, or the browser would make the articles anew, and
    # their place be lost, whenever a card comes or goes.
    with st.container(key="notices"):
        if not _state.is_embedded():
            _components.show_notices(notices(context))
    with st.container(key="answer"):
        if context.selected:
            selected_card(context)
    if not _state.is_embedded():
        with st.container(key="sentence"):
            st.text(context.sentence(scene))
    with st.container(key="column"):
        _components.panel(
            column(context.excerpt.pane),
            key="articles",
            scroll=f"{context.view.feature}|{context.view.passage}",
            from_map=not context.view.passage,
            selected=context.view.feature,
        )
        _filters.more_articles(context)


def selected_card(context: PageContext) -> None:
    """Show the card of the selected feature, which can be closed."""
    with st.container(border=True, key="card"):
        with st.container(horizontal=True, key="card-tools"):
            st.button(
                messages.CLOSE,
                on_click=_state.select,
                args=("",),
                key="close",
                icon=":material/close:",
                type="tertiary",
            )
        _components.panel(card_markup(context), key="card-panel")


def card_markup(context: PageContext) -> Markup:
    """Return the card of the selected feature."""
    feature = context.catalogue.feature(context.view.feature)
    variant, waters = context.view.variant, _cache.waters()
    return card(
        context.catalogue,
        feature,
        context.pane,
        reasons=variant_reasons(
            context.catalogue, waters, feature, context.reasons[feature.id], variant
        ),
        placed=placement_sentence(feature, _cache.chart(context.view.frame)),
        waters=waters_table(
            feature,
            variant,
            waters,
            _cache.transits(),
            lambda identity: to_feature(identity, context.catalogue, context.view),
            name_of=context.name_of,
            stale=feature.id in _cache.stale_routes(),
        ),
    )


main()
