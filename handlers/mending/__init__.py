"""更正: what a person says against his own reports: another value, taken back, taken back by mistake, swapped, misplaced."""
