"""`python -m bench [MODULE ...]`: run the measurements and print one JSON line per figure.

Every module of this package with a `main()` takes part; with names, only those do. It yields its
figures, or prints them itself and returns a status; the command ends with the worst one. A figure
is `{"figure", "value", "unit", "n", "note"}`: the value is a median of `n` unless the note says
otherwise. Figures hold for the machine that measured them, so compare runs of one machine, and
close other programs before.
"""

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable, Iterator
from types import ModuleType

import bench


def modules(names: Iterable[str] = ()) -> Iterator[ModuleType]:
    """Yield the modules that measure something, in alphabetical order.

    Raises
    ------
    SystemExit
        A name is not that of a module here.
    """
    there = sorted(found.name for found in pkgutil.iter_modules(bench.__path__))
    asked = list(names)
    if unknown := [name for name in asked if name not in there]:
        raise SystemExit(f"bench has no {', '.join(unknown)}; it has {', '.join(there)}.")
    for name in asked or there:
        if not name.startswith("_"):
            module = importlib.import_module(f"bench.{name}")
            if hasattr(module, "main"):
                yield module


def run(names: Iterable[str] = ()) -> int:
    """Print each figure as soon as it is measured; return the worst status."""
    worst = 0
    for module in modules(names):
        found = module.main()
        if isinstance(found, int):
            worst = max(worst, found)
            continue
        for figure in found:
            print(json.dumps(figure, ensure_ascii=False), flush=True)
    return worst


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
