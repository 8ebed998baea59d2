"""Compare the links found now with those of an earlier version, and see which edits it affects.

A project file opens with any version of the linker, and its texts are linked again. What a reader's
edits settle reads as before and is no difference; an edit that no longer has its link is one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from geo.linker.edits import Edit
from geo.linker.links import Link
from geo.linker.mentions import Mention
from geo.text.articles import article_of

Pair = tuple[str, str]
"""A link by its feature and its passage."""
Found = Mapping[str, frozenset[Pair]]
"""The links found in each article, by the article's id."""
Effect = Literal["reject", "change", "changed", "add", "covered"]


@dataclass(frozen=True)
class AffectedEdit:
    """An edit that does not do what it did, with the reason.

    Attributes
    ----------
    effect
        `reject`, `change`: the link is no longer found. `changed`: nor is it, but the feature that
        it was changed to is. `add`: the added link is now found. `covered`: the words of an added
        link now mention `other`, so they are not marked.
    """

    edit: Edit
    effect: Effect
    other: str = ""


@dataclass(frozen=True)
class Differences:
    """How the links found now differ from those of a file, apart from what edits settle.

    Attributes
    ----------
    new, gone
        Links that only the present linker finds, and that only the earlier one found.
    edits
        The edits that are affected.
    unknown
        Ids of the articles whose earlier links the file does not hold.
    linker
        The fingerprint of the earlier linker, '' where the file does not hold it.
    """

    new: tuple[Pair, ...] = ()
    gone: tuple[Pair, ...] = ()
    edits: tuple[AffectedEdit, ...] = ()
    unknown: frozenset[str] = frozenset()
    linker: str = ""

    def __bool__(self) -> bool:
        """Return whether there is anything to say."""
        return bool(self.new or self.gone or self.edits or self.unknown)

    def within(self, articles: Iterable[str], edits: Iterable[Edit]) -> "Differences":
        """Return the part about these articles and edits: a reader may have removed others."""
        there, made = frozenset(articles), frozenset(edits)
        return replace(
            self,
            new=tuple(pair for pair in self.new if article_of(pair[1]) in there),
            gone=tuple(pair for pair in self.gone if article_of(pair[1]) in there),
            edits=tuple(each for each in self.edits if each.edit in made),
            unknown=self.unknown & there,
        )


def compare(
    links: Iterable[Link],
    earlier: Found,
    edits: Sequence[Edit],
    *,
    articles: Iterable[str],
    linker: str = "",
) -> Differences:
    """Return how the links of articles differ from those of an earlier version.

    Parameters
    ----------
    links
        As found now, without edits.
    earlier
        The links of the file; an article that is not in it is `unknown`, and of its edits it is
        assumed that each had its link.
    edits
        The reader's, in order.
    articles
        Ids of the articles that the file is about.
    linker
        The fingerprint of the earlier linker.
    """
    about = frozenset(articles)
    now = {
        (link.feature, link.passage): link for link in links if article_of(link.passage) in about
    }
    settled = {(name, edit.passage) for edit in edits for name in (edit.feature, edit.to)}
    known = about & earlier.keys()
    before = {pair for article in known for pair in earlier[article]}
    compared = {pair for pair in now if article_of(pair[1]) in known}
    return Differences(
        new=tuple(sorted(compared - before - settled, key=_order)),
        gone=tuple(sorted(before - compared - settled, key=_order)),
        edits=tuple(_affected(now, before, edits, known)),
        unknown=about - known,
        linker=linker,
    )


def _order(pair: Pair) -> tuple[str, int, str]:
    article, _, number = pair[1].rpartition(".")
    return article, int(number), pair[0]


def _affected(
    now: Mapping[Pair, Link], before: set[Pair], edits: Sequence[Edit], known: frozenset[str]
) -> Iterator[AffectedEdit]:
    """Yield the affected edits, by applying all in order to what was found then and now."""
    assumed = {
        (edit.feature, edit.passage)
        for edit in edits
        if edit.action != "add" and article_of(edit.passage) not in known
    }
    then, here = before | assumed, set(now)
    for edit in edits:
        pair, target = (edit.feature, edit.passage), (edit.to, edit.passage)
        if edit.action == "add":
            affected = _affected_add(edit, now)
            if affected and (affected.other or edit.feature, edit.passage) not in before:
                yield affected
            then.add(pair)
            here.add(pair)
            continue
        if pair in then and pair not in here:
            found = edit.action == "change" and target in now
            yield AffectedEdit(edit, "changed" if found else _ACTIONS[edit.action])
        for links in (then, here):
            if pair in links and edit.feature != edit.to:
                links.discard(pair)
                links.update({target} if edit.to else ())


_ACTIONS: Mapping[str, Effect] = {"reject": "reject", "change": "change"}


def _affected_add(edit: Edit, now: Mapping[Pair, Link]) -> AffectedEdit | None:
    if edit.end == 0:
        return AffectedEdit(edit, "add") if (edit.feature, edit.passage) in now else None
    touching = [
        mention
        for link in now.values()
        if link.passage == edit.passage
        for mention in link.mentions
        if _overlaps(mention, edit)
    ]
    if any(mention.target == edit.feature for mention in touching):
        return AffectedEdit(edit, "add")
    return AffectedEdit(edit, "covered", touching[0].target) if touching else None


def _overlaps(mention: Mention, edit: Edit) -> bool:
    return mention.start < edit.end and edit.start < mention.end
