"""The page to take away: map and quotations in one HTML file that needs no network and no server.

Everything stands in the file as text and shapes; its one script joins them and makes no markup. A
content security policy names that script and the style sheet by their hashes, so nothing else could
run even if it came through `geo.escape`.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from shapely.geometry.base import BaseGeometry

from geo import words
from geo.catalogue.records import Feature
from geo.draw.assets import Payload
from geo.draw.frames import POLAR_FRAME
from geo.draw.layers import LAYERS, layer_of
from geo.draw.legend import legend
from geo.draw.scene import box_of, lit_by
from geo.errors import ExportError
from geo.escape import Markup, drawn, element, join
from geo.exchange.cards import card, placed_words, source_line, to_feature
from geo.exchange.chart_svg import chart_svg, constant, page_css, page_script
from geo.exchange.cite import VERSION, long_day
from geo.exchange.law import law_under
from geo.exchange.portion import Portion
from geo.exchange.quotes import (
    Reading,
    attribution,
    external,
    naming_words,
    passage_quote,
)
from geo.exchange.shown import Shown, scale_sentence, selection_title
from geo.text.articles import Article
from geo.view import View, count_of, join_words

LARGEST_BYTES = 3_000_000


def make_takeaway(shown: Shown, payload: Payload, *, left_out: str = "") -> bytes:
    """Return the page of a view as UTF-8 HTML.

    What decides: shapes are those that the view draws on the polar chart, quotations the passages
    that name a feature shown; other passages are counted and left out. The view's selection is
    what the page opens with.

    Parameters
    ----------
    shown
        The view, drawn on the polar chart.
    payload
        What `Chart.payload` returns for it.
    left_out
        A sentence on what was left out of `shown` for its bulk, or ''; see `did_not_fit`.

    Raises
    ------
    ExportError
        Nothing is shown, the chart is another one, or the page would pass `LARGEST_BYTES`.
    """
    shown.require_features()
    if shown.chart.frame is not POLAR_FRAME:
        raise ExportError("The page to take away is drawn on the polar chart; hand in that one.")
    page = _Page(shown, payload, left_out).html().encode("utf-8", "replace")
    if len(page) > LARGEST_BYTES:
        raise ExportError(
            f"The page would have {len(page) / 1e6:.1f} MB; the most is "
            f"{LARGEST_BYTES / 1e6:.0f} MB. Choose one article or filter by nation."
        )
    return page


def require_parts() -> None:
    """Refuse when the page's script or style sheet is missing or damaged.

    Raises
    ------
    ExportError
        It is; the message names the file.
    """
    page_script()
    constant("takeaway.css")


def did_not_fit(part: Portion) -> str:
    """Return the sentence on what a portion of the articles leaves out, or ''."""
    counts = ((part.articles_left, "article"), (part.passages_left, "passage"))
    what = join_words(count_of(number, word) for number, word in counts if number)
    return words.DID_NOT_FIT.format(what=what) if what else ""


def _hash_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


class _Page:
    """One page in the making."""

    def __init__(self, shown: Shown, payload: Payload, left_out: str) -> None:
        self.shown = shown
        self.left_out = left_out
        self._ids = {feature.id for feature in shown.features}
        self.payload = payload
        self.reading: Reading = replace(
            shown.reading,
            view=shown.view.select(""),
            lit=(),
            shown=self._ids & set(shown.reading.shown),
            address_of=self._within,
            anchors=True,
        )

    def _within(self, view: View) -> str:
        """Return where a link to a feature leads: to its entry here, or to the app."""
        if view.feature in self._ids:
            return f"#f-{view.feature}"
        return self.shown.address_of(view) if self._has_app else "#everything"

    @property
    def _has_app(self) -> bool:
        return self.shown.base.startswith(("https://", "http://"))

    def html(self) -> str:
        """Return the whole document."""
        style, script = page_css(self.shown, self.payload), page_script()
        policy = (
            f"default-src 'none'; style-src {_hash_of(style)}; "
            f"style-src-attr 'unsafe-inline'; script-src {_hash_of(script)}; "
            "base-uri 'none'; form-action 'none'"
        )
        selected = selection_title(self.shown.catalogue, self.shown.view)
        title = f"{selected} · {words.APP}" if selected else words.PAGE_TITLE
        head = (
            '<meta charset="utf-8">'
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            '<meta name="referrer" content="no-referrer">'
            f"{drawn('title', title)}<style>{style}</style>"
        )
        body = drawn(
            "body",
            self._head(),
            drawn("main", self._board(), self._entries(), class_="panel"),
            self._foot(),
            data_selected=self.shown.view.feature,
            data_variant=self.shown.view.variant,
            data_passage=self.shown.view.passage,
        )
        return (
            f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>{body}'
            f"<script>{script}</script></html>\n"
        )

    def _head(self) -> Markup:
        made = words.MADE_ON.format(
            day=long_day(self.shown.day), version=VERSION, foot=words.NOT_FOR_NAVIGATION
        )
        live = join(" ", external(words.LIVE, self.shown.address)) if self._has_app else ""
        return element(
            "header",
            drawn("h1", words.APP),
            element("p", self.shown.sentence, class_="sentence"),
            element("p", made, live, class_="made"),
        )

    def _board(self) -> Markup:
        buttons = (
            ("+", words.ZOOM_IN, "+"),
            ("-", words.ZOOM_OUT, "−"),
            ("0", words.ZOOM_HOME, "◎"),
        )
        zoom = [
            element("button", sign, type="button", data_key=key, aria_label=name, title=name)
            for key, name, sign in buttons
        ]
        chart = element(
            "div",
            chart_svg(self.shown, self.payload, name=words.TAKEAWAY_MAP_NAME),
            element("div", *zoom, class_="zoom"),
            id="chart",
            tabindex=0,
            role="group",
            aria_label=words.TAKEAWAY_MAP_KEYS,
        )
        left = element("section", chart, class_="map", aria_label=words.TAKEAWAY_MAP)
        key = element("div", self._legend(), class_="key-of-map")
        close = element("button", words.CLOSE, type="button", id="close")
        column = element(
            "section",
            element("h2", words.ARTICLES),
            *self._articles(),
            id="column",
            tabindex=0,
            aria_label=words.ARTICLES,
        )
        right = element(
            "div",
            element("p", id="said", role="status", class_="small"),
            drawn("section", close, id="card", tabindex=0, aria_label=words.CARD, hidden="hidden"),
            column,
            class_="text",
        )
        return element("div", left, right, key, class_="board")

    def _legend(self) -> Markup:
        keys = [
            element(
                "li",
                element("span", class_=f"key {key.pattern} {key.kind}{' area' * key.is_area}"),
                key.text,
            )
            for key in legend(self.shown.scene)
        ]
        return join(
            element("ul", *keys, class_="legend", aria_label=words.LEGEND),
            element("p", scale_sentence("polar"), class_="small"),
            element("p", words.NOT_FOR_NAVIGATION, ".", class_="small"),
        )

    def _articles(self) -> Iterable[Markup]:
        mentions = self.reading.mentions()
        found = False
        for article in self.reading.articles:
            named = [p for p in article.passages if p.id in mentions]
            if not named:
                continue
            found = True
            quotes = [passage_quote(article, p, mentions[p.id], self.reading) for p in named]
            left_out = sum(p.is_linked for p in article.passages) - len(named)
            yield element(
                "article",
                attribution(article),
                *quotes,
                self._left_out(left_out, article),
                data_article=article.id,
            )
        if not found:
            yield element("p", words.NO_ARTICLE)
        if self.left_out:
            yield element("p", self.left_out, class_="small")

    @staticmethod
    def _left_out(count: int, article: Article) -> Markup | None:
        if not count:
            return None
        line = words.LEFT_OUT.format(count=count_of(count, "passage"))
        link = external(words.AT_PUBLISHER, article.url) if article.url else None
        return element("p", line, " ", link, class_="small")

    def _entries(self) -> Markup:
        """Return all features by layer, each with its card: the map's equal in text.

        What passages name and the map does not draw comes after it, under a title of its own.
        """
        places = self.shown.places
        drawn_ones = [f for f in self.shown.features if f.id in places]
        named_only = [f for f in self.shown.features if f.id not in places]
        parts: list[Markup] = [element("h2", words.FEATURE_LIST)]
        for layer in LAYERS:
            parts += self._group(layer.title, (f for f in drawn_ones if layer_of(f) is layer))
        parts += self._group(words.NAMED_ONLY, named_only)
        return element("section", *parts, id="everything")

    def _group(self, title: str, features: Iterable[Feature]) -> list[Markup]:
        entries = [self._entry(feature) for feature in features]
        if not entries:
            return []
        return [element("h3", title), element("div", *entries, class_="entries")]

    def _entry(self, feature: Feature) -> Markup:
        reading = replace(self.reading, view=self.reading.view.select(feature.id))
        clauses = "; ".join(naming_words(reading))
        is_beyond = self.shown.places.get(feature.id) == "rim"
        beyond = element("span", words.ON_MAP["rim"], class_="small") if is_beyond else None
        lights = lit_by(self.shown.catalogue, feature.id)[1:]
        return element(
            "details",
            element("summary", feature.name, join(" ", beyond) if beyond else None),
            self._card(feature, reading),
            id=f"f-{feature.id}",
            data_lights=" ".join(lights),
            data_box=self._box(feature.id),
            data_said=words.SAID.format(name=feature.name, clauses=clauses),
        )

    @cached_property
    def _ways(self) -> list[BaseGeometry]:
        drawn_ids = dict.fromkeys(identity for identity, _, _ in self.shown.scene.items)
        ways = self.shown.chart.ways
        return [ways[identity] for identity in drawn_ids if identity in ways]

    def _box(self, identity: str) -> str | None:
        """Return the view of a feature as left, top, right and bottom in steps, y downward."""
        chart = self.shown.chart
        box = box_of(chart, lit_by(self.shown.catalogue, identity), self._ways)
        if box is None:
            return None
        west, south, east, north = (round(value * chart.frame.steps_per_unit) for value in box)
        return f"{west} {-north} {east} {-south}"

    def _card(self, feature: Feature, reading: Reading) -> Markup:
        shown = self.shown
        variant = shown.view.variant if feature.id == shown.view.feature else ""

        def to(identity: str) -> Markup:
            return to_feature(identity, shown.catalogue, reading.view, address_of=self._within)

        return card(
            shown.catalogue,
            feature,
            replace(reading, view=replace(reading.view, variant=variant)),
            reasons=shown.standing(feature, variant),
            placed=placed_words(feature, shown.chart),
            waters=law_under(
                feature, variant, shown.waters, shown.passes, to, name_of=reading.name_of
            ),
        )

    def _foot(self) -> Markup:
        rows = [element("li", source_line(source)) for source in self.shown.sources]
        return element(
            "footer",
            element("h2", words.SOURCES),
            element("p", words.LICENCE_NOTE),
            element(
                "details",
                element("summary", count_of(len(rows), "source")),
                element("ul", *rows),
            ),
        )
