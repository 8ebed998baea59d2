"""Share: the view as a link, a page to take away, a figure, data, an embed, a citation."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from geo import words
from geo.draw.assets import Chart
from geo.draw.palette import LIGHT
from geo.errors import ExportError
from geo.exchange.annotations import make_annotations
from geo.exchange.cite import base_of, cite_bibtex, cite_plain, embed_snippet
from geo.exchange.geojson import make_geojson
from geo.exchange.geopackage import make_geopackage
from geo.exchange.kml import make_kml
from geo.exchange.portion import MOST, portion
from geo.exchange.quotes import spread
from geo.exchange.shown import Shown
from geo.exchange.tables import features_csv, links_csv
from geo.exchange.takeaway import did_not_fit, make_takeaway, require_parts
from geo.view import View, count_of
from pages import _cache, _parts, _state
from pages._desk import Desk, open_desk

_PAGE = "share"
_LONGEST_LABEL = 80
_MAKERS: dict[str, tuple[Callable[[Shown], bytes], str, str]] = {
    "geojson": (make_geojson, ".geojson", "application/geo+json"),
    "gpkg": (make_geopackage, ".gpkg", "application/geopackage+sqlite3"),
    "kml": (make_kml, ".kml", "application/vnd.google-earth.kml+xml"),
    "features": (features_csv, "-features.csv", "text/csv"),
    "links": (links_csv, "-links.csv", "text/csv"),
    "annotations": (make_annotations, "-annotations.jsonld", "application/ld+json"),
}
_FIGURE_TYPES = {"pdf": "application/pdf", "svg": "image/svg+xml", "png": "image/png"}


def main() -> None:
    """Lay out the page; no file is made before its button is pressed."""
    _parts.style_page()
    desk = open_desk(_PAGE)
    shown = shown_of(desk, _cache.chart(desk.view.frame))
    with st.container(width=900, key="share-page"):
        st.title(words.SHARE, anchor=False)
        st.text(words.SHARE_LEAD)
        with st.container(key="sentence"):
            st.text(shown.sentence)
        _parts.show_notices([*_state.notices(), *desk.problems])
        if not shown.features:
            st.info(words.SHARE_NOTHING)
        link(desk, shown)
        takeaway(desk, shown)
        figure(shown)
        data(shown)
        embed(shown)
        cite(shown)


def shown_of(desk: Desk, chart: Chart) -> Shown:
    """Return the desk's view on a chart, ready to leave; drawn by day whatever the theme."""
    scene = desk.scene(chart, LIGHT)
    return Shown(
        catalogue=desk.catalogue,
        chart=chart,
        scene=scene,
        reading=desk.reading,
        reasons=desk.reasons,
        waters=_cache.waters(),
        passes=_cache.passes(),
        sentence=desk.sentence(scene),
        base=base_of(st.context.url or "", _PAGE),
        day=datetime.now(UTC).date(),
    )


def link(desk: Desk, shown: Shown) -> None:
    """Show the address of the view, and of one feature or passage."""
    st.header(words.SHARE_LINK, anchor=False)
    st.caption(words.SHARE_LINK_NOTE)
    code(shown.address)
    left, right = st.columns(2)
    names = {feature.id: feature.name for feature in shown.features}
    feature = left.selectbox(
        words.SHARE_FEATURE,
        ["", *names],
        format_func=lambda identity: names.get(identity, words.SHARE_VIEW),
        key="share-feature",
    )
    if not feature:
        return
    reading = replace(desk.reading, view=View(feature=feature))
    kin = {
        passage: words.KIN_PASSAGE[relation]
        for relation, those in reading.related().items()
        for passage in spread(those)
    }
    passage = right.selectbox(
        words.SHARE_PASSAGE,
        ["", *reading.naming(), *kin],
        format_func=partial(passage_label, shown, kin),
        key=f"share-passage-{feature}",
    )
    code(shown.address_of(View(feature=feature, passage=passage or "")))


def passage_label(shown: Shown, kin: Mapping[str, str], passage_id: str) -> str:
    """Return the beginning of a passage; of one that names kin of the feature, that first."""
    if passage_id not in shown.passages:
        return words.SHARE_ANY_PASSAGE
    article, passage = shown.passages[passage_id]
    said = f"({kin[passage_id]}) " if passage_id in kin else ""
    text = f"{said}{article.quote(passage)}"
    return text if len(text) <= _LONGEST_LABEL else f"{text[:_LONGEST_LABEL]}…"


def takeaway(desk: Desk, shown: Shown) -> None:
    """Offer the page to take away, always on the polar chart."""
    st.header(words.TAKEAWAY, anchor=False)
    st.caption(words.TAKEAWAY_NOTE)
    try:
        require_parts()
    except ExportError as error:
        st.text(str(error))
        return
    chart = _cache.chart("polar")
    part = portion(shown.reading, most=MOST)
    left_out = did_not_fit(part)
    polar = replace(shown_of(desk, chart), reading=part.reading)

    def made() -> bytes:
        return make_takeaway(polar, chart.payload(), left_out=left_out)

    if left_out:
        st.text(left_out)
    download(shown, words.TAKEAWAY_BUTTON, made, ".html", "text/html")


def figure(shown: Shown) -> None:
    """Offer the figure in a size and a form."""
    st.header(words.FIGURE, anchor=False)
    st.caption(words.FIGURE_NOTE)
    try:
        from geo.exchange.poster import FORMS, SIZES, make_poster  # noqa: PLC0415  may fail
    except (ImportError, OSError):  # matplotlib does not load where it finds no folder to write to
        st.text(words.NO_FIGURE)
        return
    with st.container(horizontal=True, vertical_alignment="bottom", key="figure"):
        size = st.segmented_control(
            words.FIGURE_SIZE,
            list(SIZES),
            default="a4",
            required=True,
            format_func=lambda each: words.FIGURE_SIZES[each],
            key="figure-size",
        )
        form = st.segmented_control(
            words.FIGURE_FORM,
            list(FORMS),
            default="pdf",
            required=True,
            format_func=str.upper,
            key="figure-form",
        )

        def made() -> bytes:
            return make_poster(shown, shown.chart.payload(), form=form, size=size)

        name = words.FIGURE_BUTTON.format(form=form.upper())
        download(shown, name, made, f"-{size}.{form}", _FIGURE_TYPES[form])


def data(shown: Shown) -> None:
    """Offer the data files."""
    st.header(words.DATA, anchor=False)
    st.caption(words.DATA_NOTE)
    if not shown.links:
        st.text(words.SHARE_NO_LINKS)
    columns = st.columns(3)
    counted = {
        "links": count_of(len(shown.links), "link"),
        "mentions": count_of(len(shown.mentions), "mention"),
    }
    for index, (kind, (title, about)) in enumerate(words.DATA_FILES.items()):
        maker, ending, mime = _MAKERS[kind]
        needs_links = kind in {"links", "annotations"}
        with columns[index % len(columns)]:
            download(
                shown,
                title,
                partial(maker, shown),
                ending,
                mime,
                empty=needs_links and not shown.links,
            )
            said = about.format(**counted)
            st.caption(f"{said[0].upper()}{said[1:]}")


def embed(shown: Shown) -> None:
    """Show what to paste into another site."""
    st.header(words.EMBED, anchor=False)
    st.caption(words.EMBED_NOTE)
    st.text(words.EMBED_MAP)
    code(embed_snippet(shown, articles=False))
    st.text(words.EMBED_BOTH)
    code(embed_snippet(shown, articles=True))
    st.text(words.EMBED_STATIC)
    code(static_snippet(shown))


def static_snippet(shown: Shown) -> str:
    """Return the HTML that shows the page to take away from a reader's own server."""
    name = f"{file_stem(shown)}.html"
    return (
        f'<iframe src="{name}" title="{words.APP}" width="100%" height="900" '
        'loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    )


def cite(shown: Shown) -> None:
    """Show how to cite the view."""
    st.header(words.CITE, anchor=False)
    code(cite_plain(shown))
    code(cite_bibtex(shown))


def code(text: str) -> None:
    """Show text as it is, with a button that copies it; without colours, which are too faint."""
    st.code(text, language=None, wrap_lines=True)


def download(
    shown: Shown,
    title: str,
    made: Callable[[], bytes],
    ending: str,
    mime: str,
    *,
    empty: bool = False,
) -> None:
    """Offer a file that is made, in a thread of its own, when its button is pressed."""
    st.download_button(
        title,
        made,
        file_name=f"{file_stem(shown)}{ending}",
        mime=mime,
        key=f"download{ending}",
        icon=":material/download:",
        disabled=empty or not shown.features,
        on_click="ignore",
    )


def file_stem(shown: Shown) -> str:
    """Return the name that a view's files share, ids and date only."""
    what = shown.view.feature or "-".join(shown.view.nations) or "view"
    return f"arctic-passages-{what}-{shown.day.isoformat()}".lower()


main()
