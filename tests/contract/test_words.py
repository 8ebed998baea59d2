"""What readers meet is in plain, current English: no quaint words, no riddles.

The phrases below once stood in the app. They are patterns, so that the next text of their kind is
caught too; write what a good newspaper would write instead.
"""

import ast
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.contract.documents import ROOT

NOT_THESE = (
    r"nam(?:e|es|ing) (?:what is|nothing) shown",
    r"no passage(?: shown here)? names",
    r"(?:in|with) which [\w, ]+ ha(?:s|ve) (?:waters or )?a role",
    r"(?:is|are) left under",
    r"show the way, not to",
    r"observed: ",
    r"in order along the track: ",
    r"shipped zones",
    r"looked up",
    r"general knowledge",
    r"(?<!-)\bcomputed (?:by this project|from the (?:shipped|1:10m))",
    r"on the cloud\b",
    r"for nothing\b",
    r"living map",
    r"(?:app|copy) that is awake",
    r"(?:take|taken|takes|taking)[ -]away\b",
    r"figure to print",
    r"dots an inch",
    r"what was taken",
    r"(?<!which )\bbring (?:your|it|one|a|the (?:part|file|text)|articles)\b",
    r"(?:you|readers?) (?:brought|brings?)\b",
    r"parted by",
    r"read the text\b",
    r"marked red",
    r"take back",
    r"names another feature",
    r"name a feature for",
    r"names that look like",
    r"stands? to (?:it|the)\b",
    r"nobody's",
    r"set down in",
    r"what changed since",
    r"\banew\b",
    r"by way of",
    r"(?:are|is) not held\b",
    r"held here\b",
    r"\bis no (?:text|list|file|member|track|project)",
    r"drawn (?:roughly|apart)",
    r"in vain\b",
    r"has no place on the map",
    r"passed over",
    r"for ever\b",
    r"boldest of all",
    r"status: \{|sponsor: \{|of the route: \{",
    r"off at first and on",
    r"keeps what involves",
    r"larger feature that includes",
    r"when it next hears",
    r"reading a file stops",
    r"your last click",
    r"of these articles not shown: \{",
    r"whatever is mentioned or selected",
    r"following headland",
    r"figures give it",
)
"""Patterns of phrases that a reader should never meet; case does not count."""
_PATTERN = re.compile("|".join(NOT_THESE), re.IGNORECASE)


def _strings(path: Path) -> Iterator[str]:
    """Yield the texts of a module: each string constant that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    about = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(parent, ast.Module | ast.ClassDef | ast.FunctionDef)
        for node in parent.body
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in about:
            yield node.value


def _words_of(path: Path) -> Iterator[str]:
    """Yield the texts of a document, a table or a file of shapes."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    if ".geojson" not in path.suffixes:
        yield text
        return
    entries: list[Any] = [json.loads(text)]
    while entries:
        entry = entries.pop()
        if isinstance(entry, str):
            yield entry
        elif isinstance(entry, dict):
            entries += [value for key, value in entry.items() if key != "geometry"]
        elif isinstance(entry, list):
            entries += entry


def _found(text: str) -> list[str]:
    return [match[0] for match in _PATTERN.finditer(" ".join(text.split()))]


def _found_in(paths: Iterable[Path], texts_of: Callable[[Path], Iterable[str]]) -> set[str]:
    """Return the quaint phrases in the texts of files, each with its file."""
    return {
        f"{path.relative_to(ROOT)}: {words}"
        for path in paths
        for text in texts_of(path)
        for words in _found(text)
    }


_STRAIGHT = re.compile(r"(?<=[A-Za-z])'(?=[a-z]{1,2}\b)|(?<=[a-z]s)'(?= )")
"""A straight apostrophe within words or after a plural."""
_SHOWN_TO_READERS = ("messages.py", "view.py", "draw/layers.py", "measure/roles.py", "text/**/*.py")


def test_apostrophes_that_readers_see_are_curly() -> None:
    modules = [path for pattern in _SHOWN_TO_READERS for path in ROOT.glob(f"geo/{pattern}")]
    data = [(path, _words_of(path)) for path in ROOT.glob("geo/catalogue/data/*.geojson")]
    texts = [*((path, _strings(path)) for path in modules), *data]
    found = {
        f"{path.relative_to(ROOT)}: {text[:80]}"
        for path, those in texts
        for text in those
        if _STRAIGHT.search(text)
    }
    assert found == set()


def test_notes_do_not_begin_with_what_was_not_checked() -> None:
    found = {
        words
        for path in ROOT.glob("geo/catalogue/data/*.geojson")
        for words in _words_of(path)
        if words.startswith("Not checked.")
    }
    assert found == set()


def test_no_text_of_the_app_tells_readers_to_run_a_command_of_the_repository() -> None:
    texts = _strings(ROOT / "geo" / "messages.py")
    assert [text for text in texts if "make overlay" in text] == []


def test_no_text_of_the_app_or_the_commands_has_a_quaint_phrase() -> None:
    modules = [*ROOT.glob("geo/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "dashboard.py"]
    assert _found_in(modules, _strings) == set()


@pytest.mark.parametrize(
    "pattern",
    ["README.md", "CONTRIBUTING.md", "CITATION.cff", "docs/*.md", "geo/**/*.md", "geo/**/*.csv",
     "geo/**/*.geojson", "geo/**/*.geojson.gz"],
)  # fmt: skip
def test_no_document_and_no_data_have_a_quaint_phrase(pattern: str) -> None:
    paths = sorted(ROOT.glob(pattern))
    assert paths
    assert _found_in(paths, _words_of) == set()


@pytest.mark.parametrize(
    "text",
    [
        "8 routes and 3 corridors; 12 passages in 1 article name what is shown.",
        "No passage shown here names it",
        "10 more of this article, naming nothing shown here",
        "A page to take away",
        "the notes that you\nbrought",
    ],
)
def test_the_phrases_of_old_are_found(text: str) -> None:
    assert _found(text)


def test_no_message_is_assigned_twice() -> None:
    """A second one under the same name would replace the first wherever that is shown."""
    tree = ast.parse((ROOT / "geo" / "messages.py").read_text(encoding="utf-8"))
    names = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert [name for name, count in Counter(names).items() if count > 1] == []
