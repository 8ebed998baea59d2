"""A pool of worker processes that read and link files: two at a time, first come, first served.

A session creates a `Worker` and gives it file after file. A worker holds one of two slots, and its
process, while it works; between two files it releases both if another session is waiting, so that
one session's two hundred files do not block another's paste.
"""

import json
import os
import queue
import signal
import subprocess  # our own interpreter with our own module; no shell, no user text in arguments
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from geo.errors import ArticleError
from geo.linker import budget
from geo.linker.api import packed_names
from geo.linker.links import Link
from geo.linker.serialise import unpack
from geo.text.articles import Article
from geo.text.readers import clean_name, limits
from geo.text.readers.dispatch import PASTED
from geo.text.user_articles import ArticleFacts

SLOT_COUNT: Final = 2
_ROOT: Final = Path(__file__).parents[2]
_POLL_S: Final = 0.5  # between two looks at whether the reader is still there
_WALL_S: Final = 120.0  # the backstop: a file that is not read then never will be
_WAIT_S: Final = 120.0
_REUSE_COST_S: Final = 1.0  # a process that had more to do for a file is not kept for the next
_MAX_ANSWER_BYTES: Final = 24 * limits.MB
_BUSY_MESSAGE: Final = "the app is busy with other readers’ files; add it again in a moment"

Pulse = Callable[[bool], None]
"""Called twice a second with whether the caller waits for a slot; what it raises ends the work."""


@dataclass(frozen=True)
class ReadResult:
    """The result of one file: the article, its links, and notes for the reader."""

    article: Article
    links: tuple[Link, ...]
    notes: tuple[str, ...]


class Slots:
    """A fair semaphore: waiters acquire slots in FIFO order."""

    def __init__(self, count: int) -> None:
        """Create this many slots."""
        self._free = count
        self._waiting: deque[object] = deque()
        self._changed = threading.Condition()

    def acquire(self, pulse: Pulse, *, timeout_s: float) -> None:
        """Wait for a slot and acquire it.

        Raises
        ------
        ArticleError
            When none became free in time; the message has no file name yet.
        """
        ticket, end_s = object(), time.monotonic() + timeout_s
        with self._changed:
            self._waiting.append(ticket)
        try:
            while not self._try_acquire(ticket):
                if time.monotonic() > end_s:
                    raise ArticleError(_BUSY_MESSAGE)
                pulse(True)  # noqa: FBT003  see `Pulse`
                with self._changed:
                    self._changed.wait_for(lambda: self._is_next(ticket), _POLL_S)
        finally:
            with self._changed, suppress(ValueError):
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def _try_acquire(self, ticket: object) -> bool:
        """Acquire a slot if one is free and this ticket is next."""
        with self._changed:
            if not self._is_next(ticket):
                return False
            self._free -= 1
            self._waiting.remove(ticket)
            self._changed.notify_all()
            return True

    def _is_next(self, ticket: object) -> bool:
        return self._free > 0 and self._waiting[0] is ticket

    def release(self) -> None:
        """Release a slot."""
        with self._changed:
            self._free += 1
            self._changed.notify_all()

    def has_waiters(self) -> bool:
        """Whether anyone is waiting for a slot."""
        with self._changed:
            return bool(self._waiting)


_SLOTS: Final = Slots(SLOT_COUNT)


class Worker:
    """Reads and links one session's files, one after the other; used in a `with` statement.

    The process ends with the statement.

    Parameters
    ----------
    pulse
        See `Pulse`.
    cpu_s
        Total CPU time for all its files, on a machine of reference speed.
    """

    def __init__(self, pulse: Pulse = lambda _is_waiting: None, *, cpu_s: float = 1e6) -> None:
        """Start nothing yet: the process starts with the first file."""
        self._pulse = pulse
        self._left_s = cpu_s
        self._process: _Process | None = None
        self._has_slot = False

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process and release the slot."""
        self._end()
        if self._has_slot:
            self._has_slot = False
            _SLOTS.release()

    def read(self, raw: bytes, *, name: str) -> ReadResult:
        """Read and link an uploaded file.

        Raises
        ------
        ArticleError
            When the file cannot be read or costs too much: names the file, the rule and the remedy.
            The same holds for the other methods.
        """
        return self._result({"what": "file", "name": name}, raw)

    def read_paste(self, text: str) -> ReadResult:
        """Read and link a pasted text."""
        return self._result(
            {"what": "paste", "name": PASTED}, text.encode("utf-8", "surrogatepass")
        )

    def restore(self, text: str, facts: ArticleFacts, *, article_id: str, name: str) -> ReadResult:
        """Restore an article from a project file."""
        metadata = {**asdict(facts), "date": facts.date.isoformat() if facts.date else ""}
        request = {"what": "restore", "name": name, "id": article_id, "facts": metadata}
        return self._result(request, text.encode("utf-8", "surrogatepass"))

    def _result(self, request: Mapping[str, Any], raw: bytes) -> ReadResult:
        try:
            answer = self._answer(request, raw)
            if "refused" not in answer:
                article, links = unpack(answer["article"])
                return ReadResult(article, links, tuple(map(str, answer["notes"])))
        except ArticleError as error:
            raise ArticleError(f"{clean_name(str(request['name']))}: {error}.") from error
        raise ArticleError(str(answer["refused"]))

    def _answer(self, request: Mapping[str, Any], raw: bytes) -> Mapping[str, Any]:
        if self._left_s <= 0:
            raise ArticleError(budget.TOO_MUCH_TIME)
        if not self._has_slot:
            _SLOTS.acquire(self._pulse, timeout_s=_WAIT_S)
            self._has_slot = True
        try:
            self._process = self._process or _Process()
            sent = {**request, "bytes": len(raw), "max_s": self._left_s}
            answer = self._process.ask(sent, raw, self._pulse)
        except BaseException:
            self._left_s -= budget.cpu_s_for(len(raw))
            self._end()
            raise
        finally:
            if _SLOTS.has_waiters():
                self.__exit__(None, None, None)
        self._left_s -= answer["cost_s"]
        if answer["cost_s"] > _REUSE_COST_S:
            self._end()
        return answer

    def _end(self) -> None:
        if self._process:
            self._process.end()
        self._process = None


class _Process:
    """The process of `geo.linker.worker`, with a thread that waits for its answers."""

    def __init__(self) -> None:
        # -P: the working directory is not searched for modules; -B: nothing is written. It finds
        # what this process finds, and gets none of its environment (it may hold secrets).
        folders = [str(_ROOT), *(entry for entry in sys.path if entry)]
        environment = {"PYTHONPATH": os.pathsep.join(folders), "MALLOC_ARENA_MAX": "1"}
        if "SYSTEMROOT" in os.environ:  # without it Python does not start on Windows
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-B", "-m", "geo.linker.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            raise ArticleError("this computer cannot read files now; try again later") from error
        self._is_new = True
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._child.stdout is not None  # noqa: S101  a pipe was asked for
        line = b"\n"
        with suppress(OSError, ValueError):  # closed by `end`
            while line.endswith(b"\n"):
                line = self._child.stdout.readline(_MAX_ANSWER_BYTES)
                self._lines.put(line)
        self._lines.put(b"")

    def ask(self, request: Mapping[str, Any], raw: bytes, pulse: Pulse) -> Mapping[str, Any]:
        """Return the answer to one request.

        Raises
        ------
        ArticleError
            When the process ended instead; the message has no file name yet.
        """
        assert self._child.stdin is not None  # noqa: S101  a pipe was asked for
        clock = threading.Timer(_WALL_S, self._kill)
        clock.start()
        try:
            with suppress(OSError):  # it has ended; the missing answer shows it
                if self._is_new:
                    self._child.stdin.write(packed_names())
                self._child.stdin.write(json.dumps(request).encode() + b"\n" + raw)
                self._child.stdin.flush()
                self._is_new = False
            while True:
                try:
                    line = self._lines.get(timeout=_POLL_S)
                    break
                except queue.Empty:
                    pulse(False)  # noqa: FBT003  see `Pulse`
            by_clock = not clock.is_alive()
        finally:
            clock.cancel()
        if not line.endswith(b"\n"):
            self._kill()
            raise ArticleError(_reason_for_exit(self._child.wait(), by_clock=by_clock))
        answer = json.loads(line.decode("utf-8", "surrogatepass"))
        if not isinstance(answer, dict) or not isinstance(answer.get("cost_s"), float):
            raise ArticleError("the process that read it failed")
        return answer

    def _kill(self) -> None:
        """End the process and those that it started."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._child.pid, signal.SIGKILL)
            else:
                self._child.kill()

    def end(self) -> None:
        """End the process and wait until it is gone."""
        if self._child.poll() is None:
            self._kill()
        self._child.wait()
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()


def _reason_for_exit(code: int, *, by_clock: bool) -> str:
    """Return why a process ended before its answer."""
    if by_clock:
        return f"it was not read within {_WALL_S:.0f} seconds; {budget.REMEDY}"
    if code in {-getattr(signal, "SIGPROF", 0), budget.SPENT}:
        return budget.TOO_MUCH_TIME
    return budget.TOO_MUCH_MEMORY
