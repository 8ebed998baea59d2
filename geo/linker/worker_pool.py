"""Reading and linking in processes of their own: two at a time, a place for a file, in turn.

A reader's session asks for a `Worker` and gives it file after file. The worker has one of two
places while it works, and its process with it; between two files it gives both up when another
session waits, so that nobody's two hundred files keep another's paste from coming in between.
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
from geo.text import budget
from geo.text.articles import Article
from geo.text.door import packed_names
from geo.text.links import Link
from geo.text.own import About
from geo.text.readers import clean_name, limits
from geo.text.wire import unpack

PLACES: Final = 2
_ROOT: Final = Path(__file__).parents[2]
_LOOK_S: Final = 0.5  # between two looks at whether the reader is still there
_WALL_S: Final = 120.0  # the backstop: a file that is not read then never will be
_WAIT_S: Final = 120.0
_TIRED_COST_S: Final = 1.0  # a process that had more to do for a file is not kept for the next
_MOST_ANSWER_BYTES: Final = 24 * limits.MB
_PASTE: Final = "pasted text"
_BUSY: Final = (
    "other readers' files are being read, and none was done within two minutes; bring it again in "
    "a moment"
)

Pulse = Callable[[bool], None]
"""Called twice a second with whether a place is waited for; what it raises ends the work."""


@dataclass(frozen=True)
class Taken:
    """What a worker made of one file: the article, its links, what is to be said of it."""

    article: Article
    links: tuple[Link, ...]
    notes: tuple[str, ...]


class Places:
    """So many at a time, the others in the order in which they came."""

    def __init__(self, count: int) -> None:
        """Open so many places."""
        self._free = count
        self._waiting: deque[object] = deque()
        self._changed = threading.Condition()

    def take(self, pulse: Pulse, *, most_s: float) -> None:
        """Wait for a place and take it.

        Raises
        ------
        ArticleError
            When none came free in time; the message has no file name yet.
        """
        ticket, end_s = object(), time.monotonic() + most_s
        with self._changed:
            self._waiting.append(ticket)
        try:
            while not self._got(ticket):
                if time.monotonic() > end_s:
                    raise ArticleError(_BUSY)
                pulse(True)  # noqa: FBT003  see `Pulse`
                with self._changed:
                    self._changed.wait_for(lambda: self._is_next(ticket), _LOOK_S)
        finally:
            with self._changed, suppress(ValueError):
                self._waiting.remove(ticket)
                self._changed.notify_all()

    def _got(self, ticket: object) -> bool:
        """Take a place where one is free and it is this one's turn."""
        with self._changed:
            if not self._is_next(ticket):
                return False
            self._free -= 1
            self._waiting.remove(ticket)
            self._changed.notify_all()
            return True

    def _is_next(self, ticket: object) -> bool:
        return self._free > 0 and self._waiting[0] is ticket

    def give_up(self) -> None:
        """Leave a place to the next."""
        with self._changed:
            self._free += 1
            self._changed.notify_all()

    def is_wanted(self) -> bool:
        """Whether somebody waits for a place."""
        with self._changed:
            return bool(self._waiting)


_PLACES: Final = Places(PLACES)


class Worker:
    """Reads and links one session's files, one after the other; used in a `with` statement.

    Whatever ends the statement, the process ends with it.

    Parameters
    ----------
    pulse
        See `Pulse`.
    most_s
        Processor time for all that it is given together, on a machine of usual speed.
    """

    def __init__(self, pulse: Pulse = lambda _is_waiting: None, *, most_s: float = 1e6) -> None:
        """Start nothing yet: the process starts with the first file."""
        self._pulse = pulse
        self._left_s = most_s
        self._process: _Process | None = None
        self._has_place = False

    def __enter__(self) -> Self:
        """Return the worker."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the process, and leave the place to the next."""
        self._end()
        if self._has_place:
            self._has_place = False
            _PLACES.give_up()

    def read(self, raw: bytes, *, name: str) -> Taken:
        """Return the article in a file that a reader brings.

        Raises
        ------
        ArticleError
            For what is not read or costs too much: names the file, the rule and the way out. So
            does every other method.
        """
        return self._taken({"what": "file", "name": name}, raw)

    def read_paste(self, text: str) -> Taken:
        """Return the article in a pasted text."""
        return self._taken({"what": "paste", "name": _PASTE}, text.encode("utf-8", "surrogatepass"))

    def restore(self, text: str, facts: About, *, article_id: str, name: str) -> Taken:
        """Return an article as a project file keeps it."""
        told = {**asdict(facts), "date": facts.date.isoformat() if facts.date else ""}
        asked = {"what": "restore", "name": name, "id": article_id, "facts": told}
        return self._taken(asked, text.encode("utf-8", "surrogatepass"))

    def _taken(self, asked: Mapping[str, Any], raw: bytes) -> Taken:
        try:
            answer = self._answer(asked, raw)
            if "refused" not in answer:
                article, links = unpack(answer["article"])
                return Taken(article, links, tuple(map(str, answer["notes"])))
        except ArticleError as error:
            raise ArticleError(f"{clean_name(str(asked['name']))}: {error}.") from error
        raise ArticleError(str(answer["refused"]))

    def _answer(self, asked: Mapping[str, Any], raw: bytes) -> Mapping[str, Any]:
        if self._left_s <= 0:
            raise ArticleError(budget.TOO_MUCH_TIME)
        if not self._has_place:
            _PLACES.take(self._pulse, most_s=_WAIT_S)
            self._has_place = True
        try:
            self._process = self._process or _Process()
            sent = {**asked, "bytes": len(raw), "most_s": self._left_s}
            answer = self._process.ask(sent, raw, self._pulse)
        except BaseException:
            self._left_s -= budget.cpu_s_for(len(raw))
            self._end()
            raise
        finally:
            if _PLACES.is_wanted():
                self.__exit__(None, None, None)
        self._left_s -= answer["cost_s"]
        if answer["cost_s"] > _TIRED_COST_S:
            self._end()
        return answer

    def _end(self) -> None:
        if self._process:
            self._process.end()
        self._process = None


class _Process:
    """The process of `geo.text.worker`, with a thread that waits for its answers."""

    def __init__(self) -> None:
        # -P: the working directory is not searched for modules; -B: nothing is written. It finds
        # what this process finds, and gets none of its environment (it may hold secrets).
        folders = [str(_ROOT), *(entry for entry in sys.path if entry)]
        environment = {"PYTHONPATH": os.pathsep.join(folders), "MALLOC_ARENA_MAX": "1"}
        if "SYSTEMROOT" in os.environ:  # without it Python does not start on Windows
            environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
        try:
            self._child = subprocess.Popen(
                [sys.executable, "-P", "-B", "-m", "geo.text.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
                start_new_session=True,
            )
        except OSError as error:
            raise ArticleError("files cannot be read on this computer now; try later") from error
        self._is_new = True
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self._child.stdout is not None  # noqa: S101  a pipe was asked for
        line = b"\n"
        with suppress(OSError, ValueError):  # closed by `end`
            while line.endswith(b"\n"):
                line = self._child.stdout.readline(_MOST_ANSWER_BYTES)
                self._lines.put(line)
        self._lines.put(b"")

    def ask(self, asked: Mapping[str, Any], raw: bytes, pulse: Pulse) -> Mapping[str, Any]:
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
            with suppress(OSError):  # it has ended; the line that does not come says so
                if self._is_new:
                    self._child.stdin.write(packed_names())
                self._child.stdin.write(json.dumps(asked).encode() + b"\n" + raw)
                self._child.stdin.flush()
                self._is_new = False
            while True:
                try:
                    line = self._lines.get(timeout=_LOOK_S)
                    break
                except queue.Empty:
                    pulse(False)  # noqa: FBT003  see `Pulse`
            by_clock = not clock.is_alive()
        finally:
            clock.cancel()
        if not line.endswith(b"\n"):
            self._kill()
            raise ArticleError(_why(self._child.wait(), by_clock=by_clock))
        answer = json.loads(line.decode("utf-8", "surrogatepass"))
        if not isinstance(answer, dict) or not isinstance(answer.get("cost_s"), float):
            raise ArticleError("the process that read it gave no sound answer")
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


def _why(code: int, *, by_clock: bool) -> str:
    """Say why a process ended before its answer."""
    if by_clock:
        return f"it was not read within {_WALL_S:.0f} seconds; {budget.WAY_OUT}"
    if code in {-getattr(signal, "SIGPROF", 0), budget.SPENT}:
        return budget.TOO_MUCH_TIME
    return budget.TOO_MUCH_MEMORY
