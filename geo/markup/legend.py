"""The legend as lists, one per group, each entry with a swatch drawn as the map draws it."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from geo import messages
from geo.draw.css import CUSTOM
from geo.draw.legend import Key
from geo.draw.styles import HATCHES, Style, style_of
from geo.draw.symbols import path_data
from geo.escape import Markup, element, join, svg_element

_WIDTH, _HEIGHT = 30, 14
_FRAME: Mapping[str, object] = {
    "width": _WIDTH,
    "height": _HEIGHT,
    "viewBox": f"0 0 {_WIDTH} {_HEIGHT}",
    "aria_hidden": "true",
}


def legend_list(keys: Sequence[Key], *, beside: Mapping[str, Key] | None = None) -> Markup:
    """Return the entries of a legend in their groups.

    Parameters
    ----------
    beside
        For a page whose script selects: the entries beside a selection, by id. Where one differs it
        has both samples, and a hidden entry for what is selected comes first.
    """
    chosen = [_selected()] if beside else []
    groups = [
        element(
            "ul",
            *(chosen if not index else ()),
            *(_entry(key, (beside or {}).get(key.id, key)) for key in entries),
            class_="legend",
            aria_label=messages.LEGEND_GROUPS[group],
        )
        for index, (group, entries) in enumerate(groupby(keys, key=lambda key: key.group))
    ]
    return element("div", *groups, class_="legends")


def _entry(key: Key, beside: Key) -> Markup:
    if beside == key:
        return element("li", swatch(key), key.text, data_key=key.id)
    both = (("at-rest", key), ("beside", beside))
    samples = (element("span", swatch(one), class_=name) for name, one in both)
    return element("li", *samples, key.text, data_key=key.id)


def _selected() -> Markup:
    """Return the entry that the script fills with the name and the sample of what is selected."""
    sample = svg_element("svg", class_="swatch-of-key selecting", **_FRAME)
    return element("li", sample, element("span"), class_="selected")


def swatch(key: Key) -> Markup:
    """Return an entry's sample as inline SVG; colours are custom properties."""
    style = style_of(key.drawn_as, CUSTOM)
    parts = [_line(part) for part in (*style.under(), style)] if not style.fill else []
    if style.symbol:
        parts = [_sign(style)]
    elif style.fill:
        parts = [_area(style)]
    return svg_element(
        "svg",
        *parts,
        class_="swatch-of-key",
        **_FRAME,
    )


def _line(style: Style) -> Markup:
    return svg_element(
        "path",
        d=f"M1 {_HEIGHT // 2}H{_WIDTH - 1}",
        fill="none",
        **_stroke(style),
    )


def _sign(style: Style) -> Markup:
    return svg_element(
        "path",
        d=path_data(style.symbol or "dot"),
        transform=f"translate({_WIDTH // 2} {_HEIGHT // 2})",
        fill=style.fill,
        fill_rule="evenodd",
        **_stroke(style),
    )


def _area(style: Style) -> Markup:
    box = {"x": 3, "y": 1.5, "width": _WIDTH - 6, "height": _HEIGHT - 3}
    ground = svg_element("rect", **box, fill=CUSTOM.sea)
    if style.hatch:
        hatch = HATCHES[style.hatch]
        lean = 1 if hatch.angle_deg > 0 else -1
        d = "".join(
            f"M{x} {7 + 5.5 * lean}L{x + 11} {7 - 5.5 * lean}"
            for x in range(3, _WIDTH - 13, round(hatch.gap_px))
        )
        marks = {"stroke_width": hatch.width_px, "stroke_opacity": hatch.opacity}
        filled = svg_element("path", d=d, fill="none", stroke=style.fill, **marks)
    else:
        filled = svg_element("rect", **box, fill=style.fill, fill_opacity=style.fill_opacity)
    outline = _stroke(style) | {"stroke_opacity": max(0.5, style.stroke_opacity)}
    return join(ground, filled, svg_element("rect", **box, fill="none", **outline))


def _stroke(style: Style) -> dict[str, object]:
    return {
        "stroke": style.stroke,
        "stroke_width": max(style.stroke_px, 0.7),
        "stroke_opacity": style.seen_opacity,
        "stroke_dasharray": " ".join(map(str, style.dashes)) or None,
        "stroke_linecap": "round" if style.is_round else "butt",
    }
