"""One, two or three ways side by side, in a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages import numbers
from geo.markup.voyages.straits import straits_of, to_spare
from geo.markup.voyages.waters import NameOf, waters_of
from geo.measure.voyages.records import FEATURE_OF_VIA, Ship, Variant, Voyage, Way
from geo.sentences import count_of, join_words
from geo.view import View, to_address

_TWO = 2


class Chosen(NamedTuple):
    """A way, and the variant of it that is shown."""

    way: Way
    variant: Variant


def chosen(voyage: Voyage, via: str, variants: Mapping[str, str]) -> Chosen | None:
    """Return a way with the variant that the reader chose, or else the one that stands for it."""
    way = voyage.way(via)
    if way is None or not way.variants:
        return None
    return Chosen(way, way.standing(variants.get(via, "")))


def side_by_side(
    voyage: Voyage,
    vias: Sequence[str],
    variants: Mapping[str, str],
    *,
    name_of: NameOf,
    passages: Mapping[str, int] | None = None,
) -> Markup:
    """Return the table of some ways, with a column for the difference where there are two.

    Parameters
    ----------
    vias
        The ways in their order; one that does not exist is left out.
    variants
        Slug of the variant by `via`.
    name_of
        Display name of a state or an area of rules by id.
    passages
        How many passages of the articles name the feature of each way; None leaves the row out.
    """
    those = [one for via in vias if (one := chosen(voyage, via, variants)) is not None]
    if not those:
        return Markup("")
    rows = _Table(voyage, those, name_of)
    last = None if passages is None else rows.passages(passages)
    body = element("tbody", *rows.rows(), last)
    table = element("table", _head(voyage, those), body, class_=f"beside of-{len(those)}")
    return element("div", table, class_="voyages side-by-side")


def _head(voyage: Voyage, those: Sequence[Chosen]) -> Markup:
    ways = (
        element(
            "th",
            element("strong", one.way.name),
            *_under(voyage, one),
            scope="col",
            class_="way first" if place == 0 else "way",
        )
        for place, one in enumerate(those)
    )
    last = element("th", element("strong", messages.VOYAGE_DIFFERENCE), scope="col")
    cells = [*ways, *([last] if len(those) == _TWO else [])]
    first = element("th", messages.VOYAGE_BESIDE, scope="col", class_="title")
    return element("thead", element("tr", first, *cells))


def _under(voyage: Voyage, one: Chosen) -> Iterator[Markup]:
    """Yield what stands under a way's name: its variant, or that it is the usual way."""
    if len(one.way.variants) > 1:
        yield _variant_choice(one, voyage.ship)
    elif one.way.via == voyage.usual:
        yield element("span", messages.VOYAGE_USUAL, class_="under")
    elif one.variant.name:
        yield element(
            "span", messages.VOYAGE_VARIANT.format(variant=one.variant.name), class_="under"
        )


def _variant_choice(one: Chosen, ship: Ship) -> Markup:
    summary = element(
        "summary", messages.VOYAGE_VARIANT.format(variant=one.variant.name), class_="under"
    )
    return element(
        "details",
        summary,
        variant_list(one, ship),
        class_="variants",
        data_fold=f"variants-{one.way.via}-{one.variant.slug}",
    )


def variant_list(one: Chosen, ship: Ship) -> Markup:
    """Return the variants of a way as buttons, shortest first; what is too shallow is struck."""
    return element(
        "ul",
        *(element("li", _variant(one, each, ship)) for each in one.way.variants),
        class_="variant-list",
    )


def _variant(one: Chosen, variant: Variant, ship: Ship) -> Markup:
    least = variant.least_depth
    depth = f"{numbers.metres(least.least_depth_m or 0.0)}" if least else ""
    if variant.shut == "draught" and depth:
        said = messages.VOYAGE_TOO_SHALLOW_AT.format(depth=depth)
    elif variant.shut:
        said = messages.VOYAGE_TOO_SHALLOW.format(draught=f"{ship.draught_m:.1f}")
    else:
        unknown = messages.VOYAGE_CALLED_DEEP if variant.is_deep else messages.VOYAGE_NO_DEPTH
        said = f"{depth} m" if depth else unknown
    return element(
        "button",
        element("span", variant.name or one.way.name, class_="name"),
        " ",
        element("span", said, class_="depth"),
        " ",
        element("span", numbers.whole(variant.nm), class_="nm"),
        type="button",
        class_="shut" if variant.shut else None,
        data_way=one.way.via,
        data_variant=variant.slug,
        aria_current="true" if variant is one.variant else None,
    )


class _Table:
    """Makes the rows of the table."""

    def __init__(self, voyage: Voyage, those: Sequence[Chosen], name_of: NameOf) -> None:
        self._voyage, self._those, self._name_of = voyage, those, name_of

    def rows(self) -> Iterator[Markup]:
        """Yield each row with its cells, and the difference where there are two ways."""
        yield self._row("distance", self._distance, self._difference_in_miles)
        yield self._row("published", published, self._difference_of_published)
        yield self._row("days", self._days, self._difference_in_days)
        yield self._row("co2", self._co2, self._difference_in_co2)
        yield self._row("waters", lambda one: waters_of(one.variant, self._name_of), None)
        yield self._row("rules", lambda one: rules_of(one.variant, self._name_of), None)
        yield self._row("straits", self._straits, self._room)
        yield self._row("season", season, None)

    def passages(self, counts: Mapping[str, int]) -> Markup:
        """Return the row that says how many passages name each way."""
        return self._row("passages", lambda one: _passages(one.way.via, counts), None)

    def _row(
        self,
        kind: str,
        cell: Callable[[Chosen], object],
        difference: Callable[[Chosen, Chosen], object] | None,
    ) -> Markup:
        cells = [element("td", cell(one)) for one in self._those]
        if len(self._those) == _TWO:
            said = difference(*self._those) if difference else None
            cells.append(element("td", said, class_="difference"))
        head = element("th", messages.VOYAGE_ROWS[kind], scope="row")
        return element("tr", head, *cells, class_=f"row-{kind}")

    def _distance(self, one: Chosen) -> Markup:
        return element("strong", f"{numbers.whole(one.variant.nm)} nm")

    def _days(self, one: Chosen) -> Markup:
        said = numbers.plain_span(one.variant.days, between=" to ")
        return join(said, *_noted(_days_note(one, self._voyage.ship)))

    def _co2(self, one: Chosen) -> str:
        return f"{numbers.plain_span(one.variant.co2_t, 10, ' to ')} t"

    def _straits(self, one: Chosen) -> Markup:
        boxes = straits_of(one.variant, self._voyage.ship)
        if len(self._those) == _TWO:
            return boxes
        return join(boxes, to_spare(one.variant, self._voyage.ship))

    def _room(self, ours: Chosen, theirs: Chosen) -> Markup | None:
        return next(
            filter(None, (to_spare(o.variant, self._voyage.ship) for o in (ours, theirs))), None
        )

    def _difference_in_miles(self, ours: Chosen, theirs: Chosen) -> Markup:
        nm = ours.variant.nm - theirs.variant.nm
        percent = 100 * nm / theirs.variant.nm
        return element("strong", f"{numbers.signed(nm)} nm, {numbers.signed(percent)} %")

    def _difference_of_published(self, ours: Chosen, theirs: Chosen) -> str:
        if not ours.way.published or not theirs.way.published:
            return ""
        percent = numbers.percent_more(_published_range(ours), _published_range(theirs))
        return f"{numbers.signed_span(percent)} %"

    def _difference_in_days(self, ours: Chosen, theirs: Chosen) -> str:
        return numbers.signed_span(numbers.more(ours.variant.days, theirs.variant.days))

    def _difference_in_co2(self, ours: Chosen, theirs: Chosen) -> str:
        percent = numbers.percent_more(ours.variant.co2_t, theirs.variant.co2_t)
        return f"{numbers.signed_span(percent)} %"


def published(one: Chosen) -> Markup:
    """Return the published distances of a way, and how ours differs."""
    if not one.way.published:
        return element("span", messages.VOYAGE_NONE_PUBLISHED, class_="quiet")
    values = join_words(numbers.whole(each.nm) for each in one.way.published)
    gaps = numbers.published_gaps(one.way, one.variant)
    ours = messages.VOYAGE_OURS.format(percents=", ".join(numbers.signed(gap, 1) for gap in gaps))
    sources = "; ".join(dict.fromkeys(each.source for each in one.way.published))
    return element("span", values, *_noted(ours), title=sources)


def rules_of(variant: Variant, name_of: NameOf) -> Markup:
    """Return the miles under each area of rules, most first."""
    rules = sorted(variant.nm_by_regime.items(), key=lambda entry: -entry[1])
    lines = [
        element("li", messages.VOYAGE_RULE.format(name=name_of(regime), nm=numbers.whole(nm)))
        for regime, nm in rules
        if round(nm)
    ]
    if not lines:
        return element("span", messages.VOYAGE_RULES_NONE)
    return element("ul", *lines, class_="plain-list")


def season(one: Chosen) -> str:
    """Return when the variant of a way that is shown may be sailed."""
    return one.variant.season or one.way.season or messages.VOYAGE_NO_SEASON


def _passages(via: str, counts: Mapping[str, int]) -> Markup | None:
    """Return how many passages name a way, as a link to its feature on the Atlas."""
    if via not in FEATURE_OF_VIA:
        return None
    feature, count = FEATURE_OF_VIA[via], counts.get(via, 0)
    if not count:
        return element("span", messages.VOYAGE_NO_PASSAGES, class_="quiet")
    there = to_address(View(feature=feature), base="./")
    return element("a", count_of(count, "passage"), href=there, data_atlas=feature)


def _days_note(one: Chosen, ship: Ship) -> str:
    if one.variant.ice_nm > 0:
        return messages.VOYAGE_SLOW.format(speed=numbers.metres(ship.ice_speed_kn))
    return messages.VOYAGE_NO_WAIT if one.way.via in messages.VOYAGE_NO_WAIT_VIAS else ""


def _noted(words: str) -> Iterator[Markup]:
    if words:
        yield join(" ", element("span", words, class_="quiet"))


def _published_range(one: Chosen) -> numbers.Pair:
    values = [each.nm for each in one.way.published]
    return min(values), max(values)
