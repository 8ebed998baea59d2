"""The child process that reads a PDF: its bytes on standard input, JSON lines on standard output.

Started by file, not as a module of the package, so that it loads pypdf and nothing of ours; the
limits come as one JSON argument. It takes its own rights away before it looks at a byte: memory,
processor time, file writes, new processes and sockets. Lines written, in this order::

    {"refused": "..."}                                  the reason, instead of all that follows
    {"pages": 3, "title": ..., "author": ...}
    {"page": 1} {"text": "..."}                         for each page, the number before the work
    {"page": 2} {"skipped": true}                       a stream too large to be text
    {"end": true}                                       without it the child was stopped
"""

import contextlib
import io
import json
import logging
import signal
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PdfReader

Limits = Mapping[str, float]
_BROKEN = (ValueError, LookupError, TypeError, AttributeError)
_NEVER = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def _refuse_event(event: str, _arguments: tuple[object, ...]) -> None:
    """Audit hook: nothing that reads a PDF needs a socket or a process."""
    if event.startswith(_NEVER):
        raise PermissionError(event)


def shut_in(limits: Limits) -> None:
    """Take rights away from this process, as far as the platform can."""
    sys.addaudithook(_refuse_event)
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415  (Unix only)

        cpu_s = int(limits["cpu_s"])
        for what, limit in (
            (resource.RLIMIT_AS, int(limits["memory_bytes"])),
            (resource.RLIMIT_CPU, cpu_s),
            (resource.RLIMIT_FSIZE, 0),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # a platform may know it and not do it
                resource.setrlimit(what, (limit, limit))


def allow_cpu(seconds: float, *, most: float) -> None:
    """Have the kernel end this process after so much more processor time than was left."""
    if hasattr(signal, "setitimer"):  # Unix only; the parent's wall clock is everywhere
        left = signal.getitimer(signal.ITIMER_PROF)[0]
        signal.setitimer(signal.ITIMER_PROF, min(left + seconds, most))


def say(**line: object) -> None:
    """Write one JSON line at once, so that it is there if the process is ended."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def read(raw: bytes, limits: Limits) -> None:
    """Say what the PDF holds, page by page."""
    import pypdf  # noqa: PLC0415  (after the limits are set)
    from pypdf.errors import PyPdfError  # noqa: PLC0415

    most = int(limits["stream_bytes"])
    allow_cpu(limits["store_cpu_s"], most=limits["store_cpu_s"])
    try:
        with pypdf.apply_configuration(
            zlib_maximum_output_length=most,
            lzw_maximum_output_length=most,
            run_length_maximum_output_length=most,
            array_based_stream_maximum_output_length=most,
            maximum_declared_stream_length=most,
            stream_decoding_work_maximum_length=4 * most,
            stream_parsing_work_maximum_count=int(limits["stream_items"]),
        ):
            _read_pages(pypdf.PdfReader(io.BytesIO(raw)), limits)
    except MemoryError:
        say(refused="memory")
    except (PyPdfError, *_BROKEN, ArithmeticError, AssertionError, RuntimeError, OSError):
        say(refused="damaged")


def _read_pages(reader: "PdfReader", limits: Limits) -> None:
    """Say what the document is, then the text of each page, or what it is refused for."""
    from pypdf.errors import LimitReachedError  # noqa: PLC0415

    if reader.is_encrypted:
        return say(refused="encrypted")
    count = len(reader.pages)
    if count > limits["pages"]:
        return say(refused="pages", pages=count)
    say(pages=count, **_about(reader))
    chars = 0
    for number, page in enumerate(reader.pages, 1):
        say(page=number)
        allow_cpu(limits["refill_cpu_s"], most=limits["store_cpu_s"])
        try:
            text = page.extract_text()
        except LimitReachedError:
            say(skipped=True)
            continue
        chars += len(text)
        if chars > limits["chars"]:
            return say(refused="chars")
        say(text=text)
    return say(end=True)


def _about(reader: "PdfReader") -> dict[str, str]:
    """Return what the PDF says about itself; broken statements count as none."""
    about = {"title": "", "author": ""}
    with contextlib.suppress(*_BROKEN):
        metadata = reader.metadata
        if metadata is not None:
            about["title"] = str(metadata.title or "")[:1000]
            about["author"] = str(metadata.author or "")[:1000]
    return about


def main() -> None:
    """Read the limits, shut this process in, read the PDF."""
    limits = json.loads(sys.argv[1])
    logging.disable()
    shut_in(limits)
    read(sys.stdin.buffer.read(), limits)


if __name__ == "__main__":
    main()
