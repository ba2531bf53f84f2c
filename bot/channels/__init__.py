"""The ways by which people write to the bot and are written to, one module each."""
