"""What an embedded map says below itself: whose it is, and the way to the whole app."""

from geo import messages
from geo.escape import Markup, element
from geo.markup.passages import external
from geo.view import View, to_address


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
