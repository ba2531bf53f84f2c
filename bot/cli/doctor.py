"""`kaohe doctor`: checks what a running bot needs, and says of each thing whether it is well."""

import asyncio
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

import typer

import rubrics
from bot.channels.aibot.robot import CONNECTED, reachable
from bot.channels.base import DeliveryError
from bot.channels.wechat_api import WechatApi
from bot.channels.wecom_api import WecomApi
from bot.cli import database
from bot.cli.failures import CommandError
from bot.evidence_files import evidence_files
from bot.one_server import server_of
from bot.refusals import database_line, network_line, system_line, why
from bot.robot import lease_name
from bot.settings import ServerSettings, Settings, SettingsError
from handlers.calendar.working_days import PUBLISHED, OfficeCalendar, is_provisional
from handlers.campaign.arrangements import arranged_for
from handlers.campaign.library import Library
from handlers.pushing.undelivered import is_about_setting
from handlers.reminding.wishes import IN_WORDS
from handlers.wording import local
from store.errors import StoreError
from store.records import Campaign
from store.unit_of_work import UnitOfWork

LEAST_FREE_BYTES = 1024**3
PLATFORM_SECONDS = 5.0
_LOOK_AHEAD = timedelta(days=31)

Level = Literal["通过", "注意", "错误"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    level: Level
    text: str


def doctor() -> None:
    """检查设置、数据库、日历、平台和细则；有错误时以1结束。"""
    findings = list(examine())
    for finding in findings:
        typer.echo(f"{finding.level}  {finding.text}")
    errors = sum(finding.level == "错误" for finding in findings)
    if errors:
        raise CommandError(f"有{errors}处错误")


def examine() -> Iterator[Finding]:
    """Every check in turn; later ones are left out where nothing can be checked without the settings."""
    try:
        settings = Settings.load()
    except SettingsError as error:
        yield Finding("错误", str(error))
        return
    for check in CHECKS:
        yield from check(settings)


def server_settings(settings: Settings) -> Iterator[Finding]:
    """Whether `kaohe serve` would start with these settings."""
    del settings
    try:
        ServerSettings.load()
    except SettingsError as error:
        yield Finding("错误", str(error))
    else:
        yield Finding("通过", "设置：齐全")


def folders(settings: Settings) -> Iterator[Finding]:
    """Whether evidence can be written, and for how long."""
    folder = settings.data_dir
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".doctor").touch()
        (folder / ".doctor").unlink()
        free = shutil.disk_usage(folder).free
    except OSError as error:
        yield Finding("错误", f"数据目录{folder}：不能写（{why(error)}）")
        return
    level: Level = "通过" if free >= LEAST_FREE_BYTES else "注意"
    yield Finding(level, f"数据目录{folder}：可写，剩余{free / 1024**3:.1f}GB")


def evidence(settings: Settings) -> Iterator[Finding]:
    """Whether evidence can be kept where it is to be kept."""
    where = settings.evidence_url or str(settings.data_dir / "evidence")
    try:
        evidence_files(settings).check()
    except (OSError, SettingsError) as error:
        yield Finding("错误", f"材料{where}：{why(error) if isinstance(error, OSError) else error}")
    else:
        yield Finding("通过", f"材料{where}：可用")


def campaigns(settings: Settings) -> Iterator[Finding]:
    """Whether the database answers, is migrated, and fits the rubrics at hand; what was not delivered."""
    try:
        opened, undelivered, stopped = database.read(settings, _state)
    except OSError as error:
        yield Finding("错误", f"数据库：{system_line(error)}")
        return
    except (StoreError, CommandError) as error:
        yield Finding("错误", f"数据库：{database_line(error)}")
        return
    yield Finding("通过", f"数据库：可用，进行中的考核任务{len(opened)}个")
    if undelivered:
        yield Finding("注意", f"发送：{undelivered}条消息没有送达，见 kaohe outbox")
    for text in stopped:
        yield Finding("错误", text)
    library = Library(settings.rubrics_dir)
    for campaign in opened:
        yield from _version(campaign, library)


def calendar(settings: Settings) -> Iterator[Finding]:
    """Whether the working days of the days ahead are published."""
    today = local(database.now(settings))
    try:
        own = database.read(settings, _calendars)
    except (StoreError, CommandError, OSError):
        own = []
    for year in sorted({today.year, (today + _LOOK_AHEAD).year}):
        if any(is_provisional(year, office) for office in own or [PUBLISHED]):
            yield Finding(
                "注意",
                f"日历：{year}年放假安排还不知道，暂按法定节假日和周末推算；公布后 kaohe calendar import 或升级程序",
            )
        else:
            yield Finding("通过", f"日历：{year}年放假安排已公布")


def platform(settings: Settings) -> Iterator[Finding]:
    """Whether the platform is there and takes the app's secret."""
    if settings.wecom_corp_id is None or settings.wecom_secret is None:
        if settings.robot is None:
            yield Finding("注意", "企业微信：没有设置，未检查")
        return
    secret = settings.wecom_secret.get_secret_value()
    api = WecomApi(
        settings.wecom_api_base,
        settings.wecom_corp_id,
        secret,
        timeout=PLATFORM_SECONDS,
        proxy=settings.proxy,
    )
    yield asyncio.run(_asked(api, f"企业微信：{settings.wecom_api_base}"))
    shown = f"卡片；平台不告知谁在个人微信里看，看不到的人自己回“{IN_WORDS}”，都看不到的填 KAOHE_WECOM_CARDS=false"
    yield Finding(
        "通过", f"提醒：发{shown if settings.wecom_cards else '文字（KAOHE_WECOM_CARDS=false），没有按钮'}"
    )


def followers(settings: Settings) -> Iterator[Finding]:
    """Whether the platform of the 公众号 is there and takes its secret."""
    if (account := settings.wechat) is not None:
        base = settings.wechat_api_base
        api = WechatApi(base, account.app_id, account.secret, timeout=PLATFORM_SECONDS, proxy=settings.proxy)
        yield asyncio.run(_asked(api, f"公众号：{base}"))


def robot(settings: Settings) -> Iterator[Finding]:
    """Whether the robot's platform can be reached, and what the process that holds the connection says."""
    account = settings.robot
    if account is None:
        return
    reached = asyncio.run(reachable(account.url, settings.proxy, PLATFORM_SECONDS))
    yield Finding(
        "通过" if reached else "错误", f"智能机器人：{account.url} {'可达' if reached else '连不上'}"
    )
    try:
        lease = database.read(settings, lambda uow: uow.leases.find(lease_name(account)))
    except (StoreError, CommandError, OSError):
        return
    if lease is None or lease.until <= datetime.now(UTC):
        yield Finding("注意", "智能机器人：现在没有进程在连接，启动 kaohe serve 后会连接")
    else:
        level: Level = "通过" if lease.note == CONNECTED else "错误" if lease.note else "注意"
        yield Finding(level, f"智能机器人：{lease.note or '正在连接'}（进程{lease.owner}）")


def server(settings: Settings) -> Iterator[Finding]:
    """Which process serves the SQLite file, where one does."""
    try:
        number = server_of(settings.database_url)
    except (OSError, ValueError):
        return  # The check of the campaigns says what is wrong with the database.
    if number is not None:
        yield Finding("通过", f"服务：kaohe serve 正在运行（进程{number}），SQLite只许这一个")


def documents(settings: Settings) -> Iterator[Finding]:
    """Whether each rubric loads."""
    library = Library(settings.rubrics_dir)
    for name in library.names():
        try:
            rubric = library.rubric(name)
        except rubrics.RubricError as error:
            yield Finding("错误", f"细则{name}：{'；'.join(map(str, error.problems))}")
        else:
            yield Finding("通过", f"细则{name}：{len(rubric.criteria)}项，版本{rubric.version}")


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    server_settings,
    folders,
    evidence,
    campaigns,
    server,
    calendar,
    platform,
    robot,
    followers,
    documents,
)


def _state(uow: UnitOfWork) -> tuple[list[Campaign], int, list[str]]:
    opened = [campaign for campaign in uow.campaigns.list() if campaign.state == "open"]
    undelivered = sum(len(uow.outbox.list(state)) for state in ("dead", "ambiguous", "refused"))
    stopped = [row.text.splitlines()[0] for row in uow.outbox.list("pending") if is_about_setting(row)]
    return opened, undelivered, stopped[:1]


def _calendars(uow: UnitOfWork) -> list[OfficeCalendar]:
    """What the offices of the open campaigns go by."""
    opened = [campaign for campaign in uow.campaigns.list() if campaign.state == "open"]
    return [arranged_for(uow, campaign.id).calendar for campaign in opened]


def _version(campaign: Campaign, library: Library) -> Iterator[Finding]:
    try:
        version = library.rubric(campaign.rubric).version
    except rubrics.RubricError:
        yield Finding("错误", f"考核任务“{campaign.name}”：细则{campaign.rubric}不能用")
        return
    if version != campaign.rubric_version:
        changed = f"{campaign.rubric_version} → {version}"
        yield Finding("注意", f"考核任务“{campaign.name}”：开办后细则有改动（{changed}）")


async def _asked(api: WecomApi, what: str) -> Finding:
    try:
        async with api:
            await api.check()
    except DeliveryError as error:
        unreached = error.reason.partition("unreachable: ")[2]
        return Finding(
            "错误", f"{what} {f'连不上（{network_line(unreached)}）' if unreached else error.reason}"
        )
    return Finding("通过", f"{what} 可用")
