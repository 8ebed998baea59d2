"""The head of the article column: the views to start from, or a step of the guided tour.

Every link is the address of a view; the page sends a press on it to the server, which reads it as
it reads any address.
"""

from collections.abc import Collection, Mapping

from geo import messages
from geo.escape import Markup, element
from geo.markup.tour import Step, Story, words_of
from geo.markup.voyages.offers import tour_offer
from geo.view import START, View, to_address

_START_VIEWS = {
    "waters": View(feature="nsr"),
    "silk-road": View(feature="psr"),
    "disputes": View(feature="disputes"),
    "tour": View(tour="1"),
}


def start_views(features: Collection[str], steps: Collection[str]) -> dict[str, View]:
    """Return the views to start from that can be shown, by their key in `messages.START_VIEWS`."""
    return {
        key: view
        for key, view in _START_VIEWS.items()
        if (not view.feature or view.feature in features) and (not view.tour or view.tour in steps)
    }


def again(steps: Collection[str]) -> dict[str, View]:
    """Return the views that About leads back to, by their words: the start, and the tour if any."""
    views = {messages.START_AGAIN: View(tour=START)}
    if steps:
        views[messages.START_VIEWS["tour"][0]] = _START_VIEWS["tour"]
    return views


def start_block(views: Mapping[str, View], *, after: View) -> Markup:
    """Return the sentence that says what this is, and the views to start from.

    Parameters
    ----------
    views
        By their key in `messages.START_VIEWS`.
    after
        What is shown once the block is closed.
    """
    return element(
        "section",
        _close(messages.START_CLOSE, after),
        element("p", messages.START_LEAD, class_="lead"),
        element("ul", *(_start_link(key, view) for key, view in views.items())),
        class_="start",
        aria_label=messages.START,
    )


def _start_link(key: str, view: View) -> Markup:
    words, short = messages.START_VIEWS[key]
    said = (
        (element("span", words, class_="wide"), element("span", short, class_="narrow"))
        if short
        else (words,)
    )
    link = element("a", *said, href=to_address(view), class_="go")
    return element("li", link, class_="take" if view.tour else None)


def tour_block(steps: Mapping[str, Step], number: str, story: Story) -> Markup:
    """Return a step of the tour: where it stands, back, next and end, heading and text.

    Whoever ends it has pressed nothing but the tour, so it ends in the plain view, not in a filter
    that the step has set.
    """
    step = steps[number]
    title, text = words_of(step, story)
    numbers = list(steps)
    at = numbers.index(number)
    end = View()
    before, after = numbers[at - 1 : at], numbers[at + 1 : at + 2]
    return element(
        "section",
        element("h2", title, tabindex="-1"),
        element("p", text, class_="lead"),
        tour_offer(step.offer, story.ends) if step.offer else None,
        _progress(at + 1, len(steps)),
        element(
            "div",
            element("p", _where(messages.TOUR_STEP, number, steps), class_="where"),
            *(_step_link("back", messages.TOUR_BACK, View(tour=each)) for each in before),
            *(_step_link("next", messages.TOUR_NEXT, View(tour=each)) for each in after),
            None if after else _step_link("next end", messages.TOUR_END, end),
            _close(messages.TOUR_END, end) if after else None,
            class_="controls",
        ),
        class_="tour",
        aria_label=messages.TOUR_NAME,
    )


def paused_block(steps: Mapping[str, Step], number: str, *, now: View) -> Markup:
    """Return the line that leads back to the tour; closing it leaves the view as it is."""
    return element(
        "section",
        element(
            "div",
            element("p", _where(messages.TOUR_PAUSED, number, steps), class_="where"),
            _step_link("next", messages.TOUR_RESUME, View(tour=number)),
            _close(messages.TOUR_END, now),
            class_="controls",
        ),
        class_="tour",
        aria_label=messages.TOUR_NAME,
    )


def _where(pattern: str, number: str, steps: Collection[str]) -> str:
    return pattern.format(number=number, count=len(steps))


def _step_link(marks: str, words: str, view: View) -> Markup:
    return element("a", words, href=to_address(view), class_=f"step {marks}")


def _close(words: str, view: View) -> Markup:
    """Return a cross that ends what it stands in and shows a view."""
    cross = element("span", "×", aria_hidden="true")
    return element("a", cross, href=to_address(view), class_="end", aria_label=words, title=words)


def _progress(done: int, of: int) -> Markup:
    """Return one stroke for each step, those that are done marked."""
    strokes = (element("span", class_="done" if each < done else None) for each in range(of))
    return element("div", *strokes, class_="progress", aria_hidden="true")
