"""How articles come in: files and pasted text, read under a bar, and what is to be said of it."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from starlette.formparsers import MultiPartParser
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import words
from geo.errors import ArticleError
from geo.text.readers import clean_name
from geo.text.workers import Taken, Worker
from geo.view import count_of
from pages import _shelf, _state

# Else an upload of more than one megabyte goes through a file on disk, which this page says none
# does, and which fails where the disk is full. Streamlit ends an upload at `maxUploadSize`.
MultiPartParser.spool_max_size = 0


def bring_files() -> None:
    """Take the files that are new; those read before wait for `let_go`."""
    files = st.file_uploader(
        words.BRING, accept_multiple_files=True, key=f"bring-{_state.kept('bring_turn', 0)}"
    )
    done: frozenset[str] = _state.kept("bring_done", frozenset())
    fresh = [file for file in files if file.file_id not in done]
    _state.keep("bring_stale", bool(files) and not fresh)
    if fresh:
        take_files(fresh)


def let_go() -> None:
    """Empty the widget at the reader's next step, so that the server's memory lets the files go.

    Until then it shows its own messages, such as those on files that it refused for their size.
    It comes last on the page: a press on a button is dealt with first.
    """
    if _state.kept("bring_stale", default=False):
        _state.keep("bring_turn", _state.kept("bring_turn", 0) + 1)
        _state.keep("bring_done", frozenset())
        st.rerun()


class Bar:
    """A progress bar that says what is being read, or that another reader's file is."""

    def __init__(self) -> None:
        """Show an empty bar."""
        self._bar = st.progress(0.0)
        self._shown = 0.0, ""

    def step(self, share: float, text: str) -> None:
        """Show how much is done, and what is being done."""
        self._shown = share, _plain(text)
        self.pulse(is_waiting=False)

    def pulse(self, is_waiting: bool) -> None:  # noqa: FBT001  as `Pulse` says
        """Show it once more; here Streamlit ends the run of a reader who has gone on."""
        share, text = self._shown
        self._bar.progress(share, text=words.WAITING if is_waiting else text)

    def empty(self) -> None:
        """Take the bar away."""
        self._bar.empty()


def take_files(files: Sequence[UploadedFile]) -> None:
    """Read and link files under a bar; what cannot be read is named and the rest goes on.

    Each is marked when it is dealt with: after a press on something else the run goes on here.
    """
    bar = Bar()
    report: list[str] = []
    brought, before = 0, len(_shelf.shelf().found)
    with Worker(bar.pulse) as worker:
        for done, file in enumerate(files):
            text = words.READING.format(name=clean_name(file.name), done=done, total=len(files))
            bar.step(done / len(files), text)
            read = partial(worker.read, file.getvalue(), name=file.name)
            brought += _take(read, report)
            dealt: frozenset[str] = _state.kept("bring_done", frozenset())
            _state.keep("bring_done", dealt | {file.file_id})
    bar.empty()
    finish(brought, report, before=before)


def _take(read: Callable[[], Taken], report: list[str]) -> bool:
    """Put one text on the shelf; what there is to say of it goes into the report."""
    try:
        taken = read()
        _shelf.bring(taken.article, taken.links)
    except ArticleError as error:
        report.append(str(error))
        return False
    report.extend(f"{taken.article.name}: {note}" for note in taken.notes)
    return True


def finish(brought: int, report: Sequence[str], *, before: int) -> None:
    """Keep what is to be said of what was brought, beside the links that were there before."""
    links = _shelf.shelf().found[before:]
    summary = words.TAKEN.format(
        count=count_of(brought, "article"),
        links=count_of(len(links), "link"),
        mentions=count_of(sum(len(link.mentions) for link in links), "mention"),
    )
    _state.keep("report", [*([summary.capitalize()] if brought else []), *report])


def _plain(text: str) -> str:
    """Return text that a progress bar shows as it is, since it reads Markdown."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+!|:$~^" else sign for sign in text)


def paste() -> None:
    """Take a pasted text."""
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(words.PASTE, help=words.PASTE_HELP, height=140, key="pasted")
        pressed = st.form_submit_button(words.READ_PASTE)
    if not pressed:
        return
    bar = Bar()
    report: list[str] = []
    before = len(_shelf.shelf().found)
    bar.step(0.0, words.READING_PASTE)
    with Worker(bar.pulse) as worker:
        brought = _take(partial(worker.read_paste, text), report)
    bar.empty()
    finish(brought, report, before=before)
