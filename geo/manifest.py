"""The manifest: size and checksum of every shipped data file, to detect damaged copies.

`python -m geo.manifest` (also `make manifest`, and the end of `make overlay`) writes `manifest.csv`
again after a shipped file was changed or added. The app compares once at its start. Line ends of
text files are counted as one character, since a checkout may turn them.
"""

import csv
import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
MANIFEST = "geo/manifest.csv"
SHIPPED = (
    "geo/catalogue/data/**/*",
    "geo/text/data/**/*",
    "geo/draw/data/**/*",
    "geo/draw/web/**/*",
    "geo/markup/web/**/*",
    "geo/exchange/web/**/*",
    "pages/web/**/*",
)
"""Where the app reads its own files. Articles in `seeds/` are not among them: they come and go."""
_COLUMNS = ("path", "bytes", "sha256")
_TEXTS = {".csv", ".geojson", ".js", ".css", ".json", ".svg", ".py"}
_RESTORE = "Restore it from the repository."


@dataclass(frozen=True)
class DamagedFile:
    """A missing or damaged file: its path from the repository's root, and a message."""

    path: str
    sentence: str

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.rpartition("/")[2]


def find_damaged_files(root: Path = ROOT) -> list[DamagedFile]:
    """Return every shipped file that is missing, empty or does not match the manifest.

    Nothing is raised: where the manifest itself cannot be read, that is the one loss. A file that
    the manifest does not list is fine. Files of the app's pages count only where there are any: the
    package `geo` also comes alone.
    """
    try:
        entries = _read((root / MANIFEST).read_bytes())
    except (OSError, ValueError, csv.Error):
        sentence = f"{MANIFEST} is missing or damaged, so other files cannot be checked. "
        return [DamagedFile(MANIFEST, sentence + _RESTORE)]
    has_pages = (root / "pages").is_dir()
    found = [
        DamagedFile(path, sentence)
        for path, (size, checksum) in entries.items()
        if (has_pages or not path.startswith("pages/"))
        and (sentence := _difference(root, path, size, checksum))
    ]
    return sorted(found, key=lambda loss: loss.path)


def _difference(root: Path, path: str, size: int, checksum: str) -> str:
    try:
        raw = _content(root / path)
    except FileNotFoundError:
        return f"{path} is missing; its contents are left out. {_RESTORE}"
    except OSError as error:
        return f"{path} cannot be read ({error.strerror}); its contents are left out. {_RESTORE}"
    if hashlib.sha256(raw).hexdigest() == checksum:
        return ""
    if not raw:
        return f"{path} is empty; its contents are left out. {_RESTORE}"
    amount = f"{len(raw):,} bytes instead of {size:,}" if len(raw) != size else "different content"
    return (
        f"{path} differs from the file that ships ({amount}): it was damaged, or changed without "
        f"`make manifest`. Its contents may be missing or wrong. {_RESTORE}"
    )


def _content(path: Path) -> bytes:
    raw = path.read_bytes()
    return raw.replace(b"\r\n", b"\n") if path.suffix in _TEXTS else raw


def checksum_of(paths: Iterable[Path]) -> str:
    """Return one checksum of the names and contents of several files.

    Raises
    ------
    OSError
        A file cannot be read.
    """
    each = [f"{path.name} {hashlib.sha256(_content(path)).hexdigest()}" for path in paths]
    return hashlib.sha256("\n".join(each).encode()).hexdigest()


def _read(raw: bytes) -> dict[str, tuple[int, str]]:
    """Return size and checksum by path; the last row is a checksum of those before it.

    Raises
    ------
    ValueError
        A row is not one of ours, or the seal does not fit.
    """
    text = raw.decode("utf-8").replace("\r\n", "\n")
    header, *rows = csv.reader(io.StringIO(text))
    *rows, (name, count, seal) = rows
    if tuple(header) != _COLUMNS or name != MANIFEST or int(count) != len(rows):
        raise ValueError("the manifest is not whole")
    if seal != _seal(rows):
        raise ValueError("the manifest is damaged")
    return {path: (int(size), checksum) for path, size, checksum in rows}


def _seal(rows: list[list[str]]) -> str:
    return hashlib.sha256("\n".join(",".join(row) for row in rows).encode()).hexdigest()


def shipped_files() -> Iterator[str]:
    """Yield the path of every shipped file from the repository's root, in order."""
    paths = {path for pattern in SHIPPED for path in ROOT.glob(pattern)}
    for path in sorted(paths):
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".part":
            yield path.relative_to(ROOT).as_posix()


def make_manifest() -> str:
    """Return the manifest's text: path, bytes and SHA-256 of each shipped file, and a seal."""
    rows = []
    for path in shipped_files():
        raw = _content(ROOT / path)
        rows.append([path, str(len(raw)), hashlib.sha256(raw).hexdigest()])
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerows([list(_COLUMNS), *rows, [MANIFEST, str(len(rows)), _seal(rows)]])
    return sheet.getvalue()


def main() -> None:
    """Write the manifest again."""
    (ROOT / MANIFEST).write_text(make_manifest(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{MANIFEST}: {len(list(shipped_files()))} files\n")


if __name__ == "__main__":
    main()
