"""The second stage: a weighted sum of signals decides which candidates are mentions."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from geo.linker.abbreviations import Definitions
from geo.linker.block import Block, Candidate
from geo.linker.document import ONE, Evidence
from geo.linker.lexicon import Lexicon, Name
from geo.linker.signals import weigh_signals
from geo.linker.signals.neighbours import tie
from geo.linker.weights import BIAS, total

_CAPITAL = "capital"
_ORDER = ("route", "corridor", "state", "group", "region", "sea", "strait")
_ALONG = frozenset({"through", "via"})


@dataclass
class Judge:
    """Decides on the candidates of a text; blocks are added before their candidates are judged."""

    text: str
    lexicon: Lexicon
    evidence: Evidence
    definitions: Definitions
    _said: dict[str, bool] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon) -> "Judge":
        """Return a judge for a text of which nothing was read."""
        return cls(text, lexicon, Evidence(lexicon.words["us-state"]), Definitions())

    def says(self, pattern: str) -> bool:
        """Whether a pattern occurs anywhere in the text (cached)."""
        if pattern not in self._said:
            self._said[pattern] = re.search(pattern, self.text) is not None
        return self._said[pattern]

    def add(self, blocks: Sequence[Block]) -> None:
        """Read blocks as evidence, and weigh the signals beside their candidates."""
        weights = self.lexicon.weights
        bias = weights.near.get(BIAS, 0), weights.whole.get(BIAS, 0), weights.capital.get(BIAS, 0)
        for block in blocks:
            block.use(weights)
            for candidate in block.candidates:
                weigh_signals(candidate, bias)
            self.definitions.note_others(block)
        self.evidence.add(blocks, weights.topic)

    def of_text(self, candidate: Candidate) -> dict[str, int]:
        """Return the signals of the text for a candidate, in hundredths."""
        found = self.evidence.signals(candidate)
        if self.definitions.is_other(candidate):
            found["defined-otherwise"] = ONE
        return found

    def score(self, candidate: Candidate) -> int:
        """Return the sum for a candidate in ten-thousandths of a logit: a mention from 0 on."""
        whole = self.lexicon.weights.whole
        return ONE * candidate.whole + total(self.of_text(candidate), whole)

    def choose(self, candidate: Candidate) -> tuple[Name, str]:
        """Return the name that is meant among those that fit, and the rule of the mention."""
        names = candidate.match.names
        capitals = [name for name in names if name.rule == _CAPITAL]
        others = [name for name in names if name.rule != _CAPITAL]
        if not capitals:
            best = others[0] if len(others) == 1 else _choose_way(candidate, others)
            return best, best.rule
        if not others:
            is_state = self.capital_score(candidate) >= 0
            return capitals[0], "metonym" if is_state else "place-in-state"
        if self.capital_score(candidate) >= 0:
            return capitals[0], "metonym"
        return others[0], "place"

    def capital_score(self, candidate: Candidate) -> int:
        """Return the sum that speaks for a capital's state rather than for the town."""
        topic = self.evidence.topic * self.lexicon.weights.capital.get("topic", 0)
        return ONE * candidate.capital + topic


def _choose_way(candidate: Candidate, names: Iterable[Name]) -> Name:
    """Return the first name by kind; a waterway that is called like its state needs a reason."""
    order = _ORDER if _is_way(candidate) else ("state", *_ORDER)
    return min(names, key=lambda name: order.index(name.kind) if name.kind in order else len(order))


def _is_way(candidate: Candidate) -> bool:
    """Whether ships are meant to go along it: "through Panama", "Suez and Panama"."""
    block, number = candidate.block, candidate.number
    if block.tokens.low(candidate.match.first - 1) in _ALONG:
        return True
    around = block.candidates[max(0, number - 1) : number + 2]
    return any(
        two.name.kind == "route" or one.name.kind == "route"
        for one, two in pairwise(around)
        if tie(one, two) == "and"
    )
