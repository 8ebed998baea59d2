"""Computed facts: zones, waters along tracks, transits, roles of nations, voyages."""

from geo.measure.voyages.api import voyage

__all__ = ["voyage"]
