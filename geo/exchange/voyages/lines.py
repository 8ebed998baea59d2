"""The lines of a voyage that its figure draws: each way's own track and its variants."""

from collections.abc import Iterator

from geo.draw.voyage_lines import DrawnLine, DrawnPort, Role, stretch_of
from geo.markup.voyages.sentence import by_words
from geo.measure.voyages.records import ARCTIC_VIAS, Port, Variant, Voyage, Way

_FEWEST = 2


def drawn_lines(voyage: Voyage, lit: str) -> list[DrawnLine]:
    """Return what is drawn of each way: the variant that stands for it, then the others."""
    return [line for way in voyage.ways for line in _lines(voyage, way, lit)]


def drawn_ends(voyage: Voyage) -> list[DrawnPort]:
    """Return origin and destination."""
    return [_drawn(port) for port in (voyage.origin, voyage.destination)]


def _drawn(port: Port) -> DrawnPort:
    return DrawnPort(port.id, port.name, port.lon, port.lat)


def _lines(voyage: Voyage, way: Way, lit: str) -> Iterator[DrawnLine]:
    known = [variant for variant in way.variants if len(variant.positions) >= _FEWEST]
    if not known:
        return
    main = way.standing()
    for variant in known:
        if variant is main:
            yield _main(voyage, way, main, lit)
        else:
            role: Role = "shut" if variant.shut else "variant"
            yield DrawnLine(way.via, variant.positions, role, variant.slug)


def _main(voyage: Voyage, way: Way, variant: Variant, lit: str) -> DrawnLine:
    ends = (voyage.origin.name, voyage.destination.name)
    is_arctic = way.via in ARCTIC_VIAS
    rim = ends if is_arctic else (by_words(way),) * 2
    named = tuple(stretch_of(variant.positions, *part) for part in variant.named)
    role = _role(voyage, way, lit)
    return DrawnLine(way.via, variant.positions, role, variant.slug, way.name, named, rim)


def _role(voyage: Voyage, way: Way, lit: str) -> Role:
    if not way.is_open:
        return "shut"
    if way.via == lit:
        return "lit"
    return "usual" if way.via == voyage.usual else "rest"
