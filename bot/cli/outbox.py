"""`kaohe outbox`: every message that the bot sends by itself, and what the platform said to it."""

from contextlib import suppress
from json import loads
from typing import Annotated, get_args

import typer

from bot.cli import database
from bot.cli.failures import CommandError
from bot.cli.output import print_json
from bot.settings import Settings
from handlers.wording import local
from store.records import OutboxRow, OutboxState

app = typer.Typer(help="发送队列：列出、重发。", invoke_without_command=True)

_STATES = {
    "pending": "等待",
    "sending": "发送中",
    "sent": "已送出",
    "refused": "平台拒收",
    "dead": "多次失败",
    "ambiguous": "不知是否送达",
    "superseded": "已不需要",
}


@app.callback()
def outbox(
    context: typer.Context,
    state: Annotated[str | None, typer.Option(help=f"只列这种状态：{' '.join(_STATES)}")] = None,
    to: Annotated[str | None, typer.Option("--to", help="只列发给这个账号的")] = None,
    channel: Annotated[str | None, typer.Option(help="只列这个通道的，如 wecom")] = None,
    json: Annotated[bool, typer.Option("--json", help="每行一个JSON")] = False,
) -> None:
    """列出机器人主动发的每条消息和平台的回答，先放进的在前。"""
    if context.invoked_subcommand is not None:
        return
    wanted = next((known for known in get_args(OutboxState) if known == state), None)
    if state is not None and wanted is None:
        raise CommandError(f"没有状态“{state}”，可以用：{'、'.join(_STATES)}")
    for row in database.read(Settings.load(), lambda uow: uow.outbox.list(wanted, to)):
        if channel not in (None, row.channel):
            continue
        if json:
            print_json(_row(row))
        else:
            words = row.text.splitlines()[0] if row.text else "（卡片或文件）"
            typer.echo(
                f"{row.id}  {_STATES[row.state]}  {local(row.created_at):%m-%d %H:%M}  {row.recipient}  {words}"
            )


@app.command()
def requeue(row_id: Annotated[int, typer.Argument(metavar="ID", help="消息的编号，见 kaohe outbox")]) -> None:
    """把没有送达的一条消息放回队列再发一次。"""
    settings = Settings.load()
    now = database.now(settings)
    if not database.run(settings, lambda uow: uow.outbox.requeue(row_id, now)):
        raise CommandError(f"消息{row_id}不在可以重发的状态：没有这条，或正在等待、发送，或已经送出")
    typer.echo(f"消息{row_id}已放回队列")


def _row(row: OutboxRow) -> dict[str, object]:
    answer: object = row.answer
    with suppress(ValueError):
        answer = loads(row.answer)
    return {
        "id": row.id,
        "key": row.key,
        "channel": row.channel,
        "recipient": row.recipient,
        "text": row.text,
        "content": row.content,
        "urgent": row.urgent,
        "state": row.state,
        "attempts": row.attempts,
        "answer": answer,
        "created_at": row.created_at,
        "not_before": row.not_before,
        "sent_at": row.sent_at,
    }
