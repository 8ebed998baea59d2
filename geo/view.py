"""The view and its address (query string).

The query string is a view's only serialised form: ids only, repeated keys for several values,
defaults omitted. Parsing is tolerant: unknown values are dropped and named in a notice.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlencode

from geo.characters import one_line, replace_surrogates

MONTHS = tuple(map(str, range(1, 13)))
FRAMES = ("polar", "mercator")
MATCHES = ("any", "all")
ROLES = ("coastal", "administrator", "sponsor", "claimant", "port-state")
"""The roles that the filter offers; see `geo.measure.roles` for what each of them holds."""
START = "start"
"""The tour's value for the views to start from, before its first step."""
_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:\.[0-9]+)?\Z")
_POSITION = re.compile(r"-?\d{1,3}(?:\.\d{1,3})?_-?\d{1,2}(?:\.\d{1,3})?_-?\d{1,2}(?:\.\d{1,2})?\Z")
_MAX_LON_DEG, _MAX_LAT_DEG, _MAX_ZOOM = 180, 90, 20
_LONGEST_VALUE = 200
_SHORT = 41
_MAX_VALUES = 60


@dataclass(frozen=True)
class View:
    """One state of the app.

    Attributes
    ----------
    nations
        ISO alpha-2 codes of the filter; none shows all.
    match
        `any`: a feature shows when one of the nations has a role in it; `all`: when each has.
    role
        The role that counts, one of `ROLES`, or '' for any. Without a nation a feature shows when
        some nation has the role in it.
    feature, variant
        Id of the selected feature and slug of one of its variants, or ''.
    passage
        Id of the current passage, or ''.
    article
        Id of the one article shown, or '' for all.
    frame
        `polar` or `mercator`.
    shown, hidden
        Layers switched on or off against their default.
    at
        The middle of the map and its zoom, `LON_LAT_ZOOM` in degrees and in levels of the frame, or
        '' where the map shows what it shows by itself: see `is_position`.
    viewpoint
        Whose view of borders and disputed waters is shown: an id of
        `geo.catalogue.viewpoints`, or '' for the default.
    month
        The month whose ice the map shows where that layer is on, 1 to 12, or 0 for the month in
        which the newest of the articles appeared.
    tour
        The step of the guided tour, `START` for the views to start from, or ''. A step decides all
        other fields, so the address holds the step alone.
    """

    nations: tuple[str, ...] = ()
    match: str = "any"
    role: str = ""
    feature: str = ""
    variant: str = ""
    passage: str = ""
    article: str = ""
    frame: str = "polar"
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    at: str = ""
    viewpoint: str = ""
    month: int = 0
    tour: str = ""

    @property
    def plain(self) -> "View":
        """The same view outside the tour, for links and files that outlast it."""
        return replace(self, tour="")

    @property
    def is_filtered(self) -> bool:
        """Whether the view shows only a part of the features."""
        return bool(self.nations or self.role)

    def select(self, feature: str, *, passage: str = "", variant: str = "") -> "View":
        """Return the view with another feature (and passage) selected; the map goes there."""
        return replace(self, feature=feature, passage=passage, variant=variant, at="", tour="")


KEYS = {
    "nations": "nation",
    "match": "match",
    "role": "role",
    "feature": "feature",
    "variant": "variant",
    "passage": "passage",
    "article": "article",
    "frame": "frame",
    "shown": "show",
    "hidden": "hide",
    "at": "at",
    "viewpoint": "viewpoint",
    "month": "month",
    "tour": "tour",
}
"""The view's fields and their keys in the address; the one list that docs and tests go through."""


class _Positions(Collection[str]):
    """All positions of the map."""

    def __contains__(self, value: object) -> bool:
        return is_position(value)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@dataclass(frozen=True)
class Known:
    """The valid ids of an address; `variants` by feature, the views of the `tour` by step."""

    nations: Collection[str] = ()
    features: Collection[str] = ()
    passages: Collection[str] = ()
    articles: Collection[str] = ()
    layers: Collection[str] = ()
    viewpoints: Collection[str] = ()
    variants: Mapping[str, Collection[str]] = field(default_factory=dict)
    tour: Mapping[str, View] = field(default_factory=dict)


def to_query(view: View) -> list[tuple[str, str]]:
    """Return the view as keys and values in a fixed order, defaults left out."""
    if view.tour:
        return [(KEYS["tour"], view.tour)]
    pairs: list[tuple[str, str]] = []
    for spec in fields(View):
        value = getattr(view, spec.name)
        if value == spec.default:
            continue
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(KEYS[spec.name], str(entry)) for entry in values]
    return pairs


def to_address(view: View, *, base: str = "") -> str:
    """Return the view's address, `base` before the question mark."""
    query = urlencode(to_query(view))
    return f"{base}?{query}" if query else base or "?"


def from_query(query: Mapping[str, Sequence[str]], known: Known) -> tuple[View, list[str]]:
    """Parse an address into a view, with a notice for each part that is invalid.

    Parameters
    ----------
    query
        All values by key, in order. Keys that are not ours are skipped in silence; `page` is the
        name of a page that does not exist.
    known
        The ids that exist.

    Returns
    -------
    view, notices
        The view holds only known ids; a passage that is unknown leaves its feature selected. A
        step of the tour has its own view, whatever else the address holds.
    """
    notices: list[str] = []

    def many(key: str, allowed: Collection[str], what: str) -> tuple[str, ...]:
        asked = list(dict.fromkeys(map(replace_surrogates, query.get(key, ()))))[:_MAX_VALUES]
        good = tuple(value for value in asked if value in allowed)
        bad = [value for value in asked if value not in allowed]
        notices.extend(_notice(what, value) for value in bad)
        return good

    def one(key: str, allowed: Collection[str], what: str, default: str = "") -> str:
        values = many(key, {*allowed, default} if default else allowed, what)
        return values[-1] if values else default

    feature = one("feature", known.features, "feature")
    view = View(
        nations=many("nation", known.nations, "nation"),
        match=one("match", MATCHES, "way of matching", "any"),
        role=one("role", ROLES, "role"),
        feature=feature,
        variant=one("variant", known.variants.get(feature, ()), "variant"),
        passage=one("passage", known.passages, "passage"),
        article=one("article", known.articles, "article"),
        frame=one("frame", FRAMES, "map projection", "polar"),
        shown=many("show", known.layers, "layer"),
        hidden=many("hide", known.layers, "layer"),
        at=one("at", _Positions(), "map position"),
        viewpoint=one("viewpoint", known.viewpoints, "viewpoint"),
        month=int(one("month", MONTHS, "month") or 0),
    )
    many("page", (), "page")
    step = one("tour", known.tour, "step of the tour")
    return known.tour.get(step, view), notices


def is_position(value: object) -> bool:
    """Return whether a value is a position of the map, as `View.at` has it."""
    if not isinstance(value, str) or not _POSITION.match(value):
        return False
    lon, lat, zoom = map(float, value.split("_"))
    return abs(lon) <= _MAX_LON_DEG and abs(lat) <= _MAX_LAT_DEG and abs(zoom) <= _MAX_ZOOM


def valid_id(value: object) -> str:
    """Return a click's value if it has the form of an id, else ''."""
    return value if isinstance(value, str) and _ID.match(value) else ""


def _notice(what: str, value: str) -> str:
    """Return a notice on an unknown value."""
    shown = one_line(value, max_chars=_LONGEST_VALUE if len(value) <= _LONGEST_VALUE else _SHORT)
    if what in {"passage", "article"} and _ID.match(value):
        return (
            f"The link asks for the {what} “{shown}”, which is not available here: "
            "articles that a reader adds can be seen only in that reader’s own session."
        )
    return f"The link asks for the {what} “{shown}”, which does not exist; the rest is shown."
