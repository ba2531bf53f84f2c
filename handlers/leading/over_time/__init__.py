"""前后: how the campaign stood, what has changed, and where it may end."""
