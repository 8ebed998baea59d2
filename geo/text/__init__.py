"""What is written: articles, names, mentions and links."""
