"""The pages of the app: one file, one page."""
