import gc
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import pypdf
import pytest

from geo.errors import ArticleError
from geo.text.readers import limits, pdf, read_document
from tests.pace import within
from tests.unit.text.readers import samples
from tests.unit.text.readers.samples import SENTENCE

LINE = SENTENCE.strip()


def _refusal(raw: bytes, name: str = "a.pdf") -> str:
    with pytest.raises(ArticleError) as caught:
        read_document(raw, name=name)
    return str(caught.value)


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_text_and_document_information() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(samples.page(LINE))))
    writer.add_metadata(
        {"/Title": "Ice", "/Author": "A. One; B. Two", "/CreationDate": "D:20240305120000Z"}
    )
    document = read_document(_written(writer), name="a.pdf")
    assert document.text == LINE
    assert (document.title, document.date) == ("Ice", None)
    assert document.authors == ("A. One", "B. Two")


@pytest.mark.parametrize("stated", [b"5", b"(2025)", b"true", b"(--)"])
def test_a_title_without_a_letter_is_none(stated: bytes) -> None:
    raw = samples.pdf(samples.page(LINE), info=b"<</Title %s>>" % stated)
    assert read_document(raw, name="a.pdf").title is None


@pytest.mark.parametrize("title", ["Microsoft Word - draft 3.docx", "untitled", "report.indd"])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(samples.page(LINE))))
    writer.add_metadata({"/Title": title})
    assert read_document(_written(writer), name="a.pdf").title is None


@pytest.mark.parametrize("junk", [b"junk\n", b"x" * 900, b"HTTP/1.1 200 OK\r\nA: b\r\n\r\n" * 9])
def test_junk_before_the_first_mark_is_allowed(junk: bytes) -> None:
    assert read_document(junk + samples.pdf(samples.page(LINE)), name="a.pdf").text == LINE


def test_a_title_that_is_broken_text_is_none() -> None:
    raw = samples.pdf(samples.page(LINE), info=b"<</Title<FEFFD800>/Author(Jane Doe)>>")
    document = read_document(raw, name="a.pdf")
    assert (document.title, document.authors) == (None, ("Jane Doe",))


@pytest.mark.parametrize("pages", [100, 101, 1500])
def test_the_first_hundred_pages_are_read_with_a_note_on_the_others(pages: int) -> None:
    raw = samples.pdf(samples.page(LINE), *[samples.page(*[LINE] * 45)] * 98, samples.page("Last."))
    if pages > 100:
        raw = samples.pdf(*[samples.page(LINE)] * pages)
    document = read_document(raw, name="a.pdf")
    assert document.text.count("Bering") == (1 + 98 * 45 if pages == 100 else 100)
    said = (f"Only the first 100 pages of {pages:,} were read.",)
    assert document.notes == (() if pages == 100 else said)


BROKEN_INFO = {
    "no dictionary": b"[1 2 3]",
    "a reference to nothing": b"99 0 R",
    "a string cut off": b"<< /Title (Ice",
    "a wrong type": b"<< /Title 7 0 R /Author [ (A) /B ] /CreationDate <FEFF> >>",
    "a title that is a stream": b"<< /Title 5 0 R >>",
    "bytes of no encoding": b"<< /Title <FEFFD8> /Author (\xff\xfe\xd8) >>",
    "a date that is none": b"<< /CreationDate (D:99999999999999) /ModDate (yesterday) >>",
    "a ring": b"6 0 R",
    "nothing": b"",
    "words": b"endobj obj stream",
}


@pytest.mark.parametrize("info", BROKEN_INFO)
def test_a_pdf_with_damaged_metadata_is_read_without_them(info: str) -> None:
    document = read_document(samples.pdf(samples.page(LINE), info=BROKEN_INFO[info]), name="a.pdf")
    assert document.text == LINE
    assert document.date is None


def test_a_pdf_with_damaged_metadata_and_no_table_is_read() -> None:
    raw = samples.pdf(samples.page(LINE), info=BROKEN_INFO["a string cut off"])
    document = read_document(raw.replace(b"startxref", b"startxxxx"), name="a.pdf")
    assert document.text == LINE


@pytest.mark.parametrize("value", [b" 99 0 R", b"(x)", b"[1 0 R]", b"<</Kids[1 0 R]/First 1 0 R>>"])
def test_damage_outside_the_pages_costs_nothing(value: bytes) -> None:
    keys = (b"/Metadata", b"/Outlines", b"/PageLabels", b"/Names", b"/OpenAction", b"/AcroForm")
    raw = samples.pdf(samples.page(LINE), catalog=b"".join(key + value for key in keys))
    assert read_document(raw, name="a.pdf").text == LINE


BROKEN_PAGES = {
    "no object": (b"6 0 obj\n<</Type/Page", b"? ? ???\n??/Type/Page"),
    "no dictionary": (b"6 0 obj\n<</Type", b"6 0 obj\n[</Type"),
    "contents of another kind": (b"/Contents 7 0 R", b"/Contents 1.5 "),
    "no contents": (b"7 0 obj\n<<", b"? ? ???\n??"),
}


@pytest.mark.parametrize("break_", BROKEN_PAGES)
def test_a_damaged_page_among_good_ones_is_left_out_and_named(break_: str) -> None:
    good, bad = BROKEN_PAGES[break_]
    raw = samples.pdf(samples.page("First."), samples.page("Second."), samples.page("Third."))
    assert good in raw
    document = read_document(raw.replace(good, bad), name="a.pdf")
    assert document.text.split() == ["First.", "Third."]
    assert document.notes == ("Skipped (damaged): page 2.",)


@pytest.mark.parametrize(
    "kids", [b"[2 0 R 4 0 R]", b"[4 0 R 2 0 R]", b"[8 0 R 4 0 R]", b"[4 0 R null (x) 99 0 R]"]
)
def test_a_page_tree_with_rings_and_gaps_gives_its_pages(kids: bytes) -> None:
    raw = samples.pdf(samples.page(LINE)).replace(b"/Kids[4 0 R]", b"/Kids" + kids)
    document = read_document(raw, name="a.pdf")
    assert document.text == LINE
    assert document.notes[0].startswith("Skipped (damaged): page")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"startxref\n", b"startxref\n9"),
        (b"%%EOF", b""),
        (b"xref\n0 ", b"xref\n1 "),
        (b"trailer", b"tr"),
        (b"%PDF-1.4\n", b"%PDF-1.4\n%" + b"junk" * 100 + b"\n"),
        (b"/Size", b"/Prev 5/Size"),
        (b" 00000 n", b" 00000 f"),
        (b"/Type/Catalog", b"/Type/Other  "),
    ],
)
def test_a_pdf_with_a_damaged_table_is_read(old: bytes, new: bytes) -> None:
    raw = samples.pdf(samples.page(LINE))
    assert old in raw
    assert read_document(raw.replace(old, new), name="a.pdf").text == LINE


def test_an_incrementally_saved_pdf_gives_the_newer_text() -> None:
    raw = samples.pdf(samples.page(LINE))
    content = samples.page("The Kara Sea.")
    changed = b"5 0 obj\n<</Length %d>>stream\n%s\nendstream\nendobj\n" % (len(content), content)
    table = b"xref\n5 1\n%010d 00000 n \n" % (len(raw) + 1)
    end = b"trailer<</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF"
    end %= raw.rindex(b"xref\n0"), len(raw) + 1 + len(changed)
    assert read_document(raw + b"\n" + changed + table + end, name="a.pdf").text == "The Kara Sea."


def test_the_complete_pages_of_a_truncated_pdf_are_read() -> None:
    raw = samples.pdf(*[samples.page(f"Kara Sea {number}.") for number in range(4)])
    document = read_document(raw[: raw.index(b"8 0 obj")], name="a.pdf")
    assert document.text.split(".") == ["Kara Sea 0", " Kara Sea 1", ""]
    assert document.notes == ("Skipped (damaged): pages 3, 4.",)


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128"])
def test_a_lock_against_copying_only_needs_no_password(algorithm: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(samples.page(LINE))))
    writer.add_metadata({"/Title": "Ice"})
    writer.encrypt("", "owner", algorithm=algorithm)
    document = read_document(_written(writer), name="a.pdf")
    assert (document.text, document.title) == (LINE, "Ice")


def _aes_128() -> bytes:
    """A PDF that states AES encryption with an empty password."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(samples.page(LINE))))
    writer.encrypt(
        "", "owner", algorithm="RC4-128"
    )  # of AES-128 the check of passwords is the same
    raw = _written(writer)
    assert b"/V 2" in raw
    assert b"/R 3" in raw
    cipher = b"/V 4/CF<</StdCF<</CFM/AESV2/Length 16>>>>/StmF/StdCF/StrF/StdCF"
    return raw.replace(b"/R 3", b"/R 4").replace(b"/V 2", cipher)


def _aes_256() -> bytes:
    locked = b"/Filter/Standard/V 5/R 6/Length 256/P -4/CF<</StdCF<</CFM/AESV3/Length 32>>>>"
    locked += b"/StmF/StdCF/StrF/StdCF"
    for key in (b"O", b"U"):
        locked += b"/" + key + b"<" + b"00" * 48 + b">/" + key + b"E<" + b"00" * 32 + b">"
    locked += b"/Perms<" + b"00" * 16 + b">"
    return samples.pdf(samples.page(LINE), trailer=b"/Encrypt<<" + locked + b">>")


@pytest.mark.parametrize("raw", [_aes_128(), _aes_256()], ids=["AES-128", "AES-256"])
def test_a_cipher_that_is_not_installed_is_reported_as_encryption(raw: bytes) -> None:
    assert "encrypted" in _refusal(raw)


def test_an_encrypted_pdf_is_reported_as_encrypted() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(samples.pdf(samples.page(LINE))))
    writer.encrypt("secret")
    raw = _written(writer)
    with within(2):
        message = _refusal(raw, "locked.pdf")
    assert message.startswith("locked.pdf: the PDF is encrypted")
    assert "paste" in message


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (samples.pdf(), "no text was found"),
        (samples.pdf(b""), "a scan"),
        (samples.pdf(samples.page(LINE))[:300], "damaged"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\nxref\n0 1\ntrailer<</Prev 9>>\nstartxref\n9\n%%EOF", "damaged"),
        (b"<html>Please log in</html>", "an HTML page"),
        (b"hello", "something else"),
        (b"%PDF-1.4" + b"\n" * (5 * 1024 * 1024), "too large (at most 5 MB)"),
        (b"%PDF-1.4" + b"\n" * 50_000_000, "too large (at most 5 MB)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_pdf_without_readable_text_is_refused_with_its_reason(raw: bytes, reason: str) -> None:
    with within(2):
        message = _refusal(raw)
    assert message.startswith("a.pdf: ")
    assert reason in message


BOMBS: dict[str, Callable[[], bytes]] = {
    "flate": lambda: samples.pdf(b"\0" * 300_000_000),
    "operators": lambda: samples.pdf(b"BT /F1 12 Tf " + b"(a) Tj T* " * 500_000 + b" ET"),
    "one string": lambda: samples.pdf(b"BT /F1 12 Tf (" + b"a" * 7_000_000 + b") Tj ET"),
    "pages": lambda: samples.pdf(*[b"BT /F1 12 Tf " + b"(a) Tj T* " * 60_000 + b" ET"] * 100),
}
"""Made when a test asks for one: to compress them takes seconds."""


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_decompression_bomb_is_refused_in_time_without_memory_growth(bomb: str) -> None:
    read_document(samples.pdf(samples.page(LINE)), name="first.pdf")
    raw = BOMBS[bomb]()
    gc.collect()
    before = psutil.Process().memory_info().rss
    with within(2):
        message = _refusal(raw)
    assert "paste" in message
    assert psutil.Process().memory_info().rss - before < 20 * limits.MB


def test_a_page_that_is_a_drawing_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = pdf._LIMITS.replace(str(limits.PDF_STREAM_ITEMS), "20000")  # of work on a slow machine
    monkeypatch.setattr(pdf, "_LIMITS", fewer)
    drawing = b"BT /F1 12 Tf " + b"(a) Tj T* " * 15_000 + b" ET"
    document = read_document(
        samples.pdf(samples.page(LINE), drawing, samples.page(LINE)), name="a.pdf"
    )
    assert document.text == f"{LINE} {LINE}"
    assert document.notes == ("Skipped (too large to be text, perhaps drawings): page 2.",)


def test_a_child_that_hangs_is_stopped_by_the_clock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time; print('{}', flush=True); time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(pdf, "_CHILD", sleeper)
    monkeypatch.setattr(limits, "PDF_WALL_S", 0.5)
    assert "was not read within" in _refusal(samples.pdf(samples.page(LINE)))


def test_a_child_that_dies_is_a_message(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for source in ("import os; os.abort()", "print('{\"page\": 3}')", "print('not json')"):
        child = tmp_path / "child.py"
        child.write_text(source, encoding="utf-8")
        monkeypatch.setattr(pdf, "_CHILD", child)
        assert "takes too long or too much memory" in _refusal(samples.pdf(samples.page(LINE)))


def test_a_child_short_of_memory_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    short = pdf._LIMITS.replace(str(limits.PDF_MEMORY_BYTES), str(64 * limits.MB))
    monkeypatch.setattr(pdf, "_LIMITS", short)
    message = _refusal(samples.pdf(b"BT /F1 12 Tf (" + b"a" * 7_000_000 + b") Tj ET"))
    assert "memory" in message


def _sandboxed(action: str) -> str:
    """What becomes of an action in a process that took its own rights away."""
    source = (
        "import importlib.util as u, json, sys\n"
        "s = u.spec_from_file_location('child', sys.argv[1]); m = u.module_from_spec(s)\n"
        "s.loader.exec_module(m); m.sandbox(json.loads(sys.argv[2]))\n"
        f"try:\n    {action}\nexcept Exception as e:\n    print(type(e).__name__)\n"
    )
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", source, str(pdf._CHILD), pdf._LIMITS],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip() or str(done.returncode)


@pytest.mark.parametrize(
    ("action", "end"),
    [
        ("import socket; socket.socket()", "PermissionError"),
        ("import subprocess; subprocess.run(['true'])", "PermissionError"),
        ("import os; os.system('true')", "PermissionError"),
        ("bytearray(500_000_000)", "MemoryError"),
        (
            "import tempfile; tempfile.TemporaryFile()",
            "FileNotFoundError",
        ),
    ],
)
def test_the_child_can_reach_nothing_outside_itself(action: str, end: str) -> None:
    assert _sandboxed(action) == end


def test_the_child_does_not_get_this_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("A_SECRET", "Kara Sea")
    child = tmp_path / "child.py"
    source = "import json, os; t = ' '.join(os.environ.values())\n"
    source += "print(json.dumps({'text': 'x' + t})); print(json.dumps({'end': True}))"
    child.write_text(source, encoding="utf-8")
    monkeypatch.setattr(pdf, "_CHILD", child)
    assert "Kara Sea" not in read_document(samples.pdf(samples.page(LINE)), name="a.pdf").text
