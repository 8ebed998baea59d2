"""Whether the article's numbers hold."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from geo.exchange.season.claims import claims_csv
from geo.markup.season.claims import Shown, claims_body, claims_head, same_claims
from geo.measure.claims.sources import disagreements
from pages import _claims, _components, _season_files, _user_articles
from pages._season_context import Season

if TYPE_CHECKING:
    from geo.draw.figure import Form, Size


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
        figure = partial(_figure, shown)
        _season_files.block_files(season.view, "claims", csv, figure, has_table=False)
    _components.panel(claims_body(shown), key="season-claims-table", packed=True)


def _figure(shown: Shown, size: "Size", form: "Form", address: str, day: date) -> bytes:
    from geo.exchange.season.claims_figure import make_claims_figure  # noqa: PLC0415  matplotlib

    return make_claims_figure(shown, form=form, size=size, address=address, day=day)
