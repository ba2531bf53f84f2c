"""交办: what the office has done in a sentence of its own, in any order: whom, what, until when."""
