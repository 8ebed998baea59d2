"""Distances that others print, beside those that this project measures.

`published_distances.csv` was written by hand from a collection of 27 published figures (press,
companies, institutes; none of them says how it was measured), by port of the catalogue. Nautical
miles; where a source prints kilometres, they stand beside it. The Northeast Passage counts as the
Northern Sea Route here, the Arctic Bridge as a direct way; the note says so. Six figures are left
out because an end of theirs is no port of the catalogue:

- Murmansk to China, Northern Sea Route 7,000 nm and Suez 12,000 nm (rwfreight.co.uk, 2011): no
  port in China is stated;
- Murmansk to Vilkitsky Strait, 1,260 nm by Cape Zhelaniya and 1,510 nm by Kara Gate (CRREL report
  96-3, p. 39): it ends in a strait;
- Cape Zhelaniya to Cape Dezhnev, 2,380 nm (PAME): two capes, and the 4,000 km printed beside it
  are 2,160 nm;
- Kara Strait to Provideniya Bay, 3,024 nm (rmcouncil.com, 2021; Xinhua, 2025): it begins in a
  strait.
"""

from __future__ import annotations

import csv
import math
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.catalogue.records import DATA
from geo.errors import DAMAGE
from geo.measure.voyages.records import DIRECT, VIAS, Published

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TABLE = "published_distances.csv"
COLUMNS = ("origin", "destination", "via", "nm", "source", "confidence", "note")


class Distance(NamedTuple):
    """A row of the table; the ends are ids of ports."""

    origin: str
    destination: str
    via: str
    published: Published


def published(
    origin_id: str, destination_id: str, via: str, *, folder: Path = DATA
) -> tuple[Published, ...]:
    """Return what is printed for a pair of ports by one way, in either direction.

    A missing or broken table gives none; `read_published` says why.
    """
    ends = {origin_id, destination_id}
    rows, _ = read_published(folder)
    return tuple(
        row.published for row in rows if row.via == via and {row.origin, row.destination} == ends
    )


def read_published(folder: Path = DATA) -> tuple[tuple[Distance, ...], str]:
    """Return the rows of the table, and why there are none ('' if it is valid)."""
    try:
        with (folder / TABLE).open(encoding="utf-8", newline="") as table:
            reader = csv.DictReader(table, strict=True)
            if tuple(reader.fieldnames or ()) != COLUMNS:
                reason = f"{TABLE} must have the columns {', '.join(COLUMNS)}."
            else:
                return tuple(_distance(row) for row in reader), ""
    except FileNotFoundError:
        reason = f"{TABLE} is missing."
    except (*DAMAGE, csv.Error) as error:
        reason = f"{TABLE} is unreadable ({error})."
    return (), messages.PUBLISHED_MISSING.format(reason=reason)


def _distance(row: Mapping[str, str]) -> Distance:
    """Return a row, or raise `ValueError` with what is wrong in it."""
    if None in row or None in row.values():
        raise ValueError("a row is cut or too long")
    nm = float(row["nm"])
    if not (math.isfinite(nm) and nm > 0):
        raise ValueError(f"{row['nm']} is no distance")
    if row["via"] not in {*VIAS, DIRECT}:
        raise ValueError(f"{row['via']} is no way")
    said = Published(nm, row["source"], row["note"])
    return Distance(row["origin"], row["destination"], row["via"], said)
