"""Whether the article's numbers hold."""

from geo.markup.season.blocks import block_head
from pages import _components
from pages._season_context import Season


def show(season: Season) -> None:  # noqa: ARG001  comes with the block
    """Show the block."""
    _components.panel(block_head("claims", ""), key="season-claims-head", kind="season")
