"""What the rows of the chart are compared with: the usual way, or the shortest."""

from typing import NamedTuple

from geo import messages
from geo.escape import Markup, element
from geo.markup.voyages.lines import measured
from geo.markup.voyages.numbers import (
    Pair,
    compared_miles,
    compared_words,
    more,
    percent_more,
    percent_more_alike,
)
from geo.markup.voyages.sentence import by_words
from geo.measure.voyages.records import Voyage, Way

SHORTEST, USUAL = "shortest", "usual"


class Yardstick(NamedTuple):
    """The way that the others are compared with.

    Attributes
    ----------
    way
        An open way.
    kind
        `SHORTEST` or `USUAL`.
    other
        What a press changes to; '' where there is nothing else to compare with.
    """

    way: Way
    kind: str
    other: str = ""

    def measure(self, measure: str) -> Pair:
        """Return what the others are compared with; of the shortest way its shortest variant."""
        low, high = measured(self.way, measure)
        return (low, low) if self.kind == SHORTEST and measure == "miles" else (low, high)

    def difference(self, way: Way, measure: str) -> Pair:
        """Return by how many per cent a way is more; days and CO₂ like with like."""
        compare = percent_more if measure == "miles" else percent_more_alike
        return compare(measured(way, measure), self.measure(measure))

    def words(self, way: Way, measure: str) -> str:
        """Return how a way differs, for those who do not see the chart; miles as such too."""
        said = messages.VOYAGE_THAN.format(
            difference=compared_words(self.difference(way, measure), " to "),
            way=by_words(self.way),
        )
        if measure != "miles":
            return said
        nm = compared_miles(more(way.nm, self.measure(measure)), " to ")
        return ", ".join(dict.fromkeys((said, nm)))

    def name(self) -> Markup:
        """Return its name over the dashed line: a button where there is another."""
        words = messages.VOYAGE_YARDS[self.kind]
        if not self.other:
            return element("span", words, class_="yard-name")
        hint = messages.VOYAGE_YARD_CHANGE.format(
            now=words, other=messages.VOYAGE_YARDS[self.other]
        )
        return element(
            "button",
            words,
            type="button",
            class_="yard-name",
            data_yard=self.other,
            aria_label=hint,
            title=hint,
        )


def yardstick(voyage: Voyage, wanted: str = USUAL) -> Yardstick | None:
    """Return what the rows are compared with; None where there is one open way at most.

    The shortest way is it by itself where no way is the usual one: two ways to choose from always
    have a difference that the reader came for.

    Parameters
    ----------
    wanted
        `SHORTEST` or `USUAL`.
    """
    usual, shortest = voyage.way(voyage.usual), voyage.way(voyage.shortest)
    if shortest is None:
        return None
    if usual is None or not usual.is_open:
        is_alone = sum(way.is_open for way in voyage.ways) == 1
        return None if is_alone else Yardstick(shortest, SHORTEST)
    if usual is shortest:
        return Yardstick(usual, USUAL)
    if wanted == SHORTEST:
        return Yardstick(shortest, SHORTEST, other=USUAL)
    return Yardstick(usual, USUAL, other=SHORTEST)
