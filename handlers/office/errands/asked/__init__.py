"""质强办问的: what the office asks in a sentence of its own; answered, and nothing is done."""
