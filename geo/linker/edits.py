"""A reader's review: links rejected, changed or added, as edits applied to the linker's output.

Edits never modify the linker's output: they are applied to it each time, so that undoing one
restores exactly what was there before. Edited links carry the rule `reader`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.text.articles import Article

READER = "reader"
ACTIONS = ("reject", "change", "add")
_RUN = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Edit:
    """One decision of a reader on a passage.

    Attributes
    ----------
    action
        `reject`: the passage does not name the feature. `change`: what was found to name `feature`
        names `to`. `add`: the passage names `feature` too.
    passage, feature, to
        Ids; `to` for a change only.
    start, end
        For an added link, the words that name the feature, as offsets into the article's text;
        both 0 where the passage names it as a whole.
    """

    action: str
    passage: str
    feature: str
    to: str = ""
    start: int = 0
    end: int = 0


def apply_edits(
    links: Iterable[Link],
    edits: Sequence[Edit],
    *,
    kinds: Mapping[str, str],
    articles: Iterable[Article] = (),
) -> list[Link]:
    """Return the links with a reader's edits applied, in order.

    An edit whose link is not there does nothing, so edits are idempotent. Words that another
    mention covers are not marked again.

    Parameters
    ----------
    links
        As found by the linker.
    kinds
        Kind by feature; edits of unknown features are skipped.
    articles
        Those whose words an added link marks.
    """
    touched: dict[str, dict[str, Link]] = {edit.passage: {} for edit in edits}
    kept: list[Link] = []
    for link in links:
        rows = touched.get(link.passage)
        if rows is None:
            kept.append(link)
        else:
            rows[link.feature] = link
    texts = {passage.id: article.text for article in articles for passage in article.passages}
    for edit in edits:
        _apply(touched[edit.passage], edit, kinds, texts.get(edit.passage, ""))
    return kept + [link for rows in touched.values() for link in rows.values()]


def _apply(rows: dict[str, Link], edit: Edit, kinds: Mapping[str, str], text: str) -> None:
    """Apply one edit to the links of its passage, by feature."""
    if edit.action == "add":
        if edit.feature in kinds:
            _add(rows, edit.feature, _added(rows, edit, kinds[edit.feature], text), edit.passage)
        return
    if edit.feature not in rows or (edit.action == "change" and edit.to not in kinds):
        return
    if edit.action == "change" and edit.to == edit.feature:
        return
    link = rows.pop(edit.feature)
    if edit.action == "change":
        changed = tuple(
            replace(mention, target=edit.to, kind=kinds[edit.to], rule=READER)
            for mention in link.mentions
        )
        _add(rows, edit.to, changed, edit.passage)


def _add(rows: dict[str, Link], feature: str, mentions: tuple[Mention, ...], passage: str) -> None:
    there = rows[feature].mentions if feature in rows else ()
    merged = {(mention.start, mention.end): mention for mention in (*mentions, *there)}
    rows[feature] = Link(feature, passage, tuple(merged[span] for span in sorted(merged)))


def _added(rows: Mapping[str, Link], edit: Edit, kind: str, text: str) -> tuple[Mention, ...]:
    """Return the mention of an added link, or none if its words are already marked or not given."""
    start, end = edit.start, edit.end
    taken = any(m.start < end and start < m.end for link in rows.values() for m in link.mentions)
    if taken or not 0 <= start < end <= len(text):
        return ()
    return (Mention(start, end, text[start:end], edit.feature, kind, READER),)


def find_words(article: Article, passage_id: str, words: str) -> tuple[int, int]:
    """Return the offsets of words of a passage in the article's text; (0, 0) if not found.

    As written first, then with any space between the words and in either case.
    """
    passage = article.passage(passage_id)
    wanted = " ".join(words.split())
    if not wanted:
        return 0, 0
    # No pattern is made of a reader's words: `re` keeps patterns for the whole process.
    runs = list(_RUN.finditer(article.text, passage.start, passage.end))
    flat = " ".join(run[0] for run in runs)
    first = flat.find(wanted)
    if first < 0:
        first = _lowercase(flat).find(_lowercase(wanted))
    if first < 0:
        return 0, 0
    starts = [0, *accumulate(len(run[0]) + 1 for run in runs)]

    def offset(place: int) -> int:
        number = bisect_right(starts, place) - 1
        return runs[number].start() + place - starts[number]

    return offset(first), offset(first + len(wanted) - 1) + 1


def _lowercase(text: str) -> str:
    """Return a text in lower case, of the same length."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)


def applicable_edits(
    edits: Iterable[Edit], articles: Iterable[Article], kinds: Mapping[str, str]
) -> list[Edit]:
    """Return the edits whose passage and features exist and whose words lie in the passage."""
    spans = {passage.id: passage for article in articles for passage in article.passages}
    return [
        edit
        for edit in edits
        if edit.passage in spans
        and edit.feature in kinds
        and (edit.to in kinds if edit.action == "change" else not edit.to)
        and (
            (edit.start, edit.end) == (0, 0)
            or spans[edit.passage].start <= edit.start < edit.end <= spans[edit.passage].end
        )
    ]
