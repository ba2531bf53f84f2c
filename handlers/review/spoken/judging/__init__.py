"""评判: what a sentence says of waiting reports, clause by clause, made a draft of exactly those that it names."""
