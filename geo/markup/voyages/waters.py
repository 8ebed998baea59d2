"""Whose waters a voyage crosses: a strip from its start, and the same in words."""

from collections.abc import Callable, Iterator
from itertools import groupby

from geo import messages
from geo.catalogue.records import SOVEREIGN
from geo.escape import Markup, element
from geo.markup.voyages.numbers import number_word, whole
from geo.markup.waters_strip import owner_name
from geo.measure.voyages.records import Variant
from geo.measure.voyages.shares import owner_of, shares_of

_LETTER_PERCENT = 2.7
"""What a stretch needs of the strip for each letter of the name in it."""
_LEAST_PERCENT = 0.15
_SHADES = 4
_NOT_ASSESSED = "not_assessed"
_SAID = {
    "high_seas": messages.VOYAGE_HIGH_SEAS,
    "land": messages.VOYAGE_LAND,
    _NOT_ASSESSED: messages.VOYAGE_NOT_ASSESSED,
}
NameOf = Callable[[str], str]


def waters_of(variant: Variant, name_of: NameOf, *, most: int = 2) -> Markup:
    """Return the strip and the words; only words where nothing of the track is assessed.

    Parameters
    ----------
    most
        How many states are named where there are many; the others are summed up.
    """
    if all(part.zone == _NOT_ASSESSED for part in variant.stretches):
        is_arctic = bool(variant.north_of_circle)
        words = messages.VOYAGE_NOT_ASSESSED if is_arctic else messages.VOYAGE_WATERS_SOUTH
        return element("span", words, class_="quiet")
    words = " · ".join(waters_words(variant, name_of, most))
    everyone = " · ".join(waters_words(variant, name_of, len(variant.stretches)))
    return element(
        "div",
        element(
            "div", *_strip(variant, name_of), class_="own-strip", role="img", aria_label=everyone
        ),
        element("p", words, class_="quiet", title=everyone if everyone != words else None),
        class_="own-waters",
    )


def waters_words(variant: Variant, name_of: NameOf, most: int) -> Iterator[str]:
    """Yield the miles by state, most first, then the others: together they are the whole way."""
    shares = [share for share in shares_of(variant.stretches) if round(share.nm)]
    states = [share for share in shares if not share.zone]
    named = len(states) if len(states) <= most + 1 else most
    for place, share in enumerate(states[:named]):
        unit = " nm" if place == 0 else ""
        yield f"{named_with_sovereign(share.state, name_of)} {whole(share.nm)}{unit}"
    if others := states[named:]:
        rest = whole(sum(share.nm for share in others))
        yield messages.VOYAGE_OTHERS.format(number=number_word(len(others)), nm=rest)
    for share in shares[len(states) :]:
        yield f"{_said_of(share.state, share.zone, name_of)} {whole(share.nm)}"


def named_with_sovereign(state: str, name_of: NameOf) -> str:
    """Return a state's name; with its sovereign where it is a territory: 'Greenland (Denmark)'."""
    name = owner_name((state, ""), name_of)
    sovereign = SOVEREIGN.get(state)
    return f"{name} ({name_of(sovereign)})" if sovereign else name


def _strip(variant: Variant, name_of: NameOf) -> Iterator[Markup]:
    """Yield a part for each run of one owner's waters, darker for those with more miles."""
    ranks = {state: rank for rank, state in enumerate(variant.nm_by_waters, 1)}
    whole_nm = sum(part.nm for part in variant.stretches)
    for (state, zone), run in groupby(variant.stretches, key=owner_of):
        nm = sum(part.nm for part in run)
        percent = max(100 * nm / whole_nm, _LEAST_PERCENT) if whole_nm else 0.0
        name = _said_of(state, zone, name_of)
        fits = percent >= len(name) * _LETTER_PERCENT and zone != _NOT_ASSESSED
        shade = f"state shade-{min(ranks.get(state, _SHADES), _SHADES)}" if state else zone
        yield element(
            "span",
            element("span", name) if fits else None,
            class_=f"part {shade} {zone if zone == 'disputed' else ''}".rstrip(),
            width_percent=percent,
            title=f"{name}: {whole(nm)} nm",
        )


def _said_of(state: str, zone: str, name_of: NameOf) -> str:
    return _SAID.get(zone) or owner_name((state, zone), name_of)
