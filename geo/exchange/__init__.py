"""Exports: data files, figures and the standalone page."""
