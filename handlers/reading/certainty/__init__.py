"""把握: what is certain, what is asked and what is refused; nothing is guessed."""
