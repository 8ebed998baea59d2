"""Whether the article's numbers hold."""

from datetime import date

from geo.exchange.season.claims import claims_csv
from geo.markup.season.claims import Shown, claims_body, claims_head, same_claims
from geo.measure.claims.sources import disagreements
from pages import _claims, _components, _season_files, _user_articles
from pages._season_context import Season


def show(season: Season) -> None:
    """Show the block; without an article there is none."""
    if season.article is None:
        return
    every = _claims.read_articles(_user_articles.articles(), _user_articles.links())
    read = next((one for one in every if one.article == season.article), None)
    others = [one for one in every if one is not read]
    shown = Shown(
        read,
        season.context.name_of,
        same_claims(read, others) if read else (),
        disagreements(_claims.checker()),
    )
    _components.panel(claims_head(shown), key="season-claims-head")
    checked = read.checked if read else ()

    def csv(address: str, day: date) -> bytes:
        return claims_csv(checked, season.context.name_of, address=address, day=day)

    if checked:
        _season_files.block_files(season.view, "claims", csv, has_table=False)
    _components.panel(claims_body(shown), key="season-claims-table", packed=True)
