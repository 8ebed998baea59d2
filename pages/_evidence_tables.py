"""What many links say together: how often, with which others, when, and what is not named."""

import streamlit as st

from geo import words
from geo.exchange import evidence
from geo.exchange.evidence import Row
from pages import _parts
from pages._desk import Desk


def kind_of(desk: Desk, identity: str) -> str:
    """Return the word for a feature's kind."""
    feature = desk.catalogue.features.get(identity)
    return words.KINDS.get(feature.kind, feature.kind) if feature else ""


def counts(desk: Desk, found: list[Row]) -> None:
    """Show how often each feature is named."""
    rows = [
        ((evidence.feature_link(feature, desk.reading), kind_of(desk, feature), articles), number)
        for feature, number, articles in evidence.counts(found)
    ]
    title = words.EVIDENCE_VIEWS["counts"]
    _parts.panel(evidence.bar_table(words.COUNT_HEADS, rows, caption=title), key="counts")


def pairs(desk: Desk, _: list[Row]) -> None:
    """Show which features are named together; of a selected feature, its own pairs."""
    rows = evidence.evidence_rows(desk.articles, desk.links, desk.reading.shown.__contains__)
    together = evidence.pairs(rows, feature=desk.view.feature)
    cells = [
        ((evidence.feature_link(one, desk.reading), evidence.feature_link(other, desk.reading)), n)
        for one, other, n in together
    ]
    st.caption(words.PAIRS_NOTE.format(most=evidence.MOST_IN_A_LIST, shown=evidence.MOST_PAIRS))
    title = words.EVIDENCE_VIEWS["pairs"]
    _parts.panel(evidence.bar_table(words.PAIR_HEADS, cells, caption=title), key="pairs")


def dates(_: Desk, found: list[Row]) -> None:
    """Show how many articles and links there are by month."""
    cells = [
        ((month or words.NO_DATE, articles), number)
        for month, articles, number in evidence.timeline(found)
    ]
    title = words.EVIDENCE_VIEWS["dates"]
    _parts.panel(evidence.bar_table(words.DATE_HEADS, cells, caption=title), key="dates")


def unnamed(desk: Desk, _: list[Row]) -> None:
    """Show the features that the filter leaves and no passage names."""
    by_kind: dict[str, list[str]] = {}
    for feature in desk.catalogue.features.values():
        if feature.id in desk.visible and feature.id not in desk.named:
            by_kind.setdefault(feature.kind, []).append(feature.id)
    st.caption(words.UNNAMED_NOTE.format(count=sum(map(len, by_kind.values()))))
    _parts.panel(evidence.unnamed(by_kind, desk.reading), key="unnamed")


SHOW = {"counts": counts, "pairs": pairs, "dates": dates, "unnamed": unnamed}
"""By the name of the view; each takes the desk and the rows."""
