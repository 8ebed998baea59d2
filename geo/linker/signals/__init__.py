"""What speaks for or against a candidate: small named signals beside it, there or not."""

from geo.linker.block import Candidate
from geo.linker.signals import names, neighbours, persons, shape, words

_ALL = (names.signals, shape.signals, words.signals, neighbours.signals, persons.signals)


def local_signals(candidate: Candidate) -> frozenset[str]:
    """Return the names of the signals beside a candidate; each counts 1.

    Where there are weights, signals without one are left out.
    """
    found: list[str] = []
    for signals in _ALL:
        signals(candidate, found)
    known = candidate.block.lexicon.weights.beside
    return known.intersection(found) if known else frozenset(found)
