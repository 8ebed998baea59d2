"""What a passage says in a number."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Claim:
    """What a passage says in a number: `text[start:end]` is the quote.

    Attributes
    ----------
    quantity
        One of `geo.linker.claims.rules.QUANTITIES`.
    low, high
        Ends of what is said, in `unit`; None where it is open on that side.
    precision
        `exact`, `about`, `least` or `most`.
    year
        The year for which it holds, None where none is stated.
    subject
        Id of the feature that it is chiefly about.
    ends
        Ids of ports, states and seas in the same sentence, in order.
    compared
        Id of the way that a saving is against, or ''.
    noun
        The last word of what is counted (transits, observers); "decade" for a change in ten years.
    month
        The month of an extent or change of the ice, 0 for none.
    is_plan, is_part
        Whether it is a target, a forecast or a possibility; whether it is of a part of the year, of
        the goods or of the ships.
    rule
        Name of the rule that read it.
    sentence
        Where its sentence begins and ends in the text.
    """

    passage: str
    start: int
    end: int
    quantity: str
    low: float | None
    high: float | None
    unit: str
    subject: str
    precision: str = "exact"
    year: int | None = None
    ends: tuple[str, ...] = ()
    compared: str = ""
    noun: str = ""
    month: int = 0
    is_plan: bool = False
    is_part: bool = False
    rule: str = ""
    sentence: tuple[int, int] = (0, 0)
