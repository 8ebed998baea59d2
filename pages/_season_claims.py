"""Whether the article's numbers hold."""

from geo.markup.season.claims import Shown, claims_block, same_claims
from geo.measure.claims.sources import disagreements
from pages import _cache, _claims, _components, _user_articles
from pages._season_context import Season


def show(season: Season) -> None:
    """Show the block."""
    every = _claims.read_articles(_user_articles.articles(), _user_articles.links())
    read = next((one for one in every if one.article == season.article), None)
    others = [one for one in every if one is not read]
    shown = Shown(
        read,
        season.context.name_of,
        same_claims(read, others) if read else (),
        disagreements(_cache.claim_checker()),
    )
    _components.panel(claims_block(shown), key="season-claims-table", kind="season", packed=True)
