"""The command `polaris`: the sum of a mix of ice for an ice class, as one JSON object."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from geo import messages
from geo.errors import PolarisError
from geo.measure.season.polaris import DEFAULT_CLASS, assess, read_polaris

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Sequence


def add_arguments(command: argparse.ArgumentParser) -> None:
    """Add what the command is asked with."""
    command.add_argument(
        "--class", dest="ice_class", default=DEFAULT_CLASS, metavar="CLASS", help="PC1 to none"
    )
    command.add_argument(
        "--ice", action="append", default=[], metavar="TYPE=TENTHS", help="thick_fy=5"
    )
    command.add_argument("--escort", action="store_true", help="behind an icebreaker")


def run(options: argparse.Namespace) -> Iterator[dict[str, Any]]:
    """Yield the sum, what it allows, and the speed at most where one is set.

    Raises
    ------
    PolarisError
        The tables are missing, or the ice is not ten tenths of types in them.
    """
    polaris, reason = read_polaris()
    if polaris is None:
        raise PolarisError(reason)
    found = assess(polaris, options.ice_class, _tenths(options.ice))
    total, level, speed_kn = found.escorted if options.escort else found.alone
    yield {
        "class": found.ice_class.id,
        "escort": options.escort,
        "shares": [share._asdict() for share in found.shares],
        "sum": total,
        "level": level,
        "speed_kn": speed_kn,
        "sources": list(polaris.sources),
    }


def _tenths(given: Sequence[str]) -> dict[str, int]:
    """Return tenths by type of ice; a type that is given twice has the sum of both."""
    found: dict[str, int] = {}
    for each in given:
        name, _, share = each.partition("=")
        try:
            found[name] = found.get(name, 0) + int(share)
        except ValueError as error:
            raise PolarisError(messages.TENTHS_GIVEN.format(given=each)) from error
    return found
