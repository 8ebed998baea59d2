"""Voyages: first use in a fresh process, all ways of a pair of ports, and what stays in memory.

Budgets: 1.5 s and 60 MB for the first use, 150 ms for a pair. A ratio says how many times as long a
pair takes as reading searoute's file of legs with `json`; it holds on a busy machine too.
"""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from geo.catalogue import sea_legs
from geo.catalogue.features import load_catalogue
from geo.measure.voyages.along import Surveyor
from geo.measure.voyages.ports import find_port
from geo.measure.voyages.ways import load_measurer
from geo.measure.zones import load_zones

ROOT = Path(__file__).parents[1]
FIRST_USE_S, MEMORY_MB, PAIR_MS = 1.5, 60.0, 150.0
STARTS = 3
PAIRS = (
    "Rotterdam, Shanghai", "Hamburg, Busan", "Murmansk, Provideniya", "Dikson, Tiksi",
    "Rotterdam, New York", "Murmansk, Yokohama", "Sabetta, Tianjin", "New York, Tokyo",
    "Vancouver, Rotterdam", "Kirkenes, Yokohama", "Narvik, Qingdao", "Halifax, Dalian",
    "Churchill, Antwerp", "Longyearbyen, Tokyo", "Reykjavik, Taicang", "Pevek, Arkhangelsk",
    "Tiksi, Vladivostok", "Nuuk, Kaohsiung", "Seattle, Gdansk", "Istanbul, Singapore",
)  # fmt: skip
_MEMORY = """
import re, time
from pathlib import Path
from geo.catalogue.features import load_catalogue
from geo.measure.zones import load_zones
def megabytes():
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(re.search(r"VmRSS:\\s+(\\d+)", status)[1]) / 1024
catalogue = load_catalogue(strict=False)
figures = []
def note(what):
    figures.append((what, time.perf_counter() - start, megabytes() - before))
start, before = time.perf_counter(), megabytes()
load_zones()
note("zones read")
from geo.measure.voyages.ways import load_measurer
measurer = load_measurer(catalogue)
note("network read")
from geo.measure.voyages.along import Surveyor
from geo.measure.voyages.ports import find_port
measurer.ways(*(find_port(name, catalogue) for name in ("Rotterdam", "Yokohama")))
note("first pair measured")
for figure in figures:
    print(*figure, sep=";")
"""


def main() -> Iterator[dict[str, Any]]:
    """Yield the figures."""
    yield from _first_use()
    yield from _pairs()


def _first_use() -> Iterator[dict[str, Any]]:
    """Measure seconds and memory in fresh processes, on top of the catalogue."""
    seconds: dict[str, list[float]] = {}
    memory: dict[str, list[float]] = {}
    for _ in range(STARTS):
        command = [sys.executable, "-c", _MEMORY]
        done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
        for line in done.stdout.splitlines():
            what, spent, grown = line.split(";")
            seconds.setdefault(what, []).append(float(spent))
            memory.setdefault(what, []).append(float(grown))
    for what, spent_s in seconds.items():
        so_far = "from the start of the first use, with the zones; "
        budget = f"{so_far}budget {FIRST_USE_S:g} s" if what == "network read" else so_far[:-2]
        yield _figure(f"{what}, s", statistics.median(spent_s), "s", STARTS, budget)
        grown_mb = statistics.median(memory[what])
        limit = f"budget {MEMORY_MB:g} MB, of which the zones serve the Atlas too"
        yield _figure(f"{what}, MB", grown_mb, "MB", STARTS, limit)


def _pairs() -> Iterator[dict[str, Any]]:
    """Measure processor time of fresh pairs: with no leg measured before, then as on a server."""
    catalogue = load_catalogue(strict=False)
    measurer = load_measurer(catalogue)
    pairs = [[find_port(name, catalogue) for name in pair.split(", ")] for pair in PAIRS]
    unit_s = statistics.median(_reading() for _ in range(STARTS))
    each_anew, kept = [], []
    for origin, destination in pairs:
        anew = replace(measurer, surveyor=Surveyor(catalogue, load_zones()))
        each_anew.append(_seconds(lambda m=anew, o=origin, d=destination: m.ways(o, d)))  # type: ignore[misc]
    for origin, destination in pairs:
        # A strait that no way needs is shut, so that the distances from the port are found anew.
        kept.append(_seconds(lambda o=origin, d=destination: measurer.ways(o, d, ["ormuz"])))  # type: ignore[misc]
    for note, times in (("no leg measured before", each_anew), ("legs of others kept", kept)):
        median = statistics.median(times)
        words = f"longest {max(times) * 1000:.0f} ms; budget {PAIR_MS:g} ms"
        yield _figure(f"all ways of a pair, {note}", median * 1000, "ms", len(times), words)
        ratio = "times as long as reading searoute's file"
        yield _figure(f"all ways of a pair, {note}, ratio", median / unit_s, "", len(times), ratio)


def _seconds(call: Callable[[], object]) -> float:
    start = time.process_time()
    call()
    return time.process_time() - start


def _reading() -> float:
    text = sea_legs._network_file().read_text(encoding="utf-8")  # noqa: SLF001  the same file
    return _seconds(lambda: json.loads(text))


def _figure(name: str, value: float, unit: str, runs: int, note: str) -> dict[str, Any]:
    figure = f"voyages: {name}"
    return {"figure": figure, "value": round(value, 3), "unit": unit, "n": runs, "note": note}
