"""导出: what leaves the bot as a file, as values that know their order; the bytes are made in bot/documents."""
