"""Articles: their passages and files, before linking."""
