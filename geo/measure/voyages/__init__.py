"""Voyages: every way by sea between two ports, measured."""
