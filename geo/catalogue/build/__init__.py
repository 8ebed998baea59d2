"""Offline work that makes the shipped data from its sources."""
