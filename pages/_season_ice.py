"""Through what ice: the map and the strips."""

from geo.markup.season.blocks import block_head
from pages import _components, _season_map
from pages._season_context import Season


def show(season: Season) -> None:
    """Show the block."""
    _components.panel(block_head("ice", ""), key="season-ice-head", kind="season")
    _season_map.show(season)
