"""待确认: what is said back before it is done, and what may be answered to it."""
