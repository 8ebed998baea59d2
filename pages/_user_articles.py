"""The shelf: the articles that a reader brought, their links, and the reader's edits.

All of it is the session's own. Nothing here is written to disk or kept in a cache that another
session could read; it ends with the session.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from geo import words
from geo.errors import ArticleError
from geo.exchange.project import Project, to_project
from geo.text.articles import Article
from geo.text.links import Link
from geo.text.own import About, check_room, restate
from geo.text.review import MOST_EDITS, Edit, apply_edits, fitting
from pages import _cache, _state

_SHELF = "shelf"


@dataclass(frozen=True)
class Shelf:
    """A reader's own articles, the links found in them, and the edits to all links."""

    own: tuple[Article, ...] = ()
    found: tuple[Link, ...] = ()
    edits: tuple[Edit, ...] = ()


def shelf() -> Shelf:
    """Return the session's shelf."""
    return _state.kept(_SHELF, Shelf())


def has_own() -> bool:
    """Return whether the session holds articles or edits of its reader."""
    return shelf() != Shelf()


def articles() -> tuple[Article, ...]:
    """Return the articles in `seeds/` and the reader's own."""
    return (*_cache.seeds()[0], *shelf().own)


def links() -> tuple[Link, ...]:
    """Return the links of all articles, as the reader's edits leave them."""
    held = shelf()
    found = (*_cache.seed_links(), *held.found)
    if not held.edits:
        return found
    return tuple(apply_edits(found, held.edits, kinds=kinds(), articles=articles()))


def kinds() -> dict[str, str]:
    """Return the kind of each feature by id."""
    return {feature.id: feature.kind for feature in _cache.catalogue().features.values()}


def bring(article: Article, found: Sequence[Link]) -> None:
    """Put an article that a reader brought on the shelf, with its links.

    Raises
    ------
    ArticleError
        When it is there already, or a limit of the shelf is passed.
    """
    _state.keep(_SHELF, _with(shelf(), article, found))


def _with(held: Shelf, article: Article, found: Sequence[Link]) -> Shelf:
    """Return a shelf with one more article on it, and the links found in that."""
    check_room(article, found, own=held.own, found=held.found, others=_cache.seeds()[0])
    return replace(held, own=(*held.own, article), found=(*held.found, *found))


def correct(article_id: str, about: About) -> None:
    """Put other facts on one of the reader's own articles."""
    held = shelf()
    own = tuple(restate(a, about) if a.id == article_id else a for a in held.own)
    _state.keep(_SHELF, replace(held, own=own))


def remove(article_id: str) -> None:
    """Take an article, its links and its edits off the shelf."""
    held = shelf()
    gone = f"{article_id}."
    _state.keep(
        _SHELF,
        Shelf(
            own=tuple(article for article in held.own if article.id != article_id),
            found=tuple(link for link in held.found if not link.passage.startswith(gone)),
            edits=tuple(edit for edit in held.edits if not edit.passage.startswith(gone)),
        ),
    )
    _leave({article_id})


def remove_all() -> None:
    """Take all of the reader's own articles off the shelf; edits to other articles stay."""
    held = shelf()
    ids = {article.id for article in held.own}
    edits = tuple(edit for edit in held.edits if edit.passage.rpartition(".")[0] not in ids)
    _state.keep(_SHELF, Shelf(edits=edits))
    _leave(ids)


def _leave(ids: set[str]) -> None:
    """Drop from the view what is no longer here."""
    view = _state.current()
    if view.article in ids:
        _state.change(article="")
    if view.passage.rpartition(".")[0] in ids:
        _state.change(passage="")


def decide(edit: Edit) -> None:
    """Add an edit; the same one twice in a row is one."""
    held = shelf()
    if held.edits[-1:] != (edit,) and len(held.edits) < MOST_EDITS:
        _state.keep(_SHELF, replace(held, edits=(*held.edits, edit)))


def take_back(number: int = -1) -> None:
    """Take one edit back, the last where none is named."""
    held = shelf()
    edits = list(held.edits)
    if edits:
        del edits[number]
    _state.keep(_SHELF, replace(held, edits=tuple(edits)))


def project() -> Callable[[], str]:
    """Return what writes the project file of this moment, when it is asked for."""
    held = shelf()
    return partial(to_project, held.own, held.edits, _state.current())


def take_project(project: Project, found: Mapping[str, Sequence[Link]]) -> list[str]:
    """Put a project in the place of what the shelf holds; return what of it could not be taken.

    `found` holds the links of its articles by their ids. The shelf changes at the end, in one step:
    whatever stops this leaves it as it was.

    Raises
    ------
    ArticleError
        When none of the project's articles could be taken; the message names why for each.
    """
    problems: list[str] = []
    taken = Shelf()
    for article in project.articles:
        try:
            taken = _with(taken, article, found[article.id])
        except ArticleError as error:
            problems.append(str(error))
    if project.articles and not taken.own:
        raise ArticleError("\n".join([words.PROJECT_NOT_TAKEN, *problems]))
    edits = fitting(project.edits, (*_cache.seeds()[0], *taken.own), kinds())
    if lost := len(project.edits) - len(edits):
        problems.append(words.EDITS_LOST.format(count=lost))
    _state.keep(_SHELF, replace(taken, edits=tuple(edits)))
    return problems
