import codecs

import pytest

from geo.errors import ArticleError
from geo.text.readers import read_document
from geo.text.readers.plain import decode_file
from tests.pace import within
from tests.unit.text.readers.samples import PROSE

TEXT = "Севморпуть – Tromsø, «Кара» 北极 \u200f\u200b\u00ad"


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_text_in_any_unicode_form_makes_a_round_trip(mark: bytes, encoding: str) -> None:
    document = read_document(mark + TEXT.encode(encoding), name="a.txt")
    assert document.text == TEXT
    assert document.notes == ()


def test_windows_1252_is_read_with_a_note() -> None:
    document = read_document("Tromsø – “the Arctic”".encode("cp1252"), name="a.txt")
    assert document.text == "Tromsø – “the Arctic”"
    assert "Windows-1252" in document.notes[0]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "gbk"])
def test_text_in_another_old_encoding_is_refused_and_not_garbled(encoding: str) -> None:
    words = (
        "Северный морской путь"
        if encoding in {"cp1251", "koi8-r"}
        else "北极航道与北方海上通道经过东北"
    )
    raw = words.encode(encoding)
    with pytest.raises(ArticleError, match=r"^a\.txt: .*UTF-8") as caught:
        read_document(raw * 20, name="a.txt")
    assert "save it as plain text in UTF-8" in str(caught.value)


def test_one_damaged_byte_does_not_garble_the_other_letters() -> None:
    raw = "Севморпуть".encode() + b"\xff" + "Мурманск".encode()
    document = read_document(raw, name="a.txt")
    assert document.text == "Севморпуть\ufffdМурманск"
    assert document.notes == ("1 byte is not UTF-8 and shown as \ufffd.",)


def test_one_nul_byte_is_reported_in_the_singular() -> None:
    document = read_document(b"Kara Sea " * 20 + b"\x00", name="a.txt")
    assert document.notes == ("1 NUL byte was left out.",)


def test_line_ends_become_line_feeds_and_nothing_else_moves() -> None:
    document = read_document(b"a\r\nb\rc\n\n\n  d\x0c", name="a.txt")
    assert document.text == "a\nb\nc\n\n\n  d\n"


def test_a_few_control_characters_are_left_out_and_counted() -> None:
    document = read_document(b"a\x08b\x7f", name="a.txt")
    assert document.text == "ab"
    assert document.notes == ("2 control characters were left out.",)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "empty"),
        (b" \n\t \xe2\x80\x8b", "no words"),
        (b" " * 1_000_000, "no words"),
        (b"abc\x00def", "NUL"),
        (bytes(range(1, 9)) * 40, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8" * 90, "UTF-16"),
        (b"\x81\x8d\x8f" * 50, "neither UTF-8"),
        (b"a" * (2 * 1024 * 1024 + 1), "too large (at most 2 MB)"),
        (b"a" * 50_000_000, "too large (at most 2 MB)"),
    ],
)
def test_binary_files_are_refused_with_name_rule_and_remedy(raw: bytes, reason: str) -> None:
    with within(2), pytest.raises(ArticleError) as caught:
        read_document(raw, name="odd.txt")
    message = str(caught.value)
    assert message.startswith("odd.txt: ")
    assert reason in message
    assert ";" in message


def test_a_million_spaces_between_two_words_are_kept() -> None:
    text = "Kara" + " " * 1_000_000 + "Sea"
    with within(1):
        assert read_document(text.encode(), name="a.txt").text == text


def test_two_megabytes_less_a_byte_are_read() -> None:
    raw = (PROSE.encode() * 6000)[: 2 * 1024 * 1024 - 150_000]
    with within(1):
        assert len(read_document(raw, name="a.txt").text) == len(raw)


def test_html_named_txt_is_read_as_plain_text() -> None:
    assert read_document(b"<html><b>Kara Sea</b>", name="a.txt").text == "<html><b>Kara Sea</b>"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (b"ab\x00cd", "NUL bytes.*; save it as plain text in UTF-8"),
        (b"%PDF-1.7", "a PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x81\x8d\x8f", "neither"),
        (b"x" * (2 * 1024 * 1024 + 1), "too large .at most 2 MB"),
    ],
)
def test_a_shipped_file_is_refused_with_a_message_that_names_it(raw: bytes, said: str) -> None:
    with pytest.raises(ArticleError, match=said) as caught:
        decode_file(raw, name="odd\u202e.txt")
    assert str(caught.value).startswith("odd.txt: ")
    assert str(caught.value).endswith(".")
