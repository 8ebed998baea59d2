"""May this ship go? The sum of POLARIS for an ice class and a mix of ice, both in the address."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo import messages
from geo.errors import PolarisError
from geo.exchange.season.polaris import polaris_csv
from geo.markup.season.blocks import block_head
from geo.markup.season.polaris import (
    caption,
    class_name,
    ice_name,
    outcome_panel,
    signed,
    sum_line,
    values_table,
    wrong_panel,
)
from geo.measure.season.polaris import (
    DEFAULT_CLASS,
    EXAMPLES,
    ICE_TYPES,
    Assessment,
    Polaris,
    assess,
    example_of,
)
from pages import _cache, _components, _state
from pages._season_files import block_files, block_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from geo.draw.figure import Form, Size
    from geo.season_view import SeasonView
    from pages._season_context import Season

_CLASS, _EXAMPLE, _ADD = "polaris-class", "polaris-example", "polaris-add"
_FIRST = next(iter(EXAMPLES))


def show(season: Season) -> None:
    """Show the block; one sentence in place of the calculator where its tables are missing."""
    del season
    _components.panel(block_head("polaris", ""), key="season-polaris-head")
    polaris, reason = _cache.polaris()
    if polaris is None:
        _components.panel(wrong_panel(reason), key="polaris-missing")
        return
    _calculator(polaris)


@st.fragment
def _calculator(polaris: Polaris) -> None:
    """Show the calculator; a press in it runs nothing else of the page."""
    view = _state.current_season()
    ice_class = view.ice_class or DEFAULT_CLASS
    tenths = asked_tenths(view)
    found, wrong = _assessed(polaris, ice_class, tenths)
    _files(polaris, found)
    with st.container(border=True, key="polaris-box"):
        with st.container(horizontal=True, key="polaris-choices"):
            _choices(polaris, ice_class, tenths)
        for ice_type in ICE_TYPES:
            if ice_type in tenths:
                _row(polaris, ice_class, ice_type, tenths[ice_type])
        with st.container(horizontal=True, vertical_alignment="center", key="polaris-total"):
            _add(polaris, tenths)
            line = sum_line(sum(tenths.values()), found)
            _components.panel(line, key="polaris-sum")
        shown = outcome_panel(found) if found else wrong_panel(wrong)
        _components.panel(shown, key="polaris-outcome")
    is_example = bool(example_of(tenths))
    said = caption(polaris.classes[ice_class], is_example=is_example)
    _components.panel(said, key="polaris-caption")
    table = partial(values_table, polaris, ice_class)
    block_table("polaris", table, messages.POLARIS_VALUES)
    _state.write_season()


def asked_tenths(view: SeasonView) -> Mapping[str, int]:
    """Return the tenths of a view, or those of the first example."""
    return view.tenths or EXAMPLES[_FIRST]


def _assessed(
    polaris: Polaris, ice_class: str, tenths: Mapping[str, int]
) -> tuple[Assessment | None, str]:
    try:
        return assess(polaris, ice_class, tenths), ""
    except PolarisError as error:
        return None, str(error)


def _choices(polaris: Polaris, ice_class: str, tenths: Mapping[str, int]) -> None:
    classes = list(polaris.classes)
    st.selectbox(
        messages.POLARIS_CLASS,
        classes,
        index=classes.index(ice_class),
        format_func=class_name,
        key=_state.bind(_CLASS, ice_class),
        on_change=_choose_class,
    )
    example = example_of(tenths) or None
    st.selectbox(
        messages.POLARIS_EXAMPLE,
        list(EXAMPLES),
        index=list(EXAMPLES).index(example) if example else None,
        format_func=messages.POLARIS_EXAMPLES.__getitem__,
        placeholder=messages.POLARIS_OWN,
        key=_state.bind(_EXAMPLE, example),
        on_change=_choose_example,
    )


def _choose_class() -> None:
    chosen = str(_state.value_of(_CLASS) or "")
    _state.change_season(ice_class="" if chosen == DEFAULT_CLASS else chosen)


def _choose_example() -> None:
    chosen = _state.value_of(_EXAMPLE)
    if chosen in EXAMPLES:
        _state.change_season(tenths={} if chosen == _FIRST else dict(EXAMPLES[chosen]))


def _row(polaris: Polaris, ice_class: str, ice_type: str, tenths: int) -> None:
    """Show a type of ice with its tenths, which may be stepped, and its value for the class."""
    key = _state.bind(f"polaris-{ice_type}", tenths)
    with st.container(horizontal=True, vertical_alignment="center", key=f"polaris-row-{ice_type}"):
        st.number_input(
            ice_name(ice_type, polaris.ice[ice_type]),
            value=tenths,
            step=1,
            key=key,
            on_change=partial(_choose_tenths, ice_type, key),
        )
        value = polaris.classes[ice_class].values[ice_type]
        st.text(messages.POLARIS_TIMES.format(value=signed(value)))


def _choose_tenths(ice_type: str, key: str) -> None:
    """Set the tenths of a type of ice; an emptied field counts as none."""
    tenths = asked_tenths(_state.current_season())
    change_tenths({**tenths, ice_type: int(_state.value_of(key) or 0)})


def change_tenths(tenths: Mapping[str, int]) -> None:
    """Set all tenths; the first example is left out of the address."""
    is_first = dict(tenths) == dict(EXAMPLES[_FIRST])
    _state.change_season(tenths={} if is_first else dict(tenths))


def _add(polaris: Polaris, tenths: Mapping[str, int]) -> None:
    """Offer the types of ice that are not there yet."""
    rest = [ice_type for ice_type in ICE_TYPES if ice_type not in tenths]
    if not rest:
        return
    st.selectbox(
        messages.POLARIS_ADD,
        rest,
        index=None,
        format_func=lambda each: ice_name(each, polaris.ice[each]),
        placeholder=messages.POLARIS_ADD,
        label_visibility="collapsed",
        key=_ADD,
        on_change=_add_chosen,
    )


def _add_chosen() -> None:
    """Add a type of ice with no tenths yet; types left at none make room."""
    chosen = _state.value_of(_ADD)
    _state.clear(_ADD)
    if chosen in ICE_TYPES:
        tenths = asked_tenths(_state.current_season())
        kept = {ice_type: share for ice_type, share in tenths.items() if share}
        change_tenths({**kept, str(chosen): 0})


def _files(polaris: Polaris, found: Assessment | None) -> None:
    """Offer table, CSV and figure; without a sum there is only the table of values."""
    view = _state.current_season()
    if found is None:
        block_files(view, "polaris")
        return
    csv = lambda address, day: polaris_csv(polaris, found, address=address, day=day)  # noqa: E731
    block_files(view, "polaris", csv, partial(_figure, polaris, found))


def _figure(
    polaris: Polaris, found: Assessment, size: Size, form: Form, address: str, day: date
) -> bytes:
    from geo.exchange.season.polaris_figure import (  # noqa: PLC0415  matplotlib
        make_polaris_figure,
    )

    return make_polaris_figure(polaris, found, form=form, size=size, address=address, day=day)
