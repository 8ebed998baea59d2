"""Whether an article's numbers hold: each in its quote, what stands beside, and the verdict."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from geo import messages
from geo.escape import Markup, element, join
from geo.markup.folds import counted, fold
from geo.markup.season.blocks import block_head
from geo.markup.season.claim_words import (
    about_words,
    all_beside,
    amount,
    fact_of,
    reason_words,
    verdict_words,
)
from geo.measure.claims.facts import AGREES, DIFFERS, UNKNOWN, Check, Fact, room
from geo.sentences import count_of, join_words, long_day
from geo.view import View, to_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from geo.linker.claims.claim import Claim
    from geo.linker.claims.find import Left
    from geo.measure.claims.sources import Disagreement
    from geo.text.articles import Article

_BEFORE, _AFTER = 52, 44
"""How much of the sentence stands before and after a number, in letters; cut at words."""
_LEFT_SHOWN = 2
VERDICTS = (AGREES, DIFFERS, UNKNOWN)


class Checked(NamedTuple):
    """A claim, the article that makes it, and what its check found."""

    claim: Claim
    article: Article
    check: Check

    @property
    def fact(self) -> Fact:
        """The claim without its text."""
        return fact_of(self.claim)

    @property
    def quote(self) -> tuple[str, str, str]:
        """The words before the number, the number, and the words after it, on one line."""
        return quote_of(self.article.text, self.claim)


@dataclass(frozen=True)
class Read:
    """All that was read in one article: its claims, checked, and the numbers left alone."""

    article: Article
    checked: tuple[Checked, ...]
    left: tuple[Left, ...]


@dataclass(frozen=True)
class Shown:
    """What the block shows.

    Attributes
    ----------
    read
        What was read in the article; None without one.
    others
        What other articles say of the same, each beside the claim of this one.
    sources
        Figures on which sources of the catalogue differ.
    """

    read: Read | None
    name_of: Callable[[str], str]
    others: Sequence[tuple[Checked, Checked]] = ()
    sources: Sequence[Disagreement] = ()


def quote_of(text: str, claim: Claim) -> tuple[str, str, str]:
    """Return a claim's words in its sentence, cut at words on both sides."""
    first, last = claim.sentence
    start = max(first, claim.start - _BEFORE)
    end = min(last, claim.end + _AFTER)
    before, after = text[start : claim.start], text[claim.end : end]
    if start > first:
        before = f"… {before.partition(' ')[2]}"
    if end < last and text[end:last].strip():
        after = f"{after.rpartition(' ')[0]} …"
    return _line(before, left=True), _line(text[claim.start : claim.end]), _line(after, right=True)


def _line(text: str, *, left: bool = False, right: bool = False) -> str:
    """Return text on one line; a space at its inner side is kept."""
    words = " ".join(text.split())
    if left and words and text[-1:].isspace():
        return f"{words} "
    return f" {words}" if right and words and text[:1].isspace() else words


def same_claims(read: Read, others: Iterable[Read]) -> list[tuple[Checked, Checked]]:
    """Return claims of other articles on the same thing and year as one of this article."""
    return [
        (own, other)
        for own in read.checked
        for there in others
        for other in there.checked
        if _key(own.claim) == _key(other.claim)
    ]


def _key(claim: Claim) -> tuple[object, ...]:
    ends = claim.ends if claim.quantity.startswith("distance") else ()
    return claim.quantity, claim.subject, claim.year, claim.unit, ends, claim.noun


def claims_head(shown: Shown) -> Markup:
    """Return the head of the block: question and answer."""
    return block_head("claims", answer(shown.read))


def claims_body(shown: Shown) -> Markup:
    """Return the table of the block, and below it what was left alone."""
    read = shown.read
    groups = [*_groups(shown)]
    table = claims_table(groups) if groups else None
    foot = element("p", _foot(read), class_="season claims-foot caption") if read else None
    return join(table, foot)


def claims_fold(checked: Sequence[Checked], name_of: Callable[[str], str]) -> Markup | None:
    """Return the numbers that articles say of one feature as a fold of its card; None for none."""
    if not checked:
        return None
    rows = [claim_row(one, name_of, is_dated=True, is_on_atlas=True) for one in checked]
    title = counted(messages.CLAIMS_FOLD, len(checked))
    return fold("numbers", title, claims_table([("", rows)]))


def answer(read: Read | None) -> str:
    """Return in one sentence how many numbers agree, differ, and cannot be told."""
    if read is None:
        return messages.CLAIMS_NO_ARTICLE
    if not read.checked:
        return messages.CLAIMS_NONE
    counts = {each: sum(one.check.verdict == each for one in read.checked) for each in VERDICTS}
    said = [
        messages.CLAIMS_VERDICTS[each][count > 1].format(count=count)
        for each, count in counts.items()
        if count
    ]
    number = count_of(len(read.checked), "number")
    return messages.CLAIMS_ANSWER.format(read=number, verdicts=join_words(said))


def article_words(article: Article) -> str:
    """Return who published an article and when."""
    when = long_day(article.date) if article.date else ""
    who = article.publisher or article.agency or article.headline
    return ", ".join(part for part in (who, when) if part)


def _groups(shown: Shown) -> Iterator[tuple[str, list[Markup]]]:
    if shown.read and shown.read.checked:
        title = messages.CLAIMS_IN_ARTICLE.format(article=article_words(shown.read.article))
        yield title, [claim_row(one, shown.name_of) for one in shown.read.checked]
    if shown.others:
        rows = [_other_row(own, other, shown.name_of) for own, other in shown.others]
        yield messages.CLAIMS_IN_OTHERS, rows
    if shown.sources:
        yield messages.CLAIMS_IN_SOURCES, [_source_row(one, shown.name_of) for one in shown.sources]


def claims_table(groups: Iterable[tuple[str, Sequence[Markup]]], *, label: str = "") -> Markup:
    """Return claims as a table with a row of each group's title before its rows."""
    heads = (element("th", name, scope="col") for name in messages.CLAIMS_COLUMNS)
    bodies = (
        element(
            "tbody",
            element("tr", element("th", title, colspan=4, scope="rowgroup"), class_="group")
            if title
            else None,
            *rows,
        )
        for title, rows in groups
    )
    return element(
        "table",
        element("thead", element("tr", *heads)),
        *bodies,
        class_="season claims",
        aria_label=label or messages.CLAIMS_TABLE,
    )


def claim_row(
    one: Checked,
    name_of: Callable[[str], str],
    *,
    is_dated: bool = False,
    is_on_atlas: bool = False,
) -> Markup:
    """Return a claim as a row; its quote leads to the passage on the Atlas.

    Parameters
    ----------
    is_dated
        Whether it says whose article it is.
    is_on_atlas
        Whether it is shown there, so that the quote leads to no other page.
    """
    by = element("small", article_words(one.article)) if is_dated else None
    return element(
        "tr",
        element("th", quoted(one, is_on_atlas=is_on_atlas), by, scope="row", class_="said"),
        _cell(0, name_of(one.claim.subject), about_words(one.fact)),
        _cell(1, all_beside(one.check), reason_words(one.check)),
        _verdict(one.check.verdict, verdict_words(one.check, one.claim.unit)),
    )


def quoted(one: Checked, *, is_on_atlas: bool = False) -> Markup:
    """Return a claim's quote with its number in bold, as a link to the passage."""
    before, number, after = one.quote
    subject, passage = one.claim.subject, one.claim.passage
    view = View().select(subject, passage=passage)
    return element(
        "a",
        join("“", before, element("strong", number), after, "”"),
        href=to_address(view) if is_on_atlas else to_address(view, base="./"),
        data_feature=subject if is_on_atlas else None,
        data_passage=passage if is_on_atlas else None,
        data_atlas=None if is_on_atlas else f"{subject}|{passage}",
        class_="quote",
    )


def _cell(column: int, first: str, second: str = "") -> Markup:
    name = messages.CLAIMS_COLUMNS[column + 1]
    quiet = element("small", second) if second else None
    return element("td", element("span", name, ": ", class_="unseen"), first, " ", quiet)


def _verdict(verdict: str, words: str) -> Markup:
    mark = element("span", class_=f"mark {verdict}", aria_hidden="true")
    return element("td", mark, element("span", words), class_="verdict")


def _other_row(own: Checked, other: Checked, name_of: Callable[[str], str]) -> Markup:
    """Return what another article says of the same, and how far it is from this one."""
    gap = _apart(own.fact, other.fact)
    words = messages.CLAIMS_DIFFERS.format(gap=amount(gap, own.claim.unit))
    return element(
        "tr",
        element(
            "th",
            quoted(other),
            element("small", article_words(other.article)),
            scope="row",
            class_="said",
        ),
        _cell(0, name_of(other.claim.subject), about_words(other.fact)),
        _cell(1, messages.CLAIMS_QUOTE.format(quote=own.quote[1]), article_words(own.article)),
        _verdict(DIFFERS if gap else AGREES, words if gap else messages.CLAIMS_SAME),
    )


def _apart(one: Fact, other: Fact) -> float:
    low = max(end if end is not None else -math.inf for end in (one.low, other.low))
    high = min(end if end is not None else math.inf for end in (one.high, other.high))
    return low - high if low - high > max(room(one), room(other)) else 0.0


def _source_row(one: Disagreement, name_of: Callable[[str], str]) -> Markup:
    """Return a figure on which sources differ."""
    about = messages.CLAIMS_QUANTITIES["length"]
    if one.series:
        about = messages.CLAIMS_SOURCE_COUNTS[one.series].format(year=one.year)
    values = (element("strong", amount(value, one.unit)) for value in one.values)
    said = join(*[piece for value in values for piece in (messages.CLAIMS_OR, value)][1:])
    return element(
        "tr",
        element("th", said, " ", element("small", "; ".join(one.who)), scope="row", class_="said"),
        _cell(0, name_of(one.subject), about),
        _cell(1, all_beside(one.check) if one.check.beside else messages.CLAIMS_TWO_COUNTERS),
        _verdict(one.check.verdict, verdict_words(one.check, one.unit)),
    )


def _foot(read: Read) -> str:
    number = count_of(len(read.checked), "number")
    number = f"{number[:1].upper()}{number[1:]}"
    if not read.left:
        said = messages.CLAIMS_READ.format(read=number)
    else:
        text = read.article.text
        quotes = [
            messages.CLAIMS_QUOTE.format(quote=_line(text[one.start : one.end]))
            for one in read.left[:_LEFT_SHOWN]
        ]
        form = messages.CLAIMS_READ_LEFT_MANY if len(read.left) > 1 else messages.CLAIMS_READ_LEFT
        said = form.format(read=number, left=len(read.left), quotes=join_words(quotes))
    return f"{said} {messages.CLAIMS_METHOD}"
