"""Straits of a voyage as boxes that hang from the surface, as deep as their least depth."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from geo import messages
from geo.escape import Markup, element, svg_element
from geo.markup.voyages.numbers import metres
from geo.measure.voyages.records import Ship, StraitPassed
from geo.sentences import join_words

_MOST = 5
"""Boxes in a row; of more straits the deepest are named below."""
_HEIGHT = 34
_CUT = 4.0
"""What is deeper than so many draughts is drawn without a floor."""
_FLOOR = 2.5
_FAR = 4000
_KINDS = (" Strait", " Straits")


class Passing(Protocol):
    """What passes straits: a variant of a way, or a reader's own track."""

    @property
    def straits(self) -> Sequence[StraitPassed]:
        """The straits in order."""

    @property
    def least_depth(self) -> StraitPassed | None:
        """The one with the least depth on file."""


def straits_of(variant: Passing, ship: Ship) -> Markup:
    """Return the boxes of the straits with a depth on file, and the names of the others."""
    known = [strait for strait in variant.straits if strait.least_depth_m is not None]
    unknown = [short_name(strait) for strait in variant.straits if strait.least_depth_m is None]
    if not variant.straits:
        return element("span", messages.VOYAGE_STRAITS_NONE, class_="quiet")
    if not known:
        names = element("span", ", ".join(unknown))
        words = element("span", messages.VOYAGE_NO_DEPTHS, class_="quiet")
        return element("div", names, " ", words, class_="straits")
    shown = sorted(sorted(known, key=_depth)[:_MOST], key=lambda strait: strait.at_nm)
    notes = [messages.VOYAGE_DRAUGHT_DASHED, *_not_shown(known, shown)]
    if unknown:
        notes.append(messages.VOYAGE_NONE_ON_FILE.format(names=", ".join(unknown)))
    return element(
        "div",
        element("div", *_names(shown, variant), class_="strait-names", aria_hidden="true"),
        _boxes(shown, variant, ship),
        element("p", "; ".join(notes), class_="quiet"),
        class_="straits",
    )


def to_spare(variant: Passing, ship: Ship) -> Markup | None:
    """Return how much water is under the keel where there is least; None without a depth."""
    least = variant.least_depth
    if least is None:
        return None
    margin = _depth(least) - ship.draught_m
    pattern = messages.VOYAGE_TO_SPARE if margin > 0 else messages.VOYAGE_TOO_LITTLE
    return element(
        "span",
        element("strong", pattern.format(depth=metres(abs(margin)))),
        " ",
        element("span", messages.VOYAGE_AT.format(strait=short_name(least)), class_="quiet"),
        class_="to-spare" if margin > 0 else "to-spare short-of",
    )


def short_name(strait: StraitPassed) -> str:
    """Return a strait's name without the word for what it is, where that is the last one."""
    ending = next((kind for kind in _KINDS if strait.name.endswith(kind)), "")
    return strait.name.removesuffix(ending)


def _depth(strait: StraitPassed) -> float:
    return strait.least_depth_m or 0.0


def _not_shown(known: Sequence[StraitPassed], shown: Sequence[StraitPassed]) -> Iterator[str]:
    deeper = [one for one in known if one not in shown]
    if deeper:
        names = ", ".join(f"{short_name(one)} {metres(_depth(one))} m" for one in deeper)
        yield messages.VOYAGE_DEEPER.format(names=names)


def _names(shown: Sequence[StraitPassed], variant: Passing) -> Iterator[Markup]:
    for strait in shown:
        unit = " m" if strait is shown[-1] else ""
        is_least = strait == variant.least_depth
        depth = element("span", f"{metres(_depth(strait))}{unit}", class_="depth")
        yield element(
            "span",
            short_name(strait),
            " ",
            depth,
            class_="strait-name tightest" if is_least else "strait-name",
            width_percent=100 / len(shown),
        )


def _boxes(shown: Sequence[StraitPassed], variant: Passing, ship: Ship) -> Markup:
    most = min(max(map(_depth, shown)), _CUT * ship.draught_m)
    most = max(most, 1.2 * ship.draught_m)
    share = 100 / len(shown)
    boxes = (
        _box(strait, place * share, share, most, is_least=strait == variant.least_depth)
        for place, strait in enumerate(shown)
    )
    draught = svg_element(
        "path", d=f"M0 {_HEIGHT * ship.draught_m / most:.1f}H{_FAR}", class_="draught"
    )
    return svg_element(
        "svg", *boxes, draught, class_="depths", role="img", aria_label=_spoken(variant, ship)
    )


def _box(
    strait: StraitPassed, start: float, share: float, most: float, *, is_least: bool
) -> Markup:
    depth = _depth(strait)
    height = _HEIGHT * min(depth, most) / most
    at = {"x": f"{start:.3f}%", "width": f"{share - 1:.3f}%"}
    floor = svg_element("rect", class_="floor", y=f"{height:.1f}", height=_FLOOR, **at)
    title = f"{strait.name}: {metres(depth)} m"
    if strait.depth_source:
        title = f"{title} ({strait.depth_source})"
    return svg_element(
        "g",
        svg_element("title", title),
        svg_element("rect", class_="water", y=0, height=f"{height:.1f}", **at),
        floor if depth <= most else None,
        class_="strait tightest" if is_least else "strait",
    )


def _spoken(variant: Passing, ship: Ship) -> str:
    least = variant.least_depth
    depths = (
        f"{strait.name} {metres(_depth(strait))} m"
        + (f" ({messages.VOYAGE_TIGHTEST})" if strait == least else "")
        for strait in variant.straits
        if strait.least_depth_m is not None
    )
    return messages.VOYAGE_DEPTHS.format(depths=join_words(depths), draught=f"{ship.draught_m:.1f}")
