"""The block on when the routes can be sailed: question, answer, calendar, what it rests on."""

from geo.escape import Markup, join
from geo.markup.season.blocks import block_head
from geo.markup.season.calendar import Calendar, calendar, rests
from geo.markup.season.when_words import answer
from geo.measure.season.law_tables import Published


def when_block(of: Calendar, season: Published | None) -> Markup:
    """Return the block without its table.

    Parameters
    ----------
    season
        The newest published season of the Northern Sea Route, for the answer.
    """
    head = block_head("when", answer(of.law, season))
    return join(head, calendar(of), rests(of))
