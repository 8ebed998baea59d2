"""What stands around map and articles in HTML: the list of features, and notices."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from geo import messages
from geo.catalogue.features import Catalogue
from geo.draw.inventory import Place
from geo.draw.layers import LAYERS, layer_of
from geo.escape import Markup, element, join
from geo.markup.cards import to_feature
from geo.view import View


def feature_list(catalogue: Catalogue, places: Mapping[str, Place], view: View) -> Markup:
    """Return what the map draws or marks on its rim as lists of links by layer."""
    shown: dict[str, list[Markup]] = defaultdict(list)
    for feature in catalogue.features.values():
        if feature.id in places:
            link = to_feature(feature.id, catalogue, view)
            shown[layer_of(feature).id].append(element("li", link, _beyond(places[feature.id])))
    parts = []
    for layer in LAYERS:
        if items := shown[layer.id]:
            parts += [
                element("h2", layer.title, class_="layer"),
                element("ul", *items, class_="row"),
            ]
    return join(*parts)


def skip_link() -> Markup:
    """Return a link to the list, seen only where the keyboard has come to it."""
    return element("a", messages.SKIP_TO_LIST, href="#list", data_goes="list", class_="skip")


def notice_list(notices: Sequence[str]) -> Markup:
    """Return notices compactly: the first, and all of them in a collapsible if there are more."""
    first, *others = notices
    if not others:
        return element("p", first, class_="notices")
    title = messages.NOTICES.format(count=len(notices), first=first)
    items = [element("li", notice) for notice in notices]
    return element("details", element("summary", title), element("ul", *items), class_="notices")


def connection_notes() -> dict[str, str]:
    """Return what the page says of its connection, by what has happened to it."""
    return {what: element("span", text) for what, text in messages.CONNECTION.items()}


def _beyond(place: Place) -> Markup | None:
    """Return a note on what is only marked on the rim; None for what is drawn."""
    return element("span", " ", messages.ON_MAP[place], class_="small") if place == "rim" else None
