"""Words that ask for nothing, and what to say when a message is not understood."""

import re
from collections.abc import Mapping
from typing import Any

from handlers.context import Context
from handlers.help import examples
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.wording import clip

_THANKS = re.compile(
    r"(?>谢谢|多谢|感谢|辛苦|费心|劳驾|收到|好[的滴嘞哒]?|嗯+[呐呢哪]?|哦+|行|得嘞|妥|可以的?|(?:先|就)这样|没事|明白|知道了|晓得|了解|ok|thanks?|在吗|在不|你好|您好|[,，、。!！\s])+[了啦哈呀啊您你们大家各位吧噢哟\s]*",
    re.IGNORECASE,
)
_GREETING = re.compile(
    r"(在吗|在不在?|在么|有人吗|你好|您好|hi|hello|早上好|上午好|中午好|下午好|晚上好)[\s啊呀]*",
    re.IGNORECASE,
)
_SIGN = re.compile(r"\[[\u4e00-\u9fffA-Za-z]{1,6}\]")
"""[玫瑰]: how the platform writes the signs of its own."""
_WHO = re.compile(
    r".{0,4}(?:你|您)(?:到底|究竟)?(?:是|叫)(?:不是)?(?:谁|人|真人|机器人?|什么|啥|哪位|ai|人工)(?>机器人?|工智能|还是|名字|真人|智能|客服|吗|呢|啊|呀|么|人|[,，?？])*",
    re.IGNORECASE,
)
_CHAT = re.compile(
    r"(?!.*\d).{0,8}(?:天气|下雨|吃[啥饭]|吃什么|午饭|晚饭|笑话|唱[个首]?歌|股票|彩票|几点下班|下班没|无聊|聊聊天?|陪我|球赛|电影).{0,8}",
    re.IGNORECASE,
)
OFFER_A_PERSON = 3
"""From the third message in a row that is not understood, a person is named."""
CAN_ASK = {
    "leader": "分、排名、没报、丢分、趋势、三句话、年底能到90吗，或直接发单位名、指标名",
    "office": "分、没报、催办、报了多少了、提醒计划、绑定情况，或直接发单位名、指标名",
}
"""What those may ask who have nothing (or little) to report."""
_REVIEWERS = "待审、看 1、我审了多少、哪些单位没报，或带上单位名问；报数由各单位联络员发，审核员不报"
_WORDLESS = re.compile(r"[\W_]*")


def answer(text: str, role: str = "") -> Reply | None:
    """A short word for thanks, greetings and bare emoji, none at all to a leader; None for anything else."""
    bare = _SIGN.sub("", text).strip().strip("。.!！~～")
    if _WHO.fullmatch(bare):
        return Reply(
            "我是考核填报的机器人，不是真人：收报数和材料、算分、提醒。回“帮助”看用法；要找人请联系质强办。"
        )
    if role != "leader" and _CHAT.fullmatch(bare):
        return Reply("这个我不会，我只办考核的事。需要时回“帮助”。")
    if _GREETING.fullmatch(bare):
        return Reply("您好，回“帮助”看用法。")
    if _THANKS.fullmatch(bare):
        return Reply() if role == "leader" else Reply("好的。")
    if _WORDLESS.fullmatch(bare) and not set(bare) & set("?？"):
        return Reply() if role == "leader" else Reply("收到。需要时回“帮助”。")
    return None


def not_understood(text: str, context: Context, asked: Mapping[str, Any] | None = None) -> Reply:
    """The first time with an example, the second in other words, the third with a person to turn to.

    While a question is `asked` it is that question which is put again, in other words the second time.
    """
    count = _counted(context)
    if asked is not None and asked.get("again"):
        return Reply(_still_asked(text, asked, count, context))
    asks = _REVIEWERS if context.speaker.role == "reviewer" else CAN_ASK.get(context.speaker.role)
    if count < OFFER_A_PERSON and asks:
        return Reply(f"“{clip(text, 20)}”这个我不会，没有记录任何数据。可以问：{asks}；回“帮助”看用法。")
    tries = "”或“".join(examples(context)) or "我的任务"
    if count == 1:
        return Reply(f"“{clip(text, 20)}”没看懂，没有记录任何数据。可以这样发：“{tries}”，或回“帮助”。")
    if count < OFFER_A_PERSON:
        return Reply(f"还是没看懂，没有记录任何数据。报数发“序号 数值”（如“{tries}”），看清单发“我的任务”。")
    return Reply(f"抱歉，一直没看懂，没有记录任何数据。{_somebody(context)}也可以回“帮助”看全部用法。")


def _still_asked(text: str, asked: Mapping[str, Any], count: int, context: Context) -> str:
    head = f"“{clip(text, 20)}”没看懂，没有记录任何数据。"
    labels = [choice.get("label", "") for choice in asked.get("choices", ())]
    choices = [f"{place} {label}" for place, label in enumerate(labels, start=1) if label]
    how = "请只回一个序号，都不是回“取消”：" if choices else f"还等您回答：{asked['again']}；不办请回“取消”。"
    if count == 1:
        return "\n".join([f"{head}（还等您回答：{asked['again']}）", *choices])
    again = "\n".join([how, *choices])
    if count < OFFER_A_PERSON:
        return f"还是没看懂，没有记录任何数据。{again}"
    return f"抱歉，一直没看懂，没有记录任何数据。{_somebody(context)}\n{again}"


def head(text: str, context: Context) -> str:
    """What stands before an offer of what may be meant, which counts as not understood as well."""
    count = _counted(context)
    if count == 1:
        amiss = "没看懂" if context.speaker.role in CAN_ASK else "没有对上要办的事"
        return f"“{clip(text, 20)}”{amiss}，没有办理。"
    if count < OFFER_A_PERSON:
        return "还是没看懂，没有办理。"
    return f"抱歉，一直没看懂，没有办理。{_somebody(context)}"


def _counted(context: Context) -> int:
    """How many messages in a row were not understood, with this one, which is kept for the office."""
    account = context.speaker.account
    count = account.misunderstandings + 1
    context.uow.accounts.set_misunderstandings(account, count)
    if context.inbox_id is not None:
        campaign, contact = context.speaker.campaign.id, context.speaker.contact.id
        context.uow.misunderstood.add(context.inbox_id, campaign, contact, context.now)
    return count


def _somebody(context: Context) -> str:
    people = enrolled(context, "office")
    names = [person.name for person in people if person.id != context.speaker.contact.id]
    if context.speaker.role == "office" and not names:
        return "请换个短一点的说法，一件事发一条。"
    return f"请直接联系质强办的{names[0]}。" if names else "请联系质强办。"
