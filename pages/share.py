"""Share: the view as a link, standalone page, figure, data, embed and citation."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo import messages
from geo.draw.chart import Chart
from geo.errors import ExportError
from geo.exchange.annotations import make_annotations
from geo.exchange.cite import base_of, cite_bibtex, cite_plain, embed_snippet
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.snapshot import ViewSnapshot
from geo.exchange.tables import features_csv, links_csv
from geo.exchange.takeaway import make_takeaway, omission_note, require_assets
from geo.markup.excerpt import MAX_ARTICLES, excerpt
from geo.markup.passages import unique_passages
from geo.sentences import count_of
from geo.view import View
from pages import _cache, _components, _state, _user_articles
from pages._context import PageContext, open_context
from pages._head import page_head

_PAGE = "share"
_LONGEST_LABEL = 80


@dataclass(frozen=True)
class DataFile:
    """One data file to download; its button's text is in `messages.DATA_FILES`.

    Attributes
    ----------
    make
        Returns the file's bytes.
    ending, mime
        How its name ends, and its media type.
    needs_links
        Whether it is empty without links.
    """

    make: Callable[[ViewSnapshot], bytes]
    ending: str
    mime: str
    needs_links: bool = False


_DATA_FILES = {
    "geojson": DataFile(make_geojson, ".geojson", "application/geo+json"),
    "gpkg": DataFile(make_geopackage, ".gpkg", "application/geopackage+sqlite3"),
    "kml": DataFile(make_kml, ".kml", "application/vnd.google-earth.kml+xml"),
    "features": DataFile(features_csv, "-features.csv", "text/csv"),
    "links": DataFile(links_csv, "-links.csv", "text/csv", needs_links=True),
    "annotations": DataFile(
        make_annotations, "-annotations.jsonld", "application/ld+json", needs_links=True
    ),
}
_FIGURE_TYPES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def main() -> None:
    """Render the page; files are made only when their button is clicked."""
    _components.open_page()
    context = open_context(_PAGE)
    snapshot = snapshot_of(context, _cache.chart(context.view.frame))
    page_head(messages.SHARE, f"{messages.SHARE_LEAD} {snapshot.sentence}")
    _components.show_notices([*_state.notices(), *context.problems])
    if not snapshot.features:
        st.info(messages.SHARE_NOTHING)
    with st.container(key="share-desk"):
        with st.container(key="share-figure"):
            preview = figure(snapshot)
        with st.container(key="share-links"):
            link(context, snapshot)
            takeaway(context, snapshot)
            data(snapshot)
    embed(snapshot)
    cite(snapshot)
    preview()


def snapshot_of(context: PageContext, chart: Chart) -> ViewSnapshot:
    """Return the view on a chart, ready to export; always in the light theme."""
    scene = context.scene(chart)
    return ViewSnapshot(
        catalogue=context.catalogue,
        chart=chart,
        scene=scene,
        pane=context.pane,
        reasons=context.reasons,
        waters=_cache.waters(),
        transits=_cache.transits(),
        sentence=context.map_sentence(scene),
        base=base_of(st.context.url or "", _PAGE),
        day=datetime.now(UTC).date(),
    )


def link(context: PageContext, snapshot: ViewSnapshot) -> None:
    """Show the address of the view, and of one feature or passage."""
    st.header(messages.SHARE_LINK, anchor=False)
    st.caption(messages.SHARE_LINK_NOTE)
    code(snapshot.address_of(context.view))
    left, right = st.columns(2)
    names = {feature.id: feature.name for feature in snapshot.features}
    feature = left.selectbox(
        messages.SHARE_FEATURE,
        ["", *names],
        format_func=lambda identity: names.get(identity, messages.SHARE_VIEW),
        key="share-feature",
    )
    if not feature:
        return
    pane = replace(context.pane, view=View(feature=feature))
    related = {
        passage: messages.RELATED_PASSAGE[relation]
        for relation, those in pane.related().items()
        for passage in unique_passages(those)
    }
    passage = right.selectbox(
        messages.SHARE_PASSAGE,
        ["", *pane.naming(), *related],
        format_func=partial(passage_label, snapshot, related),
        key=f"share-passage-{feature}",
    )
    code(snapshot.address_of_feature(feature, passage=passage or ""))


def passage_label(snapshot: ViewSnapshot, related: Mapping[str, str], passage_id: str) -> str:
    """Return the beginning of a passage, after the relation if it names a related feature."""
    if passage_id not in snapshot.passages:
        return messages.SHARE_ANY_PASSAGE
    article, passage = snapshot.passages[passage_id]
    said = f"({related[passage_id]}) " if passage_id in related else ""
    text = f"{said}{article.quote(passage)}"
    return text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL]}…"


def takeaway(context: PageContext, snapshot: ViewSnapshot) -> None:
    """Offer the standalone page, always on the polar chart."""
    st.header(messages.TAKEAWAY, anchor=False)
    st.caption(messages.TAKEAWAY_NOTE)
    try:
        require_assets()
    except ExportError as error:
        st.text(str(error))
        return
    chart = _cache.chart("polar")
    part = excerpt(snapshot.pane, max_articles=MAX_ARTICLES)
    left_out = omission_note(part)
    polar = replace(snapshot_of(context, chart), pane=part.pane)

    def made() -> bytes:
        return make_takeaway(polar, left_out=left_out)

    if left_out:
        st.text(left_out)
    download(snapshot, messages.TAKEAWAY_BUTTON, made, ".html", "text/html")


def figure(snapshot: ViewSnapshot) -> Callable[[], None]:
    """Offer the figure in a size and a form; return what shows its preview, which takes longer."""
    st.header(messages.FIGURE, anchor=False)
    st.caption(messages.FIGURE_NOTE)
    try:
        from geo.exchange.figure import make_figure, make_preview, sheet_text  # noqa: PLC0415  may fail
        from pages._figure import figure_choice  # noqa: PLC0415
    except (ImportError, OSError):  # matplotlib does not load where it finds no folder to write to
        st.text(messages.NO_FIGURE)
        return lambda: None
    with st.container(horizontal=True, vertical_alignment="bottom", key="figure"):
        size, form = figure_choice("figure")

        def made() -> bytes:
            return make_figure(snapshot, form=form, size=size)

        name = messages.FIGURE_BUTTON.format(form=form.upper())
        download(snapshot, name, made, f"-{size}.{form}", _FIGURE_TYPES[form])
    with st.container(key=f"preview-{size}"):
        place = st.empty()
    if not snapshot.features:
        return lambda: None
    wanted = repr((size, snapshot.view, sheet_text(snapshot), snapshot.links))
    make = partial(make_preview, snapshot, size=size)
    if not _user_articles.has_own():
        make = partial(_cache.preview, wanted, make)
    return partial(show_preview, place, wanted, make)


def show_preview(place: DeltaGenerator, wanted: str, make: Callable[[], bytes]) -> None:
    """Show the figure in small; the session keeps the last one, which stands until the next."""
    drawn, picture = _state.stored("preview", ("", b""))
    if drawn != wanted:
        if picture:
            place.image(picture, alt=messages.FIGURE_PREVIEW, width="stretch")
        else:
            place.caption(messages.FIGURE_DRAWING)
        picture = make()
        _state.store("preview", (wanted, picture))
    place.image(picture, alt=messages.FIGURE_PREVIEW, width="stretch")


def data(snapshot: ViewSnapshot) -> None:
    """Offer the data files."""
    st.header(messages.DATA, anchor=False)
    st.caption(messages.DATA_NOTE)
    if not snapshot.links:
        st.text(messages.SHARE_NO_LINKS)
    counted = {
        "links": count_of(len(snapshot.links), "link"),
        "mentions": count_of(len(snapshot.mentions), "mention"),
    }
    grid = st.container(key="data-files")
    for kind, file in _DATA_FILES.items():
        title, about = messages.DATA_FILES[kind]
        with grid.container(key=f"file-{kind}"):
            download(
                snapshot,
                title,
                partial(file.make, snapshot),
                file.ending,
                file.mime,
                empty=file.needs_links and not snapshot.links,
            )
            said = about.format(**counted)
            st.caption(f"{said[0].upper()}{said[1:]}")


def embed(snapshot: ViewSnapshot) -> None:
    """Show the HTML to paste into another site."""
    st.header(messages.EMBED, anchor=False)
    st.caption(messages.EMBED_NOTE)
    snippets = {
        messages.EMBED_MAP: embed_snippet(snapshot, articles=False),
        messages.EMBED_BOTH: embed_snippet(snapshot, articles=True),
        messages.EMBED_STATIC: static_snippet(snapshot),
    }
    grid = st.container(key="snippets")
    for number, (title, snippet) in enumerate(snippets.items()):
        with grid.container(key=f"snippet-{number}"):
            st.subheader(title, anchor=False)
            code(snippet)


def static_snippet(snapshot: ViewSnapshot) -> str:
    """Return the HTML that shows the standalone page from a reader's own server."""
    name = f"{file_stem(snapshot)}.html"
    return (
        f'<iframe src="{name}" title="{messages.APP}" width="100%" height="900" '
        'loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def cite(snapshot: ViewSnapshot) -> None:
    """Show how to cite the view."""
    st.header(messages.CITE, anchor=False)
    with st.container(key="citations"):
        code(cite_plain(snapshot))
        code(cite_bibtex(snapshot))


def code(text: str) -> None:
    """Show text verbatim with a copy button; without syntax colours, whose contrast is too low."""
    st.code(text, language=None, wrap_lines=True)


def download(
    snapshot: ViewSnapshot,
    title: str,
    made: Callable[[], bytes],
    ending: str,
    mime: str,
    *,
    empty: bool = False,
) -> None:
    """Offer a file that is made in a thread when its button is clicked."""
    st.download_button(
        title,
        made,
        file_name=f"{file_stem(snapshot)}{ending}",
        mime=mime,
        key=f"download{ending}",
        icon=":material/download:",
        disabled=empty or not snapshot.features,
        on_click="ignore",
    )


def file_stem(snapshot: ViewSnapshot) -> str:
    """Return the stem of a view's file names: ids and date only."""
    view = snapshot.view
    what = view.feature or "-".join(filter(None, [*view.nations, view.role])) or "view"
    return f"arctic-passages-{what}-{snapshot.day.isoformat()}".lower()


main()
