"""审核的口语: what a reviewer rules in a sentence of his own words."""
