"""What a newcomer does, run by the Python of a fresh environment in a copy of the repository.

`exercise.py app FILES EXPORTS` reads each file of the first folder, writes every export into the
second, opens each page, and brings the files to the Articles page. `exercise.py modules` imports
every module of the domain that the app may load. One JSON line per result: the part, its name and
what came of it; an exception ends it.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path.cwd()
sys.path.insert(0, str(HERE))


def read(folder: Path) -> Iterator[tuple[str, object]]:
    """Yield the name and the text of each file."""
    from geo.text.readers import read_document  # noqa: PLC0415

    for path in sorted(folder.iterdir()):
        yield path.name, read_document(path.read_bytes(), name=path.name).text


def export(folder: Path) -> Iterator[tuple[str, object]]:
    """Write every form of the first view; yield the name of each."""
    from bench.exchange import figures, first_view  # noqa: PLC0415
    from geo.catalogue.features import load_catalogue  # noqa: PLC0415

    shown = first_view(load_catalogue())
    for name, (make, _) in figures(shown).items():
        if not name.endswith("-16-9"):  # the other size takes the same code
            (folder / name).write_bytes(make())
            yield name, True


def pages(folder: Path) -> Iterator[tuple[str, object]]:
    """Open each page; yield its title, and the sentences that follow on files uploaded."""
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415

    app = AppTest.from_file(str(HERE / "dashboard.py"), default_timeout=300).run()
    for path in sorted((HERE / "pages").glob("[a-z]*.py")):
        app.switch_page(str(path)).run()
        assert not app.exception, path.name
        yield path.stem, [one.value for one in app.title]
    app.switch_page(str(HERE / "pages" / "articles.py")).run()
    files = [(path.name, path.read_bytes(), "") for path in sorted(folder.iterdir())]
    app.file_uploader[0].set_value(files).run()
    assert not app.exception
    yield "uploaded", [one.value for one in app.text]


def modules() -> Iterator[tuple[str, object]]:
    """Import every module of the domain that the app may load; yield the name of each."""
    import geo  # noqa: PLC0415

    for found in pkgutil.walk_packages(geo.__path__, "geo."):
        if not found.name.startswith("geo.catalogue.recipes."):
            importlib.import_module(found.name)
            yield found.name, True


def main(what: str, *folders: str) -> None:
    """Do one of the two, and tell what came of it."""
    if what == "modules":
        parts = {"modules": modules()}
    else:
        files, exports = map(Path, folders)
        parts = {"read": read(files), "export": export(exports), "pages": pages(files)}
    for part, found in parts.items():
        for name, came in found:
            sys.stdout.write(json.dumps([part, name, came]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
