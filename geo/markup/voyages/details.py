"""One way opened: its figures, its line beside the usual one, and all that it crosses."""

from collections.abc import Iterator, Mapping

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages import beside, lines, numbers
from geo.markup.voyages.lines import Scale
from geo.markup.voyages.rules import rules_of
from geo.markup.voyages.sentence import by_words, pair_words, usual_for
from geo.markup.voyages.straits import straits_of, to_spare
from geo.markup.voyages.variants import variant_list
from geo.markup.voyages.waters import NameOf, waters_of
from geo.measure.voyages.columns import Column, chosen
from geo.measure.voyages.records import Ship, Variant, Voyage, Way

_ALL_STATES = 99


def way_details(
    voyage: Voyage, via: str, variants: Mapping[str, str], *, name_of: NameOf
) -> Markup | None:
    """Return one way opened; None where there is none.

    Parameters
    ----------
    variants
        Slug of the variant by `via`.
    name_of
        Display name of a state or an area of rules by id.
    """
    one = chosen(voyage, via, variants)
    if one is None:
        return None
    usual = usual_for(voyage, one.way)
    blocks = (
        _top(voyage),
        _title(one),
        element("ul", *_figures(voyage, one, usual), class_="big-figures"),
        _two_lines(one, usual),
        *_headed(
            messages.VOYAGE_WATERS_OF.format(origin=voyage.origin.name),
            waters_of(one.variant, name_of, most=_ALL_STATES),
        ),
        *_headed(
            messages.VOYAGE_STRAITS_DRAUGHT.format(draught=lines.metres_of(voyage.ship)),
            straits_of(one.variant, voyage.ship),
            to_spare(one.variant, voyage.ship),
        ),
        *_headed(messages.VOYAGE_REST, *_rest(one, usual, name_of)),
        *_ways_through(one, voyage.ship),
        _actions(one, usual),
    )
    return element("section", *blocks, class_="voyages way-open", aria_label=one.way.name)


def _headed(title: str, *body: Markup | None) -> Iterator[Markup]:
    yield element("h3", title)
    yield from (part for part in body if part is not None)


def _top(voyage: Voyage) -> Markup:
    count = numbers.number_word(sum(bool(way.variants) for way in voyage.ways))
    return element(
        "div",
        element("span", pair_words(voyage), class_="quiet"),
        element(
            "button",
            messages.VOYAGE_ALL_WAYS.format(number=count),
            type="button",
            class_="plain",
            data_way="",
        ),
        class_="way-top",
    )


def _title(one: Column) -> Markup:
    others = len(one.way.variants) - 1
    count = messages.VOYAGE_OTHER_VARIANTS[others == 1].format(number=others)
    name = messages.VOYAGE_VARIANT.format(variant=one.variant.name) if one.variant.name else ""
    under = " · ".join(filter(None, (name, count if others else "")))
    close = element(
        "button",
        type="button",
        class_="close",
        data_way="",
        aria_label=messages.VOYAGE_CLOSE,
        title=messages.VOYAGE_CLOSE,
    )
    words = element("div", element("h2", one.way.name), element("p", under, class_="quiet"))
    return element("header", words, close)


def _figures(voyage: Voyage, one: Column, usual: Way | None) -> Iterator[Markup]:
    values = ", ".join(numbers.whole(each.nm) for each in one.way.published)
    known = messages.VOYAGE_SHORT_PUBLISHED.format(nm=values) if values else ""
    yield _figure(f"{numbers.whole(one.variant.nm)} nm", known)
    if usual is not None:
        percent = numbers.percent_more((one.variant.nm, one.variant.nm), usual.nm)
        than = messages.VOYAGE_THAN_USUAL.format(
            way=by_words(usual), nm=numbers.plain_span(usual.nm)
        )
        yield _figure(numbers.compared_words(percent), than)
    days = messages.VOYAGE_HEADS_NARROW["days"].format(value=numbers.plain_span(one.variant.days))
    yield _figure(days, _speeds(one.variant, voyage.ship))


def _figure(value: str, caption: str) -> Markup:
    return element("li", element("strong", value), " ", caption)


def _speeds(variant: Variant, ship: Ship) -> str:
    pattern = messages.VOYAGE_SPEEDS if variant.ice_nm > 0 else messages.VOYAGE_SPEED
    return pattern.format(open=numbers.metres(ship.speed_kn), ice=numbers.metres(ship.ice_speed_kn))


def _two_lines(one: Column, usual: Way | None) -> Markup:
    """Return the line of the variant, and below it that of the usual way."""
    own = Way(one.way.via, one.way.name, (one.variant,), one.way.published)
    ends = [one.variant.nm, *(each.nm for each in own.published), *(usual.nm if usual else ())]
    scale = Scale(max(ends))
    drawn = [
        *lines.north(one.variant, scale),
        *lines.open_line(own, scale, "miles"),
        *lines.published_marks(own, scale, one.variant),
    ]
    if usual is not None:
        drawn.extend(_gap(one.variant, usual, scale))
    rows = [_line_row(one.way.name, drawn, "lit")]
    if usual is not None:
        rows.append(_line_row(usual.name, list(lines.open_line(usual, scale, "miles")), "other"))
    return element("div", *rows, class_="two-lines")


def _gap(variant: Variant, usual: Way, scale: Scale) -> Iterator[Markup]:
    nm = round(usual.nm[0]) - round(variant.nm)
    if nm > 0:
        yield lines.stretch(scale, variant.nm, usual.nm[0], "gap one-way")
        amount = f"{numbers.whole(nm)} nm {messages.VOYAGE_AMOUNTS[0]}"
        yield lines.placed(
            scale.percent(usual.nm[0]), element("span", amount, class_="amount-above")
        )
    yield lines.placed(scale.percent(usual.nm[0]), name="usual")


def _line_row(name: str, drawn: list[Markup], kind: str) -> Markup:
    return element(
        "div",
        element("span", name, class_="name"),
        element("span", *drawn, class_="scale"),
        class_=f"line-row {kind}",
    )


def _rest(one: Column, usual: Way | None, name_of: NameOf) -> Iterator[Markup]:
    yield rules_of(one.variant, name_of)
    yield element("p", beside.season(one))
    ours = {"fuel": _tens(one.variant.fuel_t), "tonnes": _tens(one.variant.co2_t)}
    if usual is None:
        yield element("p", messages.VOYAGE_CO2_T.format(**ours))
        return
    theirs = {"usual_fuel": _tens(usual.fuel_t), "usual": _tens(usual.co2_t)}
    said = messages.VOYAGE_CO2_BY.format(**ours, **theirs, way=by_words(usual))
    yield element("p", said)


def _tens(tonnes: numbers.Pair) -> str:
    return numbers.plain_span(tonnes, 10, " to ")


def _ways_through(one: Column, ship: Ship) -> Iterator[Markup]:
    if len(one.way.variants) > 1:
        yield from _headed(messages.VOYAGE_WAYS_THROUGH, variant_list(one, ship))


def _actions(one: Column, usual: Way | None) -> Markup:
    compare = usual and element(
        "button",
        messages.VOYAGE_BESIDE_USUAL.format(way=by_words(usual)),
        type="button",
        class_="main",
        data_beside=f"{one.way.via}|{usual.via}",
    )
    another = element("button", messages.VOYAGE_PICK_ANOTHER, type="button", data_way="")
    return element("div", compare or None, another, class_="way-actions")
