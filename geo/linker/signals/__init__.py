"""What speaks for or against a candidate: small named signals, each a number."""

from geo.linker.block import Candidate
from geo.linker.signals import names, neighbours, persons, shape, words

_LOCAL = (names.signals, shape.signals, words.signals, neighbours.signals, persons.signals)


def local_signals(candidate: Candidate) -> dict[str, int]:
    """Return the signals of the words around a candidate, by name."""
    found: dict[str, int] = {}
    for module in _LOCAL:
        module(candidate, found)
    return found
