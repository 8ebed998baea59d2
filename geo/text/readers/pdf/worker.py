"""The child process that reads a PDF: its bytes on standard input, JSON lines on standard output.

Run as a file, not as a module of the package, so that it imports only pypdf; the limits are one
JSON argument. It drops its own privileges before it reads a byte: memory, processor time, file
writes, new processes and sockets. Lines written, in this order::

    {"refused": "..."}                       the reason, instead of all that follows
    {"title": ..., "author": ...}
    {"page": 1} {"text": "..."}              for each page, the number before the work
    {"page": 2} {"skipped": "large"}         a stream too large to be text
    {"page": 3} {"skipped": "damaged"}
    {"end": true, "pages": 3, "more": false} more: it has others, of which nothing was read;
                                             without this line the child was stopped
"""

import contextlib
import io
import json
import logging
import signal
import sys
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader
    from pypdf.generic import PdfObject

Limits = Mapping[str, float]
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")  # ISO 32000-2, table 31
_TREE_DEPTH = 100
# Its size bounds the search for the document's root, where no other trailer names one.
_AN_END = b"\ntrailer<</Size 3000>>\nstartxref\n0\n%%EOF\n"
_MARK, _MARK_WITHIN = b"%PDF-", 1024
_BROKEN = "\xfe\xff"  # the mark of UTF-16 before what is none
_NEVER = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def _refuse_event(event: str, _arguments: tuple[object, ...]) -> None:
    """Audit hook: nothing that reads a PDF needs a socket or a process."""
    if event.startswith(_NEVER):
        raise PermissionError(event)


def sandbox(limits: Limits) -> None:
    """Drop this process's privileges, as far as the platform allows."""
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


def allow_cpu(seconds: float, *, max_s: float) -> None:
    """Let the kernel kill this process after so much more CPU time than was left."""
    if hasattr(signal, "setitimer"):  # Unix only; the parent's wall clock is everywhere
        left = signal.getitimer(signal.ITIMER_PROF)[0]
        signal.setitimer(signal.ITIMER_PROF, min(left + seconds, max_s))


def write_line(**line: object) -> None:
    """Write one JSON line and flush it, so that it survives if the process is killed."""
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def read(raw: bytes, limits: Limits) -> None:
    """Write what the PDF contains, page by page."""
    import pypdf  # noqa: PLC0415  (after the limits are set)
    from pypdf.errors import DependencyError  # noqa: PLC0415

    most = int(limits["stream_bytes"])
    allow_cpu(limits["store_cpu_s"], max_s=limits["store_cpu_s"])
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
            _read_pages(_open(raw), limits)
    except MemoryError:
        write_line(refused="memory")
    except DependencyError:  # a cipher that is not installed
        write_line(refused="encrypted")
    except Exception:  # noqa: BLE001  (damage shows as errors of every class)
        write_line(refused="damaged")


def _open(raw: bytes) -> "PdfReader":
    """Open the document, skipping leading junk from a server or mail program.

    A truncated one is given an end that points nowhere: pypdf then searches for the objects itself.
    """
    import pypdf  # noqa: PLC0415
    from pypdf.errors import DependencyError  # noqa: PLC0415

    raw = raw[max(raw.find(_MARK, 0, _MARK_WITHIN), 0) :]
    try:
        reader = pypdf.PdfReader(io.BytesIO(raw))
        if "/Pages" in reader.root_object:
            return reader
    except (MemoryError, DependencyError):
        raise
    except Exception:  # noqa: BLE001, S110  (damage shows as errors of every class)
        pass
    return pypdf.PdfReader(io.BytesIO(raw + _AN_END))


def _read_pages(reader: "PdfReader", limits: Limits) -> None:
    """Write the document's metadata and the text of each page, or why it is refused."""
    # A lock against copying only has an empty password, with which viewers open it.
    if reader.is_encrypted and not reader.decrypt(""):
        return write_line(refused="encrypted")
    write_line(**_about(reader))
    chars = number = 0
    for number, page in enumerate(_pages(reader), 1):
        if number > limits["pages"]:
            return write_line(end=True, pages=_stated_pages(reader), more=True)
        write_line(page=number)
        allow_cpu(limits["refill_cpu_s"], max_s=limits["store_cpu_s"])
        line = _text(page)
        chars += len(line.get("text", ""))
        if chars > limits["chars"]:
            return write_line(refused="chars")
        write_line(**line)
    return write_line(end=True, pages=number, more=False)


def _text(page: "PageObject | None") -> dict[str, str]:
    """Return the text of a page, or why it is left out."""
    from pypdf.errors import DependencyError, LimitReachedError  # noqa: PLC0415

    if page is None or _has_lost_its_contents(page):
        return {"skipped": "damaged"}
    try:
        return {"text": page.extract_text()}
    except LimitReachedError:
        return {"skipped": "large"}
    except (MemoryError, DependencyError):
        raise
    except Exception:  # noqa: BLE001  (of one page: the others are read)
        return {"skipped": "damaged"}


def _has_lost_its_contents(page: "PageObject") -> bool:
    """Return whether a page's contents are missing, which pypdf ignores silently."""
    from pypdf.generic import ArrayObject, StreamObject  # noqa: PLC0415

    stated = page.raw_get("/Contents") if "/Contents" in page else None
    return stated is not None and not isinstance(_resolve(stated), (ArrayObject, StreamObject))


def _pages(reader: "PdfReader") -> Iterator["PageObject | None"]:
    """Yield the pages in the order of the page tree; None for a damaged one.

    `PdfReader.pages` reads the whole tree before the first page, and none of a damaged one.
    """
    from pypdf import PageObject  # noqa: PLC0415
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject  # noqa: PLC0415

    seen: set[int] = set()
    root: PdfObject = reader.root_object.raw_get("/Pages")
    stack: list[tuple[Iterator[PdfObject], dict[str, PdfObject]]] = [(iter([root]), {})]
    while stack:
        kids, inherited = stack[-1]
        kid = next(kids, None)
        if kid is None:
            stack.pop()
            continue
        reference = kid if isinstance(kid, IndirectObject) else None
        node = _resolve(kid)
        if not isinstance(node, DictionaryObject):
            yield None
            continue
        below = inherited | {name: node.raw_get(name) for name in _INHERITED if name in node}
        grandkids = _resolve(node.get("/Kids"))
        if node.get("/Type") == "/Page" or grandkids is None:
            page = PageObject(reader, reference)
            page.update(node)
            page.update({name: one for name, one in below.items() if name not in node})
            yield page
        elif (
            isinstance(grandkids, ArrayObject)
            and len(stack) < _TREE_DEPTH
            and (reference is None or reference.idnum not in seen)
        ):
            seen.add(reference.idnum if reference else 0)
            stack.append((iter(grandkids), below))
        else:
            yield None


def _resolve(item: "PdfObject | None") -> "PdfObject | None":
    """Resolve a reference, or return None if it is damaged or null."""
    from pypdf.errors import DependencyError  # noqa: PLC0415
    from pypdf.generic import NullObject  # noqa: PLC0415

    try:
        found = item.get_object() if item is not None else None
    except (MemoryError, DependencyError):
        raise
    except Exception:  # noqa: BLE001  (of one object: the others are read)
        return None
    return None if isinstance(found, NullObject) else found


def _stated_pages(reader: "PdfReader") -> int:
    """Return the stated number of pages, 0 if there is none."""
    from pypdf.generic import DictionaryObject  # noqa: PLC0415

    tree = _resolve(reader.root_object.get("/Pages"))
    stated = tree.get("/Count") if isinstance(tree, DictionaryObject) else None
    return stated if isinstance(stated, int) else 0


def _about(reader: "PdfReader") -> dict[str, str]:
    """Return the PDF's document information; invalid values are ignored."""
    about = {"title": "", "author": ""}
    for name in about:
        with contextlib.suppress(Exception):
            stated = getattr(reader.metadata, name)  # pypdf gives a title of any kind
            is_text = isinstance(stated, str) and not stated.startswith(_BROKEN)
            about[name] = str(stated)[:1000] if is_text else ""
    return about


def main() -> None:
    """Read the limits, enter the sandbox, read the PDF."""
    limits = json.loads(sys.argv[1])
    logging.disable()
    sandbox(limits)
    read(sys.stdin.buffer.read(), limits)


if __name__ == "__main__":
    main()
