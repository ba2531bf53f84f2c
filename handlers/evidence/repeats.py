"""重复的材料: the same file handed in elsewhere, and pictures that look nearly the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import Final

from handlers.evidence.kinds import KIND_NAMES
from handlers.wording import clip, month_day
from store.records import Evidence
from store.unit_of_work import UnitOfWork

NEAR: Final = 5
"""Of the 64 spots by which pictures are compared, so many may differ between two of one scene."""
_BITS: Final = 64
_BANDS: Final = NEAR + 1


def own_repeats(uow: UnitOfWork, row: Evidence) -> str:
    """What the sender may know of: earlier pieces of the same unit that this one repeats; "" for none.

    Nothing is ever said here of another unit, nor of one that merely has the same name elsewhere.
    """
    if row.sha256 is None:
        return ""
    same = next((found for found in uow.evidence.same_bytes(row.sha256) if _is_own_earlier(found, row)), None)
    if same is not None:
        return f"和您单位{_when(same)}交的{_called(same)}是同一个文件"
    near = next((found for found in _near(uow, row) if _is_own_earlier(found, row)), None)
    return f"和您单位{_when(near)}交的{_called(near)}看起来是同一张图片" if near is not None else ""


def same_files(rows: Iterable[Evidence]) -> Iterator[list[Evidence]]:
    """Pieces with the same bytes, in groups of two and more."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for row in rows:
        if row.sha256 is not None:
            groups[row.sha256].append(row)
    return (group for group in groups.values() if len(group) > 1)


def near_pictures(rows: Sequence[Evidence]) -> list[tuple[Evidence, Evidence]]:
    """Pairs of pictures that look alike but are not the same file, in their order."""
    pairs: dict[tuple[int, int], tuple[Evidence, Evidence]] = {}
    bands: dict[tuple[int, int], list[Evidence]] = defaultdict(list)
    for row in rows:
        if row.picture_hash:
            for number, part in enumerate(_parts(row.picture_hash)):
                bands[number, part].append(row)
    # Where at most five spots differ, one of six bands is equal.
    for group in bands.values():
        for one, other in combinations(group, 2):
            if one.sha256 != other.sha256 and distance(one, other) <= NEAR:
                pairs[one.id, other.id] = (one, other)
    return [pairs[key] for key in sorted(pairs)]


def distance(one: Evidence, other: Evidence) -> int:
    """In how many spots two pictures differ, 0 to 64."""
    return (int(one.picture_hash, 16) ^ int(other.picture_hash, 16)).bit_count()


def _near(uow: UnitOfWork, row: Evidence) -> Iterator[Evidence]:
    if not row.picture_hash:
        return iter(())
    return (found for found in uow.evidence.pictures(row.unit, row.subject) if distance(found, row) <= NEAR)


def _is_own_earlier(found: Evidence, row: Evidence) -> bool:
    same_unit = (found.unit, found.subject) == (row.unit, row.subject)
    return same_unit and found.id < row.id and found.state == "stored"


def _when(row: Evidence) -> str:
    return f"{row.at.year}年{month_day(row.at)}"


def _called(row: Evidence) -> str:
    name = row.original_name or row.caption
    where = f"（{row.code}）" if row.code else "（还没归类）"
    return f"{KIND_NAMES[row.kind]}{f'“{clip(name, 30)}”' if name else ''}{where}"


def _parts(picture_hash: str) -> Iterator[int]:
    bits = int(picture_hash, 16)
    edges = [_BITS * number // _BANDS for number in range(_BANDS + 1)]
    for low, high in pairwise(edges):
        yield bits >> low & (1 << high - low) - 1
