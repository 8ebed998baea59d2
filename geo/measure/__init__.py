"""Computed facts: zones, waters along tracks, transits, roles of nations."""
