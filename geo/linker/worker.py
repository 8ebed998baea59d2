"""The worker process that reads and links uploads, isolated from the server: `python -m` only.

Standard input holds requests, each a line of JSON followed by the stated number of bytes; standard
output one line of JSON for each. The process drops its own privileges before it reads a byte:
memory, file writes, sockets, other processes (a PDF has one of its own, `geo.text.readers.pdf`).
Each request has a CPU budget: linking checks it, and the kernel kills the process if a parser does
not return. The process ends when standard input is closed.

The first line holds the catalogue's names, as read by the server. Requests: `file` and `paste` with
the bytes of either, `restore` with the text of an article and its facts as a project file keeps
them.
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
from geo.linker import budget
from geo.linker.api import unpack_lexicon
from geo.linker.budget import Budget
from geo.linker.links import link_article
from geo.linker.serialise import pack
from geo.text.articles import Article
from geo.text.readers import clean_name, limits, read_document, read_pasted
from geo.text.readers.kinds import reader_of
from geo.text.user_articles import ArticleFacts, restored_user_article, user_article

_GRACE_S: Final = 0.1  # of CPU time beyond the budget, in which linking reports it itself
_POLL_S: Final = 0.05
_NICE: Final = 10
_NEVER: Final = ("socket.", "os.system", "os.exec")
_PROCESSES: Final = ("subprocess.", "os.fork", "os.posix_spawn")

Request = tuple[Mapping[str, Any], bytes]


class _Permissions:
    """What this process may do, checked by the audit hook."""

    may_start_processes = False

    def hook(self, event: str, _arguments: tuple[object, ...]) -> None:
        """Refuse operations that no reader needs."""
        if event.startswith(_NEVER) or (
            event.startswith(_PROCESSES) and not self.may_start_processes
        ):
            raise PermissionError(event)


def main() -> None:
    """Answer requests until standard input is closed."""
    _limit_resources()
    permissions = _Permissions()
    sys.addaudithook(permissions.hook)
    lexicon = unpack_lexicon(sys.stdin.buffer.readline())
    requests: queue.SimpleQueue[Request] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests.put), daemon=True).start()
    slow = budget.slowness()
    while True:
        request, raw = requests.get()
        if reader := reader_of(str(request["name"])):
            reader.prepare()
        permissions.may_start_processes = request["what"] == "file"
        cpu_s = slow * min(_cpu_s(request, raw), request["max_s"])
        start_s = time.process_time()
        with _cpu_limit(cpu_s + _GRACE_S):
            try:
                within = Budget(cpu_s, names=budget.MAX_NAMES)
                article, notes = _article(request, raw)
                found = pack(article, link_article(article, lexicon, within))
                answer = {"article": found, "notes": notes}
            except MemoryError:
                answer = {"refused": _with_name(request, budget.TOO_MUCH_MEMORY)}
            except ArticleError as error:
                answer = {"refused": _with_name(request, str(error))}
        _write_answer({**answer, "cost_s": (time.process_time() - start_s) / slow})


def _listen(stream: BinaryIO, take: Callable[[Request], None]) -> None:
    """Queue the requests; exit when the server is gone."""
    while line := stream.readline():
        request = json.loads(line)
        take((request, stream.read(request["bytes"])))
    os._exit(0)


def _limit_resources() -> None:
    """Drop this process's privileges and priority, as far as the platform allows."""
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
def _cpu_limit(cpu_s: float) -> Any:  # noqa: ANN401
    """Kill this process after so much more CPU time."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, cpu_s)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        return
    done, end_s = threading.Event(), time.process_time() + cpu_s

    def watch() -> None:
        while not done.wait(_POLL_S):
            if time.process_time() > end_s:
                os._exit(budget.SPENT)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


def _cpu_s(request: Mapping[str, Any], raw: bytes) -> float:
    """Return the budget, less that of a process of the reader's own."""
    reader = reader_of(str(request["name"])) if request["what"] == "file" else None
    if reader is None:
        return budget.cpu_s_for(len(raw))
    max_chars = limits.TEXT_CHARS if reader.is_packed else len(raw)
    return budget.cpu_s_for(max_chars) - reader.own_cpu_s


def _article(request: Mapping[str, Any], raw: bytes) -> tuple[Article, tuple[str, ...]]:
    """Return the requested article and its notes."""
    name = str(request["name"])
    if request["what"] == "restore":
        facts = request["facts"]
        date = dt.date.fromisoformat(facts["date"]) if facts["date"] else None
        metadata = ArticleFacts(**{**facts, "date": date, "authors": tuple(facts["authors"])})
        text = raw.decode("utf-8", "surrogatepass")
        return restored_user_article(text, metadata, article_id=request["id"], name=name), ()
    if request["what"] == "paste":
        document = read_pasted(raw.decode("utf-8", "surrogatepass"))
        return user_article(document), document.notes
    document = read_document(raw, name=name)
    return user_article(document, label=name), document.notes


def _with_name(request: Mapping[str, Any], message: str) -> str:
    """Prefix a message with the file's name if it has none yet."""
    shown = clean_name(str(request["name"]))
    return message if message.startswith(f"{shown}: ") else f"{shown}: {message}."


def _write_answer(answer: Mapping[str, Any]) -> None:
    line = json.dumps(answer, ensure_ascii=False, separators=(",", ":")) + "\n"
    sys.stdout.buffer.write(line.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
