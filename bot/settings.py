"""The settings of operation: from the environment and `.env`, refused as a whole when one is at fault."""

import os
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import (
    Field,
    ModelWrapValidatorHandler,
    SecretStr,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic import field_validator as check
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

from bot.accounts import RobotAccount, WechatAccount, WecomApp
from bot.setting_files import PREFIX, UNREADABLE, NamedFiles
from handlers.evidence.limits import LARGEST_MEGABYTES

PUBLIC_API_BASE = "https://qyapi.weixin.qq.com"

_WECOM = ("wecom_corp_id", "wecom_agent_id", "wecom_secret", "wecom_token", "wecom_aes_key")
_WECHAT = ("wechat_app_id", "wechat_secret", "wechat_token", "wechat_aes_key")
_AIBOT = ("aibot_id", "aibot_secret")

_PLACEHOLDER = re.compile(
    r"change[-_ ]?(me|it|this).*|replace[-_ ]?(me|it|this|with).*|your[-_ ].*|x{3,}|\*+|\.{2,}|<.*>|\$?\{.*\}"
    r"|todo|placeholder|example|请填.*|待填.*|你的.*|您的.*",
    re.IGNORECASE,
)
_AES_KEY = re.compile(r"[A-Za-z0-9+/]{43}")
_LINK_KEY_LENGTH = 32


class SettingsError(Exception):
    """One line that names every setting at fault and never shows a value."""


class Settings(BaseSettings):
    """What an office sets; the name of a field with the prefix `KAOHE_` is the name of its setting."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )
    needed: ClassVar[tuple[str, ...]] = ()

    database_url: str = "sqlite+aiosqlite:///data/kaohe.db"
    data_dir: Path = Path("data")
    evidence_url: str | None = None
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    public_url: str | None = None
    link_key: SecretStr | None = None
    link_key_before: SecretStr | None = None
    wecom_corp_id: str | None = None
    wecom_agent_id: int | None = Field(default=None, ge=0)
    wecom_secret: SecretStr | None = None
    wecom_token: SecretStr | None = None
    wecom_aes_key: SecretStr | None = None
    wecom_api_base: str = PUBLIC_API_BASE
    wecom_members: int | None = Field(default=None, ge=1)
    wecom_cards: bool = True
    wecom_oauth: bool = True
    wecom_oauth_base: str = "https://open.weixin.qq.com"
    aibot_id: str | None = None
    aibot_secret: SecretStr | None = None
    aibot_ws_url: str = "wss://openws.work.weixin.qq.com"
    wechat_app_id: str | None = None
    wechat_secret: SecretStr | None = None
    wechat_token: SecretStr | None = None
    wechat_aes_key: SecretStr | None = None
    wechat_api_base: str = "https://api.weixin.qq.com"
    webhook_url: SecretStr | None = None
    upload_megabytes: int = Field(default=LARGEST_MEGABYTES, ge=1, le=LARGEST_MEGABYTES)
    upload_day_megabytes: int = Field(default=1000, ge=1)
    outbound_proxy: SecretStr | None = None
    rubrics_dir: Path | None = None
    timezone: str = "Asia/Shanghai"
    rehearsal_at: datetime | None = None

    @classmethod
    def load(cls) -> Self:
        """Read the environment, the files that `KAOHE_*_FILE` name and `.env`; raises SettingsError."""
        return cls()

    @property
    def zone(self) -> ZoneInfo:
        """The zone in which days begin and deadlines are printed."""
        return ZoneInfo(self.timezone)

    @property
    def rehearsal_start(self) -> datetime | None:
        """Where the rehearsal's clock starts, aware: a time without a zone is meant in `timezone`."""
        at = self.rehearsal_at
        return at if at is None or at.tzinfo else at.replace(tzinfo=self.zone)

    @property
    def wecom(self) -> WecomApp:
        """The self-built app; raises SettingsError where it is not set."""
        corp_id, agent_id, *sealed = (getattr(self, name) for name in _WECOM)
        if None in {corp_id, agent_id, *sealed}:
            raise _refusal(dict.fromkeys(_WECOM, "未设置"))
        secret, token, aes_key = (value.get_secret_value() for value in sealed)
        return WecomApp(corp_id, agent_id, secret, token, aes_key)

    @property
    def wechat(self) -> WechatAccount | None:
        """The 公众号, None where none is set."""
        if self.wechat_app_id is None:
            return None
        sealed = (self.wechat_secret, self.wechat_token, self.wechat_aes_key)
        secret, token, aes_key = (value.get_secret_value() if value else "" for value in sealed)
        return WechatAccount(self.wechat_app_id, secret, token, aes_key)

    @property
    def has_app(self) -> bool:
        """Whether the self-built app is set."""
        return self.wecom_corp_id is not None

    @property
    def proxy(self) -> str | None:
        """Through which proxy everything goes that leaves for the platform."""
        return self.outbound_proxy.get_secret_value() if self.outbound_proxy else None

    @property
    def robot(self) -> RobotAccount | None:
        """The 智能机器人, None where none is set."""
        if self.aibot_id is None or self.aibot_secret is None:
            return None
        return RobotAccount(self.aibot_id, self.aibot_secret.get_secret_value(), self.aibot_ws_url)

    def secrets(self) -> tuple[str, ...]:
        """Every secret that is set, in clear, for the redaction of the logs."""
        values = (getattr(self, name) for name in type(self).model_fields)
        found = [value.get_secret_value() for value in values if isinstance(value, SecretStr)]
        others = (urlsplit(self.database_url).password, os.environ.get("AWS_SECRET_ACCESS_KEY"))
        return (*found, *filter(None, others))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """A variable goes before its file, and both before `.env`."""
        del file_secret_settings
        return init_settings, env_settings, NamedFiles(settings_cls), dotenv_settings

    @model_validator(mode="wrap")
    @classmethod
    def _name_every_fault(cls, data: dict[str, Any], build: ModelWrapValidatorHandler[Self]) -> Self:
        unreadable = data.pop(UNREADABLE, ())
        faults = {f"{name}_file": "文件读不出" for name in unreadable}
        given = {name for name, value in data.items() if value is not None}
        faults |= dict.fromkeys(cls._missing(given.union(unreadable)), "未设置")
        try:
            settings = build(data)
        except ValidationError as error:
            faults |= {str(problem["loc"][0]): _reason(problem) for problem in error.errors()}
            raise _refusal(faults) from None
        if faults:
            raise _refusal(faults)
        return settings

    @classmethod
    def _missing(cls, given: AbstractSet[str]) -> Iterator[str]:
        """A group is given as a whole or not at all, and what this command needs is given."""
        for group in (_WECOM, _WECHAT, _AIBOT):
            robot_alone = given >= set(_AIBOT)
            if given & set(group) or (group == cls.needed and not robot_alone):
                yield from (name for name in group if name not in given)

    @check(*_WECOM, *_WECHAT, *_AIBOT, "webhook_url", "link_key", "link_key_before", mode="before")
    @classmethod
    def _no_placeholder(cls, value: object) -> object:
        text = value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        if not text.strip() or _PLACEHOLDER.fullmatch(text.strip()):
            raise ValueError("还是占位内容")
        return value

    @check("link_key", "link_key_before")
    @classmethod
    def _long_link_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and len(value.get_secret_value()) < _LINK_KEY_LENGTH:
            raise ValueError(f"不足{_LINK_KEY_LENGTH}个字符")
        return value

    @check("wecom_aes_key", "wechat_aes_key")
    @classmethod
    def _whole_aes_key(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _AES_KEY.fullmatch(value.get_secret_value()):
            raise ValueError("不是43位的EncodingAESKey")
        return value

    @check("wecom_api_base", "wecom_oauth_base", "wechat_api_base", "public_url")
    @classmethod
    def _http_address(cls, value: str | None) -> str | None:
        if value is not None and not (value.startswith(("http://", "https://")) and urlsplit(value).hostname):
            raise ValueError("不是http(s)地址")
        return value

    @check("aibot_ws_url")
    @classmethod
    def _web_socket_address(cls, value: str) -> str:
        if not (value.startswith(("ws://", "wss://")) and urlsplit(value).hostname):
            raise ValueError("不是ws(s)地址")
        return value

    @check("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(("sqlite", "postgresql")):
            raise ValueError("只支持sqlite和postgresql")
        if _PLACEHOLDER.fullmatch(urlsplit(value).password or ""):
            raise ValueError("密码还是占位内容")
        return value

    @check("evidence_url")
    @classmethod
    def _bucket(cls, value: str | None) -> str | None:
        parts = urlsplit(value or "")
        named = (
            parts.scheme == "s3" and parts.netloc and not (parts.query or parts.fragment or parts.password)
        )
        if value is not None and not named:
            raise ValueError("要写成s3://桶名/前缀")
        return value

    @check("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (LookupError, ValueError, OSError):
            raise ValueError("没有这个时区") from None
        return value

    @check("rehearsal_at")
    @classmethod
    def _rehearse_apart(cls, value: datetime | None, info: ValidationInfo) -> datetime | None:
        base = urlsplit(info.data.get("wecom_api_base", PUBLIC_API_BASE))
        if value is not None and base.hostname == urlsplit(PUBLIC_API_BASE).hostname:
            raise ValueError("演练不连接公网企业微信，请先改KAOHE_WECOM_API_BASE")
        return value


class ServerSettings(Settings):
    """The settings of a process that serves: the self-built WeCom app is there, or the robot, or both."""

    needed: ClassVar[tuple[str, ...]] = _WECOM


def _reason(problem: Mapping[str, Any]) -> str:
    """Our own checks say what is wrong; pydantic's words could show the value."""
    return problem["msg"].removeprefix("Value error, ") if problem["type"] == "value_error" else "格式不对"


def _refusal(faults: Mapping[str, str]) -> SettingsError:
    told = "，".join(f"{PREFIX}{name.upper()}（{why}）" for name, why in sorted(faults.items()))
    return SettingsError(f"设置有误：{told}")
