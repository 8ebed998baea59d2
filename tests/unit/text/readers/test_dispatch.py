import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.errors import ArticleError
from geo.text.readers import SUFFIXES, clean_name, plain, read_document, read_pasted
from tests.pace import within
from tests.unit.text.readers import samples
from tests.unit.text.readers.samples import PROSE, web_page

GOOD = {
    "a.txt": PROSE.encode(),
    "b.md": f"# T\n\n{PROSE}".encode(),
    "c.html": web_page(f"<p>{PROSE}</p>"),
    "d.pdf": samples.pdf(samples.page(PROSE[:80])),
    "e.docx": samples.word(PROSE),
}
BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 50,
    "photo.txt": b"\x89PNG\r\n\x1a\n" + b"\0" * 99,
    "pdf.txt": GOOD["d.pdf"],
    "word.md": GOOD["e.docx"],
    "zip.html": GOOD["e.docx"],
    "page.docx": GOOD["c.html"],
    "pdf.docx": GOOD["d.pdf"],
    "word.pdf": GOOD["e.docx"],
    "big.docx": b"PK\x03\x04" + b"\0" * 50_000_000,
    "big.md": b"a" * 50_000_000,
    "sheet.xlsx": GOOD["e.docx"],
    "route.geojson": b"{}",
    "noending": b"Kara Sea",
    ".txt": b"Kara Sea",
}


@pytest.mark.parametrize("name", GOOD)
def test_each_kind_is_read(name: str) -> None:
    document = read_document(GOOD[name], name=name)
    assert "Northern Sea Route" in document.text
    assert document.name == name
    assert document.text == read_document(GOOD[name], name=name.upper()).text


@pytest.mark.parametrize("name", BAD)
def test_each_bad_file_is_refused_in_time_with_its_name_and_a_remedy(name: str) -> None:
    with within(2), pytest.raises(ArticleError) as caught:
        read_document(BAD[name], name=name)
    message = str(caught.value)
    assert message.startswith(f"{name}: ")
    assert message.endswith(".")
    assert ";" in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("photo.txt", "it is a PNG image"),
        ("pdf.txt", "give it the ending .pdf"),
        ("page.docx", "give it the ending .html"),
        ("zip.html", "it is a zip archive"),
        ("sheet.xlsx", "files ending in .txt"),
        ("noending", "has no ending"),
    ],
)
def test_a_file_that_does_not_match_its_extension_is_identified(name: str, said: str) -> None:
    with pytest.raises(ArticleError, match=said):
        read_document(BAD[name], name=name)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/x.txt", "../../etc/x.txt"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("a\x00b\nc\u2028d\u200be.txt", "abcde.txt"),
        ("\ud800.txt", ".txt"),
        ("", "unnamed file"),
        ("\u202e", "unnamed file"),
        ("❄.txt", "❄.txt"),
        ("CON", "CON"),
        ("n" * 5000, "n" * 79 + "…"),
        ("n" * 80, "n" * 80),
    ],
)
def test_a_file_name_is_shown_clean_and_short(name: str, shown: str) -> None:
    assert clean_name(name) == shown
    with pytest.raises(ArticleError) as caught:
        read_document(b"", name=name)
    assert str(caught.value).startswith(f"{shown}: ")


def test_a_name_of_megabytes_costs_nothing() -> None:
    with within(0.5):
        assert len(clean_name("\u202e" * 5_000_000 + "x")) <= 80


def test_pasted_text_keeps_its_characters_and_loses_only_what_breaks() -> None:
    document = read_pasted("Кара\r\n\u200fSea\x00 \ud800\u200b")
    assert document.text == "Кара\n\u200fSea \ufffd\u200b"
    assert document.name == "pasted text"
    assert len(document.notes) == 1
    with pytest.raises(ArticleError, match="no words"):
        read_pasted(" \u200b ")
    with pytest.raises(ArticleError, match="2,097,153 characters"):
        read_pasted("a" * 2_097_153)


def test_an_unexpected_parser_error_is_a_message_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_raw: bytes) -> None:
        raise RuntimeError

    monkeypatch.setattr(plain, "read_plain", broken)
    with pytest.raises(ArticleError, match=r"a\.txt: .*RuntimeError.*paste"):
        read_document(b"Kara", name="a.txt")


def test_a_page_leaves_nothing_in_the_parsers_caches() -> None:
    from trafilatura.utils import trim  # noqa: PLC0415

    read_document(GOOD["c.html"], name="c.html")
    assert trim.cache_info().currsize == 0


def test_importing_the_readers_loads_no_parser() -> None:
    source = (
        "import sys, geo.text.readers\n"
        "print(sorted({'trafilatura','lxml','pypdf','docx','streamlit'} & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", source], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


_TEXT_KINDS = [suffix for suffix in SUFFIXES if suffix != ".pdf"]
_STARTS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html>", b"\xff\xfe", b"---\n", b"# "]
)


def _read_or_refuse(raw: bytes, name: str) -> None:
    try:
        text = read_document(raw, name=name).text
    except ArticleError as error:
        text = str(error).removeprefix(f"{clean_name(name)}: ")
        assert len(text) < len(str(error))  # noqa: PT017  either outcome is right
    text.encode()
    assert not {"\0", "\r"} & set(text)


@settings(max_examples=200, deadline=None)
@given(_STARTS, st.binary(max_size=400), st.sampled_from(_TEXT_KINDS))
def test_random_bytes_give_a_text_or_a_message(start: bytes, raw: bytes, suffix: str) -> None:
    _read_or_refuse(start + raw, f"a{suffix}")


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.text(max_size=12), st.sampled_from(_TEXT_KINDS[:-1]))
def test_random_text_and_names_give_a_text_or_a_message(text: str, name: str, suffix: str) -> None:
    _read_or_refuse(text.encode("utf-8", "surrogatepass"), name + suffix)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.sampled_from(["d.pdf", "e.docx", "c.html"]))
def test_damaged_files_give_a_text_or_a_message(data: st.DataObject, name: str) -> None:
    raw = bytearray(GOOD[name])
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    _read_or_refuse(bytes(raw[: data.draw(st.integers(1, len(raw)))]), name)
