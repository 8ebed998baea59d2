"""What a reader looks at: the view, its address and its sentence.

The address is a view's only form at rest: ids only, repeated keys for several values, defaults left
out. Reading is tolerant: what is unknown is dropped and named in a notice.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from urllib.parse import urlencode

from geo.characters import one_line, whole

FRAMES = ("polar", "mercator")
MATCHES = ("any", "all")
LANGUAGES = ("en",)
_ID = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*(?:\.[0-9]+)?\Z")
_LONGEST_VALUE = 200
_SHORT = 41
_MOST_VALUES = 60


@dataclass(frozen=True)
class View:
    """One state of the screen.

    Attributes
    ----------
    nations
        ISO alpha-2 codes of the filter; none shows all.
    match
        `any`: a feature shows when one of the nations has a role in it; `all`: when each has.
    feature, variant
        Id of the selected feature and slug of one of its variants, or ''.
    passage
        Id of the passage that the reader stands on, or ''.
    article
        Id of the one article shown, or '' for all.
    frame
        `polar` or `mercator`.
    shown, hidden
        Layers switched on or off against their default.
    """

    nations: tuple[str, ...] = ()
    match: str = "any"
    feature: str = ""
    variant: str = ""
    passage: str = ""
    article: str = ""
    frame: str = "polar"
    shown: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    lang: str = "en"

    def select(self, feature: str, *, passage: str = "", variant: str = "") -> "View":
        """Return the view with another feature (and passage) selected."""
        return replace(self, feature=feature, passage=passage, variant=variant)


KEYS = {
    "nations": "nation",
    "match": "match",
    "feature": "feature",
    "variant": "variant",
    "passage": "passage",
    "article": "article",
    "frame": "frame",
    "shown": "show",
    "hidden": "hide",
    "lang": "lang",
}
"""The view's fields and their keys in the address; the one list that docs and tests go through."""


@dataclass(frozen=True)
class Known:
    """The ids that an address may name; `variants` by feature."""

    nations: Collection[str] = ()
    features: Collection[str] = ()
    passages: Collection[str] = ()
    articles: Collection[str] = ()
    layers: Collection[str] = ()
    variants: Mapping[str, Collection[str]] = field(default_factory=dict)


def to_query(view: View) -> list[tuple[str, str]]:
    """Return the view as keys and values in a fixed order, defaults left out."""
    pairs: list[tuple[str, str]] = []
    for spec in fields(View):
        value = getattr(view, spec.name)
        if value == spec.default:
            continue
        values = value if isinstance(value, tuple) else (value,)
        pairs += [(KEYS[spec.name], entry) for entry in values]
    return pairs


def to_address(view: View, *, base: str = "") -> str:
    """Return the view's address, `base` before the question mark."""
    query = urlencode(to_query(view))
    return f"{base}?{query}" if query else base or "?"


def from_query(query: Mapping[str, Sequence[str]], known: Known) -> tuple[View, list[str]]:
    """Return the view that an address asks for, and a notice for each part that cannot be.

    Parameters
    ----------
    query
        All values by key, in order. Keys that are not ours are passed over in silence.
    known
        The ids that exist.

    Returns
    -------
    view, notices
        The view holds only known ids; a passage that is unknown leaves its feature selected.
    """
    notices: list[str] = []

    def many(key: str, allowed: Collection[str], what: str) -> tuple[str, ...]:
        asked = list(dict.fromkeys(map(whole, query.get(key, ()))))[:_MOST_VALUES]
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
        match=one("match", MATCHES, "way to match", "any"),
        feature=feature,
        variant=one("variant", known.variants.get(feature, ()), "variant"),
        passage=one("passage", known.passages, "passage"),
        article=one("article", known.articles, "article"),
        frame=one("frame", FRAMES, "map frame", "polar"),
        shown=many("show", known.layers, "layer"),
        hidden=many("hide", known.layers, "layer"),
        lang=one("lang", LANGUAGES, "language", "en"),
    )
    return view, notices


def known_form(value: object) -> str:
    """Return what a press names if it has the form of an id, else ''."""
    return value if isinstance(value, str) and _ID.match(value) else ""


def _notice(what: str, value: str) -> str:
    """Return one sentence on a value that names nothing here."""
    shown = one_line(value, most=_LONGEST_VALUE if len(value) <= _LONGEST_VALUE else _SHORT)
    if what in {"passage", "article"} and _ID.match(value):
        return (
            f"The link names the {what} “{shown}”, which is not here: "
            "an article that a reader brought stays in that reader's own session."
        )
    return f"The link names the {what} “{shown}”, which does not exist; the rest is shown."


def join_words(words: Iterable[str], *, last: str = "and") -> str:
    """Return words as a list in a sentence: 'a, b and c'."""
    entries = list(words)
    if len(entries) < 2:  # noqa: PLR2004  one word needs no 'and'
        return "".join(entries)
    return f"{', '.join(entries[:-1])} {last} {entries[-1]}"


def count_of(number: int, singular: str, plural: str = "") -> str:
    """Return 'no routes', '1 route' or '3 routes'."""
    word = singular if number == 1 else plural or f"{singular}s"
    return f"{number or 'no'} {word}"


def describe(
    view: View,
    *,
    routes: int,
    corridors: int,
    articles: int,
    passages: int,
    nation_name: Callable[[str], str],
    outside: str = "",
) -> str:
    """Return the one sentence that says what is shown.

    Counts are those after the filter: of routes and corridors on the map, of articles and passages
    that name a feature shown.

    Parameters
    ----------
    outside
        Name of the selected feature where the filter would not show it.
    """
    sentence = f"{count_of(routes, 'route')} and {count_of(corridors, 'corridor')}"
    if view.nations:
        names = [nation_name(code) for code in view.nations]
        last = "and" if view.match == "all" else "or"
        has = "have" if len(names) > 1 and view.match == "all" else "has"
        sentence += f" in which {join_words(names, last=last)} {has} waters or a role"
    if outside:
        sentence += f", and {outside}, which is selected"
    if articles or passages:
        naming = f"{count_of(passages, 'passage')} in {count_of(articles, 'article')}"
        sentence += f"; {naming} {'names' if passages == 1 else 'name'} what is shown"
    else:
        sentence += "; no passage names what is shown"
    return f"{sentence[0].upper()}{sentence[1:]}."
