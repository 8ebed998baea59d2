"""The variants of a route as a choice."""

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature, Variant
from geo.escape import Markup, element
from geo.geodesy import length_nm
from geo.markup.passages import ReadingPane

_SIDE_BY_SIDE = 3
"""More variants than these are folded under the one chosen."""


def ways(catalogue: Catalogue, feature: Feature, pane: ReadingPane) -> Markup | None:
    """Return the variants of a route with their lengths, each to be selected; None without two.

    Without a choice in the view the first is the one chosen, as on the map.
    """
    shapes = catalogue.shapes(feature.id)
    drawn = [variant for variant in feature.variants if variant.slug in shapes]
    if feature.kind not in {"route", "corridor"} or len(drawn) < 2:  # noqa: PLR2004  no choice
        return None
    nm = {variant.slug: length_nm(shapes[variant.slug]) for variant in drawn}
    chosen = next((v for v in drawn if v.slug == pane.view.variant), drawn[0])
    links = [_way(feature, one, nm[one.slug], pane, is_chosen=one is chosen) for one in drawn]
    choice = element("ul", *(element("li", link) for link in links), class_="choice")
    if len(drawn) > _SIDE_BY_SIDE:
        others = [length for slug, length in nm.items() if slug != chosen.slug]
        rest = messages.OTHER_WAYS.format(count=len(others))
        lengths = messages.OTHER_WAYS_ARE.format(shortest=min(others), longest=max(others))
        summary = element(
            "summary",
            element("span", chosen.name, class_="chosen"),
            " ",
            element("span", rest, class_="others", title=lengths),
        )
        choice = element("details", summary, choice, data_fold="ways")
    is_between = all(" to " in variant.name for variant in drawn)
    title = messages.WAY_BETWEEN if is_between else messages.WAY_THROUGH
    return element("div", element("h3", title), choice, class_="ways")


def _way(
    feature: Feature, variant: Variant, nm: float, pane: ReadingPane, *, is_chosen: bool
) -> Markup:
    return element(
        "a",
        element("span", variant.name),
        " ",
        element("small", f"{nm:,.0f} nm"),
        href=pane.address_of(pane.view.select(feature.id, variant=variant.slug)),
        data_feature=feature.id,
        data_variant=variant.slug,
        aria_current="true" if is_chosen else None,
    )
