"""Signed links: what opens, and that nothing else does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.links import KEY_BYTES, KEY_FILE, LinkError, Links, link_keys, link_maker
from bot.settings import Settings

NOW = datetime(2026, 1, 10, 9, 0, tzinfo=UTC)
UNTIL = NOW + timedelta(minutes=30)
KEY = b"k" * KEY_BYTES
OTHER = b"o" * KEY_BYTES


def refused(links: Links, token: str, kind: str = "upload", now: datetime = NOW) -> str:
    with pytest.raises(LinkError) as error:
        links.open(token, kind, now)
    return str(error.value)


def test_a_token_says_for_whom_and_for_what_it_was_made() -> None:
    links = Links([KEY])
    link = links.open(links.sign("upload", 7, "第3包", UNTIL), "upload", NOW)
    assert (link.contact_id, link.target, link.expires_at) == (7, "第3包", UNTIL)


def test_two_tokens_for_the_same_thing_differ() -> None:
    links = Links([KEY])
    ids = {links.open(links.sign("upload", 7, "", UNTIL), "upload", NOW).id for _ in range(100)}
    assert len(ids) == 100


@pytest.mark.parametrize(("seconds", "opens"), [(-1, True), (0, False), (1, False)])
def test_a_token_opens_until_the_second_of_its_expiry(seconds: int, opens: bool) -> None:
    links = Links([KEY])
    token, at = links.sign("upload", 7, "", UNTIL), UNTIL + timedelta(seconds=seconds)
    if opens:
        links.open(token, "upload", at)
    else:
        assert "过期" in refused(links, token, now=at)


def test_no_character_of_a_token_can_be_changed_added_or_left_out() -> None:
    links = Links([KEY])
    token = links.sign("upload", 7, "a", UNTIL)
    for place in range(len(token)):
        for other in "AQ-_x.=":
            if other != token[place]:
                assert "不对" in refused(links, token[:place] + other + token[place + 1 :])
        assert "不对" in refused(links, token[:place] + token[place + 1 :])
        assert "不对" in refused(links, token[:place] + "A" + token[place:])


@pytest.mark.parametrize("token", ["", ".", "a.b", "密.钥", "A" * 5000, "A" * 600 + "." + "A" * 43])
def test_what_is_no_token_opens_nothing(token: str) -> None:
    assert "不对" in refused(Links([KEY]), token)


def test_a_token_of_one_kind_does_not_open_another() -> None:
    links = Links([KEY])
    assert "不对" in refused(links, links.sign("files", 7, "", UNTIL))


def test_a_key_that_was_replaced_still_opens_and_one_that_was_removed_does_not() -> None:
    token = Links([OTHER]).sign("upload", 7, "", UNTIL)
    assert Links([KEY, OTHER]).open(token, "upload", NOW).contact_id == 7
    assert "不对" in refused(Links([KEY]), token)
    fresh = Links([KEY, OTHER]).sign("upload", 7, "", UNTIL)
    assert "不对" in refused(Links([OTHER]), fresh)


def test_a_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Links([b"short"])


def test_a_token_needs_no_escaping_in_an_address() -> None:
    make = link_maker(Links([KEY]), "https://kaohe.example.gov.cn/")
    address = make("upload", 7, "材料 & 附件?", UNTIL)
    assert address.startswith("https://kaohe.example.gov.cn/upload/")
    token = address.rpartition("/")[2]
    assert not set(token) - set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")


def with_keys(folder: Path, now: str | None = None, before: str | None = None) -> tuple[bytes, ...]:
    settings = Settings.model_construct(
        data_dir=folder,
        wecom_secret=SecretStr("s" * 43),
        link_key=SecretStr(now) if now else None,
        link_key_before=SecretStr(before) if before else None,
    )
    return link_keys(settings)


def test_the_keys_that_are_set_go_before_the_one_derived_from_the_secret(tmp_path: Path) -> None:
    derived = with_keys(tmp_path)
    assert derived == with_keys(tmp_path)
    assert len(derived[0]) == KEY_BYTES
    old, changed = with_keys(tmp_path, "a" * 32), with_keys(tmp_path, "b" * 32, "a" * 32)
    assert changed[1:] == old
    assert len({*derived, *changed}) == 3
    assert not (tmp_path / KEY_FILE).exists()


def test_without_any_secret_a_random_key_is_kept_for_this_user_alone(tmp_path: Path) -> None:
    settings = Settings.model_construct(data_dir=tmp_path / "data")
    first = link_keys(settings)
    assert first == link_keys(settings)
    assert [path.name for path in settings.data_dir.iterdir()] == [KEY_FILE]
    assert (settings.data_dir / KEY_FILE).stat().st_mode & 0o777 == 0o600
    assert first != link_keys(Settings.model_construct(data_dir=tmp_path / "other"))
