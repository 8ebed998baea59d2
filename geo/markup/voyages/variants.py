"""The variants of a way or of a named route, to choose from."""

from collections.abc import Sequence

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages import numbers
from geo.markup.voyages.lines import depth_words
from geo.measure.voyages.columns import Column
from geo.measure.voyages.records import Ship, Variant
from geo.voyage_view import route_id


def variant_list(one: Column, ship: Ship, *, columns: Sequence[str] = ()) -> Markup:
    """Return the variants as buttons, shortest first; what is too shallow is struck.

    Parameters
    ----------
    columns
        Ids of all that stands side by side: the variant of a named route takes its own's place.
    """
    return element(
        "ul",
        *(element("li", _variant(one, each, ship, columns)) for each in one.way.variants),
        class_="variant-list",
    )


def _variant(one: Column, variant: Variant, ship: Ship, columns: Sequence[str]) -> Markup:
    least = variant.least_depth
    depth = f"{numbers.metres(least.least_depth_m or 0.0)}" if least else ""
    if variant.shut == "draught" and depth:
        said = messages.VOYAGE_TOO_SHALLOW_AT.format(depth=depth)
    elif variant.shut:
        said = messages.VOYAGE_TOO_SHALLOW.format(draught=f"{ship.draught_m:.1f}")
    else:
        unknown = messages.VOYAGE_CALLED_DEEP if variant.is_deep else messages.VOYAGE_NO_DEPTH
        said = depth_words(variant) or unknown
    return element(
        "button",
        element("span", variant.name or one.way.name, class_="name"),
        " ",
        element("span", said, class_="depth"),
        " ",
        element("span", numbers.whole(variant.nm), class_="nm"),
        type="button",
        class_="shut" if variant.shut else None,
        **_press(one, variant, columns),
        aria_current="true" if variant is one.variant else None,
    )


def _press(one: Column, variant: Variant, columns: Sequence[str]) -> dict[str, str]:
    """Return what a press says: the variant of a way, or the columns with another in its place."""
    if one.is_way:
        return {"data_way": one.way.via, "data_variant": variant.slug}
    other = route_id(one.feature, variant.slug)
    others = (other if each == one.id else each for each in columns)
    return {"data_columns": "|".join(dict.fromkeys(others))}
