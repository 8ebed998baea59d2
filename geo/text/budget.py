"""What one text may cost: processor time and mentions, looked at while it is linked."""

import time
from dataclasses import dataclass, field
from typing import Final

from geo.errors import ArticleError
from geo.text.readers import limits

MOST_MENTIONS = 10_000
"""Of one article: a text that is one list of names would make a page of many megabytes."""

SPENT: Final = 3  # exit code of a worker where no signal can say that its time is spent
WAY_OUT: Final = "bring it in parts, or paste the part that matters"
TOO_MUCH_TIME: Final = (
    "it takes too long to read and to link (a text of 200 kB may take 1.5 s of computing, one "
    f"of 2 MB ten); {WAY_OUT}"
)
TOO_MANY_NAMES: Final = f"it is a list of names rather than a text; {WAY_OUT}"
TOO_MUCH_MEMORY: Final = (
    f"it takes more than {limits.WORKER_MEMORY_BYTES // limits.MB} MB of memory to read; {WAY_OUT}"
)

_LOOPS = 100_000
_USUAL_LOOPS_S = 0.007  # processor time; where they take so long, budgets are meant as they stand
_TURNS = 3
_MOST_SLOW = 4.0
_SMALL_BYTES = 200_000
_SMALL_CPU_S = 1.5
_CPU_S_PER_MB = 3.9
_LEAST_NAMES = 6_000
_NAMES_PER_KB = 42


def slowness() -> float:
    """Return how many times slower than usual this machine computes, 1 to 4.

    The best of a few short turns decides, so that a busy moment does not count as a slow machine.
    """
    return min(max(1.0, min(map(_turn_s, range(_TURNS))) / _USUAL_LOOPS_S), _MOST_SLOW)


def _turn_s(_: int) -> float:
    start, total = time.process_time(), 0
    for number in range(_LOOPS):
        total += number * number
    return time.process_time() - start


def cpu_s_for(size_bytes: int) -> float:
    """Return the processor time that reading and linking so many bytes of text may take.

    Texts of articles take a fifth to a third of it on a quiet machine: it ends what no count of
    names and lines foresees, with the start of the process below ten seconds for 2 MB.
    """
    return _SMALL_CPU_S + _CPU_S_PER_MB * max(0, size_bytes - _SMALL_BYTES) / 1e6


def names_for(chars: int) -> int:
    """Return how many names may be looked at in a text of so many characters.

    It is a count, so that a text has the same answer on each machine. News that name a feature in
    every line hold 25 to 40 names in 1,000 characters, mentions or not.
    """
    return max(_LEAST_NAMES, _NAMES_PER_KB * chars // 1_000)


@dataclass
class Budget:
    """Processor time of this process from the making of the budget on, and counts.

    Attributes
    ----------
    cpu_s
        Seconds that may be spent.
    mentions
        How many mentions may be found.
    names
        How many names may be looked at; not all are mentions, and some are looked at twice.
    """

    cpu_s: float = float("inf")
    mentions: int = MOST_MENTIONS
    names: float = float("inf")
    _looked_at: int = 0
    _start_s: float = field(default_factory=time.process_time)

    def check(self) -> None:
        """See that there is time left, and count a name.

        Raises
        ------
        ArticleError
            When there is none; the message has no file name yet.
        """
        self._looked_at += 1
        if self._looked_at > self.names:
            raise ArticleError(TOO_MANY_NAMES)
        if time.process_time() - self._start_s > self.cpu_s:
            raise ArticleError(TOO_MUCH_TIME)

    def check_count(self, mentions: int) -> None:
        """See that there are not too many mentions.

        Raises
        ------
        ArticleError
            When there are; the message has no file name yet.
        """
        if mentions > self.mentions:
            raise ArticleError(
                f"it names features more than {self.mentions:,} times; bring it in parts"
            )
