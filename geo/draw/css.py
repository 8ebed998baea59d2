"""The rules of style sheets that come from tables, for the app and for the offline page.

Colours are custom properties (`--ink`, `--kind-route`), so that one sheet serves both themes.
In the app each has both colours, and the `color-scheme` of whatever is drawn chooses between them.
"""

from geo.draw.label_types import LABEL_TYPES, LabelType
from geo.draw.labels import RIM_DOT
from geo.draw.palette import ICE_TONES, LIGHT, PALETTES, Palette
from geo.draw.styles import PANE_OPACITY

_LINE_HEIGHT = 1.1


def colour_properties(palette: Palette) -> dict[str, str]:
    """Return a theme's colours by the name of their custom property, without its dashes."""
    kinds = {f"kind-{kind}": colour for kind, colour in palette.kinds.items()}
    return {name: tone for name, tone in vars(palette).items() if name != "kinds"} | kinds


def _custom_palette() -> Palette:
    kinds = {kind: f"var(--kind-{kind})" for kind in LIGHT.kinds}
    plain = {name: f"var(--{name})" for name in vars(LIGHT) if name != "kinds"}
    return Palette(**plain, kinds=kinds)


CUSTOM = _custom_palette()
"""A palette whose colours are custom properties."""


def theme_css(theme: str) -> str:
    """Return a theme's colours as declarations of custom properties."""
    properties = colour_properties(PALETTES[theme])
    return "".join(f"--{name}:{tone};" for name, tone in properties.items())


def both_themes_css() -> str:
    """Return the colours of both themes as declarations: `color-scheme` says which one is seen."""
    light, dark = (colour_properties(PALETTES[theme]) for theme in ("light", "dark"))
    return "".join(f"--{name}:light-dark({tone},{dark[name]});" for name, tone in light.items())


def tone_css() -> str:
    """Return the rules that give whatever has a kind for a class that kind's colour, `--tone`."""
    return "".join(f".panel .{kind}{{--tone:{tone}}}\n" for kind, tone in CUSTOM.kinds.items())


def ice_css(selector: str = ".panel :is(.season,.polaris)") -> str:
    """Return the colours of the classes of ice as custom properties: `--ice-1` is open water.

    Parameters
    ----------
    selector
        What has them; by default the parts of a page.
    """
    pairs = zip(ICE_TONES["light"], ICE_TONES["dark"], strict=True)
    tones = (f"--ice-{at}:light-dark({a},{b});" for at, (a, b) in enumerate(pairs, start=1))
    return f"{selector}{{{''.join(tones)}}}\n"


def pane_css(selector: str) -> str:
    """Return the opacity of the panes that are seen through; `{}` in the selector is their name."""
    rules = PANE_OPACITY.items()
    return "".join(f"{selector.format(pane)}{{opacity:{share}}}\n" for pane, share in rules)


def label_css() -> str:
    """Return how the labels of each category are set; the highlighted ones last.

    HTML takes `color`, SVG where its sheet says `fill: currentColor`. Lengths are in pixels of the
    screen: `--k` is how many units of the drawing a pixel holds, 1 where the sheet does not say.
    """
    rules = [f".label.{name}{{{_declarations(kind)}}}" for name, kind in LABEL_TYPES.items()]
    dimmed = f"color:{CUSTOM.dimmed_ink}"
    bold = ",".join(f".label.{name}" for name, kind in LABEL_TYPES.items() if kind.is_bold)
    highlighted = f"color:{CUSTOM.highlight};font-weight:700"
    hero = LABEL_TYPES["way"].size_px
    return "\n".join(
        [
            *rules,
            f'.label.rim{{--dot:"{RIM_DOT}"}}',
            f".label.quiet{{{dimmed}}}",
            f".selecting .label.hero:not(.lit){{font-size:calc({hero}px*var(--k,1))}}",
            f".selecting .label.hero.kept:not(.lit){{color:{CUSTOM.kinds['route']}}}",
            f".selecting .label:not(.lit,.kept){{{dimmed}}}",
            f".selecting :is({bold}):not(.lit,.kept){{font-weight:500}}",
            f".label.lit{{{highlighted}}}",
        ],
    )


def _declarations(label: LabelType) -> str:
    rules = {"color": colour_of(label, CUSTOM), "font-size": f"calc({label.size_px}px*var(--k,1))"}
    if label.is_bold:
        rules["font-weight"] = "600"
    if label.is_italic:
        rules |= {"font-family": "var(--serif)", "font-style": "italic"}
        rules["line-height"] = str(_LINE_HEIGHT)
    if label.is_upper:
        rules["text-transform"] = "uppercase"
    if label.spacing_em:
        rules["letter-spacing"] = f"{label.spacing_em}em"
    return ";".join(f"{name}:{value}" for name, value in rules.items())


def colour_of(label: LabelType, palette: Palette) -> str:
    """Return the colour of a type of labels: its kind's, or that of the palette."""
    return palette.kinds.get(label.kind) or str(getattr(palette, label.kind))
