"""审核: what waits for a reviewer, what he decides and what comes of it."""
