"""Documents as bytes: values in, files out, and the tables that people hand in."""
