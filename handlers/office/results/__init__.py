"""归档和发布: what the office counts, checks, locks and publishes."""
