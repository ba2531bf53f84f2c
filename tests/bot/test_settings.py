from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.settings import ServerSettings, Settings, SettingsError

WHOLE = {
    "KAOHE_WECOM_CORP_ID": "ww0123456789abcdef",
    "KAOHE_WECOM_AGENT_ID": "1000002",
    "KAOHE_WECOM_SECRET": "canary-Secret-1",
    "KAOHE_WECOM_TOKEN": "canaryToken1",
    "KAOHE_WECOM_AES_KEY": "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
}


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """An empty folder and none of our variables."""
    monkeypatch.chdir(tmp_path)
    for name in (
        *WHOLE,
        *ROBOT,
        "KAOHE_AIBOT_WS_URL",
        "KAOHE_DATABASE_URL",
        "KAOHE_DATA_DIR",
        "KAOHE_REHEARSAL_AT",
    ):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


@pytest.fixture
def whole(environment: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name, value in WHOLE.items():
        environment.setenv(name, value)
    return environment


def faults(kind: type[Settings]) -> str:
    with pytest.raises(SettingsError) as refused:
        kind.load()
    line = str(refused.value)
    assert "\n" not in line
    return line


def test_a_command_that_serves_nothing_needs_no_settings(environment: pytest.MonkeyPatch) -> None:
    settings = Settings.load()
    assert (settings.database_url, settings.port) == ("sqlite+aiosqlite:///data/kaohe.db", 8080)
    with pytest.raises(SettingsError):
        _ = settings.wecom


def test_serving_without_settings_names_the_whole_app(environment: pytest.MonkeyPatch) -> None:
    line = faults(ServerSettings)
    assert all(name in line for name in WHOLE)


def test_complete_settings_serve(whole: pytest.MonkeyPatch) -> None:
    app = ServerSettings.load().wecom
    assert (app.corp_id, app.agent_id, app.secret) == ("ww0123456789abcdef", 1000002, "canary-Secret-1")


@pytest.mark.parametrize("name", WHOLE)
@pytest.mark.parametrize(
    "value",
    [
        *("", " ", "changeme", "CHANGE_ME", "change-me-please", "your-secret", "your_token_here", "xxx"),
        *("XXXXXXXX", "<secret>", "${SECRET}", "...", "***", "todo", "placeholder", "请填写", "您的密钥"),
    ],
)
def test_a_missing_or_placeholder_value_is_named(whole: pytest.MonkeyPatch, name: str, value: str) -> None:
    whole.setenv(name, value)
    line = faults(ServerSettings)
    assert [other for other in WHOLE if other in line] == [name]


def test_what_was_copied_from_the_example_is_said_to_be_a_placeholder(whole: pytest.MonkeyPatch) -> None:
    whole.setenv("KAOHE_WECOM_AGENT_ID", "<AgentId>")
    assert faults(ServerSettings) == "设置有误：KAOHE_WECOM_AGENT_ID（还是占位内容）"


def test_every_fault_is_named_in_one_line_and_no_value(whole: pytest.MonkeyPatch) -> None:
    whole.setenv("KAOHE_WECOM_SECRET", "changeme")
    whole.setenv("KAOHE_WECOM_AES_KEY", "canaryTooShort")
    whole.setenv("KAOHE_PORT", "canaryPort")
    whole.setenv("KAOHE_TIMEZONE", "Asia/Canary")
    whole.setenv("KAOHE_DATABASE_URL", "mysql://canary@host/db")
    whole.setenv("KAOHE_WECHAT_APP_ID", "wx1")
    line = faults(ServerSettings)
    for name in ("SECRET", "AES_KEY", "PORT", "TIMEZONE", "DATABASE_URL", "WECHAT_TOKEN"):
        assert name in line
    assert "canary" not in line
    assert "Canary" not in line


@pytest.mark.parametrize("key", ["short", "j" * 42, "j" * 44, "j" * 42 + "!", "j" * 42 + "="])
def test_an_aes_key_has_43_characters(whole: pytest.MonkeyPatch, key: str) -> None:
    whole.setenv("KAOHE_WECOM_AES_KEY", key)
    assert "KAOHE_WECOM_AES_KEY" in faults(ServerSettings)


def test_a_group_is_given_as_a_whole_or_not_at_all(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("KAOHE_WECOM_CORP_ID", "ww1")
    line = faults(Settings)
    assert all(name in line for name in WHOLE if name != "KAOHE_WECOM_CORP_ID")


def test_a_secret_can_stand_in_a_file(whole: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("from-the-file\n")
    whole.delenv("KAOHE_WECOM_SECRET")
    whole.setenv("KAOHE_WECOM_SECRET_FILE", str(tmp_path / "secret"))
    assert ServerSettings.load().wecom.secret == "from-the-file"


def test_a_placeholder_in_a_file_is_one_too(whole: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("changeme\n")
    whole.delenv("KAOHE_WECOM_SECRET")
    whole.setenv("KAOHE_WECOM_SECRET_FILE", str(tmp_path / "secret"))
    assert "KAOHE_WECOM_SECRET" in faults(ServerSettings)


def test_a_file_that_cannot_be_read_is_named(whole: pytest.MonkeyPatch) -> None:
    whole.delenv("KAOHE_WECOM_SECRET")
    whole.setenv("KAOHE_WECOM_SECRET_FILE", "/no/such/file")
    assert faults(ServerSettings) == "设置有误：KAOHE_WECOM_SECRET_FILE（文件读不出）"


def test_the_file_dot_env_is_read_and_the_environment_goes_before_it(
    environment: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / ".env").write_text("".join(f"{name}={value}\n" for name, value in WHOLE.items()))
    environment.setenv("KAOHE_WECOM_CORP_ID", "wwFromTheEnvironment")
    app = ServerSettings.load().wecom
    assert (app.corp_id, app.agent_id) == ("wwFromTheEnvironment", 1000002)


@pytest.mark.parametrize(
    "base",
    [
        "https://qyapi.weixin.qq.com",
        "https://qyapi.weixin.qq.com/cgi-bin/",
        "http://QYAPI.weixin.qq.com",
        None,
    ],
)
def test_nobody_rehearses_on_the_public_platform(whole: pytest.MonkeyPatch, base: str | None) -> None:
    whole.setenv("KAOHE_REHEARSAL_AT", "2015-06-24T09:00+08:00")
    if base is not None:
        whole.setenv("KAOHE_WECOM_API_BASE", base)
    assert "KAOHE_REHEARSAL_AT" in faults(ServerSettings)


@pytest.mark.parametrize("at", ["2015-06-24T09:00+08:00", "2015-06-24T09:00", "2015-06-24T01:00Z"])
def test_a_rehearsal_starts_at_its_time(whole: pytest.MonkeyPatch, at: str) -> None:
    whole.setenv("KAOHE_REHEARSAL_AT", at)
    whole.setenv("KAOHE_WECOM_API_BASE", "http://127.0.0.1:9000")
    start = ServerSettings.load().rehearsal_start
    assert start == datetime(2015, 6, 24, 1, 0, tzinfo=UTC)
    assert start is not None
    assert start.utcoffset() in {timedelta(hours=8), timedelta(0)}


def test_no_secret_is_shown_but_to_those_who_blot_it_out(whole: pytest.MonkeyPatch) -> None:
    whole.setenv("KAOHE_DATABASE_URL", "postgresql+psycopg://kaohe:canaryPassword@db/kaohe")
    settings = ServerSettings.load()
    secrets = {WHOLE[f"KAOHE_WECOM_{name}"] for name in ("SECRET", "TOKEN", "AES_KEY")}
    assert set(settings.secrets()) == secrets | {"canaryPassword"}
    for secret in secrets:
        assert secret not in f"{settings!r} {settings.wecom!r}"


ROBOT = {"KAOHE_AIBOT_ID": "aib-1", "KAOHE_AIBOT_SECRET": "canary-Secret-2"}


def test_the_robot_alone_serves(environment: pytest.MonkeyPatch) -> None:
    for name, value in ROBOT.items():
        environment.setenv(name, value)
    settings = ServerSettings.load()
    assert settings.robot is not None
    assert (settings.robot.bot_id, settings.robot.secret) == ("aib-1", "canary-Secret-2")
    assert settings.robot.url == "wss://openws.work.weixin.qq.com"
    assert not settings.has_app
    assert "canary" not in repr(settings.robot)


def test_half_a_robot_does_not_stand_for_the_app(environment: pytest.MonkeyPatch) -> None:
    environment.setenv("KAOHE_AIBOT_ID", "aib-1")
    line = faults(ServerSettings)
    assert all(name in line for name in (*WHOLE, "KAOHE_AIBOT_SECRET"))


@pytest.mark.parametrize("url", ["https://openws.work.weixin.qq.com", "wss://", "openws.work.weixin.qq.com"])
def test_the_long_connection_needs_a_web_socket_address(environment: pytest.MonkeyPatch, url: str) -> None:
    environment.setenv("KAOHE_AIBOT_WS_URL", url)
    assert faults(Settings) == "设置有误：KAOHE_AIBOT_WS_URL（不是ws(s)地址）"
