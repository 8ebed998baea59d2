"""Lines and labels can be seen by day and by night (WCAG 2.2, 1.4.11 and 1.4.3)."""

import pytest

from geo.catalogue.schema import KINDS
from geo.draw.palette import PALETTES

LINE = 3.0
TEXT = 4.5


def luminance(colour: str) -> float:
    """Return the relative luminance of a `#rrggbb` colour (WCAG 2.2, definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4  # sRGB's formula
        for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.2, definition)."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_lines_contrast_with_sea_and_land(kind: str, theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.kinds[kind], palette.sea) >= LINE
    assert contrast(palette.kinds[kind], palette.land) >= LINE


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_label_text_can_be_read_on_its_halo_on_sea_and_on_land(kind: str, theme: str) -> None:
    palette = PALETTES[theme]
    for ground in (palette.halo, palette.sea, palette.land):
        assert contrast(palette.kinds[kind], ground) >= TEXT


@pytest.mark.parametrize("theme", PALETTES)
def test_the_selection_contrasts_with_every_background(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.highlight, palette.sea) >= TEXT
    assert contrast(palette.highlight, palette.land) >= TEXT
    assert palette.highlight not in palette.kinds.values()


@pytest.mark.parametrize("theme", PALETTES)
def test_text_of_the_page_can_be_read(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.ink, palette.page) >= TEXT
    assert contrast(palette.quiet_ink, palette.page) >= TEXT
    for ground in (palette.sea, palette.land):
        assert contrast(palette.dimmed_ink, ground) >= TEXT


@pytest.mark.parametrize("theme", PALETTES)
def test_signs_contrast_with_sea_and_land(theme: str) -> None:
    palette = PALETTES[theme]
    for colour in (palette.project, palette.settled, palette.claimed, palette.waters):
        assert contrast(colour, palette.sea) >= LINE
        assert contrast(colour, palette.land) >= LINE
    assert contrast(palette.thread, palette.sea) >= LINE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ffffff") == pytest.approx(1)
