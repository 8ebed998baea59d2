"""Aggregates of links: counts, co-occurrence, dates, and features not named."""

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from geo import messages
from geo.exchange.cite import base_of
from geo.exchange.season.claims import claims_csv
from geo.markup import evidence
from geo.markup.evidence import Row
from geo.markup.season.claims import Checked, claim_row, claims_table
from geo.markup.time_axis import articles_by_date, time_axis
from geo.sentences import count_of
from pages import _claims, _components
from pages._context import PageContext

_MOST_LISTED = 12


def kind_of(context: PageContext, identity: str) -> str:
    """Return the word for a feature's kind."""
    feature = context.catalogue.features.get(identity)
    return messages.KINDS.get(feature.kind, feature.kind) if feature else ""


def counts(context: PageContext, found: list[Row]) -> None:
    """Show how often each feature is named."""
    rows = [
        (
            (evidence.feature_link(feature, context.pane), kind_of(context, feature), articles),
            number,
        )
        for feature, number, articles in evidence.counts(found)
    ]
    title = messages.EVIDENCE_VIEWS["counts"]
    _components.panel(evidence.bar_table(messages.COUNT_HEADS, rows, caption=title), key="counts")


def pairs(context: PageContext, _: list[Row]) -> None:
    """Show which features are named together; of a selected feature, its own pairs."""
    rows = evidence.evidence_rows(context.articles, context.links, context.pane.shown.__contains__)
    together = evidence.pairs(rows, feature=context.view.feature)
    cells = [
        ((evidence.feature_link(one, context.pane), evidence.feature_link(other, context.pane)), n)
        for one, other, n in together
    ]
    st.caption(
        messages.PAIRS_NOTE.format(most=evidence.MAX_FEATURES_FOR_PAIRS, shown=evidence.MAX_PAIRS)
    )
    title = messages.EVIDENCE_VIEWS["pairs"]
    _components.panel(evidence.bar_table(messages.PAIR_HEADS, cells, caption=title), key="pairs")


def dates(_: PageContext, found: list[Row]) -> None:
    """Show when the articles are from, on an axis and one by one."""
    with st.container(key="dates-side"):
        _components.panel(time_axis(found), key="axis")
        _components.panel(articles_by_date(found), key="dates")


def overview(context: PageContext, found: list[Row]) -> None:
    """Show beside the links what they come to: when the articles are from, what they name most."""
    st.text(messages.EVIDENCE_HELP)
    st.header(messages.WHEN, anchor=False)
    _components.panel(time_axis(found), key="axis")
    st.header(messages.MOST_MENTIONED, anchor=False)
    rows = [
        ((evidence.feature_link(feature, context.pane),), number)
        for feature, number, _ in evidence.counts(found)[:_MOST_LISTED]
    ]
    table = evidence.bar_table(messages.MOST_HEADS, rows, caption=messages.MOST_MENTIONED)
    _components.panel(table, key="most")


def unnamed(context: PageContext, _: list[Row]) -> None:
    """Show the features that the filter leaves and no passage names."""
    by_kind: dict[str, list[str]] = {}
    for feature in context.catalogue.features.values():
        if feature.id in context.visible and feature.id not in context.named:
            by_kind.setdefault(feature.kind, []).append(feature.id)
    count = sum(map(len, by_kind.values()))
    st.caption(messages.UNNAMED_NOTE.format(features=count_of(count, "feature")))
    _components.panel(evidence.unnamed(by_kind, context.pane), key="unnamed")


def numbers(context: PageContext, _: list[Row]) -> None:
    """Show the numbers of the articles, and whether they hold; of a selected feature, its own."""
    checked = _claims.shown_claims(context, context.view.feature)
    if not checked:
        st.text(messages.CLAIMS_EVIDENCE_NONE)
        return
    rows = [claim_row(one, context.name_of, is_dated=True) for one in checked]
    _components.panel(claims_table([("", rows)]), key="numbers", packed=True)
    st.download_button(
        messages.CLAIMS_CSV,
        partial(_numbers_csv, context, checked),
        file_name=messages.CLAIMS_CSV_NAME,
        mime="text/csv",
        icon=":material/download:",
        key="numbers-csv",
        on_click="ignore",
    )


def _numbers_csv(context: PageContext, checked: Sequence[Checked]) -> bytes:
    address = base_of(st.context.url or "", "evidence")
    return claims_csv(checked, context.name_of, address=address, day=datetime.now(UTC).date())


SHOW = {
    "counts": counts,
    "pairs": pairs,
    "dates": dates,
    "numbers": numbers,
    "unnamed": unnamed,
}
"""By the name of the view; each takes the context and the rows."""
