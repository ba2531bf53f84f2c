"""哪一项: which line, input or place of a list the words beside a value mean."""
