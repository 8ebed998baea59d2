"""Offline scripts that build the shipped data from its sources."""
