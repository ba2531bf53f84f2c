"""Words as pieces of a name: in its order, or two of them the other way round."""

from typing import Final

SHORTEST: Final = 2
"""Fewer characters name nothing."""


def pieces_of(heard: str, name: str) -> int:
    """Into how few pieces of the name, in its order, the words can be taken apart; 0 where they cannot."""
    start = at = count = 0
    while start < len(heard):
        end = len(heard)
        while (found := name.find(heard[start:end], at)) < 0:
            end -= 1
            if end == start:
                return 0
        count, start, at = count + 1, end, found + end - start
    return count


def is_turned(asked: str, name: str) -> bool:
    """Whether the words are two pieces of the name the other way round: 执法检查方案 of 制定方案…执法检查."""
    for cut in range(SHORTEST, len(asked) - SHORTEST + 1):
        later = name.rfind(asked[:cut])
        if later < 0:
            return False
        if 0 <= name.find(asked[cut:]) <= later - (len(asked) - cut):
            return True
    return False
