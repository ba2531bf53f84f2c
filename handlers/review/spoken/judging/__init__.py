"""评判: what a line that rules nothing says of waiting reports, clause by clause, and the draft that is made of it."""
