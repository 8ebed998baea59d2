"""How it leaves: files, figures and pages to take away."""
