"""人的事: who joins, takes over, stands in, gets a role or cannot get in, said in a sentence of the office."""
