"""What reads differently since a project file was saved: a sentence, and a list that folds."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from geo import messages
from geo.escape import Markup, element, join
from geo.linker.compare import AffectedEdit, Differences, Pair
from geo.markup.evidence import edit_words, place_in_article
from geo.markup.folds import counted
from geo.sentences import count_of, join_words
from geo.text.articles import Article, Passage, article_of
from geo.view import View, to_address

_MAX_LINES = 60
_HASH_CHARS = 8


def differences_note(
    differences: Differences,
    articles: Iterable[Article],
    name_of: Callable[[str], str],
    view: View,
    *,
    linker: str,
) -> Markup:
    """Return what reads differently, by feature and passage.

    Parameters
    ----------
    differences
        With something to say.
    articles
        Those that the passages are of; the list follows their order.
    linker
        The fingerprint of the present linker.
    """
    sentence = differences_sentence(differences)
    places = {one.id: (article, one) for article in articles for one in article.passages}
    heads = messages.DIFFERENCES_HEADS
    new = _lines(differences.new, places, name_of, view)
    gone = _lines(differences.gone, places, name_of, view)
    edits = [
        _edit_line(each, places, name_of, view)
        for each in differences.edits
        if each.edit.passage in places
    ]
    parts = [
        *_group(heads["edits"], edits, len(differences.edits)),
        *_group(heads["new"], new, len(differences.new)),
        *_group(heads["gone"], gone, len(differences.gone)),
    ]
    if not parts:
        return element("p", sentence, class_="differences")
    return element(
        "details",
        element("summary", sentence),
        *parts,
        *(element("p", text, class_="small") for text in _remarks(differences, linker)),
        class_="differences",
    )


def differences_sentence(differences: Differences) -> str:
    """Return in one sentence how much reads differently."""
    those = {"new": differences.new, "gone": differences.gone, "edits": differences.edits}
    parts = [
        count_of(len(those[what]), word)
        for what, word in messages.DIFFERENCES_COUNTED.items()
        if those[what]
    ]
    if not parts:
        return messages.DIFFERENCES_UNKNOWN
    return messages.DIFFERENCES.format(counts=join_words(parts))


def _remarks(differences: Differences, linker: str) -> Iterable[str]:
    if differences.unknown:
        yield messages.DIFFERENCES_UNKNOWN_OTHERS
    if differences.linker and differences.linker != linker:
        yield messages.DIFFERENCES_LINKER.format(
            then=differences.linker[:_HASH_CHARS], now=linker[:_HASH_CHARS]
        )


_Places = Mapping[str, tuple[Article, Passage]]


def _lines(
    pairs: Sequence[Pair], places: _Places, name_of: Callable[[str], str], view: View
) -> list[Markup]:
    """Return a line for each feature of an article, with the passages."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for feature, passage in pairs:
        if passage in places:
            grouped.setdefault((article_of(passage), feature), []).append(passage)
    return [
        join(
            element("strong", name_of(feature)),
            f" · {places[passages[0]][0].headline}: ",
            *_separated(_place_link(feature, one, places, view) for one in passages),
        )
        for (_, feature), passages in grouped.items()
    ]


def _edit_line(
    affected: AffectedEdit, places: _Places, name_of: Callable[[str], str], view: View
) -> Markup:
    edit = affected.edit
    to, other = name_of(edit.to), name_of(affected.other)
    feature = edit.to if affected.effect == "changed" else edit.feature
    return join(
        element("strong", edit_words(edit.action, name_of(edit.feature), to)),
        f" · {places[edit.passage][0].headline}: ",
        _place_link(feature, edit.passage, places, view),
        f" – {messages.EDIT_EFFECTS[affected.effect].format(to=to, other=other)}",
    )


def _place_link(feature: str, passage: str, places: _Places, view: View) -> Markup:
    return element(
        "a",
        place_in_article(*places[passage]),
        href=to_address(view.select(feature, passage=passage)),
        data_feature=feature,
        data_passage=passage,
    )


def _separated(links: Iterable[Markup]) -> Iterable[Markup | str]:
    for number, link in enumerate(links):
        if number:
            yield ", "
        yield link


def _group(title: str, lines: Sequence[Markup], count: int) -> Iterable[Markup]:
    """Yield a title with how many it is about, and the first lines as a list."""
    if not lines:
        return
    yield element("h3", counted(title, count))
    more = len(lines) - _MAX_LINES
    rest = [messages.DIFFERENCES_MORE.format(count=more)] if more > 0 else []
    yield element("ul", *(element("li", line) for line in (*lines[:_MAX_LINES], *rest)))
