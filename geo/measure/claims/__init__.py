"""What stands beside a number of an article: our own measures and the catalogue's figures."""
