"""What readers uploaded is nowhere in the process once their session has let it go."""

import gc
import subprocess
import sys
from collections import deque
from pathlib import Path

import psutil

from geo.exchange.project import read_project, to_project
from geo.linker.api import default_lexicon
from geo.linker.edits import find_words
from geo.linker.links import link_article
from geo.linker.worker_pool import Worker
from geo.markup.evidence import evidence_rows, search_rows
from geo.markup.excerpt import excerpt
from geo.markup.passages import ReadingPane, column, naming_list
from geo.text.readers import read_pasted
from geo.text.user_articles import user_article
from geo.view import View

ROOT = Path(__file__).parents[3]
MARKER = "Quorblex"
READERS, WARM = 500, 100
MOST_GROWTH_BYTES = 20_000_000


def text_of(number: int) -> str:
    """A unique text of names, abbreviations, persons and ships."""
    word = f"{MARKER}{number}"
    return (
        f"Ice off {word}\n\nThe MV {word} Russia of the {word} Trust (QX{number}) left the"
        f" Kara Sea. Mr {word} Jordan, {word}é and Chad {word} met in Norway.\n\n"
        + f"Norway {word}. "
        * 20
    )


def use(worker: Worker, number: int) -> None:
    """Do with a text what the pages do, and let it go."""
    taken = worker.read_paste(text_of(number))
    article, links = taken.article, taken.links
    assert links
    assert link_article(user_article(read_pasted(text_of(READERS + number))), default_lexicon())
    snapshot = {link.feature for link in links}
    pane = ReadingPane([article], links, View(), snapshot, (), name_of=lambda identity: identity)
    assert MARKER in column(pane)
    naming_list(pane)
    excerpt(pane)
    rows = evidence_rows([article], links, lambda _feature: True)
    assert all(MARKER in " ".join(row.cells(str, str).values()) for row in rows[:1])
    search_rows(rows, f"{MARKER}{number}", str)
    find_words(article, article.passages[-1].id, f"norway {MARKER}{number}")
    read_project(to_project([article], [], View()).encode(), name=f"{MARKER}.json")


def holders() -> list[str]:
    """Return what still holds a marked string, by its type."""
    gc.collect()
    seen: set[int] = set()
    queue: deque[object] = deque(gc.get_objects())
    found: list[str] = []
    while queue:
        holder = queue.popleft()
        if id(holder) in seen or holder is queue or holder is seen:
            continue
        seen.add(id(holder))
        for held in gc.get_referents(holder):
            if isinstance(held, str | bytes):
                text = held if isinstance(held, str) else held.decode("latin-1")
                if MARKER in text and len(text) > len(MARKER):
                    found.append(f"{type(holder).__name__}: {text[:60]}")
            elif not gc.is_tracked(held):
                queue.append(held)
    return [one for one in found if "test_memory" not in one and '"""' not in one]


def main() -> None:
    """Run the readers and print what is kept of them."""
    process, before = psutil.Process(), 0
    with Worker() as worker:
        for number in range(READERS):
            use(worker, number)
            if number == WARM:
                before = process.memory_info().rss
    print(process.memory_info().rss - before)  # noqa: T201
    print("\n".join(holders()))  # noqa: T201


def test_nothing_of_five_hundred_uploads_stays_in_memory() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from tests.unit.exchange import test_memory as t; t.main()"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    grown, _, kept = done.stdout.partition("\n")
    assert kept.strip() == ""
    assert int(grown) < MOST_GROWTH_BYTES
