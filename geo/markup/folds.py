"""Parts of a card that open at a press, and rows of tables."""

from geo import messages
from geo.escape import Markup, element


def fold(name: str, title: str, *body: object, opened: bool = False) -> Markup:
    """Return a part that opens at a press; `name` tells it from the others of a card."""
    return element("details", element("summary", title), *body, data_fold=name, open=opened)


def counted(title: str, count: int) -> str:
    """Return a title with how many things stand under it."""
    return messages.COUNTED.format(title=title, count=count)


def row(*cells: object) -> Markup:
    """Return a row of a table with its head first."""
    first, *others = cells
    return element("tr", element("th", first, scope="row"), *(element("td", c) for c in others))
