import codecs

import pytest

from geo.decode import decode
from geo.errors import EncodingError

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("encoding", MARKS)
def test_a_byte_order_mark_decides_and_is_not_part_of_the_text(encoding: str) -> None:
    found = decode(MARKS[encoding] + "Ísland".encode(encoding), declared="koi8-r")
    assert (found.text, found.encoding, found.note) == ("Ísland", encoding, None)


def test_utf_8_takes_precedence_over_a_declared_encoding() -> None:
    found = decode("Севморпуть".encode(), declared="windows-1251")
    assert (found.text, found.encoding, found.note) == ("Севморпуть", "utf-8", None)


def test_a_declared_encoding_takes_precedence_over_a_guess() -> None:
    found = decode("Севморпуть".encode("cp1251"), declared="windows-1251")
    assert (found.text, found.note) == ("Севморпуть", None)


@pytest.mark.parametrize("text", ["Ísland", "Ålesund", "Tromsø – “the Arctic”", "Færøerne"])
def test_short_western_names_are_guessed_right_with_a_note(text: str) -> None:
    found = decode(text.encode("cp1252"))
    assert (found.text, found.encoding) == (text, "cp1252 (guessed)")
    assert found.note is not None
    assert found.damaged == 0


def test_damaged_utf_8_is_repaired_and_not_read_as_windows_1252() -> None:
    found = decode("Tromsø og Bodø".encode() + b"\xff")
    assert found.text == "Tromsø og Bodø\ufffd"
    assert (found.encoding, found.damaged) == ("utf-8", 1)
    assert found.note == "1 byte is not UTF-8 and shown as \ufffd."


def test_each_kind_of_damage_is_counted_and_reported() -> None:
    found = decode("Tromsø og Bodø ".encode() * 20 + b"\xff\x00")
    assert found.damaged == 2
    assert found.note == "1 byte is not UTF-8 and shown as \ufffd. 1 NUL byte was left out."


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"ab\x00cd", "NUL bytes"),
        (b"\xff\xfea", "begins with the mark of UTF-16"),
        (b"\x81\x8d\x8f", "neither UTF-8"),
        ("Северный морской путь".encode("koi8-r"), "neither UTF-8"),
        (b"a\x01\x02\x03" * 10, "30 control codes"),
    ],
)
def test_binary_data_are_refused_with_the_reason(raw: bytes, said: str) -> None:
    with pytest.raises(EncodingError, match=said):
        decode(raw)
