"""Why a name is a mention or not: decisions of the linker with their strongest reasons."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from geo import messages
from geo.escape import Markup, element, join
from geo.linker.edits import READER
from geo.linker.explain import Explanation, Reason
from geo.linker.mentions import Mention
from geo.markup.evidence import Row, quote_pieces
from geo.markup.folds import counted, fold
from geo.markup.passages import rule_words
from geo.sentences import count_of
from geo.text.articles import Article, Passage

MOST_MENTIONS = 4
"""Of a link these are explained."""
MOST_PLACES = 8
"""Where a name was kept, and where it was left out, so many places are shown."""
_SURE, _UNLIKELY = 0.995, 0.005
NameOf = Callable[[str], str]
"""The display name of a feature by its id."""


@dataclass(frozen=True)
class Place:
    """A decision with the passage that it is about, and the article of that."""

    explanation: Explanation
    text: str
    passage: Passage
    headline: str = ""


def places_of(article: Article, found: Iterable[Explanation], name: str) -> list[Place]:
    """Return the decisions on a name of the lexicon in an article, each with its passage."""
    return [
        Place(one, article.text, passage, article.headline)
        for one in found
        if name in one.names
        for passage in article.passages
        if passage.start <= one.start < passage.end
    ]


def places_in(text: str, found: Iterable[Explanation]) -> list[Place]:
    """Return the decisions on a text that is no article."""
    whole = Passage("", "body", 0, len(text))
    return [Place(one, text, whole) for one in found]


def why_link(row: Row, found: Sequence[Explanation] | None, name_of: NameOf) -> Markup:
    """Return, folded, why the mentions of a link were kept.

    Parameters
    ----------
    found
        The decisions on its article; None where that is too long for them.
    """
    return fold("why", messages.WHY, *_of_link(row, found, name_of))


def _of_link(row: Row, found: Sequence[Explanation] | None, name_of: NameOf) -> list[Markup]:
    if READER in row.rules:
        return [element("p", messages.WHY_READER, class_="small")]
    if found is None:
        return [element("p", messages.WHY_TOO_LONG, class_="small")]
    by_start = {one.start: one for one in found if one.is_mention}
    mentions = row.link.mentions
    lines = [
        _of_mention(each, by_start.get(each.start), name_of) for each in mentions[:MOST_MENTIONS]
    ]
    lines += _more(len(mentions) - MOST_MENTIONS)
    return [element("ul", *lines, class_="decisions"), note()]


def _of_mention(mention: Mention, one: Explanation | None, name_of: NameOf) -> Markup:
    if one is None:
        said = messages.WHY_BY_RULE.format(rule=rule_words([mention.rule]))
        return element("li", element("mark", mention.surface), ": ", said)
    return _decision(element("span", element("mark", one.surface), class_="quote"), one, name_of)


def where_name_stands(
    name: str, places: Sequence[Place], name_of: NameOf, *, unread: int = 0
) -> Markup:
    """Return where a name stands in articles, kept and left out, with the reasons for each.

    Parameters
    ----------
    unread
        How many articles were not looked through.
    """
    left = messages.NAME_UNREAD.format(articles=count_of(unread, "article")) if unread else ""
    about = element("p", left, class_="small") if left else None
    if not places:
        nowhere = messages.NAME_NOWHERE.format(name=name)
        return element("section", element("p", nowhere, class_="small"), about, class_="why")
    parts: list[object] = []
    for is_mention, title in ((True, messages.KEPT), (False, messages.NOT_KEPT)):
        those = [place for place in places if place.explanation.is_mention == is_mention]
        if those:
            parts += [element("h3", counted(title, len(those))), _list(those, name_of)]
    return element("section", *parts, about, note(), class_="why")


def decisions_on(places: Sequence[Place], name_of: NameOf) -> Markup:
    """Return the decisions on a text in its order."""
    if not places:
        return element("p", messages.TRY_NONE, class_="small")
    return element("section", _list(places, name_of, most=len(places)), note(), class_="why")


def note() -> Markup:
    """Return the line that says what the numbers mean."""
    return element("p", messages.WHY_NOTE, class_="small")


def _list(places: Sequence[Place], name_of: NameOf, *, most: int = MOST_PLACES) -> Markup:
    is_several = len({place.headline for place in places}) > 1
    lines = [
        _decision(_quote(place), place.explanation, name_of, place.headline if is_several else "")
        for place in places[:most]
    ]
    lines += _more(len(places) - most)
    return element("ul", *lines, class_="decisions")


def _more(count: int) -> list[Markup]:
    """Return the line that says how many are not shown, if any."""
    said = messages.WHY_MORE.format(count=count)
    return [element("li", said, class_="small")] if count > 0 else []


def _quote(place: Place) -> Markup:
    one = place.explanation
    mention = Mention(one.start, one.end, one.surface, one.target, "", one.rule)
    pieces = quote_pieces(place.text, place.passage, [mention])
    words = join(*(element("mark", text) if is_mention else text for text, is_mention in pieces))
    return element("span", words, class_="quote")


def _decision(said: Markup, one: Explanation, name_of: NameOf, headline: str = "") -> Markup:
    words = messages.WHY_KEPT if one.is_mention else messages.WHY_LEFT_OUT
    lines = _lines(one.reasons_for, one.reasons_against)
    if one.choice is not None and one.is_mention:
        read = messages.WHY_STATE if one.choice.is_state else messages.WHY_TOWN
        lines.append(element("span", read, class_="verdict"))
        lines += _lines(one.choice.reasons_for, one.choice.reasons_against)
    verdict = words.format(percent=_percent(one.probability), feature=name_of(one.target))
    where = element("span", headline, class_="reasons") if headline else None
    return element("li", said, " ", where, element("span", verdict, class_="verdict"), *lines)


def _lines(reasons_for: Sequence[Reason], reasons_against: Sequence[Reason]) -> list[Markup]:
    """Return a line of what speaks for and one of what speaks against, where anything does."""
    both = (messages.WHY_FOR, reasons_for), (messages.WHY_AGAINST, reasons_against)
    return [
        element("span", element("strong", title), " ", _reasons(reasons), class_="reasons")
        for title, reasons in both
        if reasons
    ]


def _reasons(reasons: Sequence[Reason]) -> Markup:
    said: list[object] = []
    for reason in reasons:
        value = element("span", signed(reason.value), class_="nm")
        said += ["; " if said else "", reason.words, " ", value]
    return join(*said)


def signed(value: float) -> str:
    """Return a value with its sign, as it is printed."""
    return f"{value:+.1f}".replace("-", "\u2212")


def _percent(probability: float) -> str:
    if probability > _SURE:
        return messages.WHY_SURE
    if probability < _UNLIKELY:
        return messages.WHY_UNLIKELY
    return messages.PERCENT.format(percent=round(100 * probability))
