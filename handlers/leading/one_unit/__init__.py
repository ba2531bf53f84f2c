"""一家: which units a message names, and how one of them stands."""
