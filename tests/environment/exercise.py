"""What a newcomer does, run by the Python of a fresh environment in a copy of the repository.

`exercise.py read FOLDER` reads each file there; `exercise.py export FOLDER` writes every export
into it; `exercise.py pages FOLDER` opens each page, and brings the files to the Articles page.
One JSON line tells what came of each thing; an exception ends it.
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
    from geo.text.readers import read_brought  # noqa: PLC0415

    for path in sorted(folder.iterdir()):
        yield path.name, read_brought(path.read_bytes(), name=path.name).text


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
    """Open each page; yield its title, and the sentences that follow on files brought."""
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
    yield "brought", [one.value for one in app.text]


def modules(folder: Path) -> Iterator[tuple[str, object]]:
    """Import every module of the domain that the app may load."""
    del folder
    import geo  # noqa: PLC0415

    for found in pkgutil.walk_packages(geo.__path__, "geo."):
        if not found.name.startswith("geo.catalogue.build."):
            importlib.import_module(found.name)
            yield found.name, True


if __name__ == "__main__":
    done = {"read": read, "export": export, "pages": pages, "modules": modules}
    for what, came in done[sys.argv[1]](Path(sys.argv[2])):
        sys.stdout.write(json.dumps([what, came]) + "\n")
