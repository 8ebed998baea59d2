"""The budget of one text: CPU time and mentions, checked while it is linked."""

import time
from dataclasses import dataclass, field
from typing import Final

from geo.errors import ArticleError
from geo.text.readers import limits

MAX_MENTIONS = 10_000
"""Of one article: a text that is one list of names would make a page of many megabytes."""
MAX_NAMES = 3_000
"""Looked at in one article beyond what prose of its length holds."""

SPENT: Final = 3  # exit code of a worker out of time where there is no signal for it
REMEDY: Final = "add it in parts, or paste the part you need"
TOO_MUCH_TIME: Final = (
    "it takes too long to read and link (the limit is one second of computing for 200 kB of text, "
    f"ten for 2 MB); {REMEDY}"
)
TOO_MANY_NAMES: Final = f"it is a list of names rather than a text; {REMEDY}"
TOO_MUCH_MEMORY: Final = (
    f"it takes more than {limits.WORKER_MEMORY_BYTES // limits.MB} MB of memory to read; {REMEDY}"
)

_LOOPS = 50_000
_USUAL_LOOPS_S = 0.0035  # CPU time of the loops on the reference machine
_REPEATS = 3
_MAX_SLOW = 4.0
_SMALL_BYTES = 200_000
_SMALL_CPU_S = 1.0
_CPU_S_PER_MB = 4.3
_NAMES_PER_KB = 36


def slowness() -> float:
    """Return how many times slower than the reference this machine is, 1 to 4.

    The best of a few short loops counts, so that a busy moment does not look like a slow machine.
    """
    return min(max(1.0, min(map(_time_loop_s, range(_REPEATS))) / _USUAL_LOOPS_S), _MAX_SLOW)


def _time_loop_s(_: int) -> float:
    start, total = time.process_time(), 0
    for number in range(_LOOPS):
        total += number * number
    return time.process_time() - start


def cpu_s_for(size_bytes: int) -> float:
    """Return the CPU time that reading and linking so many bytes of text may take.

    Texts of articles take a third to a half of it on a quiet machine, so that none is refused where
    neighbours are busy: it ends what no count of names and lines foresees. The start of the process
    is not in it; with that 2 MB stay below ten seconds.
    """
    return _SMALL_CPU_S + _CPU_S_PER_MB * max(0, size_bytes - _SMALL_BYTES) / 1e6


@dataclass
class Budget:
    """CPU time of this process since the budget was created, and counts.

    Attributes
    ----------
    cpu_s
        Seconds that may be spent.
    mentions
        How many mentions may be found.
    names
        How many names may be examined, whatever the length; each 1,000 characters read add 36. It
        is a count, so that a text has the same answer on each machine: news that name a feature in
        every line hold 15 to 30 in 1,000 characters, mentions or not, a list of names 60 to 140,
        and it is refused soon, not when all of it is read.
    looked_at
        How many names have been examined.
    """

    cpu_s: float = float("inf")
    mentions: int = MAX_MENTIONS
    names: float = float("inf")
    looked_at: int = field(default=0, init=False)
    _chars: int = field(default=0, init=False)
    _start_s: float = field(default_factory=time.process_time)

    def begin(self, chars: int) -> None:
        """Check that time is left for a block of so many characters, and allow its names.

        Raises
        ------
        ArticleError
            When there is none; the message has no file name yet.
        """
        self._chars += chars
        self._check_time()

    def check(self) -> None:
        """Check that there is time left, and count a name.

        Raises
        ------
        ArticleError
            When there is none, or too many names; the message has no file name yet.
        """
        self.looked_at += 1
        if self.looked_at > self.names + _NAMES_PER_KB * self._chars / 1_000:
            raise ArticleError(TOO_MANY_NAMES)
        self._check_time()

    def _check_time(self) -> None:
        if time.process_time() - self._start_s > self.cpu_s:
            raise ArticleError(TOO_MUCH_TIME)

    def check_count(self, mentions: int) -> None:
        """Check that there are not too many mentions.

        Raises
        ------
        ArticleError
            When there are; the message has no file name yet.
        """
        if mentions > self.mentions:
            raise ArticleError(
                f"it mentions features more than {self.mentions:,} times; add it in parts"
            )
