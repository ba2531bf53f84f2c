"""审核员问的: answered, and nothing is decided."""
