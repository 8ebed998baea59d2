"""PDF: read by pypdf in a child process that is stopped when it takes too much.

pypdf is careful, and still a file of some kilobytes can cost half a minute and hundreds of
megabytes. So the parent never parses: it passes the bytes to `worker` and turns its output, or its
death, into text or an error message. Concurrency is up to the caller.
"""

import json
import os
import subprocess  # our own interpreter with our own file; no shell, no user text in its arguments
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from geo.errors import ArticleError
from geo.text.readers import limits
from geo.text.readers.document import Extraction
from geo.text.readers.pdf.reflow import reflow
from geo.text.readers.tidy import author_names

_CHILD: Final = Path(__file__).with_name("worker.py")
_LIMITS: Final = json.dumps(
    {
        "pages": limits.PDF_PAGES,
        "store_cpu_s": limits.PDF_STORE_CPU_S,
        "refill_cpu_s": limits.PDF_REFILL_CPU_S,
        "cpu_s": limits.PDF_FILE_CPU_S,
        "memory_bytes": limits.PDF_MEMORY_BYTES,
        "stream_bytes": limits.PDF_STREAM_BYTES,
        "stream_items": limits.PDF_STREAM_ITEMS,
        "chars": limits.TEXT_CHARS,
    }
)
_PASTE: Final = "open it in a PDF viewer, copy the text and paste it"
_REFUSALS: Final[Mapping[str, str]] = {
    "encrypted": "the PDF is encrypted (by a password, or against copying); save a copy "
    f"without protection, or {_PASTE}",
    "chars": f"the PDF has more than {limits.TEXT_CHARS:,} characters; save the pages "
    "you need as a separate PDF",
    "memory": f"reading the PDF takes more than {limits.PDF_MEMORY_BYTES // limits.MB} MB of "
    f"memory; {_PASTE}",
    "damaged": "the PDF is damaged; open it in a PDF viewer and save it again, or copy the text "
    "from there and paste it",
}
# Titles that a program wrote and no author.
_NO_TITLE: Final = ("microsoft word", "microsoft powerpoint", "untitled", "powerpoint presentation")
_FILE_ENDINGS: Final = (".doc", ".docx", ".indd", ".pdf", ".qxd", ".tex", ".dvi", ".ps")


@dataclass(frozen=True, slots=True)
class _Ended:
    """The child's result: its lines, and whether the wall-clock limit stopped it."""

    lines: list[dict[str, object]]
    by_clock: bool


def read_pdf(raw: bytes) -> Extraction:
    """Return the text of a PDF, its lines joined to paragraphs (see `reflow`).

    Title and authors are those of the document information, where it is whole; its dates are those
    of the file, not the article's. Of a longer document the first 100 pages are read. A page that
    is damaged, or too large to be text (a drawing), is left out. Notes say so. A document that is
    locked against copying only, and opens without a password, is read.

    Raises
    ------
    ArticleError
        For encrypted, damaged, too large and too costly files, and for those without text.
    """
    return _found(_run(raw))


def _run(raw: bytes) -> _Ended:
    """Run the child on the bytes, with a wall-clock limit."""
    # -P: the folder of the file is not searched for modules; -B: nothing is written. The child
    # finds what the parent finds, and gets none of the parent's environment (it may hold secrets).
    command = [sys.executable, "-P", "-B", str(_CHILD), _LIMITS]
    environment = {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    if "SYSTEMROOT" in os.environ:  # without it Python does not start on Windows
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    try:
        done = subprocess.run(  # noqa: S603  (see the import)
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.PDF_WALL_S,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired as expired:
        return _Ended(_lines(expired.stdout or b""), by_clock=True)
    except OSError as error:
        raise ArticleError(f"this computer cannot read PDFs at the moment; {_PASTE}") from error
    return _Ended(_lines(done.stdout), by_clock=False)


def _lines(output: bytes) -> list[dict[str, object]]:
    """Return the child's lines, without an incomplete last one."""
    lines = []
    for line in output.splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:
            break
    return lines


def _found(ended: _Ended) -> Extraction:
    """Turn the child's lines into text and notes, or into the reason why there is none."""
    about: dict[str, object] = {}
    pages: list[str] = []
    skipped: dict[str, list[object]] = {"large": [], "damaged": []}
    page: object = 0
    for line in ended.lines:
        if "refused" in line:
            raise ArticleError(_REFUSALS[str(line["refused"])])
        if "title" in line:
            about = line
        page = line.get("page", page)
        if "text" in line:
            pages.append(str(line["text"]))
        if "skipped" in line:
            skipped[str(line["skipped"])].append(page)
    if not ended.lines or "end" not in ended.lines[-1]:
        raise ArticleError(_stopped(page, by_clock=ended.by_clock))
    if not any(text.strip() for text in pages):
        if skipped["damaged"]:
            raise ArticleError(_REFUSALS["damaged"])
        raise ArticleError(
            f"no text was found in the PDF ({_no_text_reason(skipped)}); run text recognition "
            f"(OCR) on it, or {_PASTE}"
        )
    return Extraction(
        text=reflow(pages),
        title=_title(str(about.get("title") or "")),
        authors=author_names([about.get("author")]),
        notes=tuple(_notes(skipped, ended.lines[-1])),
    )


def _stopped(page: object, *, by_clock: bool) -> str:
    """Return where the child was stopped, and by which limit."""
    where = f"page {page} of the PDF" if page else "the PDF"
    if by_clock:
        return f"the PDF was not read within {limits.PDF_WALL_S:.0f} seconds; {_PASTE}"
    return (
        f"{where} takes too long or too much memory to read (limits: "
        f"{limits.PDF_STORE_CPU_S:g} s of computing for a page, "
        f"{limits.PDF_FILE_CPU_S} s for a file, "
        f"{limits.PDF_MEMORY_BYTES // limits.MB} MB of memory); {_PASTE}"
    )


def _no_text_reason(skipped: Mapping[str, list[object]]) -> str:
    """Return why there may be no text."""
    if skipped["large"]:
        return f"its pages have over {limits.PDF_STREAM_ITEMS:,} drawing commands, or too much data"
    return "a scan, or only drawings"


def _title(title: str) -> str | None:
    """Return the document information's title unless it is generated or has no letter."""
    low = title.strip().lower()
    made_up = low.startswith(_NO_TITLE) or low.endswith(_FILE_ENDINGS)
    made_up = made_up or not any(map(str.isalpha, low))
    return None if made_up else title


def _notes(skipped: Mapping[str, list[object]], end: Mapping[str, object]) -> Iterator[str]:
    """Yield sentences on the pages that were left out."""
    if end.get("more"):
        stated = end.get("pages")
        of_all = f"{stated:,}" if isinstance(stated, int) and stated > limits.PDF_PAGES else "more"
        yield f"Only the first {limits.PDF_PAGES} pages of {of_all} were read."
    for kind, why in (("large", "too large to be text, perhaps drawings"), ("damaged", "damaged")):
        if numbers := skipped[kind]:
            pages = "page" if len(numbers) == 1 else "pages"
            yield f"Skipped ({why}): {pages} {', '.join(map(str, numbers))}."
