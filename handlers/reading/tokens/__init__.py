"""字面: what stands in a line, piece by piece, before anything is known of what it means."""
