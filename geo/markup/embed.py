"""What an embedded map says: of what is selected, and below itself whose it is."""

from geo import messages
from geo.catalogue.features import Catalogue
from geo.catalogue.records import Feature
from geo.escape import Markup, element
from geo.markup.cards import card_head
from geo.markup.figures import figure_line, figures
from geo.markup.passages import ReadingPane, external
from geo.measure.measured import Measured
from geo.view import View, to_address


def brief_card(
    catalogue: Catalogue,
    feature: Feature,
    pane: ReadingPane,
    *,
    base: str,
    measured: Measured | None = None,
) -> Markup:
    """Return a card that fits on the map: name, kind, figures, and the way to the whole card.

    Parameters
    ----------
    base
        The app's address, or '' where it is not known.
    measured
        What was measured along the tracks; None leaves out what rests on it.
    """
    shown = figures(catalogue, feature, variant=pane.view.variant, measured=measured)
    return element(
        "section",
        card_head(feature, pane, has_shape=bool(catalogue.shapes(feature.id))),
        figure_line(shown),
        element("p", external(messages.MORE_ABOUT, to_address(pane.view, base=base))),
        class_=f"card brief {feature.kind}",
        aria_label=feature.name,
    )


def embed_foot(view: View, *, base: str) -> Markup:
    """Return the name of the app, the notice, and a link that opens the same view in the app.

    Parameters
    ----------
    base
        The app's address, or '' where it is not known.
    """
    return element(
        "p",
        element("strong", messages.APP),
        element("span", messages.NOT_FOR_NAVIGATION, class_="small"),
        external(messages.LIVE, to_address(view, base=base)),
        class_="embed-foot",
    )
