import base64
import re

import pytest

from geo.draw.flags import flag_address

ARCTIC_AND_CHINA = ("CA", "CN", "DK", "FI", "IS", "NO", "RU", "SE", "US")


def picture(code: str) -> str:
    kind, _, body = flag_address(code).partition(",")
    assert kind == "data:image/svg+xml;base64"
    return base64.b64decode(body).decode()


@pytest.mark.parametrize("code", ARCTIC_AND_CHINA)
def test_the_nations_always_offered_have_a_flag_of_their_own(code: str) -> None:
    assert 'viewBox="0 0 24 16"' in picture(code)
    assert len({flag_address(other) for other in ARCTIC_AND_CHINA}) == len(ARCTIC_AND_CHINA)


def test_bands_fill_the_flag_in_their_order() -> None:
    assert re.findall(r'fill="(#\w+)"', picture("RU"))[:3] == ["#fff", "#0039a6", "#d52b1e"]


def test_a_state_whose_flag_is_not_drawn_has_a_badge_with_its_letters() -> None:
    assert ">BT</text>" in picture("BT")
    assert "<text" not in picture("SA")


@pytest.mark.parametrize("code", ["", "russia", "R", "<b>", "RU\n"])
def test_what_is_no_code_has_no_address(code: str) -> None:
    assert flag_address(code) == ""
