"""“退错了 不是这家”“1过错了”“刚才城建局那个收回来”: one's own last decisions taken back, all or those that are named."""

import re
from collections.abc import Sequence
from typing import Final

from handlers import dialogs
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.leading.topics import leaves_called, topic_of
from handlers.messages import Reply
from handlers.reading.numbers import numeral
from handlers.reading.tokens.asides import is_question
from handlers.reading.widths import clean
from handlers.review.decisions import effective, records_of
from handlers.review.listed import ALL, UNDO_WITHIN, keys_of, rule, undo, undo_rows
from handlers.review.rulings import PLACES, Ruling, places_in, reason_in
from handlers.review.spoken.elsewhere import named, told
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.ordinals import uncircled
from handlers.review.spoken.ruling import QUESTION
from handlers.review.waiting import LIFETIME, QUEUE, QueueItem, current, listed_items, waiting
from store.records import Review

_LONGEST: Final = 30
_WRONG: Final = re.compile(
    r"(?:通过|过|退回|退|审|批|点|弄|搞|选|按|打|评|给|看|审批)(?:错|岔|串|歪)[了啦咯喽]?|^(?:哎呀?|等等|[,，\s])*错了|(?<=[\d①-⑳一二三四五六七八九])错了|(?:点|按|批|审|过|退)[快早][了啦咯]|(?:看|审|批)走(?:眼|神)了?|误(?:操作|点|触|按)了?|操作失误|手(?:快|滑|误|抖)了?|不(?:用)?(?:退|过|通过)了|不应?该(?:给)?(?:通过|过|退回|退|批)的?|收回(?:来|去)?"
    r"|撤(?:回来?|销|掉|[了咯喽]|一下)*|(?:操作|审核|审批|那[个次条])(?:作废|取消|无效)|拿回来?|(?:恢复(?:[到成为回]*(?:待|没|未)审(?:的|过的?)?(?:状态|样子)?)?|(?:改|变|还原)[到成为回]+(?:待|没|未)审(?:的|过的?)?(?:状态|样子)?)(?:一下)?|重新审|(?:(?:退|放|打)?回?到|(?:退|放|打)回)(?:待|没|未)审(?:区|的)?|[反后]悔了?|(?:通过|退回|评分|批准?)了?的?(?:给我|请|麻烦|先|都)*取消(?:掉|了)?|取消(?:掉|了)?(?:刚才?|刚刚)?的?(?:那个|那次)?的?(?:通过|退回|评分)|(?:通过|退回|审核|评分|[批审])(?:的)?(?:就|都)?不(?:算数?|作数)"
)
_LONG_AGO: Final = re.compile(r"昨天|昨晚|前天|上周|上个?月|上次|上回|今早|早上|上午")
_TALK: Final = re.compile(
    r"(?:过|退|批)?得?太?[早快急]了|刚才|刚刚|刚|上一?[个件条步]|一步|哎+呀?|等一?下|等等|不好意思|不是这[家个件]|取消(?:一下|掉|了)?|其实(?:可以|没问题)?|帮我|给我|先|我|把|给|请|[那这](?=[两俩三四五\d])|[那这]一?(?:[个件条家]分?|[下次步])|^\s*(?:就|只)|不算(?:数|了)?|麻烦(?:您|你)?|(?:就|都)?(?:给)?(?:通过|过|退回|退|审|审批)了?的|(?:就|都)?给?(?:通过|过)了|的|了|吧|啦|咯|喽|啊|呀|呢|嘛|[,，。!！~\s]"
)
_WHY: Final = re.compile(
    r"(?:材料|附件|图片?|数|[它他])?(?:我)?(?:还|都|也)?没(?:来得及)?(?:仔细|细|好好)?(?:看|核|审|查)(?:完|清楚?|准|仔细|过)?(?:呢|嘛)?|(?:我)?(?:还[得要])?再(?:仔细)?(?:看|想|核|审|查)(?:看|想|核|审|查|一下|一遍)?|(?:错了)+[\s,，]*重来|(?:不对)+(?=$|[,，\s])"
)
"""材料我还没细看: why it is taken back."""
_RULED: Final = re.compile("通过|退回|审核|审批|评分|操作")
_NOT_YET: Final = re.compile(r"(?:先|暂时)?(?:别|不)(?:要|能|给|忙着|急着)?(?:通过|过|批)(?!了)")
"""第一个先别通过, where it has just passed."""
_JUST_THAT: Final = re.compile(
    "(?<!这个)(?:那[个件条项](?!单位)|刚才?|刚刚|上一?[个件条]|^不对|^等一?下|^等等|^先别)"
)
_NOT_SEEN: Final = re.compile("我还?没(?:来得及)?(?:仔细|细|好好)?(?:看|核|审)(?:呢|完|过)?$")
"""乐至的我还没看, likewise."""
_WONDER: Final = re.compile(
    r"(?:怎么|咋|为什么|为啥|谁|是谁)(?:就|给|会|让)*(?:通过|过|退回?|批|审)?(?:了|的)*"
)
_ORDERED: Final = re.compile(r"\s*(?:先|帮我|给我|请|那|就)*(?:撤|收回|拿回|退回来|恢复)")
"""怎么通过了？先撤回: what is wondered at before is what to take back."""
_REGRETS: Final = re.compile(r"错|手|不该|撤|收回|反悔")
_EARLIER: Final = (
    "只撤得了自己5分钟内审的，5分钟以前的审核撤不了。"
    "要改请申请解锁，发“把城建局那个打开一下 原因”；质强办解锁后更正、重新审。"
)
_SHOWN: Final = 4
_BREATH: Final = re.compile(r"[,，。;；]")
_KEPT: Final = re.compile(r"不(?:用)?(?:动|撤|变|退|改)|别(?:动|撤)|留着|照旧|保留")
"""城建局的不动: what is said to stay stays."""
_REST_STAYS: Final = re.compile(
    r"[\s,，]+(?:其[他它余]|另外|剩下|别的)[^,，。;；]{0,6}?(?:还是|仍然?|照样|照常|都|算|就)+(?:通过|过|退回|退|可以|没问题)[了的吧啊]*$"
)
"""只撤2号，另外两个还是过: the rest stays as it is."""
_COUNT: Final = re.compile(
    r"(?P<count>[两俩]|[二三四五六\d](?=[个件条项]))[个件条项]?(?:都|全)*|全部|所有|统统|通通"
)
_PLACED: Final = re.compile(PLACES)
_CODE: Final = re.compile(r"(?<![\d.])(?:[A-Z]\d\d-[A-Z]\d?|\d{1,2}\.\d{1,2})(?![\d.%％])")
_BARE: Final = re.compile("[一二三四五六七八九]")


def taken_back(text: str, context: Context) -> Reply | None:
    """Undo what is meant; None for anything else, and where it names nothing that was just decided."""
    words = _REST_STAYS.sub("", clean(text).strip())
    asked, _, ordered = words.rpartition("?")
    words = f"{_WONDER.sub('', asked)} {ordered}" if ordered.strip() and _ORDERED.match(ordered) else words
    anew = _reason_anew(words, context) if "理由" in words or "原因" in words else None
    if anew is not None or is_question(_WHY.sub(" ", words)) or _OTHERS.search(words):
        return anew
    if _WRONG.search(words) is None:
        soon = len(words) <= _LONGEST and (_NOT_YET.search(words) or _NOT_SEEN.search(words)) is not None
        return _passed_too_soon(words, context) if soon else None
    other = _OTHER_PLACE.search(words)
    if other is not None:
        return _ruled_other(other, context)
    instead = _INSTEAD.search(words)
    if instead is not None:
        return _ruled_instead(words[: instead.start()], instead, context)
    if len(words) > _LONGEST:
        return None
    return _undone(words, context) or (_not_mine_to_undo(words, context) if _REGRETS.search(words) else None)


def _reason_anew(words: str, context: Context) -> Reply | None:
    """刚退的那条理由写错了，应该是缺抽查汇总表: sent back anew with that reason; None where nothing was just sent back."""
    found = _REASON_ANEW.fullmatch(words)
    if found is None:
        return None
    drafted = drafts.sent_back_anew(lambda _: reason_in(found["reason"]), context)
    if drafted is not None:
        return drafted
    rows = just_sent_back(_about(found["about"]), context)
    return _sent_back_anew(rows, found["reason"], context) if rows else None


_REASON_ANEW: Final = re.compile(
    r"(?P<about>.{0,24}?)(?:退回?的)?(?:那个|那条)?的?(?:理由|原因)(?:写|填|打|说|给)?(?:得)?(?:错|不对|不准|改|换|有误)?(?:了|一下|下)*[\s,，。;；:：]*(?:应该|应当)?(?:改成|改为|换成|写成|写|是|为)[:：\s]*(?P<reason>.{2,80})"
)


def just_sent_back(about: str, context: Context) -> Sequence[Review]:
    """What the speaker sent back in the last minutes and is called so; by the last message, where nothing is."""
    return [row for row in (_named(about, context) if about else _last(context)) if row.act == "return"]


def waiting_again(rows: Sequence[Review], context: Context) -> tuple[str, list[QueueItem]]:
    """The decisions taken back: that they are, and the list of what waits again, opened."""
    undone = undo_rows(rows, context).text
    keys = {(row.code, row.subject) for row in rows}
    items = [item for item in waiting(context) if (item.criterion.code, item.subject) in keys]
    dialogs.ask(context, QUEUE, {"items": keys_of(items)}, lifetime=LIFETIME)
    return undone, items


def _sent_back_anew(rows: Sequence[Review], reason: str, context: Context) -> Reply:
    undone, items = waiting_again(rows, context)
    ruling = Ruling(tuple(range(1, len(items) + 1)), False, reason_in(reason))
    return Reply(f"{undone}\n{rule([ruling], items, context).text}")


def _not_mine_to_undo(words: str, context: Context) -> Reply | None:
    """省抽那个不该过，撤回来, where it was not just decided: the draft is dropped, or how it stands is told, and the way."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is not None and state["kind"] in (QUESTION, ALL):
        dialogs.close(context)
        dialogs.ask(context, QUEUE, {"items": state["items"]}, lifetime=LIFETIME)
        return Reply("刚才那份还没有办理，现在作罢，没有处理，都还在待审里。")
    rest = _TALK.sub("", _WRONG.sub(" ", words))
    leaves = named(rest, context) if rest else []
    rows = told(leaves, context, "")
    if leaves and not rows:
        return Reply("说到的那件还在待审里，没有要撤的。回“待审”看清单。")
    return Reply("\n".join([*rows[:_SHOWN], _EARLIER])) if rows else None


def _undone(words: str, context: Context) -> Reply | None:
    """Nothing is ruled instead of it."""
    if _LONG_AGO.search(words):
        return Reply(_EARLIER)
    words = "，".join(part for part in _BREATH.split(words) if _KEPT.search(part) is None) or words
    rest = _about(words)
    counted = _COUNT.fullmatch(rest)
    if counted is not None:
        last = _recent(context)[-_counted(counted["count"]) :] if counted["count"] else _recent(context)
        return undo_rows(last, context) if last else undo("", context)
    rows = _named(rest, context) if rest else []
    if rows:
        return undo_rows(rows, context)
    own = not rest or (_OWN.search(words) is not None and not _names_any(rest, context))
    return undo("", context) if own else None


def _names_any(rest: str, context: Context) -> bool:
    """Whether the words name a place, a unit, a person or an item, or something else that may be taken back."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    if _ELSE.search(rest) or any(row.name in rest for row in people):
        return True
    said = mentions(rest, context)
    return bool(said.units or leaves_called(topic_of(said.rest), context.rubric.criteria))


_OWN: Final = re.compile("撤[回销]|反悔|后悔|手[快滑误抖]")
_ELSE: Final = re.compile(
    r"[\d①-⑳一二三四五六七八九]|第|登记|代审|回避|延期|申请|通知|消息|材料|加分|催|提醒|不[要用想]|别|没|未|谁|哪|联络员|他|单位|能|吗|么|[怎咋]|为"
)
_OTHERS: Final = re.compile("(?:让|叫|请|通知|告诉|跟)[^,，。我]{1,10}?(?:撤|收|拿)回")
"""让城建局撤回: somebody else is to take back what he reported."""


def _about(words: str) -> str:
    """What is left of the words when they no longer say that it was wrong, and why."""
    words = _WHY.sub(" ", _BACK.sub(" ", _NOT_YET.sub(" ", _WRONG.sub(" ", words))))
    return uncircled(_TALK.sub("", _RULED.sub("", words)))


_BACK: Final = re.compile(r"(?:退|打|放|还)回(?:去|来|原处|原样)?(?:吧|了)?$")
"""手滑了，刚那个通过不算，退回去: back to where it was."""


def _passed_too_soon(words: str, context: Context) -> Reply | None:
    """第一个先别通过，我再看看: what has passed a moment ago waits again; None where it still waits.

    那个先别通过 is what the last message passed, unless another is looked at since.
    """
    rest = _about(words)
    just = not rest and _JUST_THAT.search(words) is not None and current(context) is None
    rows = _named(rest, context) if rest else _last(context) if just else []
    rows = [row for row in rows if row.act == "accept"]
    with context.uow.withholding(None):
        return undo_rows(rows, context) if rows else None


_OTHER_PLACE: Final = re.compile(
    r"应该?(?:是)?(?:(?P<back>退回?)|(?P<accept>通过|过))第?(?P<meant>\d{1,2})[号个项件]?[\s,，]*(?:不是|别)(?:退回?|通过|过)?第?(?P<wrong>\d{1,2})"
    r"|(?:退|过|批|通过|审|点)错了?[\s,，]*(?:不是第?\d{1,2}[号个项件]?[\s,，]*)?(?:应该?是?|本来是|是)第?(?P<other>\d{1,2})[号个项件]?[吧啊]*$"
)


def _ruled_other(other: re.Match[str], context: Context) -> Reply | None:
    """刚才退错了 应该是退1不是2: the 2 is taken back, and the 1 ruled so; 应该是2: as the last was, for the same reason."""
    rows = _named(f"第{other['wrong']}个", context) if other["wrong"] else _last(context)
    items = listed_items(context)
    if not rows or items is None:
        return None
    undone = undo_rows(rows, context).text
    last, (only, *others) = other["other"] is not None, rows
    accept = only.act == "accept" if last else other["accept"] is not None
    reason = only.reason or "" if last and not others else ""
    ruling = Ruling((int(other["other"] or other["meant"]),), accept, reason)
    return Reply(f"{undone}\n{rule([ruling], items, context).text}")


def _ruled_instead(words: str, instead: re.Match[str], context: Context) -> Reply | None:
    """点错了，应该退回: taken back, and ruled as it should have been; the reason is asked for where there is none."""
    if _WRONG.search(words) is None:
        return None
    rest = _TALK.sub("", _NO.sub("", _WRONG.sub(" ", words)))
    rows = _named(rest, context) if rest else _last(context)
    rows = [row for row in rows if row.act in ("accept", "return")]
    if not rows:
        return undo("", context) if not rest else None
    undone, items = waiting_again(rows, context)
    accept = instead["accept"] is not None
    reason = "" if accept else reason_in(instead["reason"] or "")
    ruling = Ruling(tuple(range(1, len(items) + 1)), accept, reason)
    return Reply(f"{undone}\n{rule([ruling], items, context).text}")


_INSTEAD: Final = re.compile(
    r"(?<=错了)[\s,，]*(?:退回去?|打回去?)(?:了|吧)*$|[\s,，。;；]*(?>(?<!不)应该?是?|本来[要是]|我是要|我?想要?|其实[要是]|(?<!不)应当|改成?|改为|换成|帮我|给我|重新|要|得)+(?:给?他们?)?(?:(?:退回去?|退|打回去?|驳回)|(?P<accept>通过|过|同意))(?:的|了|吧|才对|掉)*(?:$|[\s,，。:：]+(?P<reason>.{0,60})$)"
)
_NO: Final = re.compile(r"^不对|^不是|^错了")


def _last(context: Context) -> Sequence[Review]:
    """All that was decided by the last message."""
    recent = _recent(context)
    return [row for row in recent if row.inbox_id == recent[-1].inbox_id] if recent else []


def _recent(context: Context) -> list[Review]:
    """The speaker's decisions that may still be taken back, oldest first."""
    own = effective(context.uow.reviews.of_contact(context.speaker.campaign.id, context.speaker.contact.id))
    return [row for row in own if context.now - row.at <= UNDO_WITHIN]


def _counted(written: str) -> int:
    return int(numeral(written) or 1)


def _named(rest: str, context: Context) -> Sequence[Review]:
    """The decisions of the last minutes about what is called so."""
    return named_among(_recent(context), rest, context)


def named_among(recent: Sequence[Review], rest: str, context: Context) -> Sequence[Review]:
    """Those of the decisions that are about what is called by place, unit or name."""
    rest = f"第{rest}个" if _BARE.fullmatch(rest) else rest
    placed = _PLACED.match(rest)
    if placed is not None and (behind := rest[placed.end() :].strip()) and not placed[0][-1].isdecimal():
        rows = named_among(recent, placed[0], context)
        return [row for row in rows if row in named_among(recent, behind, context)]
    if placed is not None and placed[0] == rest:
        state = dialogs.open_question(context.speaker.account, context.now) or {}
        keys = (state if "items" in state else state.get("below") or {}).get("items", [])
        wanted = {tuple(keys[place - 1][:2]) for place in places_in(rest) if 1 <= place <= len(keys)}
        return [row for row in recent if (row.code, row.subject) in wanted]
    coded = _CODE.search(rest)
    if coded is not None:
        recent, rest = [row for row in recent if row.code == coded[0]], rest.replace(coded[0], "").strip()
        if not rest:
            return recent
    said = mentions(rest, context)
    units = set(said.units)
    records = records_of(context.uow, context.speaker.campaign.id)
    found = []
    for row in recent:
        submission = records[row.code, row.subject].submission
        unit = submission.unit if submission is not None else ""
        if units & {unit, row.subject}:
            found.append(row)
    if units and _PLACED.match(said.rest.strip()):
        return [row for row in named_among(recent, said.rest.strip(), context) if row in found]
    topic = topic_of(said.rest)
    pool = found if units else [*recent]
    called = leaves_called(topic, [context.rubric.criterion(row.code) for row in pool])
    return [row for row in pool if context.rubric.criterion(row.code) in called] or found
