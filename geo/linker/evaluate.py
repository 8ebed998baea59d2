"""Evaluate the linker on annotated texts: precision, recall, F1 per kind.

A gold text is a text file in which each mention is written `[[surface|target]]`. Its folder is the
part of the gold set it belongs to: the weights have not seen `fresh`, which was read once after the
last training, and are trained on all others; the seed article is a part of its own.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from geo.errors import ArticleError
from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions
from geo.text.articles import article_from_text

_ANNOTATION = re.compile(r"\[\[([^\[\]|]{1,200})\|([A-Za-z0-9-]{1,60})\]\]")
SENTENCES = "sentences"
"""The folder of files in which each line is a text of its own."""
Span = tuple[int, int, str]


@dataclass(frozen=True)
class GoldText:
    """A text without its markup, and the annotated spans: start, end, target."""

    name: str
    part: str
    text: str
    spans: frozenset[Span]

    @property
    def is_distractor(self) -> bool:
        """Whether it is of another field, with names that mean no place on the map."""
        return self.name.startswith("distractor")


@dataclass(frozen=True)
class Score:
    """Counts for one kind of feature in one part of the gold set."""

    part: str
    kind: str
    right: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """True positives over predictions; 1 without predictions."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """True positives over gold mentions; 1 without any."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def read_gold_text(marked: str, *, name: str, part: str) -> GoldText:
    """Parse an annotated text into text and spans.

    Raises
    ------
    ArticleError
        When a mark is broken.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    length = done = 0
    for annotation in _ANNOTATION.finditer(marked):
        before = marked[done : annotation.start()]
        start = length + len(before)
        length = start + len(annotation[1])
        pieces += (before, annotation[1])
        spans.append((start, length, annotation[2]))
        done = annotation.end()
    pieces.append(marked[done:])
    text = "".join(pieces)
    if "[[" in text or "]]" in text:
        raise ArticleError(f"{name}: an annotation is broken; each must be `[[surface|target]]`.")
    return GoldText(name, part, text, frozenset(spans))


def load_gold(folder: Path) -> list[GoldText]:
    """Return the gold texts in a folder and the folders in it, by part and name.

    Raises
    ------
    ArticleError
        When there is none.
    """
    paths = sorted(folder.glob("**/*.txt"))
    if not paths:
        raise ArticleError(f"{folder.name}: this folder contains no annotated text (`*.txt`).")
    return [
        read_gold_text(
            marked, name=name, part=path.parent.name if path.parent != folder else "seed"
        )
        for path in paths
        for name, marked in _texts(path)
    ]


def _texts(path: Path) -> list[tuple[str, str]]:
    """Return the annotated texts of a file: one, or one a line where the folder is `sentences`."""
    marked = path.read_text(encoding="utf-8")
    if path.parent.name != SENTENCES:
        return [(path.stem, marked)]
    return [
        (f"{path.stem}-{number}", line) for number, line in enumerate(marked.split("\n"), 1) if line
    ]


def find_spans(gold: GoldText, lexicon: Lexicon) -> frozenset[Span]:
    """Return the spans that the linker predicts in a gold text."""
    article = article_from_text(gold.text, name=gold.name)
    found = find_article_mentions(article, lexicon)
    return frozenset((*article.source.to_given(m.start, m.end), m.target) for m in found)


def score(texts: list[GoldText], lexicon: Lexicon) -> list[Score]:
    """Return the scores per part and kind, and per part over all kinds ("all") and distractors.

    A mention counts as right when start, end and target are those of the gold text. The kind
    "distractors" holds the texts whose name begins with "distractor".
    """
    kinds = {name.target: name.kind for name in lexicon.names if name.target}
    counts: Counter[tuple[str, str, str]] = Counter()
    for gold in texts:
        found = find_spans(gold, lexicon)
        for verdict, spans in (
            ("right", found & gold.spans),
            ("extra", found - gold.spans),
            ("missed", gold.spans - found),
        ):
            for _, _, target in spans:
                for kind in _kinds_of(gold, kinds.get(target, "unknown")):
                    counts[gold.part, kind, verdict] += 1
    return list(_as_scores(counts))


def _kinds_of(gold: GoldText, kind: str) -> tuple[str, ...]:
    return ("all", kind, "distractors") if gold.is_distractor else ("all", kind)


def _as_scores(counts: Counter[tuple[str, str, str]]) -> Iterator[Score]:
    for part, kind in sorted({(part, kind) for part, kind, _ in counts}):
        right, extra, missed = (counts[part, kind, what] for what in ("right", "extra", "missed"))
        yield Score(part, kind, right, extra, missed)


def list_errors(texts: list[GoldText], lexicon: Lexicon) -> Iterator[str]:
    """Yield one line per false positive or false negative, with its context."""
    for gold in texts:
        found = find_spans(gold, lexicon)
        for sign, spans in (("+", found - gold.spans), ("-", gold.spans - found)):
            for start, end, target in sorted(spans):
                around = gold.text[max(0, start - 30) : end + 30].replace("\n", " ")
                surface = gold.text[start:end]
                yield f"{sign} {gold.part}/{gold.name} {surface!r} {target}: …{around}…"
