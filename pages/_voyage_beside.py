"""What stands side by side on Voyages: ways of the voyage, named routes, the reader's own track.

All of it is in the address. A column that is added to a full table takes the oldest one's place,
which is said with a way back.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

import streamlit as st

from geo import messages
from geo.draw.voyage_lines import BESIDE, DrawnLine
from geo.geodesy import Position
from geo.markup.voyages.beside import Compared, Replaced, column_name, side_by_side
from geo.measure.voyages.columns import Column, chosen, track_column
from geo.measure.voyages.records import FEATURE_OF_VIA, USUAL_VARIANTS, Ship, Voyage
from geo.voyage_view import MAX_BESIDE, OWN_TRACK, VoyageView, route_id
from pages import _cache, _components, _own_track_data, _state, _voyage_inputs
from pages._context import PageContext

_SHOWN = "voyage_beside"
_REPLACED = "voyage_replaced"
_CHOICE = "voyage-beside-choice"


def show(
    context: PageContext,
    voyage: Voyage | None,
    ship: Ship,
    ids: Sequence[str],
    *,
    fixed: Sequence[str] = (),
    lit: str = "",
) -> None:
    """Show the table with the choice of what else may stand in it.

    Parameters
    ----------
    ids
        What stands in it, as in the address; what does not exist here is left out.
    fixed
        What cannot be taken out.
    lit
        What has the accent, if it is there; '' for the first column.
    """
    view = _state.current_voyage()
    columns = [one for each in ids if (one := _column(each, voyage, view, ship)) is not None]
    shown = tuple(one.id for one in columns)
    _state.store(_SHOWN, (shown, tuple(fixed)))
    with st.container(key="voyage-beside-box"):
        _choice(voyage, shown, messages.VOYAGE_ADD_TO_TRACK if fixed else messages.VOYAGE_ADD)
        if len(columns) > len(fixed):
            is_last = len(columns) == 1 and voyage is not None
            compared = Compared(
                columns,
                ship,
                voyage,
                _passages(context),
                fixed=shown if is_last else fixed,
                replaced=_replaced(columns),
                lit=lit,
            )
            table = side_by_side(compared, context.name_of)
            _components.panel(table, key="voyage-beside", packed=True, on_press=pressed)


def missing_track() -> list[str]:
    """Return the notice on a link that compares with a track, which no link carries."""
    asks = OWN_TRACK in _state.current_voyage().beside
    is_here = _own_track_data.current().shown is not None
    return [messages.VOYAGE_NO_TRACK_IN_LINK] if asks and not is_here else []


def entry() -> None:
    """Show the quiet entry to two named routes side by side, without a voyage."""
    with st.container(key="voyage-routes-entry"):
        label = messages.VOYAGE_COMPARE_ROUTES
        st.button(label, type="tertiary", key="voyage-compare-routes", on_click=_begin)


def _begin() -> None:
    routes = (route_id(feature, variant) for feature, variant in USUAL_VARIANTS.items())
    _state.change_voyage(beside=tuple(routes))


def _column(identity: str, voyage: Voyage | None, view: VoyageView, ship: Ship) -> Column | None:
    if identity == OWN_TRACK:
        own = _own_track_data.current().shown
        return track_column(own.report, _cache.catalogue(), ship) if own else None
    if identity in _cache.route_labels():
        _, feature, variant = identity.split(".")
        return _cache.route_measures().column(feature, variant, ship)
    return chosen(voyage, identity, view.tracks) if voyage else None


def lines(
    voyage: Voyage | None, view: VoyageView, *, beside_track: bool = False
) -> list[DrawnLine]:
    """Return what the maps draw of the table beside the ways; without them the first is lit.

    A route that the voyage has a way by is named there.

    Parameters
    ----------
    beside_track
        Whether the maps draw the own track by itself and no way: then the ways in the table too.
    """
    ways = [FEATURE_OF_VIA.get(way.via) for way in voyage.ways] if voyage else []
    made: list[DrawnLine] = []
    for identity, place in zip(view.beside, BESIDE, strict=False):
        column = _column(identity, voyage if beside_track else None, view, Ship())
        if column is None or not (positions := _positions(column)):
            continue
        if column.kind == "track" and beside_track:
            continue
        key = {"track": "track", "way": identity}.get(column.kind, place)
        is_named = beside_track or column.feature not in ways
        name = messages.VOYAGE_TRACK_NAMES.get(column.feature, column.way.name)
        line = DrawnLine(key, positions, name=name if is_named else "")
        is_lit = voyage is None and not made and not beside_track
        made.append(replace(line, role="lit", named=(positions,)) if is_lit else line)
    return made


def _positions(column: Column) -> tuple[Position, ...]:
    own = _own_track_data.current().shown
    return own.drawn if column.kind == "track" and own else column.variant.positions


def _passages(context: PageContext) -> dict[str, int]:
    """Return how many passages of the articles name each feature."""
    return Counter(feature for feature, _ in {(li.feature, li.passage) for li in context.links})


def _choice(voyage: Voyage | None, shown: Collection[str], label: str) -> None:
    """Show what may be added: the ways of the voyage, named routes, and the own track."""
    options = {each: name for each, name in _options(voyage).items() if each not in shown}
    st.selectbox(
        label,
        list(options),
        index=None,
        format_func=lambda each: options.get(each, each),
        placeholder=label,
        label_visibility="collapsed",
        filter_mode="contains",
        key=_CHOICE,
        on_change=_add_chosen,
    )


def _options(voyage: Voyage | None) -> dict[str, str]:
    ways = [way for way in voyage.ways if way.variants] if voyage else []
    own = _own_track_data.current().shown
    track = {OWN_TRACK: messages.VOYAGE_ADD_TRACK.format(name=own.track.name)} if own else {}
    return {
        **{way.via: messages.VOYAGE_ADD_WAY.format(name=way.name) for way in ways},
        **track,
        **_cache.route_labels(),
    }


def _add_chosen() -> None:
    identity = _state.value_of(_CHOICE)
    _state.clear(_CHOICE)
    if identity:
        add(str(identity))


def add(identity: str) -> None:
    """Put something into the table; in a full one it takes the place of the oldest."""
    before, fixed = _shown()
    made = [*(each for each in before if each != identity), identity]
    if len(made) > MAX_BESIDE:
        oldest = next(each for each in made if each not in fixed)
        made.remove(oldest)
        _state.store(_REPLACED, (tuple(made), oldest, before))
    _state.change_voyage(beside=tuple(made))


def take_out(identity: str) -> None:
    """Take something out of the table."""
    _state.change_voyage(beside=tuple(each for each in _shown()[0] if each != identity))


def _shown() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what stood in the table when it was last shown, and what of it is fixed."""
    return _state.stored(_SHOWN, (_state.current_voyage().beside, ()))


def _replaced(columns: Sequence[Column]) -> Replaced | None:
    """Return what the last column replaced, unless the table has changed since."""
    after, oldest, before = _state.stored(_REPLACED, ((), "", ()))
    if not after or after != tuple(one.id for one in columns):
        return None
    return Replaced(column_name(columns[-1]), _name_of(oldest), before)


def _name_of(identity: str) -> str:
    if identity == OWN_TRACK:
        return messages.OWN_TRACK_YOURS
    if identity not in _cache.route_labels():
        return messages.WAYS[identity]
    _, feature, variant = identity.split(".")
    found = _cache.catalogue().features[feature]
    name = next(each.name for each in found.variants if each.slug == variant)
    if len(found.variants) == 1:
        return found.name
    return messages.VOYAGE_ROUTE_VARIANT.format(route=found.name, variant=name)


def pressed(press: object) -> None:
    """Do what a press in the table asks for: other columns, or another variant of a way."""
    if not isinstance(press, dict):
        return
    if "columns" in press:
        press_columns(press)
    elif "variant" in press:
        press_variant(press)


def press_columns(press: dict) -> None:
    """Show other columns."""
    wanted = press["columns"] if isinstance(press["columns"], list) else []
    known = _voyage_inputs.known_voyages()
    allowed = {*known.ways, *known.routes, OWN_TRACK}
    given = [each for each in wanted if isinstance(each, str)]
    if given == [""] or (given and allowed.issuperset(given)):
        kept = tuple(filter(None, dict.fromkeys(given)))
        _state.change_voyage(beside=kept[:MAX_BESIDE])


def press_variant(press: dict) -> None:
    """Choose another variant of a way."""
    view = _state.current_voyage()
    way, slug = press.get("way"), press["variant"]
    tracks = _voyage_inputs.known_voyages().tracks
    if isinstance(way, str) and slug in tracks.get(way, ()):
        _state.change_voyage(tracks={**view.tracks, way: slug}, way=view.way or way)
