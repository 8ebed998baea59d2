"""Links as a concordance: each with its date, the words around the name, and where they stand."""

from collections.abc import Callable, Iterable

from geo import messages
from geo.escape import Markup, element, join
from geo.linker.links import Link
from geo.markup.evidence import Row, quote_pieces
from geo.markup.passages import ReadingPane, rule_words

_HEADS = ("date", "feature", "quote", "article")


def concordance(
    rows: Iterable[Row], pane: ReadingPane, kind_of: Callable[[str], str], *, chosen: Link | None
) -> Markup:
    """Return links as a table; the link of a row, which fills it, names feature and passage.

    Parameters
    ----------
    kind_of
        The word for the kind of a feature.
    chosen
        The link whose card is shown.
    """
    heads = [
        element("div", messages.EVIDENCE_COLUMNS[head], role="columnheader", class_=head)
        for head in _HEADS
    ]
    body = [_row(row, pane, kind_of, is_chosen=row.link == chosen) for row in rows]
    return element(
        "div",
        element("div", *heads, role="row", class_="head"),
        *body,
        role="table",
        class_="concordance",
        aria_label=messages.EVIDENCE_VIEWS["links"],
    )


def _row(row: Row, pane: ReadingPane, kind_of: Callable[[str], str], *, is_chosen: bool) -> Markup:
    feature = row.link.feature
    name = element(
        "a",
        pane.name_of(feature),
        href=pane.address_of(pane.view.select(feature, passage=row.passage.id)),
        data_feature=feature,
        data_passage=row.passage.id,
        aria_current="true" if is_chosen else None,
    )
    cells = {
        "date": short_date(row),
        "feature": join(name, element("span", kind_of(feature), class_="small")),
        "quote": marked(row),
        "article": join(
            element("span", row.article.headline, class_="title"),
            element("span", f"{row.place} · {rule_words(row.rules)}", class_="small"),
        ),
    }
    return element(
        "div",
        *(element("div", cells[head], role="cell", class_=head) for head in _HEADS),
        role="row",
        class_="row-of-links chosen" if is_chosen else "row-of-links",
    )


def marked(row: Row) -> Markup:
    """Return the words around a link's mentions, each mention marked."""
    pieces = quote_pieces(row.article.text, row.passage, row.link.mentions)
    return join(*(element("mark", text) if is_mention else text for text, is_mention in pieces))


def short_date(row: Row) -> Markup:
    """Return the date of a row's article, or that it has none."""
    date = row.article.date
    if date is None:
        return element("span", messages.NO_DATE, class_="small")
    return element("time", f"{date.day} {date:%b %Y}", datetime=date.isoformat())
