"""Limits on time that hold on a slow machine and on a busy one."""

import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

_LOOPS = 500_000
_TURNS = 5
_MOST = 4  # times slower than usual; beyond that a limit is meaningless
_USUAL_S = 0.035  # what the loops take on the reference machine of the limits


def _used_s() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _slowness() -> float:
    """Return how many times slower than usual this machine computes at this moment, 1 to 4."""
    start, total = time.process_time(), 0
    for number in range(_LOOPS):
        total += number * number
    return min(max(1.0, (time.process_time() - start) / _USUAL_S), _MOST)


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Hold a block to so much processor time, its child processes included.

    A machine that computes more slowly than usual, before the block or after it, gets as much more.
    """
    before, start = _slowness(), _used_s()
    yield
    used = _used_s() - start
    assert used < seconds * before or used < seconds * _slowness()


def assert_within(seconds: float, call: Callable[[], object]) -> None:
    """Hold a call to so much processor time, as `within` does, in one of five turns.

    For limits that lie near what is needed: what a neighbour takes from a turn is no fault of ours,
    and what takes too long does so in each.
    """
    for _ in range(_TURNS - 1):
        with suppress(AssertionError), within(seconds):
            call()
            return
    with within(seconds):
        call()
