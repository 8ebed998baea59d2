"""What else is known of a feature, as rows of a table in plain words."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from geo import messages
from geo.catalogue.records import Feature
from geo.escape import Markup, join
from geo.markup.folds import row
from geo.sentences import long_day

_IDS = frozenset({"corridor", "port", "states"})
"""Details that hold ids of features."""
_CODES: Mapping[str, Mapping[str, str]] = {
    "zone": messages.ZONES,
    "line": messages.BOUNDARY_LINES,
    "confidence": messages.BOUNDARY_LINES,
}
"""Details that hold codes, and their words."""
_TYPED = frozenset({"place", "sea", "strait", "region", "group", "boundary", "regime"})
"""Kinds whose types are words of their own, such as a port or a bay."""
_HIDDEN = frozenset({"gate", "least_depth_m", "least_depth_source"})
"""Details for the code only; what they say is said in words beside them."""
_DATE = re.compile(r"\b(\d{4})-(\d{2})(?:-(\d{2}))?\b(?!-)")
_LARGE = 1000


def detail_rows(feature: Feature, to: Callable[[str], Markup]) -> Iterator[Markup]:
    """Yield a row for each detail that is stated: names for ids, words for codes, dates spelt out.

    Parameters
    ----------
    to
        Makes a link to a feature from its id.
    """
    for key, value in feature.details.items():
        if key in _HIDDEN or value in ("", None, [], {}):
            continue
        shown: object
        if key in _IDS:
            ids = value if isinstance(value, list) else [value]
            shown = join(*[piece for one in ids for piece in (", ", to(str(one)))][1:])
        else:
            shown = _CODES.get(key, {}).get(str(value)) or _spoken(value)
        yield row(_label(key), shown)


def kind_words(feature: Feature) -> str:
    """Return what a feature is: its type where that says it, else its kind, and its type beside."""
    kind = messages.KINDS[feature.kind]
    if not feature.type or feature.type == feature.kind:
        return kind
    if feature.kind in _TYPED:
        return messages.TYPE_WORDS.get(feature.type, feature.type.capitalize())
    return f"{kind}, {feature.type}"


def precision_words(feature: Feature) -> str:
    """Return how precise a feature's shape is, or the position of a place."""
    words = messages.POSITIONS if feature.kind == "place" else messages.PRECISIONS
    return words[feature.precision]


def last_checked_words(feature: Feature) -> str:
    """Return when a feature's facts were last checked, or '' where that is not stated."""
    if not feature.last_checked:
        return ""
    return messages.LAST_CHECKED.format(day=plain_dates(feature.last_checked))


def plain_dates(text: str) -> str:
    """Return a text with dates such as 2012-07-28 or 2025-09 spelt out: 28 July 2012."""
    return _DATE.sub(_spelt, text)


def square_km(value: float) -> str:
    """Return an area, rounded as its drawing deserves."""
    if value >= 1e6:  # noqa: PLR2004
        return f"{value / 1e6:.1f} million km²"
    digits = -3 if value >= 1e5 else -2  # noqa: PLR2004
    return f"{round(value, digits):,.0f} km²"


def _spelt(found: re.Match[str]) -> str:
    year, month, day = (int(part or 1) for part in found.groups())
    try:
        moment = date(year, month, day)
    except ValueError:
        return found[0]
    return long_day(moment) if found[3] else f"{moment:%B %Y}"


def _label(key: str) -> str:
    return messages.DETAIL_LABELS.get(key, key.replace("_", " "))


def _spoken(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(_spoken(entry) for entry in value)
    if isinstance(value, dict):
        return "; ".join(f"{_label(key)}: {_spoken(entry)}" for key, entry in value.items())
    if isinstance(value, int | float) and abs(value) > _LARGE:
        return f"{value:,.0f}"
    return plain_dates(str(value))
