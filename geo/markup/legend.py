"""The legend as a list, for the app and the standalone page."""

from collections.abc import Iterable

from geo import messages
from geo.draw.legend import Key
from geo.escape import Markup, element


def legend_list(keys: Iterable[Key]) -> Markup:
    """Return the entries of a legend with their patterns."""
    entries = [
        element(
            "li",
            element("span", class_=f"key {key.pattern} {key.kind}{' area' * key.is_area}"),
            key.text,
        )
        for key in keys
    ]
    return element("ul", *entries, class_="legend", aria_label=messages.LEGEND)
