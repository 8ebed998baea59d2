"""What another viewpoint than the default says of a feature, and of the waters along a track."""

from collections.abc import Callable

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Stance
from geo.catalogue.viewpoints import stances_on, viewpoint_phrase
from geo.escape import Markup, element, join
from geo.measure.measured import Measured


def seen_note(catalogue: Catalogue, feature: Feature) -> Markup | None:
    """Return what the viewpoint says of a feature or of the disputes over it, with its sources.

    Of a dispute of which it says nothing, the note says so; of anything else there is none.
    """
    said = stances_on(catalogue, feature)
    if not catalogue.viewpoint or not (said or feature.kind == "dispute"):
        return None
    if not said:
        return element("p", _title(catalogue), messages.SEEN_AS_DEFAULT, class_="note seen")
    pieces = [piece for stance in said for piece in (" ", _words(stance))][1:]
    return element("p", _title(catalogue), *pieces, class_="note seen")


def seen_waters(
    catalogue: Catalogue,
    feature: Feature,
    variant: str,
    measured: Measured,
    to: Callable[[str], Markup],
) -> Markup | None:
    """Return what the viewpoint says of the waters along a track; None where it says nothing.

    The miles are those of the default, and the note says so.

    Parameters
    ----------
    variant
        Slug of the variant; '' means the feature's first.
    to
        Makes a link to a feature from its id.
    """
    if not catalogue.viewpoint or feature.kind not in {"route", "corridor"}:
        return None
    segments = measured.waters.segments(feature.id, measured.chosen(feature.id, variant))
    crossed = [i for i in dict.fromkeys(segments["zone_id"]) if i in catalogue.stances]
    if not crossed:
        return None
    entries = [
        element("li", to(identity), ". ", _words(catalogue.stances[identity]))
        for identity in crossed
    ]
    return element(
        "div",
        element("p", _title(catalogue), messages.SEEN_WATERS),
        element("ul", *entries),
        class_="small seen",
    )


def _title(catalogue: Catalogue) -> Markup:
    phrase = viewpoint_phrase(catalogue.viewpoint, catalogue.features)
    return element("strong", messages.SEEN.format(phrase=f"{phrase[:1].upper()}{phrase[1:]}"))


def _words(stance: Stance) -> Markup:
    source = element("small", f"{stance.source}; {stance.confidence}", class_="cited")
    return join(stance.words, " ", source)
