"""The Atlas: the map and the articles, each leading to the other."""

import streamlit as st

from geo import words
from geo.draw.frames import FRAMES
from geo.draw.inventory import Place, on_map
from geo.draw.layers import LAYERS, layer_of, layers_on
from geo.draw.legend import Key, legend
from geo.draw.scene import Scene
from geo.escape import Markup, element, join
from geo.exchange.cards import card, placed_words, to_feature
from geo.exchange.law import law_under
from geo.exchange.quotes import column
from geo.exchange.shown import scale_sentence
from geo.measure.standing import standing
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
    missing = _cache.chart(desk.view.frame).problems
    notices = [*_state.notices(), *desk.problems, *missing]
    if _state.is_embedded():
        _parts.show_small_notices(notices)
        board()
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="head"):
        st.title(words.APP, anchor=False)
        with st.container(width=380, key="search-box"):
            search(desk)
    _choose.filters(desk)
    scene = scene_of(desk)
    with st.container(key="sentence"):
        st.text(desk.sentence(scene))
        if not desk.visible:
            st.text(words.NOTHING_LEFT)
    _parts.show_notices(notices)
    _state.keep("listed", on_map(scene))
    board()
    with st.expander(words.FEATURE_LIST):
        _parts.panel(feature_list(desk, scene), key="features")


def scene_of(desk: Desk) -> Scene:
    """Return what the map shows of the view."""
    return desk.scene(_cache.chart(desk.view.frame), _parts.palette())


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
    """Show map and articles; a press in either runs this part of the page alone.

    Where the press puts another feature on the map, the sentence and the list follow.
    """
    desk = open_desk("atlas")
    scene = scene_of(desk)
    if not _state.is_embedded() and on_map(scene) != _state.kept("listed", on_map(scene)):
        st.rerun()
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
            default=desk.view.frame,
            key=_state.bind("frame", desk.view.frame),
            required=True,
            on_change=_state.on_change,
            args=("frame", "frame"),
            label_visibility="collapsed",
        )
        with st.popover(words.LAYERS, icon=":material/layers:"):
            on = layers_on(desk.view.shown, desk.view.hidden)
            for layer in LAYERS:
                key = _state.layers_key(layer.id)
                st.checkbox(
                    layer.title,
                    value=layer.id in on,
                    key=key,
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
    variant, waters = desk.view.variant, _cache.waters()
    return card(
        desk.catalogue,
        feature,
        desk.reading,
        reasons=standing(desk.catalogue, waters, feature, desk.reasons[feature.id], variant),
        placed=placed_words(feature, _cache.chart(desk.view.frame)),
        waters=law_under(
            feature,
            variant,
            waters,
            _cache.passes(),
            lambda identity: to_feature(identity, desk.catalogue, desk.view),
            name_of=desk.name_of,
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


def feature_list(desk: Desk, scene: Scene) -> Markup:
    """Return what the map draws or marks on its rim as lists of links, one for each layer."""
    places, parts = on_map(scene), []
    for layer in LAYERS:
        items = [
            listed(desk, feature.id, places[feature.id])
            for feature in desk.catalogue.features.values()
            if feature.id in places and layer_of(feature) is layer
        ]
        if items:
            parts += [
                element("h2", layer.title, class_="layer"),
                element("ul", *items, class_="row"),
            ]
    return join(*parts)


def listed(desk: Desk, identity: str, place: Place) -> Markup:
    """Return an entry of the list; what is only marked on the rim is said to lie beyond."""
    beyond = element("span", " ", words.ON_MAP[place], class_="small") if place == "rim" else None
    return element("li", to_feature(identity, desk.catalogue, desk.view), beyond)


main()
