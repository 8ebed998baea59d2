"""What speaks for or against a candidate: small named signals beside it, there or not."""

from geo.linker.block import Candidate
from geo.linker.signals import names, neighbours, persons, shape, words
from geo.linker.weights import Signals

_ALL = (names.signals, shape.signals, words.signals, neighbours.signals, persons.signals)


def local_signals(candidate: Candidate) -> frozenset[str]:
    """Return the names of the signals beside a candidate; each counts 1.

    Where there are weights, signals without one are left out.
    """
    return frozenset(name for signals in _found(candidate) for name in signals.names)


def weigh_signals(candidate: Candidate, bias: tuple[int, int, int]) -> None:
    """Set the sums of a candidate: of the signals beside it, and what each candidate has."""
    near, whole, capital = bias
    for signals in _found(candidate):
        near += signals.near
        whole += signals.whole
        capital += signals.capital
    candidate.near, candidate.whole, candidate.capital = near, whole, capital


def _found(candidate: Candidate) -> list[Signals]:
    """Return the signals in groups; none is in two of them."""
    found: list[Signals] = []
    for signals in _ALL:
        signals(candidate, found)
    return found
