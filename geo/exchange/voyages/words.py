"""What every export of a voyage says: method, ship, sources."""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from geo import messages
from geo.catalogue.records import Source
from geo.markup.voyages.numbers import whole
from geo.markup.voyages.sentence import by_words, method_line
from geo.measure.voyages.records import Variant, Voyage, Way
from geo.measure.voyages.ships import FUELS, PRESETS, Fuel

_SEA_LANES = "https://github.com/genthalili/searoute-py"


@cache
def sea_lanes_version() -> str:
    """Return the version of searoute after a space; '' where it is not installed."""
    try:
        return f" {version('searoute')}"
    except PackageNotFoundError:
        return ""


def method_words(voyage: Voyage, via: str = "") -> str:
    """Return how a voyage was measured, and whose tracks and sea lanes it follows."""
    lanes = messages.VOYAGE_SEA_LANES.format(app=messages.APP, version=sea_lanes_version())
    return f"{method_line(voyage, via)} {lanes}"


def ship_words(voyage: Voyage) -> str:
    """Return what days and CO2 were reckoned for."""
    ship = voyage.ship
    preset, fuel = PRESETS.get(ship.preset), FUELS.get(ship.fuel)
    return messages.VOYAGE_SHIP_LINE.format(
        ship=preset.name if preset else ship.preset,
        speed=f"{ship.speed_kn:g}",
        ice=f"{ship.ice_speed_kn:g}",
        draught=f"{ship.draught_m:.1f}",
        fuel=f"{ship.fuel_t_day:g}",
        name=_fuel_name(fuel) if fuel else ship.fuel,
    )


def _fuel_name(fuel: Fuel) -> str:
    """Return a fuel's name within a sentence."""
    first, rest = fuel.name[:1], fuel.name[1:]
    return f"{first.lower()}{rest}"


def co2_words(voyage: Voyage) -> tuple[str, ...]:
    """Return with which factor CO2 was reckoned, and whose it is; nothing for an unknown fuel."""
    fuel = FUELS.get(voyage.ship.fuel)
    if fuel is None:
        return ()
    words = messages.VOYAGE_FIGURE_CO2
    return (words.format(factor=f"{fuel.co2_t:.3f}", fuel=_fuel_name(fuel), source=fuel.source),)


def shown_ways(voyage: Voyage) -> list[Way]:
    """Return the ways that there are, shortest first, shut ones too."""
    return [way for way in voyage.ways if way.variants]


def sources_of(voyage: Voyage) -> tuple[Source, ...]:
    """Return the sources of a voyage's figures, each once."""
    return tuple(dict.fromkeys(_sources(voyage)))


def _sources(voyage: Voyage) -> Iterator[Source]:
    title = messages.VOYAGE_SEA_LANES_TITLE.format(version=sea_lanes_version())
    yield Source(title, publisher="Gent Halili", licence="Apache-2.0", url=_SEA_LANES)
    for way in shown_ways(voyage):
        for one in way.published:
            words = messages.VOYAGE_PUBLISHED_TITLE
            said = words.format(way=by_words(way), nm=whole(one.nm), source=one.source)
            yield Source(said)
    yield Source(messages.VOYAGE_TRACKS_TITLE, publisher=messages.APP)
    for way in shown_ways(voyage):
        if way.season_source:
            yield Source(
                messages.VOYAGE_SEASON_TITLE.format(way=by_words(way), source=way.season_source)
            )
    fuel = FUELS.get(voyage.ship.fuel)
    if fuel:
        yield Source(
            messages.VOYAGE_CO2_TITLE.format(source=fuel.source), confidence=fuel.confidence
        )
    variants = [variant for way in shown_ways(voyage) for variant in way.variants]
    for variant in variants:
        yield from _sources_of_depth(variant)
    yield from _sources_of_draught(variants)


def _sources_of_depth(variant: Variant) -> Iterator[Source]:
    for strait in variant.straits:
        if strait.depth_source:
            words = messages.VOYAGE_DEPTH_TITLE
            yield Source(words.format(strait=strait.name, source=strait.depth_source))


def _sources_of_draught(variants: Iterable[Variant]) -> Iterator[Source]:
    """Yield each source of limits once; it names what it holds for where that is several."""
    names: dict[str, set[str]] = {}
    for variant in variants:
        if variant.limit_m:
            names.setdefault(variant.limit_source, set()).add(variant.name)
    for source, held in names.items():
        several = len(held) > 1
        words = messages.VOYAGE_LIMIT_SEVERAL_TITLE if several else messages.VOYAGE_LIMIT_TITLE
        yield Source(words.format(variant=min(held), source=source))
