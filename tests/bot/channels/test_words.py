import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.words import file_name, plain, split


def test_every_control_and_format_character_is_taken_out_except_the_joiner_of_emoji() -> None:
    left = [
        hex(code)
        for code in range(sys.maxunicode + 1)
        if unicodedata.category(chr(code)) in {"Cc", "Cf"}
        and chr(code) not in "\n\t"
        # \r, \v, \f and NEL end lines.
        and plain(f"a{chr(code)}b") not in {"ab", "a\nb"}
    ]
    assert left == []


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("91.5%\u202e", "91.5%"),
        ("19\u200b.2 \u2066好", "19.2 好"),
        ("一\r\n二\r三\u2028四", "一\n二\n三\n四"),
        ("A1\t12", "A1\t12"),
        ("①② 九十一点五％", "①② 九十一点五％"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("甲\u200d乙", "甲乙"),
        ("\x00\x07\x1b[31m", "[31m"),
        ("98%\ud83d", "98%"),
    ],
)
def test_meaningless_characters_go_and_the_others_stay(typed: str, kept: str) -> None:
    assert plain(typed) == kept


@pytest.mark.parametrize(
    ("given_name", "name"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\王\\照片.jpg", "照片.jpg"),
        (" 佐证\n材料.pdf ", "佐证 材料.pdf"),
        ("..", ""),
        ("\u202egpj.exe", "gpj.exe"),
    ],
)
def test_a_file_name_is_the_last_part_in_one_line(given_name: str, name: str) -> None:
    assert file_name(given_name) == name


def test_a_long_file_name_keeps_its_ending() -> None:
    name = file_name("材" * 500 + ".docx")
    assert len(name) <= 120
    assert name.endswith(".docx")


def test_a_text_within_the_limit_stays_whole() -> None:
    assert split("好" * 682, 2048) == ("好" * 682,)


def test_a_text_one_byte_beyond_the_limit_is_cut() -> None:
    parts = split("好" * 682 + "abc", 2048)
    assert len(parts) == 2


def test_a_long_text_is_cut_between_lines_and_numbered() -> None:
    lines = [f"{number} 产品质量省级监督抽查合格率 91.5%，暂得2分" for number in range(100)]
    parts = split("\n".join(lines), 2048)
    assert [part.splitlines()[-1] for part in parts] == [
        f"（{number}/{len(parts)}）" for number in range(1, len(parts) + 1)
    ]
    assert [line for part in parts for line in part.splitlines()[:-1]] == lines


@given(st.text(st.sampled_from("好a\n，。 👍é"), max_size=400), st.integers(40, 200))
def test_parts_fit_and_lose_nothing_but_line_ends(text: str, limit: int) -> None:
    parts = split(text, limit)
    assert all(len(part.encode()) <= limit for part in parts)
    if len(parts) > 1:
        parts = tuple(part.rpartition("\n")[0] for part in parts)
    assert "".join(parts).replace("\n", "") == text.replace("\n", "")


def test_a_limit_without_room_for_words_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        split("好" * 20, 21)
