"""`python -m bench [MODULE ...]`: run the measurements and print one JSON line per figure.

Every module of this package with a `main()` that yields figures takes part; with names, only those
do. A figure is `{"figure", "value", "unit", "n", "note"}`: the value is a median of `n` unless the
note says otherwise. Figures hold for the machine that measured them, so compare runs of one
machine, and close other programs before.
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


def run(names: Iterable[str] = ()) -> None:
    """Print each figure as soon as it is measured."""
    for module in modules(names):
        for figure in module.main():
            print(json.dumps(figure, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    run(sys.argv[1:])
