import pytest

from handlers.reading import read_ordinals


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("1、3", (1, 3)), ("1 3", (1, 3)), ("1，3", (1, 3)), ("1和3", (1, 3)), ("２", (2,)), ("①③", (1, 3)),
        ("第2项", (2,)), ("第二项", (2,)), ("2、2", (2,)), ("⑫", (12,)), ("2️⃣", (2,)), ("1、3。", (1, 3)), ("序号3", (3,)),
    ],
)  # fmt: skip
def test_places_of_a_list_are_read(typed: str, places: tuple[int, ...]) -> None:
    assert read_ordinals(typed) == places


def test_all_needs_the_length_of_the_list() -> None:
    assert (read_ordinals("都", 3), read_ordinals("全部", 2), read_ordinals("都")) == ((1, 2, 3), (1, 2), ())


@pytest.mark.parametrize("typed", ["98.5", "1、3个", "第三方", "1、九十", "", "0", "覆盖率100", "1-3"])
def test_what_is_no_list_of_places_is_none(typed: str) -> None:
    assert read_ordinals(typed) == ()


def test_a_place_beyond_the_list_makes_it_none() -> None:
    assert read_ordinals("1、9", 3) == ()
