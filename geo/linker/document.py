"""The text as evidence: its topic, and how the same names read elsewhere in it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isqrt

from geo.linker.block import Block, Candidate
from geo.linker.lexicon import WATERS

CLIP = 500
ONE = 100
"""The value of a signal that is there or not; all sums are hundredths of a logit."""
_TOPIC_CLIP, _TOPIC_WORDS = 400, 8
_MOST = 3
_SMOOTHING = 2
"""So many neutral names are added, so that one or two others do not decide for all."""


@dataclass(slots=True)
class Readings:
    """How the candidates with the same words read: their number, sum, two lowest and highest."""

    count: int = 0
    total: int = 0
    lows: tuple[int, int] = (CLIP, CLIP)
    highs: tuple[int, int] = (-CLIP, -CLIP)

    def add(self, local: int) -> None:
        """Add one."""
        self.count += 1
        self.total += local
        if local < self.lows[1]:
            self.lows = (min(local, self.lows[0]), max(local, self.lows[0]))
        if local > self.highs[1]:
            self.highs = (max(local, self.highs[0]), min(local, self.highs[0]))

    def without(self, local: int) -> tuple[int, int, int]:
        """Return mean, lowest and highest of the others."""
        low = self.lows[local == self.lows[0]]
        high = self.highs[local == self.highs[0]]
        return (self.total - local) // (self.count - 1), low, high


@dataclass
class Evidence:
    """What the words and the candidates of a text say together."""

    states: frozenset[str] = frozenset()
    """The words for American states and provinces."""
    lows: set[str] = field(default_factory=set)
    waters: set[str] = field(default_factory=set)
    count: int = 0
    total: int = 0
    by_words: dict[str, Readings] = field(default_factory=dict)
    by_target: dict[str, dict[str, int]] = field(default_factory=dict)
    topic: int = 0
    _states: int = 0

    def add(self, blocks: Iterable[Block], weights: Mapping[str, int]) -> None:
        """Add the words and the candidates of blocks; `near` of each is known."""
        for block in blocks:
            self.lows.update(block.tokens.lows)
            for candidate in block.candidates:
                self._add(candidate)
        known = self.lows & weights.keys()
        total = sum(weights[low] for low in known)
        self.topic = _clip(total * 16 // isqrt(256 * (len(known) + _TOPIC_WORDS)), _TOPIC_CLIP)
        self._states = min(_MOST, len(self.lows & self.states))

    def _add(self, candidate: Candidate) -> None:
        local, words = _clip(candidate.near), candidate.words
        self.count += 1
        self.total += local
        self.by_words.setdefault(words, Readings()).add(local)
        for each in candidate.match.names:
            best = self.by_target.setdefault(each.target, {})
            best[words] = max(local, best.get(words, -CLIP))
        name = candidate.name
        if name.kind in WATERS and len(name.words) > 1:
            self.waters.add(name.target)

    def signals(self, candidate: Candidate) -> dict[str, int]:
        """Return the signals of the text for a candidate."""
        local, group = _clip(candidate.near), candidate.group
        found = {"local": candidate.near, "topic": self.topic, f"topic|{group}": self.topic}
        same = self.by_words[candidate.words]
        if same.count > 1:
            found["same"], found["same-low"], found["same-high"] = same.without(local)
        else:
            found["once"] = ONE
        otherwise = self._otherwise(candidate)
        if otherwise is None:
            found["no-other-name"] = ONE
        else:
            found["otherwise"] = otherwise
        rest = self.count - same.count
        if rest:
            found["rest"] = found[f"rest|{group}"] = (self.total - same.total) // (
                rest + _SMOOTHING
            )
        else:
            found["alone"] = ONE
        found["waters"] = ONE * min(_MOST, len(self.waters))
        if candidate.codes:
            found["topic|code"] = self.topic
        if group in {"town", "state"}:
            found[f"us-states|{group}"] = ONE * self._states
        if group == "letters":
            is_named = "not-named" if otherwise is None else "named"
            found[f"letters-{is_named}"] = ONE
            if candidate.codes:
                found[f"code-{is_named}"] = ONE
        return found

    def _otherwise(self, candidate: Candidate) -> int | None:
        """Return how the same feature reads by another name, None where it has none here."""
        found = [
            best
            for name in candidate.match.names
            for words, best in self.by_target[name.target].items()
            if words != candidate.words
        ]
        return max(found, default=None)


def _clip(value: int, most: int = CLIP) -> int:
    return max(-most, min(most, value))
