"""What the blocks with charts share: a chart with its head and its caption."""

from __future__ import annotations

import streamlit as st

from geo.markup.season.chart_words import chart_caption, chart_head
from pages import _components


def chart(drawn: dict[str, object], title: str, unit: str, *, key: str, alternative: str) -> None:
    """Show a chart under its head.

    Parameters
    ----------
    drawn
        A chart of Altair's as Vega-Lite takes it, from the cache.
    alternative
        What it shows, in words.
    """
    _components.panel(chart_head(title, unit), key=f"{key}-head")
    st.vega_lite_chart(spec=drawn, theme=None, width="stretch", key=key, alt=alternative)


def caption(words: str, *, key: str) -> None:
    """Show what the figures of a block rest on."""
    _components.panel(chart_caption(words), key=key)
