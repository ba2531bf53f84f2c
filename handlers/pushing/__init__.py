"""推送: what leaves by itself, under a key that makes it unique, and what did not arrive."""
