"""大白话: how far things are, told in plain words, put against one list as a draft that a tap confirms."""

from handlers.reading.telling.completing import completed

__all__ = ["completed"]
