"""How far the measured ways are from the distances that others print.

`python -m geo.measure.voyages.accuracy` prints the table of docs/voyages.md.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, NamedTuple

from geo.catalogue.features import load_catalogue
from geo.errors import CatalogueError
from geo.measure.voyages.ports import ports
from geo.measure.voyages.published import TABLE, read_published
from geo.measure.voyages.ways import load_measurer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from geo.measure.voyages.published import Distance
    from geo.measure.voyages.records import Port, Way
    from geo.measure.voyages.ways import Measurer


class Row(NamedTuple):
    """A published distance beside ours, in nautical miles.

    Attributes
    ----------
    origin, destination
        Names of the ports.
    via
        One of `geo.measure.voyages.records.VIAS`, or `direct`.
    published_nm
        What the source prints.
    shortest_nm, longest_nm
        Of our variants.
    variant
        The one that is nearest to the published distance, as the catalogue names it; '' where the
        way has one track.
    nearest_nm
        Its length.
    source
        Who prints it.
    note
        What is to be said of the figure; where ours is far from it, why.
    """

    origin: str
    destination: str
    via: str
    published_nm: float
    shortest_nm: float
    longest_nm: float
    variant: str
    nearest_nm: float
    source: str
    note: str = ""

    @property
    def percent(self) -> float:
        """How much longer our nearest variant is, in per cent of the published distance."""
        return 100 * (self.nearest_nm / self.published_nm - 1)


def accuracy_table(measurer: Measurer) -> list[Row]:
    """Return a row for each published distance, in the order of its table.

    Raises
    ------
    CatalogueError
        The table cannot be read, names a port that is not known, or a way that does not exist.
    """
    rows, missing = read_published()
    if missing:
        raise CatalogueError(missing)
    known = {port.id: port for port in ports(measurer.catalogue)}
    ends = {end for row in rows for end in (row.origin, row.destination)}
    if unknown := sorted(ends - set(known)):
        raise CatalogueError(f"{TABLE} names ports that are not in the catalogue: {unknown}.")
    found: dict[tuple[str, str], dict[str, Way]] = {}
    for row in rows:
        pair = row.origin, row.destination
        if pair not in found:
            ways = measurer.ways(known[row.origin], known[row.destination])
            found[pair] = {way.via: way for way in ways if way.variants}
    return [_row(row, known, found[row.origin, row.destination].get(row.via)) for row in rows]


def _row(row: Distance, known: Mapping[str, Port], way: Way | None) -> Row:
    origin, destination = known[row.origin].name, known[row.destination].name
    if way is None:
        raise CatalogueError(
            f"{TABLE} has a distance from {origin} to {destination} by `{row.via}`, and there is "
            "no such way."
        )
    said = row.published
    lengths = [variant.nm for variant in way.variants]
    nearest = min(way.variants, key=lambda variant: abs(variant.nm - said.nm))
    return Row(
        origin, destination, row.via, said.nm, min(lengths), max(lengths), nearest.name,
        nearest.nm, said.source, said.note,
    )  # fmt: skip


def as_markdown(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines of the table in docs/voyages.md."""
    yield "| from, to | by | published, nm | ours, nm | nearest, nm | difference | source | note |"
    yield "|---|---|--:|--:|---|--:|---|---|"
    for row in rows:
        ours = dict.fromkeys(f"{nm:,.0f}" for nm in (row.shortest_nm, row.longest_nm))
        nearest = f"{row.nearest_nm:,.0f}" + (f" ({row.variant})" if row.variant else "")
        yield (
            f"| {row.origin}, {row.destination} | {row.via} | {row.published_nm:,.0f} "
            f"| {' to '.join(ours)} | {nearest} | {_signed(row.percent)} | {row.source} "
            f"| {row.note} |"
        )


def _signed(percent: float) -> str:
    """Return a difference to a tenth of a per cent; none has no sign."""
    words = f"{percent:+.1f} %".replace("-", "−")
    return words if words[1:] != "0.0 %" else "0.0 %"


def main() -> None:
    """Print the table."""
    table = accuracy_table(load_measurer(load_catalogue(strict=False)))
    sys.stdout.writelines(f"{line}\n" for line in as_markdown(table))


if __name__ == "__main__":
    main()
