"""The outside: HTTP, channels, delivery, clock and command line; wires everything, and nothing imports it."""
