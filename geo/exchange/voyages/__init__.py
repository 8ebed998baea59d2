"""Exports of a voyage: table, lines, figure and citation."""
