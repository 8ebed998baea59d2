"""Train the weights from the annotated texts: `python -m geo.linker.train`.

Needs scikit-learn, which the development environment has and the app does not. Texts are split by
text, never by mention: the signals of a text are always those of a model that has not seen it.

- without an option, the weights are written, with the hash of what they were trained on;
- `--report` prints how each batch is read by weights trained on all others, and writes nothing.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import sqrt
from pathlib import Path
from typing import Any

from geo.linker.api import catalogue_names
from geo.linker.block import Candidate
from geo.linker.document import ONE, Evidence
from geo.linker.evaluate import GoldText, load_gold, score
from geo.linker.lexicon import Lexicon, load_lexicon
from geo.linker.mentions import decide
from geo.linker.score import Judge
from geo.linker.weights import BIAS, PATH, TABLES, Weights
from geo.text.articles import article_from_text
from geo.text.tables import DATA

GOLD = Path("tests", "data", "gold")
UNSEEN = "fresh"
"""The part of the gold set that is never trained on: it says how well texts of others are read."""
_SOURCES = ("document.py", "block.py", "scan.py", "candidates.py", "signals/*.py")
_TABLES = ("words.csv", "silent.csv", "ambiguities.csv")
_LEAST = 10
"""A signal of fewer candidates than this is not learnt."""
_FOLDS = 6
_NEAR_C, _WHOLE_C, _TOPIC_C, _CAPITAL_C = 1.0, 0.5, 3.0, 1.0
_TOPIC_WORDS, _TOPIC_EACH, _TOPIC_LEAST = 8, 6, 60
_OTHER_FIELDS = 0.7
"""The weight of a candidate in a text of another field: they are rarer in life than here."""
_BY_NAME = "is:"
"""Signals that would learn a capital by its name."""
_Signals = Mapping[str, int]


@dataclass(frozen=True)
class Example:
    """A candidate of a gold text: the signals beside it, whether it is a mention, of what."""

    candidate: Candidate
    beside: frozenset[str]
    is_mention: bool
    target: str

    @property
    def is_choice(self) -> bool:
        """Whether it is a mention of a capital's state or town, both on the map."""
        rules = {name.rule for name in self.candidate.match.names}
        return self.is_mention and "capital" in rules and len(rules) > 1

    @property
    def is_state(self) -> bool:
        """Whether the capital's state is meant."""
        names = self.candidate.match.names
        return any(name.rule == "capital" and name.target == self.target for name in names)


@dataclass(frozen=True)
class Text:
    """A gold text with its examples and its judges, one for each window."""

    gold: GoldText
    judged: list[tuple[Judge, list[Example]]]

    @property
    def examples(self) -> list[Example]:
        """All examples of the text."""
        return [example for _, examples in self.judged for example in examples]

    @property
    def lows(self) -> set[str]:
        """The words of the text."""
        return set().union(*(judge.evidence.lows for judge, _ in self.judged))


def read_text(gold: GoldText, lexicon: Lexicon) -> Text:
    """Return a gold text with each candidate and whether it is a mention."""
    article = article_from_text(gold.text, name=gold.name)
    judged = []
    for judge, decisions in decide(article.text, lexicon, skip=article.boilerplate):
        examples = []
        for decision in decisions:
            candidate = decision.candidate
            match, block = candidate.match, candidate.block
            start = block.offset + block.tokens.starts[match.first]
            end = block.offset + block.tokens.ends[match.last - 1]
            start, end = article.source.to_given(start, end)
            target = _target(gold, start, end, {name.target for name in match.names})
            examples.append(Example(candidate, decision.beside, bool(target), target))
        judged.append((judge, examples))
    return Text(gold, judged)


def _target(gold: GoldText, start: int, end: int, targets: Collection[str]) -> str:
    """Return the target of the annotation that overlaps a candidate and agrees with it, or ''."""
    return next(
        (
            target
            for first, last, target in sorted(gold.spans)
            if first < end and last > start and target in targets
        ),
        "",
    )


def train(texts: Sequence[Text], lexicon: Lexicon) -> Weights:
    """Return the weights learnt from texts.

    The tables of signals beside a name and of topics are learnt first; the signals of each text
    for the whole decision come from tables that have not seen it.
    """
    signals: dict[int, dict[str, float]] = {}
    for held in range(_FOLDS):
        rest = [text for number, text in enumerate(texts) if number % _FOLDS != held]
        near, topic = train_near(rest), train_topic(rest)
        for text in texts[held::_FOLDS]:
            for example, found in _all_signals(text, near, topic, lexicon):
                signals[id(example)] = found
    examples = [example for text in texts for example in text.examples]
    whole = _fit(
        [signals[id(example)] for example in examples],
        [example.is_mention for example in examples],
        _WHOLE_C,
        weights=_weights(texts),
    )
    return Weights(train_near(texts), whole, train_topic(texts), _train_capital(examples, signals))


def _weights(texts: Iterable[Text]) -> list[float]:
    """Return the weight of each example."""
    return [
        _OTHER_FIELDS if text.gold.is_distractor else 1.0 for text in texts for _ in text.examples
    ]


def train_near(texts: Sequence[Text]) -> dict[str, int]:
    """Return the weights of the signals beside a name."""
    examples = [example for text in texts for example in text.examples]
    beside = [dict.fromkeys(example.beside, 1.0) for example in examples]
    labels = [example.is_mention for example in examples]
    return _fit(beside, labels, _NEAR_C, weights=_weights(texts))


def train_topic(texts: Iterable[Text]) -> dict[str, int]:
    """Return the weights of words: the share of a text's candidates that are mentions."""
    pairs = [(text.lows, text.examples) for text in texts if text.examples]
    known = _common(lows for lows, _ in pairs)
    rows, labels, weights = [], [], []
    for lows, examples in pairs:
        words = sorted(lows & known.keys())
        row = dict.fromkeys(words, 1 / sqrt(len(words) + _TOPIC_WORDS))
        share = sum(example.is_mention for example in examples) / len(examples)
        size = min(1.0, len(examples) / _TOPIC_EACH)
        for label, part in ((True, share), (False, 1 - share)):
            if part:
                rows.append(row)
                labels.append(label)
                weights.append(part * size)
    found = _fit(rows, labels, _TOPIC_C, weights=weights, is_sparse=False)
    return {word: weight for word, weight in found.items() if abs(weight) >= _TOPIC_LEAST}


def _train_capital(
    examples: Iterable[Example], signals: Mapping[int, Mapping[str, float]]
) -> dict[str, int]:
    choices = [example for example in examples if example.is_choice]
    rows = [
        {
            **{signal: 1.0 for signal in each.beside if not signal.startswith(_BY_NAME)},
            "topic": signals[id(each)]["topic"],
        }
        for each in choices
    ]
    return _fit(rows, [each.is_state for each in choices], _CAPITAL_C)


def _all_signals(
    text: Text, near: _Signals, topic: _Signals, lexicon: Lexicon
) -> Iterator[tuple[Example, dict[str, float]]]:
    """Yield the examples of a text with all their signals, those of the text in logits."""
    told = replace(lexicon, weights=Weights(near=near, topic=topic))
    for judge, examples in text.judged:
        blocks = list(
            {id(each.candidate.block): each.candidate.block for each in examples}.values()
        )
        again = Judge(judge.text, told, Evidence(judge.evidence.states), judge.definitions)
        again.add(blocks)
        again.evidence.lows |= judge.evidence.lows
        for example in examples:
            of_text = again.of_text(example.candidate)
            yield (
                example,
                {
                    **{signal: value / ONE for signal, value in of_text.items()},
                    **dict.fromkeys(example.beside, 1.0),
                },
            )


def _fit(
    rows: Sequence[Mapping[str, float]],
    labels: Sequence[bool],
    strength: float,
    *,
    weights: Sequence[float] | None = None,
    is_sparse: bool = True,
) -> dict[str, int]:
    """Return the weights of a logistic regression in hundredths, without those that are zero."""
    from scipy.sparse import csr_matrix  # noqa: PLC0415 - only the development environment has them
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    known = _common(rows)
    entries = [
        (number, known[signal], value)
        for number, row in enumerate(rows)
        for signal, value in row.items()
        if signal in known
    ]
    lines, columns, values = zip(*entries, strict=True)
    matrix = csr_matrix((values, (lines, columns)), shape=(len(rows), len(known)), dtype=float)
    model = (
        LogisticRegression(
            C=strength, l1_ratio=1.0, solver="liblinear", max_iter=500, random_state=0
        )
        if is_sparse
        else LogisticRegression(C=strength, max_iter=2000)
    )
    model.fit(matrix, labels, sample_weight=weights)
    found = {signal: round(ONE * model.coef_[0][column]) for signal, column in known.items()}
    bias = round(ONE * model.intercept_[0])
    return {BIAS: bias, **{signal: weight for signal, weight in sorted(found.items()) if weight}}


def _common(rows: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return the signals of enough rows, with their columns."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(set(row))
    kept = sorted(signal for signal, count in counts.items() if count >= _LEAST)
    return {signal: column for column, signal in enumerate(kept)}


def batch_of(gold: GoldText) -> str:
    """Return the batch of a gold text: its folder, or the number that ends its name."""
    number = gold.name.rpartition("-")[2]
    return f"batch{number}" if gold.part == "batches" else gold.part


def report(texts: Sequence[Text], lexicon: Lexicon, write: Callable[[str], Any] = print) -> None:
    """Print how each batch is read by weights that are trained on all others."""
    write(f"{'batch':26}{'texts':>6}{'right':>7}{'extra':>7}{'missed':>7}{'F1':>8}")
    for batch in sorted({batch_of(text.gold) for text in texts}):
        held = [text.gold for text in texts if batch_of(text.gold) == batch]
        weights = train([text for text in texts if batch_of(text.gold) != batch], lexicon)
        rows = score(
            [replace(gold, part=batch) for gold in held], replace(lexicon, weights=weights)
        )
        for row in rows:
            if row.kind in {"all", "distractors"}:
                name = batch if row.kind == "all" else "  distractors of it"
                write(
                    f"{name:26}{len(held):6}{row.right:7}{row.extra:7}{row.missed:7}{row.f1:8.3f}"
                )


def fingerprint(root: Path) -> str:
    """Return the hash of the gold texts, the signals' code and the tables that they read."""
    own = Path(__file__).parent
    paths = [
        *(path for path in sorted((root / GOLD).glob("**/*.txt")) if path.parent.name != UNSEEN),
        *(path for pattern in _SOURCES for path in sorted(own.glob(pattern))),
        *(DATA / name for name in _TABLES),
        Path(__file__),
    ]
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def write_weights(weights: Weights, path: Path = PATH) -> None:
    """Write the weights as JSON, one signal a line."""
    record = {name: dict(getattr(weights, name)) for name in TABLES}
    text = json.dumps(
        {"trained_on": weights.trained_on, **record},
        ensure_ascii=False,
        indent=0,
        separators=(",", ":"),
    )
    path.write_text(f"{text}\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0."""
    parser = argparse.ArgumentParser(prog="python -m geo.linker.train", description=__doc__)
    parser.add_argument("--report", action="store_true", help="leave one batch out, write nothing")
    options = parser.parse_args(arguments)
    root = Path(__file__).parents[2]
    lexicon = replace(load_lexicon(catalogue_names(), strict=False), weights=Weights())
    texts = [read_text(gold, lexicon) for gold in load_gold(root / GOLD) if gold.part != UNSEEN]
    if options.report:
        report(texts, lexicon)
    else:
        write_weights(replace(train(texts, lexicon), trained_on=fingerprint(root)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
