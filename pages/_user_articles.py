"""The reader's own data in the session: uploaded articles, their links, and edits.

Nothing here is written to disk or to a cache shared between sessions; it ends with the session.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from geo import messages
from geo.errors import ArticleError
from geo.exchange.project import Project, ids_about, to_project
from geo.linker.compare import Differences, compare
from geo.linker.edits import Edit, applicable_edits, apply_edits
from geo.linker.links import Link, count_mentions
from geo.sentences import count_of
from geo.text.articles import Article, article_of
from geo.text.readers.limits import SESSION_EDITS
from geo.text.user_articles import ArticleFacts, check_room, with_facts
from pages import _cache, _own_track_data, _state

_KEY = "user_articles"
_DIFFERENCES = "differences"


@dataclass(frozen=True)
class UserArticles:
    """A reader's own articles, the links found in them, and the edits to all links."""

    own: tuple[Article, ...] = ()
    found: tuple[Link, ...] = ()
    edits: tuple[Edit, ...] = ()


def current() -> UserArticles:
    """Return the session's articles, links and edits."""
    return _state.stored(_KEY, UserArticles())


def has_own() -> bool:
    """Return whether the session has own articles, edits or a track."""
    return current() != UserArticles() or _own_track_data.saved() is not None


def articles() -> tuple[Article, ...]:
    """Return the articles in `seeds/` and the reader's own."""
    return (*_cache.seeds()[0], *current().own)


def links() -> tuple[Link, ...]:
    """Return the links of all articles, with the reader's edits applied."""
    data = current()
    found = (*_cache.seed_links(), *data.found)
    if not data.edits:
        return found
    return tuple(apply_edits(found, data.edits, kinds=kinds(), articles=articles()))


def kinds() -> dict[str, str]:
    """Return the kind of each feature by id."""
    return {feature.id: feature.kind for feature in _cache.catalogue().features.values()}


def add_article(article: Article, found: Sequence[Link]) -> None:
    """Add an uploaded article with its links.

    Raises
    ------
    ArticleError
        When it is there already, or a limit is passed.
    """
    _state.store(_KEY, _with_article(current(), article, found))


def _with_article(data: UserArticles, article: Article, found: Sequence[Link]) -> UserArticles:
    """Return the data with one more article and its links."""
    check_room(
        article,
        own=data.own,
        others=_cache.seeds()[0],
        mentions=count_mentions(data.found) + count_mentions(found),
    )
    return replace(data, own=(*data.own, article), found=(*data.found, *found))


def correct(article_id: str, facts: ArticleFacts) -> None:
    """Correct the metadata of one of the reader's own articles."""
    data = current()
    own = tuple(with_facts(a, facts) if a.id == article_id else a for a in data.own)
    _state.store(_KEY, replace(data, own=own))


def remove(article_id: str) -> None:
    """Remove an article, its links and its edits."""
    data = current()
    _state.store(
        _KEY,
        UserArticles(
            own=tuple(article for article in data.own if article.id != article_id),
            found=tuple(link for link in data.found if article_of(link.passage) != article_id),
            edits=tuple(edit for edit in data.edits if article_of(edit.passage) != article_id),
        ),
    )
    _drop_from_view({article_id})


def remove_all() -> None:
    """Remove all of the reader's own articles; edits to other articles stay."""
    data = current()
    ids = {article.id for article in data.own}
    edits = tuple(edit for edit in data.edits if article_of(edit.passage) not in ids)
    _state.store(_KEY, UserArticles(edits=edits))
    _drop_from_view(ids)


def _drop_from_view(ids: set[str]) -> None:
    """Remove deleted articles from the view."""
    view = _state.current()
    if view.article in ids:
        _state.change(article="")
    if article_of(view.passage) in ids:
        _state.change(passage="")


def add_edit(edit: Edit) -> None:
    """Add an edit, unless it repeats the last one."""
    data = current()
    if data.edits[-1:] != (edit,) and len(data.edits) < SESSION_EDITS:
        _state.store(_KEY, replace(data, edits=(*data.edits, edit)))


def undo(number: int = -1) -> None:
    """Undo one edit, by default the last."""
    data = current()
    edits = list(data.edits)
    if edits:
        del edits[number]
    _state.store(_KEY, replace(data, edits=tuple(edits)))


def project() -> Callable[[], str]:
    """Return a callable that writes the current project file."""
    data = current()
    return partial(
        to_project,
        data.own,
        data.edits,
        _state.current().plain,
        links=(*_cache.seed_links(), *data.found),
        linker=_cache.lexicon().weights.trained_on,
        track=_own_track_data.saved(),
    )


def differences() -> Differences:
    """Return what reads differently since the open project was saved, as far as it is still here.

    Without an open project, or after `close_differences`, it is empty.
    """
    noted = _state.stored(_DIFFERENCES, Differences())
    return noted and noted.within((article.id for article in articles()), current().edits)


def close_differences() -> None:
    """Forget what reads differently."""
    _state.store(_DIFFERENCES, Differences())


def load_project(project: Project, found: Mapping[str, Sequence[Link]]) -> list[str]:
    """Replace the session's data by a project; return messages on what could not be loaded.

    `found` holds the links of its articles by id. The session changes in one step at the end, so a
    failure leaves it unchanged.

    Raises
    ------
    ArticleError
        When none of the project's articles could be loaded; the message says why for each.
    """
    problems: list[str] = []
    taken = UserArticles()
    for article in project.articles:
        try:
            taken = _with_article(taken, article, found[article.id])
        except ArticleError as error:
            problems.append(str(error))
    if project.articles and not taken.own:
        raise ArticleError("\n".join([messages.PROJECT_NOT_LOADED, *problems]))
    edits = applicable_edits(project.edits, (*_cache.seeds()[0], *taken.own), kinds())
    if lost := len(project.edits) - len(edits):
        problems.append(messages.EDITS_LOST.format(changes=count_of(lost, "change")))
    differing = compare(
        (*_cache.seed_links(), *taken.found),
        project.found,
        edits,
        articles=ids_about(taken.own, edits),
        linker=project.linker,
    )
    _state.store(_KEY, replace(taken, edits=tuple(edits)))
    _state.store(_DIFFERENCES, differing)
    return problems
