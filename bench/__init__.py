"""The measured budgets, run by one command."""
