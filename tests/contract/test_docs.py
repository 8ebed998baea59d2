"""The documents say what the code does: address, layers, commands, recipes."""

import re

import pytest

from geo.season_view import ROUTES, SEASON_KEYS
from geo.text.readers import SUFFIXES
from geo.view import FRAMES, KEYS
from geo.voyage_view import MEASURES, VOYAGE_KEYS, YARDS
from tests.contract.documents import ROOT, documents


def test_every_key_and_frame_of_the_address_is_explained() -> None:
    text = documents()
    seasons = (*SEASON_KEYS.values(), *ROUTES)
    keys = (*KEYS.values(), *FRAMES, *VOYAGE_KEYS.values(), *MEASURES, *YARDS, *seasons)
    missing = [word for word in keys if f"`{word}`" not in text]
    assert missing == []


@pytest.mark.parametrize(
    "name",
    ["README.md", "LICENSE", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "requirements.txt"],
)
def test_the_files_of_a_project_are_there(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8").strip()


def test_the_two_commands_are_at_the_top_of_the_readme() -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    top = "\n".join(lines[:30])
    assert "make run" in top
    assert "make test" in top
    assert re.search(r"!\[[^\]]+\]\([^)]+\.(?:png|jpg|webp)\)|<img ", top)


def test_every_target_of_the_makefile_that_a_document_names_exists() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, flags=re.MULTILINE))
    named = set(re.findall(r"`make ([a-z-]+)", documents()))
    named |= set(re.findall(r"^\s+make ([a-z-]+)", documents(), flags=re.MULTILINE))
    assert named <= targets


def test_every_path_that_a_document_names_exists() -> None:
    pattern = r"`((?:geo|pages|tests|seeds|docs|bench)/[\w./-]*\w/?)`"
    named = sorted(set(re.findall(pattern, documents())))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_every_picture_and_page_that_a_document_links_exists() -> None:
    missing = []
    for path in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *ROOT.glob("docs/**/*.md")]:
        if not path.exists():
            continue
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                missing += [] if (path.parent / target).exists() else [(path.name, target)]
    assert missing == []


def test_every_name_in_a_recipe_is_in_a_file_that_the_recipe_names() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    missing = []
    for recipe in text.split("\n## ")[1:]:
        files = [ROOT / path for path in re.findall(r"`([\w/]+\.(?:py|csv))`", recipe)]
        held = "\n".join(path.read_text(encoding="utf-8") for path in files if path.exists())
        names = re.findall(r"`(_?[A-Z][A-Z_]+)`", recipe)
        missing += [(recipe.split("\n")[0], name) for name in names if name not in held]
    assert missing == []


def test_every_ending_that_is_read_is_in_the_page_on_articles() -> None:
    text = (ROOT / "docs" / "your-own-articles.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"\.[a-z]+", text.split("| kind |", 1)[1].split("\n\n", 1)[0]))
    assert set(SUFFIXES) == listed


def test_the_licence_of_the_code_does_not_claim_the_articles_and_data() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "MIT" in readme
    assert "seeds/" in readme
