"""The process that reads and links what readers bring, apart from the server: `python -m` only.

On standard input stand requests, each a line of JSON and then as many bytes as it says; on standard
output one line of JSON for each. It takes its own rights away before it looks at a byte: memory,
file writes, sockets, other processes (a PDF has one of its own, `geo.text.readers.pdf`). Each
request has its budget of processor time: linking looks at it, and the kernel ends the process
where a parser does not come back. When standard input is closed the process ends, whatever it does.

It is given the names of the catalogue first, as the server has read them. What is asked then:
`file` and `paste` with the bytes of either, `restore` with the text of an article and its facts as
a project file keeps them.
"""

import contextlib
import datetime as dt
import json
import os
import queue
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO, Final

from geo.errors import ArticleError
from geo.text import budget
from geo.text.articles import Article
from geo.text.budget import Budget
from geo.text.door import unpack_lexicon
from geo.text.links import link_article
from geo.text.own import About, own_article, restored_article
from geo.text.readers import clean_name, limits, read_brought, read_pasted
from geo.text.readers.door import kind_of, prepare
from geo.text.wire import pack

_GRACE_S: Final = 0.1  # of processor time beyond the budget, in which linking says so itself
_LOOK_S: Final = 0.05
_NICE: Final = 10
_NEVER: Final = ("socket.", "os.system", "os.exec")
_PROCESSES: Final = ("subprocess.", "os.fork", "os.posix_spawn")

Request = tuple[Mapping[str, Any], bytes]


class _Rights:
    """What this process may do; the audit hook asks it."""

    may_start = False

    def hook(self, event: str, _arguments: tuple[object, ...]) -> None:
        """Refuse what no reader of texts needs."""
        if event.startswith(_NEVER) or (event.startswith(_PROCESSES) and not self.may_start):
            raise PermissionError(event)


def main() -> None:
    """Answer requests until standard input is closed."""
    _limit_resources()
    rights = _Rights()
    sys.addaudithook(rights.hook)
    lexicon = unpack_lexicon(sys.stdin.buffer.readline())
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests.put), daemon=True).start()
    slow = budget.slowness()
    while True:
        asked, raw = requests.get()
        prepare(str(asked["name"]))
        rights.may_start = asked["what"] == "file"
        cpu_s = slow * min(_cpu_s(asked, raw), asked["most_s"])
        start_s = time.process_time()
        with _stopped_after(cpu_s + _GRACE_S):
            try:
                within = Budget(cpu_s, names=budget.MOST_NAMES)
                article, notes = _article(asked, raw)
                found = pack(article, link_article(article, lexicon, within))
                answer = {"article": found, "notes": notes}
            except MemoryError:
                answer = {"refused": _named(asked, budget.TOO_MUCH_MEMORY)}
            except ArticleError as error:
                answer = {"refused": _named(asked, str(error))}
        _say({**answer, "cost_s": (time.process_time() - start_s) / slow})


def _listen(stream: BinaryIO, take: Callable[[Request], None]) -> None:
    """Hand the requests on; when the server is gone, so is this process."""
    while line := stream.readline():
        asked = json.loads(line)
        take((asked, stream.read(asked["bytes"])))
    os._exit(0)


def _limit_resources() -> None:
    """Take rights away from this process, as far as the platform can; the server goes first."""
    if hasattr(os, "nice"):
        os.nice(_NICE)
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415  (Unix only)

        for what, limit in (
            (resource.RLIMIT_AS, limits.WORKER_MEMORY_BYTES),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # a platform may know it and not do it
                resource.setrlimit(what, (limit, limit))


@contextlib.contextmanager
def _stopped_after(cpu_s: float) -> Any:  # noqa: ANN401
    """Have this process ended when so much more processor time is spent."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, cpu_s)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        return
    done, end_s = threading.Event(), time.process_time() + cpu_s

    def watch() -> None:
        while not done.wait(_LOOK_S):
            if time.process_time() > end_s:
                os._exit(budget.SPENT)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _cpu_s(asked: Mapping[str, Any], raw: bytes) -> float:
    """Return the budget; in a PDF or a Word document as much text may stand as is taken at all.

    What a PDF's own process may take is part of it.
    """
    kind = kind_of(str(asked["name"])) if asked["what"] == "file" else None
    most_s = budget.cpu_s_for(limits.TEXT_CHARS if kind in {"pdf", "docx"} else len(raw))
    return most_s - (limits.PDF_FILE_CPU_S if kind == "pdf" else 0)


def _article(asked: Mapping[str, Any], raw: bytes) -> tuple[Article, tuple[str, ...]]:
    """Return the article that is asked for, and what is to be said of it."""
    name = str(asked["name"])
    if asked["what"] == "restore":
        facts = asked["facts"]
        date = dt.date.fromisoformat(facts["date"]) if facts["date"] else None
        told = About(**{**facts, "date": date, "authors": tuple(facts["authors"])})
        text = raw.decode("utf-8", "surrogatepass")
        return restored_article(text, told, article_id=asked["id"], name=name), ()
    if asked["what"] == "paste":
        brought = read_pasted(raw.decode("utf-8", "surrogatepass"))
        return own_article(brought), brought.notes
    brought = read_brought(raw, name=name)
    return own_article(brought, label=name), brought.notes


def _named(asked: Mapping[str, Any], message: str) -> str:
    """Put the name before a message that has none yet."""
    shown = clean_name(str(asked["name"]))
    return message if message.startswith(f"{shown}: ") else f"{shown}: {message}."


def _say(answer: Mapping[str, Any]) -> None:
    line = json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
