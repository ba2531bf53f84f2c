"""The accounts at the platforms as the administrator's pages show them: the self-built app, the robot, the 公众号."""

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class WecomApp:
    """自建应用: what the administrator of the enterprise reads on the app's page."""

    corp_id: str
    agent_id: int
    secret: str = dataclasses.field(repr=False)
    token: str = dataclasses.field(repr=False)
    aes_key: str = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class WechatAccount:
    """公众号: what the administrator reads on its page of development settings."""

    app_id: str
    secret: str = dataclasses.field(repr=False)
    token: str = dataclasses.field(repr=False)
    aes_key: str = dataclasses.field(repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class RobotAccount:
    """智能机器人: what the administrator reads on the robot's page, and where it connects to."""

    bot_id: str
    secret: str = dataclasses.field(repr=False)
    url: str
