"""The linker: characters per second, for ten thousand to ten million, and its load time."""

import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from geo.linker.api import default_lexicon
from geo.linker.lexicon import Lexicon
from geo.linker.links import find_article_mentions
from geo.linker.mentions import find_mentions
from geo.text.articles import read_article

ROOT = Path(__file__).parents[1]
SEED = ROOT / "seeds" / "000_4307505dd1a9bba4.txt"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)
RUNS = 5
LOAD = (
    "import time; start = time.perf_counter(); from geo.linker.api import default_lexicon; "
    "default_lexicon(); print(time.perf_counter() - start)"
)


def main() -> Iterator[dict[str, Any]]:
    """Yield the figures; times are processor seconds of one core, except for loading."""
    yield _loading()
    lexicon = default_lexicon()
    words = SEED.read_text(encoding="utf-8")
    for size in SIZES:
        yield _linking(words, size, lexicon)
    yield _article(lexicon)


def _loading() -> dict[str, Any]:
    """Measure loading the lexicon in a fresh process: import, tables, catalogue's names."""
    times = []
    for _ in range(RUNS):
        command = [sys.executable, "-c", LOAD]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        times.append(float(done.stdout))
    return _figure("lexicon loaded", statistics.median(times), "s", RUNS, "fresh process")


def _linking(words: str, size: int, lexicon: Lexicon) -> dict[str, Any]:
    text = (words * (size // len(words) + 1))[:size]
    runs = 1 if size == SIZES[-1] else RUNS
    times = []
    for _ in range(runs):
        start = time.process_time()
        find_mentions(text, lexicon)
        times.append(time.process_time() - start)
    speed = size / statistics.median(times) / 1e6
    note = f"{size:,} characters, the seed article over and over"
    return _figure(f"linking {size:,} characters", speed, "million characters/s", runs, note)


def _article(lexicon: Lexicon) -> dict[str, Any]:
    raw = SEED.read_bytes()
    times = []
    for _ in range(4 * RUNS):
        start = time.process_time()
        find_article_mentions(read_article(raw, name=SEED.name), lexicon)
        times.append(time.process_time() - start)
    milliseconds = statistics.median(times) * 1000
    return _figure(
        "seed article read and linked", milliseconds, "ms", 4 * RUNS, "bytes to mentions"
    )


def _figure(name: str, value: float, unit: str, runs: int, note: str) -> dict[str, Any]:
    return {"figure": name, "value": round(value, 3), "unit": unit, "n": runs, "note": note}
