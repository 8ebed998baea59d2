"""What tests read from the drawings of the maps of voyages."""

import re

import numpy as np
from shapely import Polygon


def points(markup: str, name: str) -> list[list[tuple[float, float]]]:
    """Return the points of each line of a path of this class."""
    lines = []
    for d in re.findall(rf'<path d="([^"]*)"(?: id="[^"]*")? class="{name}"', markup):
        for run in re.findall(r"M(\S+) (\S+?)l([^Mz]*)", d):
            steps = np.array(re.findall(r"-?\d+", run[2]), dtype=float).reshape(-1, 2)
            whole = np.vstack([(float(run[0]), float(run[1])), steps]).cumsum(axis=0)
            lines.append([(x, y) for x, y in whole.tolist()])
    return lines


def land_of(drawn: str) -> list[Polygon]:
    """Return the areas of land in units of the strip."""
    found = []
    pattern = r'<g transform="scale\((\S+)\) translate\((\S+) (\S+)\)">(.*?)</g>'
    for scale, left, top, inner in re.findall(pattern, drawn):
        for run in points(inner, "land edged"):
            if len(run) > 2:
                placed = np.add(run, (float(left), float(top))) * float(scale)
                found.append(Polygon(placed).buffer(0))
    return found
