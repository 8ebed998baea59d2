"""What all blocks of the page share: a question, its answer beside it, and links at the right."""

from collections.abc import Iterable

from geo import messages
from geo.escape import Markup, element

QUESTIONS = tuple(messages.SEASON_QUESTIONS)
"""The blocks of the page, in their order."""


def block_head(block: str, answer: str, links: Iterable[Markup] = ()) -> Markup:
    """Return the head of a block: the question in serif, its answer as a sentence beside it.

    Parameters
    ----------
    block
        One of `QUESTIONS`; the head carries `season-BLOCK` as its id, which the jumps lead to.
    answer
        Made from the tables by rule; '' where there is none.
    links
        What stands at the right: files and folds.
    """
    shown = list(links)
    return element(
        "header",
        element("h2", messages.SEASON_QUESTIONS[block], id=f"season-{block}", tabindex="-1"),
        element("p", answer, class_="answer") if answer else None,
        element("p", *shown, class_="links") if shown else None,
        class_="season block-head",
    )


def print_button() -> Markup:
    """Return the button that opens the browser's dialogue to print the page."""
    return element(
        "div",
        element("button", messages.SEASON_PRINT, type="button", data_print="", class_="boxed"),
        class_="season",
    )


def lead(sentence: Markup, article: Markup | None = None) -> Markup:
    """Return the sentence that begins the page, with jumps to the questions at its right."""
    jumps = (
        element("a", messages.SEASON_QUESTIONS[block], href=f"#{block}", data_jump=block)
        for block in QUESTIONS
    )
    return element(
        "div",
        element("div", element("p", sentence, class_="said"), article, class_="words"),
        element("nav", *jumps, aria_label=messages.SEASON_JUMPS),
        class_="season season-lead",
    )


def paper_foot(address: str, made: str) -> Markup:
    """Return what stands at the foot of the page on paper only: notice, app and day, address."""
    words = f"{messages.NOT_FOR_NAVIGATION}. {made}"
    return element(
        "p", words, " ", element("span", address), class_="season paper-foot", aria_hidden="true"
    )
