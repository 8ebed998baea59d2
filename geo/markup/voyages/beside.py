"""Up to three ways, named routes or tracks side by side, in a table."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.voyages import numbers
from geo.markup.voyages.lines import limit_words
from geo.markup.voyages.rules import rules_of
from geo.markup.voyages.straits import straits_of, to_spare
from geo.markup.voyages.variants import variant_list
from geo.markup.voyages.waters import NameOf, waters_of
from geo.measure.voyages.columns import Column
from geo.measure.voyages.records import Published, Ship, Voyage, longer_than
from geo.sentences import count_of, join_words
from geo.view import View, to_address

_TWO, _THREE = 2, 3
_PERCENT = "\N{NO-BREAK SPACE}%"


class Replaced(NamedTuple):
    """What stands in the place of what, and the ids of all columns before."""

    new: str
    old: str
    before: Sequence[str]


@dataclass(frozen=True)
class Compared:
    """What is compared, and with what in mind.

    Attributes
    ----------
    columns
        In their order.
    ship
        Whose days, fuel and draught they are.
    voyage
        The one that the ways among them belong to.
    passages
        How many passages of the articles name each feature; None leaves the row out.
    fixed
        Ids of columns that cannot be taken out.
    replaced
        What the last one replaced, which is said and can be undone.
    lit
        Id of the column in the accent, if it is there; '' for the first.
    """

    columns: Sequence[Column]
    ship: Ship
    voyage: Voyage | None = None
    passages: Mapping[str, int] | None = None
    fixed: Sequence[str] = ()
    replaced: Replaced | None = None
    lit: str = ""


def side_by_side(compared: Compared, name_of: NameOf) -> Markup:
    """Return the table, with a column for the difference where there are two; '' without any.

    Parameters
    ----------
    name_of
        Display name of a state or an area of rules by id.
    """
    count = len(compared.columns)
    if not count:
        return Markup("")
    table = element(
        "table",
        element("thead", _head(compared), role="rowgroup"),
        element("tbody", *_Rows(compared, name_of).rows(), role="rowgroup"),
        class_=f"beside of-{count}",
        role="table",
        aria_label=messages.VOYAGE_BESIDE,
    )
    # Three columns need more room than a telephone has: the arrow keys move them there.
    held = {"tabindex": "0", "role": "group", "aria_label": messages.VOYAGE_BESIDE}
    framed = element("div", table, class_="frame", **(held if count == _THREE else {}))
    return element("div", *_note(compared.replaced), framed, class_="voyages side-by-side")


def _note(replaced: Replaced | None) -> Iterator[Markup]:
    if replaced is None:
        return
    undo = element(
        "button",
        messages.VOYAGE_UNDO,
        type="button",
        class_="plain",
        data_columns="|".join(replaced.before),
    )
    said = messages.VOYAGE_REPLACED.format(new=replaced.new, old=replaced.old)
    yield element("p", said, " ", undo, class_="replaced quiet", role="status")


def _head(compared: Compared) -> Markup:
    first = compared.lit or compared.columns[0].id
    cells = [
        element(
            "th",
            element("span", element("strong", one.way.name), *_out(compared, one), class_="named"),
            *_under(compared, one),
            scope="col",
            role="columnheader",
            class_="way first" if one.id == first else "way",
        )
        for one in compared.columns
    ]
    if len(cells) == _TWO:
        last = element("strong", messages.VOYAGE_DIFFERENCE)
        cells.append(element("th", last, scope="col", role="columnheader", class_="difference"))
    title = element("th", messages.VOYAGE_BESIDE, scope="col", role="columnheader", class_="title")
    return element("tr", title, *cells, role="row")


def _out(compared: Compared, one: Column) -> Iterator[Markup]:
    """Yield the button that takes a column out of the table."""
    if one.id in compared.fixed:
        return
    label = messages.VOYAGE_TAKE_OUT.format(name=column_name(one))
    others = (each.id for each in compared.columns if each.id != one.id)
    yield element(
        "button",
        type="button",
        class_="take-out",
        data_columns="|".join(others),
        aria_label=label,
        title=label,
    )


def column_name(one: Column) -> str:
    """Return how a sentence calls a column: with its variant where only that tells it apart."""
    if one.is_way or len(one.way.variants) == 1:
        return one.way.name
    return messages.VOYAGE_ROUTE_VARIANT.format(route=one.way.name, variant=one.variant.name)


def _under(compared: Compared, one: Column) -> Iterator[Markup]:
    """Yield what stands under a name: the variant, to choose another, or that it is the usual."""
    words = _under_words(compared, one)
    if len(one.way.variants) > 1:
        yield element(
            "details",
            element("summary", words, class_="under"),
            variant_list(one, compared.ship, columns=[each.id for each in compared.columns]),
            class_="variants",
            data_fold=f"variants-{one.id}-{one.variant.slug}",
        )
    elif words:
        yield element("span", words, class_="under")


def _under_words(compared: Compared, one: Column) -> str:
    name, voyage = one.variant.name, compared.voyage
    if not one.is_way:
        return messages.VOYAGE_COLUMN_KINDS[one.kind].format(name=name)
    said = messages.VOYAGE_VARIANT.format(variant=name) if name else ""
    if voyage is None:
        return said
    if not said and one.way.via == voyage.usual:
        said = messages.VOYAGE_USUAL
    if all(each.is_way for each in compared.columns):
        return said
    ends = {"origin": voyage.origin.name, "destination": voyage.destination.name}
    return ", ".join(filter(None, (messages.VOYAGE_PAIR.format(**ends), said)))


class _Rows:
    """Makes the rows of the table."""

    def __init__(self, compared: Compared, name_of: NameOf) -> None:
        self._compared, self._name_of = compared, name_of
        self._those, self._ship = compared.columns, compared.ship

    def rows(self) -> Iterator[Markup]:
        """Yield each row with its cells, and the difference where there are two columns."""
        yield self._row("distance", _distance, _difference_in_miles)
        if any(one.is_way for one in self._those) and self._compared.voyage is not None:
            yield self._row("shortest", self._to_shortest)
        yield self._row("published", published, _difference_of_published)
        yield self._row("days", self._days, _difference_in_days)
        yield self._row("fuel", _fuel, _difference_in_fuel)
        yield self._row("co2", _co2, _difference_in_co2)
        yield self._row("waters", lambda one: waters_of(one.variant, self._name_of))
        yield self._row("rules", lambda one: rules_of(one.variant, self._name_of))
        yield self._row("straits", self._straits, self._room)
        yield self._row("season", season)
        if self._compared.passages is not None:
            yield self._row("passages", self._passages)

    def _row(
        self,
        kind: str,
        cell: Callable[[Column], object],
        difference: Callable[[Column, Column], object] | None = None,
    ) -> Markup:
        cells = [element("td", cell(one), role="cell") for one in self._those]
        if len(self._those) == _TWO:
            said = difference(*self._those) if difference else None
            cells.append(
                element(
                    "td",
                    said,
                    role="cell",
                    class_="difference",
                    data_label=messages.VOYAGE_DIFFERENCE if said else None,
                )
            )
        head = element("th", messages.VOYAGE_ROWS[kind], scope="row", role="rowheader")
        return element("tr", head, *cells, class_=f"row-{kind}", role="row")

    def _to_shortest(self, one: Column) -> Markup | str:
        voyage = self._compared.voyage
        shortest = voyage.way(voyage.shortest) if voyage and one.is_way else None
        longer = longer_than(one.variant, shortest)
        if shortest is None or longer is None:
            return not_said(messages.VOYAGE_ONLY_WAYS)
        if not round(longer.nm):
            return messages.VOYAGE_SHORTEST
        nm = round(one.variant.nm) - round(shortest.nm[0])
        said = f"{numbers.signed(nm)} nm, {numbers.signed(longer.percent)} %"
        return element("span", said, title=f"{shortest.name}: {numbers.whole(shortest.nm[0])} nm")

    def _days(self, one: Column) -> Markup:
        said = numbers.plain_span(one.variant.days, between=" to ")
        return join(said, *_noted(_days_note(one, self._ship)))

    def _straits(self, one: Column) -> Markup:
        limit = limit_words(one.variant)
        said = element("p", limit, class_="quiet limit") if limit else None
        boxes = join(straits_of(one.variant, self._ship), said)
        if len(self._those) == _TWO:
            return boxes
        return join(boxes, to_spare(one.variant, self._ship))

    def _room(self, ours: Column, theirs: Column) -> Markup | None:
        rooms = (to_spare(one.variant, self._ship) for one in (ours, theirs))
        return next(filter(None, rooms), None)

    def _passages(self, one: Column) -> Markup:
        """Return how many passages name a column, as a link to its feature on the Atlas."""
        if not one.feature:
            return not_said(messages.VOYAGE_NOT_NAMED)
        count = (self._compared.passages or {}).get(one.feature, 0)
        if not count:
            return element("span", messages.VOYAGE_NO_PASSAGES, class_="quiet")
        there = to_address(View(feature=one.feature), base="./")
        return element("a", count_of(count, "passage"), href=there, data_atlas=one.feature)


def not_said(why: str) -> Markup:
    """Return a dash for what does not apply to a column, with the reason as its title."""
    return element(
        "span",
        element("span", messages.VOYAGE_DASH, aria_hidden="true"),
        element("span", why, class_="unseen"),
        class_="quiet not-said",
        title=why,
    )


def _distance(one: Column) -> Markup:
    return element("strong", f"{numbers.whole(one.variant.nm)} nm")


def _difference_in_miles(ours: Column, theirs: Column) -> Markup:
    mine, other = ((one.variant.nm, one.variant.nm) for one in (ours, theirs))
    said = f"{numbers.signed_span(numbers.more(mine, other))} nm"
    if theirs.variant.nm:
        percent = numbers.percent_more(mine, other)
        said = f"{said}, {numbers.signed_span(percent)}{_PERCENT}"
    return element("strong", said)


def published(one: Column) -> Markup:
    """Return the published distances of a way, and how ours differs."""
    if not one.is_way:
        return not_said(messages.VOYAGE_PUBLISHED_PAIRS)
    if not one.way.published:
        return element("span", messages.VOYAGE_NONE_PUBLISHED, class_="quiet")
    values = join_words(numbers.whole(each.nm) for each in one.way.published)
    gaps = numbers.published_gaps(one.way, one.variant)
    ours = messages.VOYAGE_OURS.format(percents=", ".join(numbers.signed(gap, 1) for gap in gaps))
    sources = "; ".join(dict.fromkeys(map(_cited, one.way.published)))
    return element("span", values, *_noted(ours), title=sources)


def _cited(one: Published) -> str:
    """Return who printed a distance, with the note on it."""
    return f"{one.source} ({one.note})" if one.note else one.source


def _difference_of_published(ours: Column, theirs: Column) -> str:
    if not ours.way.published or not theirs.way.published:
        return ""
    percent = numbers.percent_more(_published_range(ours), _published_range(theirs))
    return f"{numbers.signed_span(percent)} %"


def _published_range(one: Column) -> numbers.Pair:
    values = [each.nm for each in one.way.published]
    return min(values), max(values)


def _days_note(one: Column, ship: Ship) -> str:
    if one.variant.ice_nm > 0:
        speed = numbers.metres(ship.ice_speed_kn)
        is_arctic_route = one.is_way or one.variant.ice_nm == one.variant.nm
        pattern = messages.VOYAGE_SLOW if is_arctic_route else messages.VOYAGE_SLOW_POLAR
        return pattern.format(speed=speed)
    return messages.VOYAGE_NO_WAIT if one.feature in messages.VOYAGE_NO_WAIT_VIAS else ""


def _difference_in_days(ours: Column, theirs: Column) -> str:
    return numbers.signed_span(numbers.more_alike(ours.variant.days, theirs.variant.days))


def _fuel(one: Column) -> str:
    return f"{numbers.plain_span(one.variant.fuel_t, 10, ' to ')} t"


def _difference_in_fuel(ours: Column, theirs: Column) -> str:
    percent = numbers.percent_more_alike(ours.variant.fuel_t, theirs.variant.fuel_t)
    return f"{numbers.signed_span(percent)} %"


def _co2(one: Column) -> str:
    return f"{numbers.plain_span(one.variant.co2_t, 10, ' to ')} t"


def _difference_in_co2(ours: Column, theirs: Column) -> str:
    percent = numbers.percent_more_alike(ours.variant.co2_t, theirs.variant.co2_t)
    return f"{numbers.signed_span(percent)} %"


def season(one: Column) -> Markup | str:
    """Return when the variant that is shown may be sailed."""
    if one.kind == "track":
        return not_said(messages.VOYAGE_TRACK_SEASON)
    return one.variant.season or one.way.season or messages.VOYAGE_NO_SEASON


def _noted(words: str) -> Iterator[Markup]:
    if words:
        yield join(" ", element("span", words, class_="quiet"))
