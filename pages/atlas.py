"""The Atlas: the map and the articles, each leading to the other."""

import streamlit as st

from geo import words
from geo.draw.frames import FRAMES
from geo.draw.layers import LAYERS, layers_on
from geo.draw.legend import Key, legend
from geo.draw.scene import Scene, make_scene
from geo.escape import Markup, element, join
from geo.exchange.cards import card, to_feature
from geo.exchange.law import law_under
from geo.exchange.quotes import column
from geo.exchange.shown import placed_on, scale_sentence
from geo.view import to_address
from pages import _cache, _choose, _parts, _state
from pages._desk import Desk, open_desk

# The column of articles, without and with a card above it: the pair fills the map's height.
COLUMN_HEIGHT_PX = {False: 790, True: 380}
CARD_HEIGHT_PX = 400


def main() -> None:
    """Lay out the page; embedded in another site it is the map, with the articles if asked."""
    desk = open_desk("atlas")
    _parts.style_page()
    if _state.is_embedded():
        board()
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        st.title(words.APP, anchor=False)
        with st.container(width=380, key="search-box"):
            search(desk)
    _choose.filters(desk)
    with st.container(key="sentence"):
        st.text(desk.sentence())
        if not desk.visible:
            st.text(words.NOTHING_LEFT)
    missing = _cache.chart(desk.view.frame).problems
    _parts.show_notices([*_state.notices(), *desk.problems, *missing])
    board()
    with st.expander(words.FEATURE_LIST):
        _parts.panel(feature_list(desk), key="features", selected=desk.view.feature)


def search(desk: Desk) -> None:
    """Show the search by any name."""
    names = {
        f"{name.text} ({feature.name})" if name.text != feature.name else name.text: feature.id
        for feature in desk.catalogue.features.values()
        for name in feature.all_names()
    }

    def found() -> None:
        if (chosen := _state.value_of("search")) in names:
            _state.select(names[chosen])
            _state.clear("search")

    st.selectbox(
        words.SEARCH,
        list(names),
        index=None,
        placeholder=words.SEARCH_PLACEHOLDER,
        key="search",
        on_change=found,
        label_visibility="collapsed",
    )


@st.fragment
def board() -> None:
    """Show map and articles; a press in either runs this part of the page alone."""
    desk = open_desk("atlas")
    scene = make_scene(
        desk.catalogue,
        desk.view,
        _cache.chart(desk.view.frame),
        palette=_parts.palette(),
        visible=desk.visible,
        named=desk.named,
        look_number=_state.look_number(),
    )
    if _state.is_embedded() and not _state.embeds_articles():
        map_side(desk, scene)
        return
    left, right = st.columns([3, 2], gap="medium")
    with left:
        map_side(desk, scene)
    with right:
        article_side(desk)


def map_side(desk: Desk, scene: Scene) -> None:
    """Show the map with its tools and legend."""
    if not _state.is_embedded():
        tools(desk)
    with st.container(key="map-box"):
        _parts.show_map(scene, desk.view.frame)
    _parts.panel(legend_markup(legend(scene)), key="legend")
    st.caption(scale_sentence(desk.view.frame))


def article_side(desk: Desk) -> None:
    """Show the card of what is selected, and the articles."""
    if desk.selected:
        with st.container(height=CARD_HEIGHT_PX, border=True, key="card"):
            with st.container(horizontal=True, key="card-tools"):
                st.button(
                    words.CLOSE,
                    on_click=_state.select,
                    args=("",),
                    key="close",
                    icon=":material/close:",
                    type="tertiary",
                )
            _parts.panel(card_markup(desk), key="card-panel")
    with st.container(height=COLUMN_HEIGHT_PX[bool(desk.selected)], border=False, key="column"):
        _parts.panel(
            column(desk.portion.reading),
            key="articles",
            scroll=f"{desk.view.feature}|{desk.view.passage}",
            from_map=not desk.view.passage,
            selected=desk.view.feature,
        )
        _choose.more_articles(desk)


def tools(desk: Desk) -> None:
    """Show the choice of frame and of layers."""
    with st.container(horizontal=True, vertical_alignment="center", key="tools"):
        st.segmented_control(
            words.FRAME,
            list(FRAMES),
            format_func=lambda frame: FRAMES[frame].title,
            key=_state.bind("frame", desk.view.frame),
            required=True,
            on_change=_state.on_change,
            args=("frame", "frame"),
            label_visibility="collapsed",
        )
        with st.popover(words.LAYERS, icon=":material/layers:"):
            on = layers_on(desk.view.shown, desk.view.hidden)
            for layer in LAYERS:
                key = f"layer-{layer.id}"
                st.checkbox(
                    layer.title,
                    key=_state.bind(key, layer.id in on),
                    help=layer.about,
                    on_change=_state.switch_layer,
                    args=(layer.id, key),
                )
        with st.popover(words.LINK, icon=":material/link:"):
            base = (st.context.url or "").split("?")[0]
            st.code(to_address(desk.view, base=base), language=None, wrap_lines=True)


def card_markup(desk: Desk) -> Markup:
    """Return the card of the selected feature."""
    feature = desk.catalogue.feature(desk.view.feature)
    return card(
        desk.catalogue,
        feature,
        desk.reading,
        reasons=desk.reasons[feature.id],
        within=desk.groups_with(feature.id),
        placed=placed_on(_cache.chart(desk.view.frame), feature),
        waters=law_under(
            feature,
            desk.view.variant,
            _cache.waters(),
            _cache.passes(),
            lambda identity: to_feature(identity, desk.catalogue, desk.view),
            stale=feature.id in _cache.stale_ways(),
        ),
    )


def legend_markup(keys: list[Key]) -> Markup:
    """Return the legend as a list."""
    entries = [
        element(
            "li",
            element("span", class_=f"key {key.pattern} {key.kind}{' area' * key.is_area}"),
            key.text,
        )
        for key in keys
    ]
    return element("ul", *entries, class_="legend", aria_label=words.LEGEND)


def feature_list(desk: Desk) -> Markup:
    """Return what the map draws as lists of links, one for each layer that is on."""
    on = layers_on(desk.view.shown, desk.view.hidden)
    parts = []
    for layer in LAYERS:
        items = [
            element("li", to_feature(feature.id, desk.catalogue, desk.view))
            for feature in desk.catalogue.features.values()
            if layer.id in on and feature.id in desk.visible and layer.holds(feature)
        ]
        if items:
            parts += [
                element("h2", layer.title, class_="layer"),
                element("ul", *items, class_="row"),
            ]
    return join(*parts)


main()
