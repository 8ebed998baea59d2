"""The choice of a figure's size and form, the same wherever a figure is offered."""

import streamlit as st

from geo import messages
from geo.draw.figure import Form, Size
from geo.exchange.figure import FORMS, SIZES


def figure_choice(key: str) -> tuple[Size, Form]:
    """Show the choice and return size and form.

    Parameters
    ----------
    key
        What the keys of the two inputs begin with.
    """
    size = st.segmented_control(
        messages.FIGURE_SIZE,
        list(SIZES),
        default="a4",
        required=True,
        format_func=lambda each: messages.FIGURE_SIZES[each],
        key=f"{key}-size",
    )
    form = st.segmented_control(
        messages.FIGURE_FORM,
        list(FORMS),
        default="pdf",
        required=True,
        format_func=str.upper,
        key=f"{key}-form",
    )
    return size, form
