"""The standalone page: map and quotations in one HTML file that needs no network and no server.

The file contains text and shapes; its one script links them and creates no markup. A content
security policy allows only that script and style sheet, by hash, so nothing else could run even if
it got past `geo.escape`.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources import files

from geo import messages
from geo.catalogue.records import Feature
from geo.catalogue.relations import highlighted_by
from geo.catalogue.viewpoints import viewpoint_sentence
from geo.draw.css import label_css, theme_css, tone_css
from geo.draw.faces import face_css
from geo.draw.frames import POLAR_FRAME
from geo.draw.layers import LAYERS, layer_of
from geo.draw.legend import entry_of, legend_of
from geo.draw.svg import chart_css, chart_svg
from geo.errors import ExportError
from geo.escape import Markup, element, join, svg_element
from geo.exchange.cite import VERSION
from geo.exchange.snapshot import ViewSnapshot, scale_sentence, selection_title
from geo.markup.cards import card, placement_sentence, source_line
from geo.markup.excerpt import Excerpt
from geo.markup.legend import legend_list
from geo.markup.passages import (
    ReadingPane,
    article_head,
    body_passages,
    external,
    naming_words,
    passage_quote,
)
from geo.measure.companions import belonging_to
from geo.measure.measured import Measured
from geo.sentences import count_of, join_words, long_day
from geo.text.articles import Article
from geo.view import View

LARGEST_BYTES = 3_000_000


def make_takeaway(snapshot: ViewSnapshot, *, left_out: str = "") -> bytes:
    """Return the page of a view as UTF-8 HTML.

    Shapes are those that the view draws on the polar chart, quotations the passages that name a
    feature shown; other passages are counted and left out. The view's selection is what the page
    opens with.

    Parameters
    ----------
    snapshot
        The view, drawn on the polar chart.
    left_out
        A sentence on what was left out of the view for its size, or ''; see `omission_note`.

    Raises
    ------
    ExportError
        Nothing is shown, the chart is not the polar one, or the page would exceed `LARGEST_BYTES`.
    """
    snapshot.require_features()
    if snapshot.chart.frame is not POLAR_FRAME:
        raise ExportError("The offline page needs the polar chart.")
    page = _Page(snapshot, left_out).html().encode("utf-8", "replace")
    if len(page) > LARGEST_BYTES:
        raise ExportError(
            f"The page would be {len(page) / 1e6:.1f} MB; the limit is "
            f"{LARGEST_BYTES / 1e6:.0f} MB. Choose one article or filter by nation."
        )
    return page


def require_assets() -> None:
    """Raise if the page's script or style sheet is missing or damaged.

    Raises
    ------
    ExportError
        It is; the message names the file.
    """
    _page_script()
    _read_asset("takeaway.css")
    _read_asset("parts.css", "geo.markup")


def omission_note(part: Excerpt) -> str:
    """Return the sentence on what an excerpt of the articles leaves out, or ''."""
    counts = ((part.articles_left, "article"), (part.passages_left, "passage"))
    what = join_words(count_of(number, word) for number, word in counts if number)
    return messages.DID_NOT_FIT.format(what=what) if what else ""


def _read_asset(name: str, package: str = "geo.exchange") -> str:
    """Read one of the page's own files, or one that it shares with the app."""
    try:
        return (files(package) / "web" / name).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise ExportError(
            f"The offline page cannot be created: {name} is missing or damaged. Restore it from "
            "the repository."
        ) from error


def _page_script() -> str:
    """Return the page's script: clicks and labels follow the same rules as on the app's map."""
    shared = (_read_asset(name, "geo.draw") for name in ("pointer.js", "labels.js", "type.js"))
    return "".join((*shared, _read_asset("sheet.js"), _read_asset("takeaway.js")))


def _page_css(snapshot: ViewSnapshot, words: str) -> str:
    """Return the page's style sheet: type, the palette's colours, the map's classes, our rules."""
    return "\n".join(
        [
            face_css(words),
            f":root{{{theme_css('light')}}}",
            f"@media (prefers-color-scheme:dark){{:root{{{theme_css('dark')}}}}}",
            f"@media print{{:root{{{theme_css('light')}}}}}",
            tone_css(),
            _read_asset("parts.css", "geo.markup"),
            label_css(),
            _read_asset("takeaway.css"),
            chart_css(snapshot.scene, snapshot.chart),
        ]
    )


def _hash_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class _Page:
    """Builds one page."""

    def __init__(self, snapshot: ViewSnapshot, left_out: str) -> None:
        self.snapshot = snapshot
        self.left_out = left_out
        self._ids = {feature.id for feature in snapshot.features}
        self.pane: ReadingPane = replace(
            snapshot.pane,
            view=snapshot.view.select(""),
            highlighted=(),
            shown=self._ids & set(snapshot.pane.shown),
            address_of=self._href_of,
            anchors=True,
        )

    def _href_of(self, view: View) -> str:
        """Return the href of a link to a feature: its entry here, or the app."""
        if view.feature in self._ids:
            return f"#f-{view.feature}"
        return self.snapshot.address_of(view) if self._has_app else "#everything"

    @property
    def _has_app(self) -> bool:
        return self.snapshot.base.startswith(("https://", "http://"))

    def html(self) -> str:
        """Return the whole document."""
        selected = selection_title(self.snapshot.catalogue, self.snapshot.view)
        title = f"{selected} · {messages.APP}" if selected else messages.PAGE_TITLE
        body = svg_element(
            "body",
            self._head(),
            svg_element("main", self._map_section(), self._text(), class_="panel board"),
            data_selected=self.snapshot.view.feature,
            data_variant=self.snapshot.view.variant,
            data_passage=self.snapshot.view.passage,
        )
        style, script = _page_css(self.snapshot, str(body)), _page_script()
        policy = (
            f"default-src 'none'; style-src {_hash_of(style)}; "
            f"style-src-attr 'unsafe-inline'; script-src {_hash_of(script)}; "
            "font-src data:; base-uri 'none'; form-action 'none'"
        )
        head = (
            '<meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="referrer" content="no-referrer">'
            f"{svg_element('title', title)}<style>{style}</style>"
        )
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>{body}'
            f"<script>{script}</script></html>\n"
        )

    def _head(self) -> Markup:
        live = external(messages.LIVE, self.snapshot.address) if self._has_app else None
        return element("header", svg_element("h1", messages.APP), live, class_="head")

    def _map_section(self) -> Markup:
        buttons = (
            ("+", messages.ZOOM_IN, "+"),
            ("-", messages.ZOOM_OUT, "−"),
            ("0", messages.ZOOM_HOME, "⌂"),
        )
        zoom = [
            element("button", sign, type="button", data_key=key, aria_label=name, title=name)
            for key, name, sign in buttons
        ]
        chart = element(
            "div",
            chart_svg(self.snapshot.scene, self.snapshot.chart, name=messages.TAKEAWAY_MAP_NAME),
            element("div", *zoom, class_="zoom"),
            element("div", self._legend(), class_="key-of-map"),
            element("p", messages.NOT_FOR_NAVIGATION, class_="foot"),
            id="chart",
            tabindex=0,
            role="group",
            aria_label=messages.TAKEAWAY_MAP_KEYS,
        )
        return element("section", chart, class_="map", aria_label=messages.TAKEAWAY_MAP)

    def _legend(self) -> Markup:
        drawn = list({item.feature.id: item.feature for item in self.snapshot.scene.items}.values())
        beside = {key.id: key for key in legend_of(drawn, is_beside=True)}
        whose = viewpoint_sentence(self.snapshot.catalogue)
        return join(
            element("button", messages.LEGEND, type="button", aria_expanded="true"),
            element("p", whose, class_="viewpoint") if whose else None,
            legend_list(legend_of(drawn), beside=beside),
        )

    def _text(self) -> Markup:
        """Return the column: sentence, card, articles, the list of everything, sources."""
        column = element(
            "section",
            *self._articles(),
            id="column",
            tabindex=0,
            aria_label=messages.ARTICLES,
        )
        return element(
            "div",
            element("p", self.snapshot.sentence, id="said", role="status"),
            svg_element("section", id="card", aria_label=messages.CARD, hidden="hidden"),
            column,
            self._entries(),
            self._footer(),
            class_="text",
        )

    def _articles(self) -> Iterable[Markup]:
        mentions = self.pane.mentions()
        found = False
        for article in self.pane.articles:
            if not any(p.id in mentions for p in article.passages):
                continue
            found = True
            body = body_passages(article)
            named = [p for p in body if p.id in mentions]
            quotes = [passage_quote(article, p, mentions[p.id], self.pane) for p in named]
            left_out = len(body) - len(named)
            yield element(
                "article",
                article_head(article, self.pane, mentions),
                *quotes,
                self._omitted(left_out, article),
                data_article=article.id,
            )
        if not found:
            yield element("p", messages.NO_ARTICLE)
        if self.left_out:
            yield element("p", self.left_out, class_="small")

    @staticmethod
    def _omitted(count: int, article: Article) -> Markup | None:
        if not count:
            return None
        line = messages.LEFT_OUT.format(passages=count_of(count, "passage"))
        link = external(messages.AT_PUBLISHER, article.url) if article.url else None
        return element("p", line, " ", link, class_="small")

    def _entries(self) -> Markup:
        """Return all features by layer, each with its card: the text equivalent of the map.

        Features that passages name but the map does not draw follow under their own title.
        """
        places = self.snapshot.places
        drawn_ones = [f for f in self.snapshot.features if f.id in places]
        named_only = [f for f in self.snapshot.features if f.id not in places]
        parts: list[Markup] = [element("summary", element("h2", messages.FEATURE_LIST))]
        for layer in LAYERS:
            parts += self._group(layer.title, (f for f in drawn_ones if layer_of(f) is layer))
        parts += self._group(messages.NAMED_ONLY, named_only)
        return element("details", *parts, id="everything", open=True)

    def _group(self, title: str, features: Iterable[Feature]) -> list[Markup]:
        entries = [self._entry(feature) for feature in features]
        if not entries:
            return []
        return [element("h3", title), element("div", *entries, class_="entries")]

    def _entry(self, feature: Feature) -> Markup:
        pane = replace(self.pane, view=self.pane.view.select(feature.id))
        clauses = "; ".join(naming_words(pane))
        is_beyond = self.snapshot.places.get(feature.id) == "rim"
        beyond = element("span", messages.ON_MAP["rim"], class_="small") if is_beyond else None
        lights = highlighted_by(self.snapshot.catalogue.features, feature.id)[1:]
        return element(
            "details",
            element("summary", feature.name, join(" ", beyond) if beyond else None),
            self._card(feature, pane),
            id=f"f-{feature.id}",
            data_lights=" ".join(lights),
            data_kept=" ".join(self._kept(feature.id)),
            data_kept_by=self._kept_by(feature),
            data_box=self._box(feature.id),
            data_key=entry_of(feature) or None,
            data_said=messages.SELECTION_SUMMARY.format(name=feature.name, clauses=clauses),
        )

    def _kept(self, identity: str, variant: str = "") -> list[str]:
        """Return what keeps its colour beside a selected feature, of what the map shows."""
        lit = highlighted_by(self.snapshot.catalogue.features, identity)
        return sorted(belonging_to(self.snapshot.companions, lit, variant) & self._ids)

    def _kept_by(self, feature: Feature) -> str | None:
        """Return the same for each variant beside the first."""
        slugs = list(self.snapshot.catalogue.shapes(feature.id))[1:]
        return (
            ";".join(f"{slug}:{' '.join(self._kept(feature.id, slug))}" for slug in slugs) or None
        )

    def _box(self, identity: str) -> str | None:
        """Return the view of a feature as left, top, right and bottom in steps, y downward."""
        chart = self.snapshot.chart
        box = chart.views.get(identity)
        if box is None:
            return None
        west, south, east, north = (round(value * chart.frame.steps_per_unit) for value in box)
        return f"{west} {-north} {east} {-south}"

    def _card(self, feature: Feature, pane: ReadingPane) -> Markup:
        snapshot = self.snapshot
        variant = snapshot.view.variant if feature.id == snapshot.view.feature else ""
        return card(
            snapshot.catalogue,
            feature,
            replace(pane, view=replace(pane.view, variant=variant)),
            reasons=snapshot.reasons_for(feature, variant),
            placed=placement_sentence(feature, snapshot.chart),
            measured=Measured(snapshot.waters, snapshot.transits),
        )

    def _footer(self) -> Markup:
        rows = [element("li", source_line(source)) for source in self.snapshot.sources]
        made = messages.MADE_ON.format(
            day=long_day(self.snapshot.day), version=VERSION, foot=messages.NOT_FOR_NAVIGATION
        )
        return element(
            "footer",
            element(
                "details",
                element("summary", element("h2", f"{messages.SOURCES} ({len(rows)})")),
                element("ul", *rows),
            ),
            element("p", made),
            element("p", scale_sentence("polar")),
            element("p", messages.LICENCE_NOTE, " ", messages.TYPE_NOTE),
        )
