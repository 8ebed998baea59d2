"""The text of the figure: title, sentence, legend, scale, sources, date, notice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, findfont, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from geo import messages
from geo.draw.figure.map import (
    POINTS_PER_PIXEL,
    PageTransform,
    fill_of,
    line_style,
    sign_path,
    tone,
)
from geo.draw.figure.typefaces import sans, serif
from geo.draw.legend import Key
from geo.draw.palette import LIGHT
from geo.draw.styles import style_of
from geo.geodesy import METRES_PER_NM

Box = tuple[float, float, float, float]
Font = tuple[str, bool]
"""Weight, and whether the face has serifs."""
_PLAIN: Font = ("normal", False)
_LEADING = 1.32
_TITLE_LEADING = 1.12
_POINTS_PER_INCH = 72.0
_WIDE_IN = 4.5
_SAMPLE_IN = 0.36
_BAR_NM = 1000
_INDENT_IN = 0.14
_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class SheetText:
    """The text on the panel.

    Attributes
    ----------
    scale
        What the frame does to lengths.
    sources
        The sources that matter most, one per line.
    foot
        The last lines, the first of them in bold.
    kicker
        A line above the title, or ''.
    quote
        A quotation in pieces, each with whether it is a mention; none where nothing is quoted.
    quoted_from
        Where the quotation is from.
    more_sources
        How many sources there are beside those.
    """

    title: str
    sentence: str
    scale: str
    sources: Sequence[str]
    foot: Sequence[str]
    kicker: str = ""
    quote: Sequence[tuple[str, bool]] = ()
    quoted_from: str = ""
    more_sources: int = 0


def draw_sheet(
    figure: Figure, text: SheetText, keys: Sequence[Key], page: PageTransform, box: Box
) -> None:
    """Write the panel into a box (left, bottom, width, height in inches), from its top down."""
    sheet = Sheet(figure, box)
    sheet.rectangle((sheet.left, sheet.top - 0.05, 0.7, 0.05), color=LIGHT.highlight, linewidth=0)
    sheet.top -= 0.12
    if text.kicker:
        sheet.write(text.kicker, size=9, weight="bold", after=0, color=LIGHT.quiet_ink)
    sheet.write(text.title, size=20, weight="bold", has_serifs=True, after=0.09)
    sheet.write(text.sentence, size=9.5, after=0.14, color=LIGHT.quiet_ink)
    if text.quote:
        _draw_quote(sheet, text)
    sheet.write(messages.FIGURE_LEGEND, size=9, weight="bold", after=0.03)
    _draw_legend(sheet, keys)
    _draw_scale(sheet, page)
    sheet.write(text.scale, size=7.4, after=0.14, color=LIGHT.quiet_ink)
    foot_in = sheet.height_of(text.foot, 7.4)
    sheet.write(messages.SOURCES, size=9, weight="bold", after=0.03)
    sheet.write_list(
        text.sources,
        size=7.4,
        more=text.more_sources,
        room_in=sheet.top - sheet.bottom - foot_in - 0.1,
    )
    sheet.top = sheet.bottom + foot_in
    first, *others = text.foot
    sheet.write(first, size=7.4, weight="bold", after=0.01)
    for line in others:
        sheet.write(line, size=7.4, after=0.01)


def _draw_quote(sheet: "Sheet", text: SheetText) -> None:
    """Write the quotation with its mentions in the accent, a rule at its left, its source below."""
    top = sheet.top - 0.04
    sheet.left, sheet.width = sheet.left + _INDENT_IN, sheet.width - _INDENT_IN
    sheet.write_pieces(text.quote, size=11.5)
    sheet.write(text.quoted_from, size=7.4, color=LIGHT.quiet_ink)
    sheet.left, sheet.width = sheet.left - _INDENT_IN, sheet.width + _INDENT_IN
    rule = (sheet.left, sheet.top + 0.02, 0.03, top - sheet.top - 0.02)
    sheet.rectangle(rule, color=LIGHT.highlight, linewidth=0)
    sheet.top -= 0.12


def _draw_legend(sheet: "Sheet", keys: Sequence[Key]) -> None:
    """Draw the legend; on a narrow panel the short entries of signs stand two in a row."""
    is_wide = sheet.width > _WIDE_IN
    signs = [key for key in keys if key.group == "places" and not is_wide]
    _draw_keys(sheet, [key for key in keys if key not in signs], columns=2 if is_wide else 1)
    _draw_keys(sheet, signs, columns=2)
    sheet.top -= 0.14


def _draw_keys(sheet: "Sheet", keys: Sequence[Key], *, columns: int) -> None:
    rows = -(-len(keys) // columns)
    step = 8 * _LEADING * 1.04 / _POINTS_PER_INCH
    for index, key in enumerate(keys):
        column, row = divmod(index, rows)
        left = sheet.left + column * sheet.width / columns
        middle = sheet.top - (row + 0.5) * step
        sheet.sample(key, left, middle)
        sheet.text(left + _SAMPLE_IN + 0.1, middle, key.text, size=8, va="center")
    sheet.top -= rows * step


def _draw_scale(sheet: "Sheet", page: PageTransform) -> None:
    """Draw a scale bar, true at 70 N, with its length."""
    metres_per_inch = page.units_per_inch * page.metres_per_unit
    length_in = _BAR_NM * METRES_PER_NM / metres_per_inch
    middle = sheet.top - 0.05
    for start, colour in ((0.0, LIGHT.ink), (0.5, "white")):
        bar = (sheet.left + start * length_in, middle - 0.03, length_in / 2, 0.06)
        sheet.rectangle(bar, facecolor=colour, edgecolor=LIGHT.ink, linewidth=0.7)
    sheet.top -= 0.15
    km = _BAR_NM * METRES_PER_NM / 1000
    sheet.write(messages.FIGURE_SCALE.format(nm=_BAR_NM, km=km), size=7.4)


class Sheet:
    """A panel filled from the top down; lengths in inches, font sizes in points."""

    def __init__(self, figure: Figure, box: Box) -> None:
        self.figure = figure
        self.left, self.bottom, self.width, height = box
        self.top = self.bottom + height

    def write(
        self,
        text: str,
        *,
        size: float,
        weight: str = "normal",
        after: float = 0.05,
        has_serifs: bool = False,
        color: str = LIGHT.ink,
    ) -> None:
        """Write a paragraph and move down."""
        font = (weight, has_serifs)
        for line in self.wrapped(text, size, font):
            self.top -= size * (_TITLE_LEADING if has_serifs else _LEADING) / _POINTS_PER_INCH
            self.text(self.left, self.top, line, size=size, font=font, va="baseline", color=color)
        self.top -= after

    def write_pieces(self, pieces: Sequence[tuple[str, bool]], *, size: float) -> None:
        """Write a quotation in the face with serifs, its mentions bold and in the accent."""
        at, is_open = self.width, False
        for text, is_mention in pieces:
            font = ("bold" if is_mention else "normal", True)
            for word in _WORD.findall(printable(text, has_serifs=True)):
                if not is_open and at + width_in(word.rstrip(), size, font) > self.width:
                    at = 0.0
                    self.top -= size * _LEADING / _POINTS_PER_INCH
                colour = LIGHT.highlight if is_mention else LIGHT.ink
                self.text(
                    self.left + at,
                    self.top,
                    word,
                    size=size,
                    font=font,
                    va="baseline",
                    color=colour,
                )
                at += width_in(word, size, font)
                is_open = not word[-1].isspace()
        self.top -= 0.05

    def write_list(self, entries: Sequence[str], *, size: float, more: int, room_in: float) -> None:
        """Write entries, each in as many lines as there is room for, and how many there are more.

        An entry has one line at least, and ends in an ellipsis where its room does.
        """
        most = int(room_in * _POINTS_PER_INCH / size / _LEADING) - bool(more)
        for index, entry in enumerate(entries):
            lines = self.wrapped(entry, size, _PLAIN)
            room = max(1, most - (len(entries) - index - 1))
            for line in self._cut(lines, room, size):
                self.write(line, size=size, after=0)
            most -= min(len(lines), room)
        if more:
            said = messages.FIGURE_MORE.format(count=more)
            self.write(said, size=size, after=0, color=LIGHT.quiet_ink)

    def _cut(self, lines: Sequence[str], room: int, size: float) -> Sequence[str]:
        """Return the lines that there is room for, the last with an ellipsis if it is not all."""
        if len(lines) <= room:
            return lines
        words = lines[room - 1].split(" ")
        while len(words) > 1 and width_in(f"{' '.join(words)} …", size, _PLAIN) > self.width:
            words.pop()
        return [*lines[: room - 1], f"{' '.join(words)} …"]

    def height_of(self, paragraphs: Iterable[str], size: float) -> float:
        """Return the height that paragraphs will take."""
        heights = (len(self.wrapped(p, size, ("bold", False))) for p in paragraphs)
        return sum(lines * size * _LEADING / _POINTS_PER_INCH + 0.01 for lines in heights)

    def text(
        self,
        left: float,
        bottom: float,
        text: str,
        *,
        size: float,
        font: Font = _PLAIN,
        **style: Any,  # noqa: ANN401
    ) -> None:
        """Write one line; characters that the font lacks show as a box, formulas literally."""
        self.figure.text(
            *self._at(left, bottom),
            printable(text, has_serifs=font[1]),
            fontsize=size,
            weight=font[0],
            family=serif() if font[1] else sans(),
            parse_math=False,
            **{"color": LIGHT.ink, **style},
        )

    def rectangle(self, box: Box, **style: Any) -> None:  # noqa: ANN401
        """Draw a rectangle."""
        width, height = self.figure.get_size_inches()
        at = self._at(box[0], box[1])
        patch = Rectangle(
            at, box[2] / width, box[3] / height, transform=self.figure.transFigure, **style
        )
        self.figure.add_artist(patch)

    def sample(self, key: Key, left: float, middle: float) -> None:
        """Draw a legend entry's line, area or point as the map draws it."""
        style = style_of(key.drawn_as, LIGHT)
        width = style.stroke_px * POINTS_PER_PIXEL
        edge = (style.stroke, style.stroke_opacity)
        if key.is_area:
            box = (left + 0.04, middle - 0.045, _SAMPLE_IN - 0.08, 0.09)
            self.rectangle(box, facecolor=LIGHT.sea, linewidth=0)
            outline = {"linewidth": max(width, 0.4), "linestyle": line_style(style)}
            self.rectangle(
                box,
                edgecolor=(style.stroke, max(0.5, style.stroke_opacity)),
                **outline,
                **fill_of(style),
            )
            return
        if style.symbol:
            marker, half = sign_path(style.symbol)
            sign = {
                "marker": marker,
                "markersize": 2 * half * POINTS_PER_PIXEL,
                "markerfacecolor": style.fill,
                "markeredgecolor": edge,
                "markeredgewidth": width,
            }
            self._line([left + _SAMPLE_IN / 2], middle, sign)
            return
        for part in (*style.under(), style):
            line = {
                "color": tone(part.stroke, part.seen_opacity),
                "dash_capstyle": "round" if part.is_round else "butt",
                "linewidth": part.stroke_px * POINTS_PER_PIXEL,
                "linestyle": line_style(part),
            }
            self._line([left, left + _SAMPLE_IN], middle, line)

    def _line(self, xs_in: Sequence[float], middle: float, look: dict[str, Any]) -> None:
        points = [self._at(x, middle) for x in xs_in]
        xs, ys = [x for x, _ in points], [y for _, y in points]
        self.figure.add_artist(Line2D(xs, ys, transform=self.figure.transFigure, **look))

    def _at(self, left: float, bottom: float) -> tuple[float, float]:
        width, height = self.figure.get_size_inches()
        return left / width, bottom / height

    def wrapped(self, text: str, size: float, font: Font) -> Sequence[str]:
        """Wrap a paragraph into lines; a word wider than the panel is broken."""
        lines = [""]
        for word in printable(text, has_serifs=font[1]).split(" "):
            for piece in self._pieces(word, size, font):
                longer = f"{lines[-1]} {piece}".strip()
                if width_in(longer, size, font) <= self.width:
                    lines[-1] = longer
                else:
                    lines.append(piece)
        return lines

    def _pieces(self, word: str, size: float, font: Font) -> Sequence[str]:
        if width_in(word, size, font) <= self.width:
            return [word]
        most = max(1, int(len(word) * self.width / width_in(word, size, font)) - 1)
        return [word[at : at + most] for at in range(0, len(word), most)]


@cache
def _advances(font: Font) -> dict[int, float]:
    """Return the advance width of every glyph of a font and of those it borrows from, in ems."""
    weight, has_serifs = font
    found: dict[int, float] = {}
    for family in reversed(serif() if has_serifs else sans()):
        face = get_font(findfont(FontProperties(family=family, weight=weight)))
        face.set_size(100, 72)
        found |= {
            code: face.load_char(code).linearHoriAdvance / 6_553_600 for code in face.get_charmap()
        }
    return found


def width_in(text: str, size: float, font: Font) -> float:
    """Return how wide a text is printed, in inches."""
    known = _advances(font)
    return sum(known.get(ord(sign), 0.6) for sign in text) * size / _POINTS_PER_INCH


def printable(text: str, *, has_serifs: bool = False) -> str:
    """Return text with a box in place of each character that the font lacks."""
    known = _advances(("normal", has_serifs))
    return "".join(sign if ord(sign) in known or sign.isspace() else "□" for sign in text)
