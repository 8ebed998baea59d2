"""What is pinned, and what the installed distributions ask for."""

import re
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.requirements import Requirement

from tests.repository import ROOT


def plain(name: str) -> str:
    """Return a distribution's name or an extra's in its normal form (PEP 503, PEP 685)."""
    return re.sub(r"[-_.]+", "-", name.split("[", maxsplit=1)[0]).lower()


def pinned(name: str) -> dict[str, str]:
    """Return package and version of a requirements file."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line.strip() and not line.startswith(("#", "-r"))]
    assert [line for line in wanted if not re.fullmatch(r"[\w.\[\]-]+==[\w.+!-]+", line)] == []
    return {plain(line.split("==")[0]): line.split("==")[1] for line in wanted}


def installed(folder: Path | None = None) -> dict[str, Distribution]:
    """Return the distributions in a folder, or those that this Python sees, by plain name."""
    where = {} if folder is None else {"path": [str(folder)]}
    return {plain(one.metadata["Name"]): one for one in distributions(**where)}


def required(roots: Iterable[str], there: dict[str, Distribution]) -> set[str]:
    """Return the plain names of all that some distributions need, directly or not.

    An extra counts when something asks for it, however either side spells it: a pip before 23.3
    took `html_clean` and `html-clean` for two extras, and left out what the second one brings.
    """
    seen: set[tuple[str, str]] = set()
    coming = [(plain(root), "") for root in roots]
    while coming:
        name, extra = coming.pop()
        if (name, extra) in seen:
            continue
        seen.add((name, extra))
        for need in map(Requirement, (there[name].requires if name in there else None) or []):
            if need.marker is None or need.marker.evaluate({"extra": extra}):
                coming += [
                    (plain(need.name), ""),
                    *((plain(need.name), plain(e)) for e in need.extras),
                ]
    return {name for name, _ in seen}
