"""发件: from a row of the outbox to the platform's answer, once, within what the platform allows."""
