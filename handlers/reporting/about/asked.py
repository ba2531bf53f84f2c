"""问: what somebody who reports asks is recognised by the facet that it asks for, and answered in its first line."""

import re
from typing import Final

from handlers.context import Context
from handlers.matters.incidents import tells_of_event
from handlers.messages import Reply
from handlers.reading.tokens.asides import APPEALED
from handlers.reading.widths import clean
from handlers.reporting.about import people
from handlers.reporting.about.answers import answer, besides, told
from handlers.reporting.about.apart import told_apart
from handlers.reporting.about.deed_beside import with_deed
from handlers.reporting.about.facets import BY_DEFAULT, FACETS, TRIAL
from handlers.reporting.about.judging import VALUE
from handlers.reporting.about.meant import (
    about,
    names_others,
    points_back,
    recent,
    said_before,
    without_own_unit,
)
from handlers.reporting.about.numbered import without_places
from handlers.reporting.about.of_target import OFF
from handlers.reporting.about.outright import ABSENT, AGAIN, APART, FORM, HEARSAY, of_unit, outright
from handlers.reporting.about.papers import of_paper
from handlers.reporting.about.parting import ASKING, PART, Message, facets_in, is_question, parted
from handlers.reporting.about.question import Question
from handlers.reporting.about.unlisted import not_listed
from handlers.reporting.about.unsaid import HANDING_ON, NO_ANSWER, handing_on, unsaid
from handlers.reporting.trial import MOVED
from handlers.understanding import beyond
from handlers.wording import clip

ROLES: Final = frozenset({"contact", "supervisor"})
LONGEST: Final = 60
"""What is longer tells rather than asks."""
_ELSEWHERE: Final = re.compile(
    "异议|不服|延期|宽限|缓报|晚[几两一]天|交接|(?<!新)(?<!刚)接手|撤[回销]|作废|恢复|导出|打包|下载|通知我|改[成为]|改到(?!什么|啥|几|哪)|改归|归到|(?<!归)不归|(?<!该)不该我们|(?<!是)不是我们|换人|休假|产假|手机(?![上里端]|不好|能|可以|[传发拍])|绑定|验证码|上传页|链接(?!.{0,3}(?:行|可以|成|能|算))|试算|群发|发[个张份]?表(?!.{0,4}(?:你|行|可以|[过进上]来))|打印|涉密|秘密|保密|[机绝]密|密[级件]|带密|拖(?:到|几|两|一)|推迟|延后|缓[交几]|迟[几两一]天|晚[点些]交|"
    + APPEALED
)
"""Such words are for other rooms, whatever is asked beside them."""
_BESIDES: Final = re.compile(
    "自评报告(?!写几|写多|怎么写|咋写|要写|是写).{0,4}(?:写|生成|给我)|(?<!收到)(?<!收到的)(?<!看到)(?<!来了)提醒|催|电话|案例|模板(?!$)|排名(?!.{0,2}还是)|等[级次]|优秀|太麻烦|麻烦死|[好太]烦|累死|折腾|交了哪些|顺序"
)
"""The same, unless something is asked outright."""
_NAMES_FACET: Final = re.compile(
    r"(?!.*(?:完成了?|达[到成标]|超|没|不|已|了|按|依照|符合|满足|实现|落实|制定|改|设[为成]|定[为成在]|调|提高|降低|导出|申|转|登记))"
    r"(?:第\d{1,2}项|[①-⑳]|[^\d])?[^\d]{0,20}?"
    "(?:的目标|目标(?:任务)?(?:值|数)|任务数量?|分值|评分(?:标准|细则|办法)|考核标准|截止(?:时间|日期?)|最后期限|材料(?:要求|清单)|(?:负责|责任|牵头)单位|考核部门|审核(?:状态|情况|结果|进度)|退回原因|完成(?:率|情况))[?？。]*"
)
"""AA企业的目标任务数: words that end in what may be asked for ask for it."""
_SHORTEST: Final = 5
"""What is shorter may be anything."""
_HURT: Final = re.compile(
    "有(?:个|人|名|位|一).{0,12}(?:摔|死|伤|塌|炸|烧|撞|淹|坠|起火|着火|中毒)[^，,。\\s]{0,3}了"
)
_HAPPENED: Final = re.compile(
    r"(?<!如果)(?:\d+[月号日]|昨|今天|前天|刚|上周|[死伤塌炸裂垮陷爆漏翻倒]了|出事了|吃坏|拉肚子|上吐下泻|追尾|塌陷|坍塌|开裂|泄漏|坠落|夹人)"
)
_ENDS_ASKING: Final = re.compile(
    r"(?:[?？]|[吗么呢]|(?<!要)不|(?:行不行|对不对|能不能|可不可以|要不要|够不够|算不算|(?<!有)有没有|是不是)[啊呀]?|(?:用|按|以|取|算|指)[^，,]{2,14}(?:的|数|为准)吧)\s*$"
)
_AND_THAT: Final = re.compile("(?:那|那么|还有)?.{1,16}呢[?？]?")
"""What only names another item asks of it what was asked before."""
_BESIDE_NUMBER: Final = re.compile(r"(?<=[和跟与同比])(\d{1,2})(?![\d.%项家个件号日月点])")
"""第9项跟8有啥区别."""


def asked(text: str, context: Context) -> Reply | None:
    """What the text asks about the speaker's items, list or score; None where it asks for nothing of the kind."""
    said = _heard(text, context)
    if said is None:
        return None
    if names_others(said, context) and of_unit(said):
        return Reply(people.closed(Question(said, context)))
    both = with_deed(said, context, _of_question)
    if both is not None:
        return both
    message = parted(without_own_unit(said, context), context)
    reply = (
        _of_paper(message, context)
        or _each(message, text, context)
        or _outright(message, context)
        or _by_facets(message, context)
    )
    if reply is not None or message.reported or _ENDS_ASKING.search(said) is None:
        return reply
    return _asked_again(message, context) or otherwise(text, context)


def _of_question(text: str, context: Context) -> Reply | None:
    """The answer to a question that stands beside something else."""
    return asked(text, context) or otherwise(text, context)


def _of_paper(message: Message, context: Context) -> Reply | None:
    found = of_paper(Question(message.said, context))
    return Reply(found) if found and not message.reported else None


def _each(message: Message, text: str, context: Context) -> Reply | None:
    """7要什么材料 8谁评: the answer to each part of a line whose parts ask of different items."""
    parts = [part for part in PART.findall(message.asking) if is_question(part)]
    if not 1 < len(parts) <= _MOST_PARTS or message.reported:
        return None
    named = [{leaf.code for leaf in about(part, part, part, "", context).leaves} for part in parts]
    if not all(named) or len(frozenset().union(*named)) < sum(map(len, named)):
        return None
    told = [asked(part, context) for part in parts]
    rows = [row for one in told if one is not None for row in one.text.split("\n") if HANDING_ON not in row]
    if None in told:
        return None
    handed = any(HANDING_ON in one.text for one in told if one is not None)
    return Reply("\n".join([*rows, *([handing_on(Question(message.said, context), text)] if handed else [])]))


_MOST_PARTS: Final = 3


def _by_facets(message: Message, context: Context) -> Reply | None:
    """What the facets tell; of a message with a value in it first what that would give."""
    said = without_places(message.said)
    has_value = VALUE.search(said) is not None or any(one.search(said) for one in (MOVED, OFF))
    for table in ((TRIAL, *FACETS), FACETS, (BY_DEFAULT,)) if has_value else (FACETS,):
        facets, naming = facets_in(message.asking, table)
        if facets and (table is FACETS or facets[0] is table[0]):
            reply = told(message, naming, facets, context)
            if reply is not None:
                return reply
    return None


def _outright(message: Message, context: Context) -> Reply | None:
    """What is asked in words that tell nothing else; how items differ, where two or more are named."""
    facet = outright(message.asking)
    if facet is not AGAIN and APART.telling.search(message.asking):
        asking = _BESIDE_NUMBER.sub(r"第\1项", message.asking)
        question = about(message.said, asking, APART.telling.sub(" ", asking), "", context)
        if len(question.leaves) > 1:
            return Reply("\n".join([told_apart(question, question.leaves), *_unanswered(message, question)]))
    if facet is None:
        return None
    naming = message.asking if facet in (ABSENT, FORM) else facet.telling.sub(" ", message.asking)
    more = [one for one in besides(facet, message.asking) if one.of_leaf is not facet.of_leaf]
    return told(message, naming, [facet, *more], context)


def _unanswered(message: Message, question: Question) -> list[str]:
    """The parts behind it that ask for more than how the items differ."""
    behind = message.asking[max(found.end() for found in APART.telling.finditer(message.asking)) :]
    parts = [part for part in PART.findall(behind) if is_question(part)]
    if not parts:
        return []
    return [*(f"“{clip(part, 24)}”：{NO_ANSWER}" for part in parts), handing_on(question, message.said)]


def _asked_again(message: Message, context: Context) -> Reply | None:
    """那第三项呢: what was asked before, of the item that is named now."""
    before = said_before(context) if _AND_THAT.fullmatch(message.said.strip()) else None
    facets = facets_in(clean(before[0]), FACETS)[0] if before is not None else []
    question = about(message.said, message.asking, message.asking, "", context)
    rows = (
        [row for facet in facets if facet.of_leaf for row in answer(facet, question)]
        if question.leaves
        else []
    )
    return Reply("\n".join(dict.fromkeys(rows))) if rows else None


def _heard(text: str, context: Context) -> str | None:
    """The text in usual widths where it asks for something that is told here; None for anything else."""
    if context.speaker.role not in ROLES or len(text) > LONGEST:
        return None
    said = clean(text)
    if beyond.injected(said, context):
        return None
    besides = _BESIDES.search(said) and not of_paper(Question(said, context))
    asks = ASKING.search(text) is not None or _NAMES_FACET.fullmatch(said) is not None
    if outright(said) is None and (besides or not asks):
        return None
    elsewhere = _ELSEWHERE.search(said) and not HEARSAY.telling.search(said)
    if elsewhere or _HURT.search(said) or (tells_of_event(said) and _HAPPENED.search(said)):
        return None
    return said


def otherwise(text: str, context: Context) -> Reply | None:
    """What the document says of the item that a question names, where nothing knows what it asks of it."""
    said = _heard(text, context)
    if said is None:
        return None
    said = without_own_unit(said, context)
    question = about(said, said, said, "", context)
    codes = {line.code for line in (*question.board.lines, *question.later.lines)}
    leaves = [leaf for leaf in question.leaves if leaf.code in codes]
    if not leaves and names_others(said, context) and not _BY_SOURCE.search(said):
        return None
    if not question.leaves and points_back(said) and _ENDS_ASKING.search(said):
        leaves = list(recent(question))
    if not leaves and len(codes) == 1 and OF_ITEM.search(said):
        leaves = list(question.leaves_of_list())
    if not leaves:
        missed = not_listed(question)
        return Reply(missed) if missed else None
    return Reply("\n".join([*(unsaid(question, leaf) for leaf in leaves), handing_on(question, text)]))


_BY_SOURCE: Final = re.compile("(?:用|按|以|取|依据?|照)[^，,]{2,14}(?:的|数|公报|年鉴|为准)")
"""用统计局公报的吧: who is named there gives the figure, and is not asked about."""
OF_ITEM: Final = re.compile(
    "人口|[抽检监]测|抽[查检样]|检[验查]|合格率|批次|品种|样品|达标|指标|统计|口径|专利|方案|企业|产品|工程|项目|[这该]项|数据?(?!字)"
)
"""What is asked of an item."""


def asks(text: str, context: Context) -> bool:
    """Whether somebody who reports puts a question, whatever it asks."""
    puts_one = _ENDS_ASKING.search(text) is not None or is_question(text)
    return context.speaker.role in ROLES and len(text) <= LONGEST and puts_one


def unanswered(text: str, context: Context) -> Reply | None:
    """An honest word to a question that nothing here understands, and the office to ask; None for no question."""
    if not asks(text, context) or len(text) < _SHORTEST:
        return None
    head = f"“{clip(text, 30)}”我没有现成答案，没有记录任何数据。问某一项请带上序号再问（清单回“我的任务”）。"
    return Reply(f"{head}\n{handing_on(Question(text, context), text)}")
