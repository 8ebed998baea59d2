"""Benchmarks with budgets."""
