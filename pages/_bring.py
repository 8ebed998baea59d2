"""How articles come in: files and pasted text, read under a bar, and what is to be said of it."""

from collections.abc import Sequence

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from geo import words
from geo.errors import ArticleError
from geo.text.readers import Brought, read_many, read_pasted
from geo.view import count_of
from pages import _shelf, _state


def bring_files() -> None:
    """Take the files that are new; those read before wait for `let_go`."""
    files = st.file_uploader(
        words.BRING, accept_multiple_files=True, key=f"bring-{_state.kept('bring_turn', 0)}"
    )
    done: frozenset[str] = _state.kept("bring_done", frozenset())
    fresh = [file for file in files if file.file_id not in done]
    _state.keep("bring_stale", bool(files) and not fresh)
    if fresh:
        _state.keep("bring_done", done | {file.file_id for file in fresh})
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


def take_files(files: Sequence[UploadedFile]) -> None:
    """Read and link files under a bar; what cannot be read is named and the rest goes on."""
    bar = st.progress(0.0)

    def reading(done: int, total: int, name: str) -> None:
        text = words.READING.format(name=name, done=done, total=total)
        bar.progress(done / total / 2, text=_plain(text))

    read, problems = read_many([(file.name, file.getvalue()) for file in files], reading)
    report = [problem.message for problem in problems]
    brought, before = 0, len(_shelf.shelf().found)
    for number, each in enumerate(read):
        text = words.LINKING.format(done=number, total=len(read))
        bar.progress(0.5 + number / len(read) / 2, text=text)
        brought += take(each, report, label=each.name)
    bar.empty()
    finish(brought, report, before=before)


def take(brought: Brought, report: list[str], *, label: str = "") -> bool:
    """Put one text on the shelf; what there is to say of it goes into the report."""
    try:
        _shelf.bring(brought, label=label)
    except ArticleError as error:
        report.append(str(error))
        return False
    report.extend(f"{brought.name}: {note}" for note in brought.notes)
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
    report: list[str] = []
    brought, before = 0, len(_shelf.shelf().found)
    try:
        brought = take(read_pasted(text), report)
    except ArticleError as error:
        report.append(str(error))
    finish(brought, report, before=before)
