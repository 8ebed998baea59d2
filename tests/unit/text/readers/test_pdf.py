import gc
import io
import subprocess
import sys
from pathlib import Path

import psutil
import pypdf
import pytest

from geo.errors import ArticleError
from geo.text.readers import limits, pdf, read_brought
from tests.pace import within
from tests.unit.text.readers import made
from tests.unit.text.readers.made import SENTENCE

LINE = SENTENCE.strip()


def _refusal(raw: bytes, name: str = "a.pdf") -> str:
    with pytest.raises(ArticleError) as caught:
        read_brought(raw, name=name)
    return str(caught.value)


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_a_pdf_gives_its_text_and_document_information() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.pdf(made.page(LINE))))
    writer.add_metadata(
        {"/Title": "Ice", "/Author": "A. One; B. Two", "/CreationDate": "D:20240305120000Z"}
    )
    brought = read_brought(_written(writer), name="a.pdf")
    assert brought.text == LINE
    assert (brought.title, brought.date) == ("Ice", "2024-03-05")
    assert brought.authors == ("A. One", "B. Two")
    assert brought.kind == "pdf"


@pytest.mark.parametrize("title", ["Microsoft Word - draft 3.docx", "untitled", "report.indd"])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.pdf(made.page(LINE))))
    writer.add_metadata({"/Title": title})
    assert read_brought(_written(writer), name="a.pdf").title is None


def test_junk_before_the_first_mark_is_allowed() -> None:
    assert read_brought(b"junk\n" + made.pdf(made.page(LINE)), name="a.pdf").text == LINE


def test_a_hundred_pages_are_read_and_one_more_is_not() -> None:
    full = made.page(*[LINE] * 45)
    assert read_brought(made.pdf(*[full] * 100), name="a.pdf").text.count("Bering") == 4500
    assert "more than 100 pages" in _refusal(made.pdf(*[full] * 101))


def test_an_encrypted_pdf_is_said_to_be_encrypted() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(made.pdf(made.page(LINE))))
    writer.encrypt("secret")
    raw = _written(writer)
    with within(2):
        message = _refusal(raw, "locked.pdf")
    assert message.startswith("locked.pdf: the PDF is encrypted")
    assert "paste" in message


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (made.pdf(), "no text was found"),
        (made.pdf(b""), "a scan"),
        (made.pdf(made.page(LINE))[:300], "damaged"),
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


BOMBS = {
    "flate": made.pdf(b"\0" * 300_000_000),
    "operators": made.pdf(b"BT /F1 12 Tf " + b"(a) Tj T* " * 500_000 + b" ET"),
    "one string": made.pdf(b"BT /F1 12 Tf (" + b"a" * 7_000_000 + b") Tj ET"),
    "pages": made.pdf(*[b"BT /F1 12 Tf " + b"(a) Tj T* " * 60_000 + b" ET"] * 100),
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_bomb_is_refused_in_time_and_this_process_does_not_grow(bomb: str) -> None:
    read_brought(made.pdf(made.page(LINE)), name="first.pdf")
    gc.collect()
    before = psutil.Process().memory_info().rss
    with within(2):
        message = _refusal(BOMBS[bomb])
    assert "paste" in message
    assert psutil.Process().memory_info().rss - before < 20 * limits.MB


def test_a_page_that_is_a_drawing_is_left_out_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    fewer = pdf._LIMITS.replace(str(limits.PDF_STREAM_ITEMS), "20000")  # of work on a slow machine
    monkeypatch.setattr(pdf, "_LIMITS", fewer)
    drawing = b"BT /F1 12 Tf " + b"(a) Tj T* " * 15_000 + b" ET"
    brought = read_brought(made.pdf(made.page(LINE), drawing, made.page(LINE)), name="a.pdf")
    assert brought.text == f"{LINE} {LINE}"
    assert brought.notes == ("Left out, too large to be text (drawings?): page 2.",)


def test_a_child_that_hangs_is_stopped_by_the_clock(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sleeper = tmp_path / "sleeper.py"
    sleeper.write_text("import time; print('{}', flush=True); time.sleep(60)", encoding="utf-8")
    monkeypatch.setattr(pdf, "_CHILD", sleeper)
    monkeypatch.setattr(limits, "PDF_WALL_S", 0.5)
    assert "was not read within" in _refusal(made.pdf(made.page(LINE)))


def test_a_child_that_dies_is_a_message(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for source in ("import os; os.abort()", "print('{\"page\": 3}')", "print('not json')"):
        child = tmp_path / "child.py"
        child.write_text(source, encoding="utf-8")
        monkeypatch.setattr(pdf, "_CHILD", child)
        assert "takes too much to read" in _refusal(made.pdf(made.page(LINE)))


def test_a_child_short_of_memory_is_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    short = pdf._LIMITS.replace(str(limits.PDF_MEMORY_BYTES), str(64 * limits.MB))
    monkeypatch.setattr(pdf, "_LIMITS", short)
    message = _refusal(made.pdf(b"BT /F1 12 Tf (" + b"a" * 7_000_000 + b") Tj ET"))
    assert "memory" in message


def _shut_in(action: str) -> str:
    """What becomes of an action in a process that took its own rights away."""
    source = (
        "import importlib.util as u, json, sys\n"
        "s = u.spec_from_file_location('child', sys.argv[1]); m = u.module_from_spec(s)\n"
        "s.loader.exec_module(m); m.shut_in(json.loads(sys.argv[2]))\n"
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
    assert _shut_in(action) == end


def test_the_child_does_not_get_this_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("A_SECRET", "Kara Sea")
    child = tmp_path / "child.py"
    source = "import json, os; t = ' '.join(os.environ.values())\n"
    source += "print(json.dumps({'text': 'x' + t})); print(json.dumps({'end': True}))"
    child.write_text(source, encoding="utf-8")
    monkeypatch.setattr(pdf, "_CHILD", child)
    assert "Kara Sea" not in read_brought(made.pdf(made.page(LINE)), name="a.pdf").text
