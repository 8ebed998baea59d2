"""Upload of articles: files and pasted text, with a progress bar and a report."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st
from starlette.formparsers import MultiPartParser
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import messages
from geo.errors import ArticleError
from geo.linker.worker_pool import ReadResult, Worker
from geo.sentences import count_of
from geo.text.readers import clean_name
from pages import _state, _user_articles

# Otherwise uploads over one megabyte are spooled to disk, which this page promises not to do, and
# which fails when the disk is full. Streamlit limits uploads to `maxUploadSize`.
MultiPartParser.spool_max_size = 0


def upload_files() -> None:
    """Show the uploader and read new files; those already read wait for `discard`."""
    files = st.file_uploader(
        messages.UPLOAD, accept_multiple_files=True, key=f"upload-{_state.stored('upload_turn', 0)}"
    )
    done: frozenset[str] = _state.stored("upload_done", frozenset())
    fresh = [file for file in files if file.file_id not in done]
    _state.store("upload_stale", bool(files) and not fresh)
    if fresh:
        read_files(fresh)


def discard() -> None:
    """Reset the uploader on the next run, to free the files' memory on the server.

    Until then it shows its own messages, such as those on files refused for their size. It is
    called last on the page, so that clicks on buttons are handled first.
    """
    if _state.stored("upload_stale", default=False):
        _state.store("upload_turn", _state.stored("upload_turn", 0) + 1)
        _state.store("upload_done", frozenset())
        st.rerun()


class Bar:
    """A progress bar that shows what is being read, or that it is waiting."""

    def __init__(self) -> None:
        """Show an empty bar."""
        self._bar = st.progress(0.0)
        self._shown = 0.0, ""

    def step(self, share: float, text: str) -> None:
        """Show how much is done, and what is being done."""
        self._shown = share, _plain(text)
        self.pulse(is_waiting=False)

    def pulse(self, is_waiting: bool) -> None:  # noqa: FBT001  as `Pulse` says
        """Redraw it; this is where Streamlit can stop the run of a reader who has left."""
        share, text = self._shown
        self._bar.progress(share, text=messages.WAITING if is_waiting else text)

    def empty(self) -> None:
        """Remove the bar."""
        self._bar.empty()


def read_files(files: Sequence[UploadedFile]) -> None:
    """Read and link files with a progress bar; report those that fail and continue.

    Each is marked as done: after an interrupted run the next one continues here.
    """
    bar = Bar()
    report: list[str] = []
    uploaded, before = 0, len(_user_articles.current().found)
    with Worker(bar.pulse) as worker:
        for done, file in enumerate(files):
            text = messages.READING.format(name=clean_name(file.name), done=done, total=len(files))
            bar.step(done / len(files), text)
            read = partial(worker.read, file.getvalue(), name=file.name)
            uploaded += _add(read, report)
            dealt: frozenset[str] = _state.stored("upload_done", frozenset())
            _state.store("upload_done", dealt | {file.file_id})
    bar.empty()
    finish(uploaded, report, before=before)


def _add(read: Callable[[], ReadResult], report: list[str]) -> bool:
    """Add one article; its notes or errors go into the report."""
    try:
        result = read()
        _user_articles.add_article(result.article, result.links)
    except ArticleError as error:
        report.append(str(error))
        return False
    report.extend(f"{result.article.name}: {note}" for note in result.notes)
    return True


def finish(uploaded: int, report: Sequence[str], *, before: int) -> None:
    """Store a report on the upload; `before` is the earlier number of links."""
    links = _user_articles.current().found[before:]
    summary = messages.UPLOADED.format(
        count=count_of(int(uploaded), "article"),
        links=count_of(len(links), "link"),
        mentions=count_of(sum(len(link.mentions) for link in links), "mention"),
    )
    _state.store("report", [*([summary.capitalize()] if uploaded else []), *report])


def _plain(text: str) -> str:
    """Escape Markdown, which a progress bar would render."""
    return "".join(f"\\{sign}" if sign in r"\`*_{}[]<>()#+!|:$~^" else sign for sign in text)


def paste() -> None:
    """Show the form for pasted text."""
    with st.form("paste", clear_on_submit=True, border=False):
        text = st.text_area(messages.PASTE, help=messages.PASTE_HELP, height=140, key="pasted")
        clicked = st.form_submit_button(messages.READ_PASTE)
    if not clicked:
        return
    bar = Bar()
    report: list[str] = []
    before = len(_user_articles.current().found)
    bar.step(0.0, messages.READING_PASTE)
    with Worker(bar.pulse) as worker:
        uploaded = _add(partial(worker.read_paste, text), report)
    bar.empty()
    finish(uploaded, report, before=before)
