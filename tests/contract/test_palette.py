"""Lines and labels can be seen by day and by night (WCAG 2.2, 1.4.11 and 1.4.3)."""

import pytest

from geo.catalogue.schema import KINDS
from geo.draw.palette import PALETTES, contrast, luminance

LINE = 3.0
TEXT = 4.5


@pytest.mark.parametrize("theme", PALETTES)
@pytest.mark.parametrize("kind", KINDS)
def test_lines_stand_out_from_sea_and_land(kind: str, theme: str) -> None:
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
def test_the_selection_stands_out_from_every_ground(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.lit, palette.sea) >= TEXT
    assert contrast(palette.lit, palette.land) >= TEXT
    assert palette.lit not in palette.kinds.values()


@pytest.mark.parametrize("theme", PALETTES)
def test_text_of_the_page_can_be_read(theme: str) -> None:
    palette = PALETTES[theme]
    assert contrast(palette.ink, palette.page) >= TEXT
    assert contrast(palette.quiet_ink, palette.page) >= TEXT
    assert contrast(palette.circle, palette.sea) >= LINE


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert luminance("#ffffff") == pytest.approx(1)
