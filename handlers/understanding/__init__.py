"""听懂: what a person on the roster types is given to the reader that knows it."""
