"""Rules that decide what a name in a text means, or that it means nothing of ours."""
