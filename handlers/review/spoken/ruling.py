"""审核的一句话: done at once where it can mean nothing else, else said back in full and done after 是."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from handlers import dialogs
from handlers.context import Context
from handlers.messages import Reply
from handlers.reading.widths import clean
from handlers.review.arrivals import without_arrival
from handlers.review.listed import ALL, keys_of, rule
from handlers.review.rulings import Ruling, read_rulings
from handlers.review.spoken.behind import without_others
from handlers.review.spoken.judging import drafts
from handlers.review.spoken.places import REST, Sheet, at_hand, beyond_list
from handlers.review.spoken.said import Said, Sentence
from handlers.review.spoken.sentence import read_sentence
from handlers.review.spoken.short import left_out
from handlers.review.spoken.verdicts import Verdict, pieces_of
from handlers.review.waiting import (
    LIFETIME,
    QUEUE,
    QueueItem,
    item_name,
    listed_items,
    view_next,
    waiting,
)
from handlers.wording import circled

QUESTION: Final = drafts.QUESTION
_LONGEST: Final = 120
_ASKS: Final = re.compile(
    r"[?？]|[吗么]$|([\u4e00-\u9fff])不\1|^通过是|呢$|谁|哪|(?<![那这])几[个件项条分]|多少|怎么|咋|为[什啥]|能不能|是不是|要不要|行不行|可不可以|该不该|有没有|是否|[了过]没(?=[有呢啊]*(?:$|[,，。;；]))|没有(?:$|[,，])|[吗呢](?=[,，])|什么时候|啥时|如何|合适"
)
_ONLY_TALKS: Final = re.compile(r"没有?(?:啥|什么|任何)|怎么(?:能)?[过行]|怎么[算说看着报改]?(?:也|都)")
_TO_EXPLAIN: Final = re.compile(
    r"(?:请|让|叫|要)?(?:他们?|她们?|对方|单位)?(?:说明|解释|说清|写清|写明|讲清|讲讲|核实)[^,，。;；]*"
)
"""退回去，说明一下为什么没到100 asks the reviewer nothing."""
_SENT_BACK: Final = re.compile(
    r"[,，。;；!！?？\s](?:我|那|先|就|都|给我|统一|还是)*(?:退回|退了|退给|打回|驳回|(?:让|叫|请)(?:他们?|她们?|对方|单位))[^?？]*$"
)
_WONDERED: Final = re.compile(
    r"^.*[,，。;；!！?？\s](?=(?:我|那|先|就|都|给我|统一|还是)*(?:退回|退了|退给|打回|驳回|(?:让|叫|请)(?:他们?|她们?|对方|单位)))"
)
"""怎么才88，退回核一下: what is wondered at before is why."""
_NO_RULING: Final = re.compile(
    r"(?:过|退|审|批|点|弄|搞|通过|退回)错|撤|收回|拿回|恢复|反悔|不该|不算|待审|重新审|\d分|满分(?!的)|零分(?!的)|一半|[扣评打给]\d|替我|代审|回避|避嫌|爱人|老婆|老公|亲戚"
    r"|昨天|前天|上次|上回|上周|刚才|刚刚|已经?(?:通过|过|退)|(?:通过|退回|过)的|如果|要是|假如|万一|上面[那一]|前面[那一]|一眼|(?:了|来|齐|好|全|到).{0,6}(?:就|再|才)(?:可以|能|给)?(?:通过|过|批|同意)|等.{1,10}(?:同意|批|通过|点头)"
    r"|(?:省里?|市里?|上[级面]|领导|(?<![给让])他们?|人家|别人)(?:已经|都|也)?(?:批|同意|通过|过了|认可)|催|提醒|通知|截止|忽略|规则|[让叫][^,，。;；\s]{1,8}?审(?!计)"
)
_UNLOCKS: Final = re.compile("打开|解锁|放开|解开|开个?口子")
"""旅游局第1项放开一下，让他们重传 is about what has passed."""
_HEADING: Final = re.compile(r"^(?:我的|审核|审批|核定)?(?:意见|结论|结果)(?:是|为)?[:：\s]*")
_OF_OTHERS: Final = re.compile("其[他它余]|剩下|别的|另外|都|[一二三四五六七八九十\\d][号件]|第.个|等等|先放")
"""3退回 没材料，其余通过: what is ruled by place only as far as that."""
_SUPPOSED: Final = re.compile("[没未缺不][^,，。;；]{1,10}就(?:退|打回|驳回)")
"""没传材料就退 is to be seen beside what is on file before it is done."""
_LONE: Final = re.compile(r"(?:可以|行|好|ok|嗯|对|中|没问题|没事|可|准)[吧的了啊]*", re.IGNORECASE)
"""As much an answer to what was told as a verdict: asked back, never done."""


def rule_spoken(text: str, context: Context, then: str = "", *, asks: bool = False) -> Reply | None:
    """Do, or (always where it `asks`) say back, what the sentence rules; None where it is none, or words of a command.

    `then` gives points, which are said back when that is done.
    """
    words, placed = _plain(text), read_rulings(text)
    if not may_rule(words):
        return None
    listed = listed_items(context)
    items: list[QueueItem | None] = listed if listed is not None else [*waiting(context)]
    shown = listed is not None and _OWN_NUMBER.search(text) is None
    drafted = drafts.drafted_places(context) if REST.match(words) else frozenset[int]()
    sheet = Sheet(items, at_hand(items, context, opened=listed is not None), drafted, shown=shown)
    if placed and not then and not any(_OF_OTHERS.search(one.reason) for one in placed):
        return _placed(placed, sheet, context, opened=listed is not None) if items else None
    said = read_sentence(words, sheet, context)
    if said is None and listed is not None and not placed and not _NUMBERED.search(words):
        items, listed = [*waiting(context)], None
        said = read_sentence(words, Sheet(items), context)
    unread = said is None
    said = Sentence(_as_said(placed)) if said is None and placed and items else said
    if said is None:
        return None
    said = without_others(said, items, context)
    if listed is None:
        dialogs.ask(context, QUEUE, {"items": keys_of(items)}, lifetime=LIFETIME)
    beside = _joined(said, words, context)
    dropped = "（刚才问的那份没有办理，以这条为准。）" if beside is None and _dropped(context) else ""
    if not said.said:
        return Reply("\n".join(said.gone))
    supposes = _SUPPOSED.search(words) is not None
    instead = beside or (
        (_held(said.said, items, context) if supposes else None)
        or (_either(_doubted(said), items, context, then, "是通过还是退回？") if said.doubtful else None)
        or _either(said.said, items, context, then, "怎么办？")
    )
    if instead is not None or said.doubtful:
        return instead
    alone = _LONE.fullmatch(words) is not None
    asks = asks or listed is None or unread or alone or supposes or bool(then) or not said.certain
    head = "好的，" if alone else ""
    short = left_out(words, said.said, items, context)
    reply = _said_back(said, items, context, head, then) if asks else _done(said, items, context)
    return Reply("\n".join(filter(None, [*said.gone, *short, reply.text, dropped])))


def _joined(said: Sentence, words: str, context: Context) -> Reply | None:
    """The draft that waits with what is ruled 也 besides, or without what is to stay; None where it is none of that."""
    held = all(one.verdict is Verdict.HOLD for one in said.said)
    as_well = (said.certain and _AS_WELL.search(words)) or REST.match(words)
    return drafts.added(said.said, context) if said.said and (held or as_well) else None


def _held(said: Sequence[Said], items: drafts.Items, context: Context) -> Reply | None:
    """没传材料就退 where there is material; None where there is none."""
    filed = drafts.on_file(said, items)
    if not filed:
        return None
    told = "；".join(f"{item_name(one, context, 14)}已有材料{one.evidence}件" for one in filed)
    return Reply(f"{told}，所以没有退。回“待审”再看；仍要退，请发“退回 原因”。")


_AS_WELL: Final = re.compile("[^都]也")
"""乐至的也过 beside a draft that waits: both are said back."""
_OWN_NUMBER: Final = re.compile(r"[①-⑳]|[\u4e00-\u9fff]报的")
"""鲁明报的④: the number that it has with who reported it, whatever list was shown."""
_NUMBERED: Final = re.compile(r"第?[\d一二三四五六七八九十]{1,2}[项件条号]|第|[①-⑳]")
"""第一条: a place of the list that was seen, and of no other."""
_AMONG: Final = re.compile(
    r"(?:[两二三四五六七八九十\d]{1,2}[个件项条])?(?:里头|里面|里边|当中|之中|其中)的?"
)
"""市场局三个里头名牌退回: of all of them the one that is named."""
_BUT_LAST: Final = re.compile(r"(?<=.)(?<=[\u4e00-\u9fff])[以之]外$")
"""都过，除了覆盖率以外."""
_SAVE: Final = re.compile(
    r"^除[了开]?+(?![没缺差未不])(?=[^,，。;；]*?(?:退|打回|驳回|[没缺差未])[^,，。;；]{0,12}?[,，。;；\s]+(?:其[他它余]|剩下|别的|另外))"
)
"""除了3没盖章退回去，其他的都过: what is excepted has its own verdict."""
_SPELT: Final = re.compile(r"(?<!\d)(\d{2,3})点(\d)(?![\d分钟半])")


_LATER: Final = re.compile(
    r"(?:我|那|先)?(?:今天|今晚|上午|下午|中午|明[天早]|后天|晚[上点]|回头|改天|一会儿?|等会儿?|等[一]?下|过会儿?|下?周[一二三四五]?|开完会|有空|统一|集中)(?:上午|下午|晚上|早上)?(?:我|再|统一|一起|集中|来)*(?:看|审|批|弄|处理)?(?:吧|了)?[\s,，。]*"
    r"(?:(?:现在|都|先|就|暂时|这些)*(?:别|不|不要|不用|放着?|放一?放|搁着|等等)(?:动|审|管|批|处理|急)?(?:了|吧)?)?[。!！]*"
)


def put_off(text: str, context: Context) -> Reply | None:
    """下午统一审，先不动: nothing is done; None for anything else."""
    if not _LATER.fullmatch(clean(text).strip()) or not only_holds(text):
        return None
    return Reply(f"好的，没有处理，{len(waiting(context))}件都还在待审里。审的时候回“待审”。")


def only_holds(text: str) -> bool:
    """Whether nothing passes or goes back by these words."""
    return all(piece.verdict in (None, Verdict.HOLD, Verdict.ASK) for piece in pieces_of(text))


def _said_back(
    said: Sentence, items: list[QueueItem | None], context: Context, head: str, then: str = ""
) -> Reply:
    if all(one.verdict is Verdict.HOLD for one in said.said):
        return _done(said, items, context)
    beside = drafts.Beside(head, said.unread, then=then)
    return drafts.said_back(said.said, items, context, beside)


def _dropped(context: Context) -> bool:
    """Whether a draft was open, which a new sentence takes the place of: no later 是 may do it."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] not in (QUESTION, ALL):
        return False
    dialogs.close(context)
    return True


def _placed(placed: Sequence[Ruling], sheet: Sheet, context: Context, *, opened: bool) -> Reply | None:
    """1通过 before any list was seen, or a number that only who reported it has: what it would be, to be confirmed."""
    taken = frozenset(place for one in placed for place in one.places)
    meant = [beyond_list(one.places, replace(sheet, said=taken), context) for one in placed]
    if opened and all(one.plain for one in meant):
        return None
    if not opened:
        dialogs.ask(context, QUEUE, {"items": keys_of(sheet.items)}, lifetime=LIFETIME)
    rulings = [replace(one, places=found.places) for one, found in zip(placed, meant, strict=True)]
    head = "" if opened else "您还没看过清单，"
    return _said_back(Sentence(_as_said(rulings)), [*sheet.items], context, head)


def _as_said(placed: Sequence[Ruling]) -> list[Said]:
    return [
        Said(one.places, Verdict.ACCEPT if one.accept else Verdict.RETURN, True, True, one.reason)
        for one in placed
    ]


_BEFORE_PLACES: Final = re.compile(
    r"^(?:今天|刚才|刚刚|方才|现在|[上下]午)(?:我|那几?个|那些)*(?:(?:看|审|核)(?:过|完)?了?)?[\s,，:：]*"
    r"(?=第?\d{1,2}(?:[\s、,，和跟号过退通]|(?i:ok))(?!\s*[点时])(?!.*(?:[过退批]了|[过退错]的|错|撤)))"
)
_USUAL: Final = (
    (re.compile("俩个?"), "两个"),
    (re.compile("仨个?"), "三个"),
    (re.compile("[只就光单仅]退(?=[^回了掉])"), "退"),
    (_BEFORE_PLACES, ""),
    (re.compile("一块儿?|一并|一道儿?(?!题)|一齐|一股脑儿?"), "一起"),
    (re.compile("(?i:pass)(?:了|掉)?"), "通过"),
    (re.compile("让[它她]们?(?=过|通过)"), ""),
    (
        re.compile(
            r"[,，\s]*(?:刚才|刚刚|上[次回]|之前|前面)?我?(?:已经|都)?(?:退|打回|驳回)回?过(?:[一两][次遍])?了?[\s,，]*(?:但|可)?(?:这[回次]|现在|今天)(?:就|我|再|可以|给)*(?=过|通过)"
        ),
        "的",
    ),
    (re.compile(r"我?(?:都|全)认[,，\s]*(?=通过|过)"), "都"),
    (
        re.compile(r"(?:报|交)(?:上来)?的(?:[那这]?几[项个件条])(?=[\s,，]*(?:我|都|全|也|没|可以|通过|过))"),
        "报的",
    ),
    (
        re.compile(
            r"(?<=[\u4e00-\u9fff])(?<![把将给退过的是])的?[那这]几[项个件条份](?=[\s,，]*(?:我|都|全|也|没|可以|给|一起|统统|通过|过|批))"
        ),
        "的",
    ),
    (
        re.compile(
            r"[啊呀嘛]?[\s,，]*(?:我|俺)(?:都|全|刚|刚才|已经)*[看审核查翻](?:过了?|了)(?:一下|一遍|一眼)?[\s,，]*(?=都|全|没|行|可以)"
        ),
        "",
    ),
)
"""What is said of a list in passing, as most people say it."""


def _plain(text: str) -> str:
    words = _SAVE.sub("", _BUT_LAST.sub("", _SPELT.sub(r"\1.\2", clean(text).strip())))
    for said, usual in _USUAL:
        words = said.sub(usual, words)
    return _HEADING.sub("", _AMONG.sub("", words))


def rules(text: str) -> bool:
    """Whether the text rules by place, or may rule in a sentence."""
    return bool(read_rulings(text)) or may_rule(_plain(text))


def may_rule(words: str) -> bool:
    """Whether the words can rule at all: no question, nothing about marks, what was, or others' work."""
    if len(words) > _LONGEST or _UNLOCKS.search(words):
        return False
    words = _WONDERED.sub("", words) if _SENT_BACK.search(words) else words
    asked = _ASKS.search(_ONLY_TALKS.sub("", _TO_EXPLAIN.sub("", words))) is not None
    return not asked and _NO_RULING.search(without_arrival(words)) is None


def _done(said: Sentence, items: list[QueueItem | None], context: Context) -> Reply:
    rulings = [one.ruling for one in said.said if one.verdict is not Verdict.HOLD]
    held = [place for one in said.said if one.verdict is Verdict.HOLD for place in one.places]
    lines = [rule(rulings, items, context).text] if rulings else []
    if held:
        lines.append(f"{''.join(map(circled, held))}先不动，还在待审里。")
    if said.goes_on:
        lines.append(view_next("", context).text)
    return Reply("\n".join(lines))


def _doubted(said: Sentence) -> list[Said]:
    """通过 beside words that speak against it may be 退回; what stays or goes back anyway is in neither doubt."""
    doubted = _places(said, Verdict.ACCEPT) - _places(said, Verdict.HOLD)
    others = [one for one in said.said if one.verdict is not Verdict.ACCEPT]
    against = [one.reason for one in others if one.reason and doubted & set(one.places)]
    left = [
        replace(one, places=tuple(at for at in one.places if at not in doubted), instead=None)
        for one in others
    ]
    reason = "，".join([*against, *said.unread])
    first = Said(tuple(sorted(doubted)), Verdict.ACCEPT, True, True, reason, Verdict.RETURN)
    return [first, *(one for one in left if one.places)] if doubted else []


def _either(
    said: Sequence[Said], items: drafts.Items, context: Context, then: str, which: str
) -> Reply | None:
    """Which of both, where something may be meant in two ways; None where nothing may."""
    if all(one.instead is None for one in said):
        return None
    ways = [said, [replace(one, verdict=one.instead or one.verdict) for one in said]]
    return drafts.choices(ways, items, context, drafts.Beside(then=then), which)


def _places(said: Sentence, verdict: Verdict) -> set[int]:
    return {place for one in said.said if one.verdict is verdict for place in one.places}
