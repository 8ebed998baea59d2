"""The manifest is current, and every way in which a shipped file can be lost is named."""

import shutil
from pathlib import Path

import pytest

from geo.manifest import MANIFEST, ROOT, find_damaged_files, make_manifest, shipped_files

FILES = list(shipped_files())
FAULTS = {
    "empty": lambda _: b"",
    "cut in half": lambda raw: raw[: len(raw) // 2],
    "without its last line": lambda raw: raw[: raw.rstrip().rfind(b"\n") + 1],
    "one bit flipped": lambda raw: raw[:-9] + bytes([raw[-9] ^ 1]) + raw[-8:],
    "in another encoding": lambda raw: raw.decode("latin-1").encode("utf-16"),
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of everything that ships."""
    root = tmp_path_factory.mktemp("copy")
    for name in (*FILES, MANIFEST):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, root / name)
    return root


def test_the_manifest_is_current() -> None:
    written = (ROOT / MANIFEST).read_text(encoding="utf-8")
    assert written == make_manifest(), "Run `make manifest`: a shipped file was changed or added."


def test_every_file_that_the_app_reads_is_in_the_manifest() -> None:
    assert {
        "geo/catalogue/data/nsr.geojson",
        "geo/catalogue/data/base/land.geojson",
        "geo/catalogue/data/waters.csv",
        "geo/text/data/states.csv",
        "geo/draw/web/atlas.js",
        "geo/exchange/web/takeaway.js",
        "geo/markup/web/parts.css",
        "pages/web/panel.js",
    } <= set(FILES)


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_each_damaged_file_is_reported_in_one_sentence_with_the_remedy(
    name: str, copy: Path
) -> None:
    path = copy / name
    raw = path.read_bytes()
    path.unlink()
    found = {"missing": find_damaged_files(copy)}
    for fault, damaged in FAULTS.items():
        if (body := damaged(raw)) != raw:
            path.write_bytes(body)
            found[fault] = find_damaged_files(copy)
    path.write_bytes(raw)
    for fault, (loss, *others) in found.items():
        assert (loss.path, others) == (name, []), fault
        assert name in loss.sentence
        assert "Restore it from the repository." in loss.sentence
    assert find_damaged_files(copy) == []


def test_a_checkout_with_other_line_ends_is_whole(copy: Path) -> None:
    path = copy / "geo/text/data/states.csv"
    raw = path.read_bytes()
    path.write_bytes(raw.replace(b"\n", b"\r\n"))
    assert find_damaged_files(copy) == []
    path.write_bytes(raw)


def test_a_new_file_is_not_reported(copy: Path) -> None:
    new = copy / "geo/catalogue/data/new-route.geojson"
    new.write_text("{}", encoding="utf-8")
    assert find_damaged_files(copy) == []
    new.unlink()


def test_the_package_is_complete_without_the_apps_pages(copy: Path, tmp_path: Path) -> None:
    shutil.copytree(copy / "geo", tmp_path / "geo")
    assert find_damaged_files(tmp_path) == []
