import pytest

from handlers.reading.widths import clean


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("９１．５％", "91.5%"),
        ("Ｔ１７－Ｈ１：１００", "T17-H1:100"),
        ("覆\u200b盖\ufeff率\u200e", "覆盖率"),
        ("3⁄4", "3/4"),
        ("98–99", "98-99"),
        ("１　２", "1 2"),
        ("a\r\nb", "a\n\nb"),
        ("2️⃣100", "②100"),
        ("0️⃣#️⃣", "⓪# "),
    ],
)
def test_width_forms_become_one(typed: str, meant: str) -> None:
    assert clean(typed) == meant


@pytest.mark.parametrize("character", ["①", "⑫", "³", "½", "㈠", "，", "。", "、", "‰", "\t", "\n"])
def test_characters_with_a_meaning_of_their_own_stay(character: str) -> None:
    assert clean(character) == character
