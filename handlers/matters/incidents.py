"""疑似事件: an accident or event that somebody tells of; registered, never judged or scored by the bot."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers import dialogs
from handlers.access import Act
from handlers.campaign.units import mentions
from handlers.command import Command, words
from handlers.context import Context
from handlers.matters import event_rules
from handlers.matters.kinds_of_event import whose
from handlers.matters.register import register, tell
from handlers.messages import Reply
from handlers.people.enrolled import enrolled
from handlers.wording import clip, in_one_line
from scoring.model import Criterion

_HAPPENED: Final = (
    "塌了|塌方了|坍塌了|垮了|垮塌|倒塌了|炸了|爆炸了|起火了|着火了|失火了|中毒了|死了|伤了|受伤了|出事了|出了(?:个|点|起)?事|坠落了|掉下来(?:了|砸)|砸(?:了|中|到|坏|伤)(?:人|车|房|[一几两\\d]个)|触电了|泄漏了"
    r"|[出发]生?了(?:[一两二三]|\d{1,2})起[^，,。]{0,6}[，,\s]*[^，,。]{0,8}(?:[轻重受]伤|[死伤]亡|死|抢救|住院|(?:还|正)?在(?:调查|处理))"
    "|(?:发生|出现?)了?.{0,10}(?:事故|事件|坍塌|爆炸|火灾|中毒)|有.{0,12}(?:事故|事件|塌|炸|起火|着火|中毒)"
)
_EXPOSED: Final = (
    "上(?:了)?(?:央视|新闻|电视|热搜|焦点访谈)|被?(?:央视|媒体|记者|新闻|电视台)(?:315|晚会)?(?:曝光|报道|点名)"
    "|被?曝光"
)
_AIRED: Final = (
    r"(?=.*(?:假|毒|劣|问题|出[了个点]{0,2}.{0,8}事|的事|事件|事故|坑人|坑害|不合格|黑[心作窝工]|超标|变质|过期|有害|掺|添加剂|造假|地沟油|瘦肉精|苏丹红|吊白块|僵尸肉)).*"
    r"(?:央视|中央(?:电视)?台|省(?:电视)?台|电视台?上?|新闻联播|焦点访谈|每周质量报告|(?<!\d)315(?!\d)|媒体|(?<![今昨明当每])日报|晚报|新华社|新华网|人民网)[^,，。\d]{0,12}?(?:播|报了|报道|曝|点名|登了?|说)"
)
"""中央台都报了 beside what went wrong."""
_REPROVED: Final = "被(?:国务院|国家.{0,6}|中央.{0,4}|省.{0,8}|部里)(?:通报|点名|约谈)"
_MUST: Final = (
    "算不算|算吗|算事故吗|计不计入|要不要上?报|用不用上?报|需不需要上?报|该不该上?报|[需要用得]要?上?报[吗么不]"
    "|算[^，,。\\s]{0,8}(?:事故|事件)(?:吗|不|么|吧)|[也都]算[啊吗么不吧嘛呀]+[?？]?$"
)
_DOUBT: Final = f"{_MUST}|怎么报|扣不扣分|扣分吗|会扣分吗|咋算|怎么算"
_HARMED: Final = "住院|送医|送了?医院|吃坏|上吐下泻|摔伤|砸伤|烫伤|烧伤|伤亡|身亡|遇难|溺亡"
_COMPLAINED: Final = "举报|投诉|过期|变质|假[货药酒冒]|召回|查封|超标|不合格|漏油|漏气|漏电"
_BROKEN: Final = (
    "吃坏|上吐下泻|拉肚子|[裂塌垮陷爆漏翻倒]了|追尾|坍塌|塌陷|开裂|泄漏|坠落|夹[了住伤到]|夹人|[歪斜断]了"
    "|倾斜|脱落|滑坡"
)
"""What may be an accident, beside the question whether it is one."""
_ONCE: Final = r"有人|有个|有一|昨[天晚日]|前[天晚日]|今[天早晚]|刚才|刚刚|上周|\d{1,2}[号日]|\d{1,2}月"
_FELL: Final = (
    f"(?!.*(?:网|系统|电脑|手机|材料|数据|[漏填没]报|报漏))(?=.*(?:{_ONCE}))(?=.*(?:{_BROKEN}))"
    r".*(?:扣分[吗么不没]|扣不扣|会不会扣|要不要扣|要紧[吗么不]|有影响[吗么不])"
)
"""上周塔吊倒了 beside the question what it costs."""
_SIGH: Final = re.compile(
    r"(?:烦|累|忙|气|困|热|冷|急|愁|笑|吓|饿|坑|折腾|麻烦|难受|要|锁|关|堵|定|写|限|封)死(?:我|人|个人)*(?:了|啦|咯)*"
)
"""烦死了: nobody died."""
_UNHURT: Final = re.compile(
    "[^，,。]{0,4}(?:(?:没有?|未|无)(?:造成|出现|发生)?(?:任何)?(?:人员)?(?:伤亡|死亡)|没(?:死|伤)过?人)[了的啊哈呢。!]*"
)
"""Alone it tells of no event; beside what fell down it belongs to that."""
_DENIED: Final = re.compile(
    r"(?:事故|事件|问题)(?:一起|一件)?(?:都|也)*(?:没有|没得|没发生|未发生|没出|无|为零|零起|0起)|"
    r"(?:没有?|未|无|零|从未|不存在)(?:再|有)?(?:发生|出现|出)?过?[^，,。；;\s算]{0,12}(?:事故|事件|塌|炸|火|毒|问题)"
)
_POINTS_ASKED: Final = re.compile(
    r"扣(?:多少|几)分?|扣不扣|会不会扣|怎么扣|如何扣|咋扣|扣分(?:标准|规定|吗|么|不)|要扣分|要不要扣|(?:怎么|咋|如何)(?:处理|规定|考核|认定|说|定|评|判|算分|打分)|评[成为]|还能.{0,6}(?:评|拿|得)|[没有得零0](?:了)?分|有?(?:什么|啥|哪些)(?:后果|规定|影响)|会(?:不会)?(?:怎么?样|咋样?|怎样)|(?:怎么|咋|如何)(?:罚|追究|追责)|(?:会|要|是)(?:不[会要是])?.{0,6}(?:否决|[dD]级|降级|等次|不合格|不及格)"
)
_TOLD_OF: Final = re.compile(
    rf"{_ONCE}|刚[看听]|那[边里儿]|今年|去年|本月|这个?月|上个?月|这次|上次|那次|最近|我们|我局|我镇|[我本](?:单位|市|区|县)|咱|辖区|[出生了]了?[一两二三四五六七八九\d]起|[\d一两二三四五六七八九十几][个名人]|工地|学校|企业|公司|工厂|村|小区|超市|饭店|[区县市镇乡]\S{{0,14}}(?:播|报道|曝光|点名|登)(?:出来|出去)?了"
)
"""Somebody, somewhere, some day: it did happen, and is no question of the rule alone."""
_SUPPOSED: Final = re.compile(
    r"(?:如果|要是|假如|假设|假使|万一|一旦|倘若|若是).*(?:事故|事件|出事|[塌炸火毒伤死])|(?:事故|事件|出[了点个起]{0,2}事|[塌炸火毒伤死])了?(?:的话|的?情况下)"
)
_INQUIRES: Final = re.compile(
    "(?:有没有|有无|哪[个家些几]|谁)[^,，。]{0,10}(?:曝光|报道|点名|通报)|[死伤]亡?[^,，。]{0,3}(?:几|多少)"
    r"|(?:查清|查明|核实|认定|定性|处理)(?:楚|明白|完|好|出来|下来|了)*(?:没有?|吗|么)[啊呀呢?？。\s]*$"
)
"""华容区有没有被媒体曝光的, 塌了的事查清没有 ask, and tell of nothing."""
_PRAISED: Final = re.compile("先进|表扬|表彰|宣传片?|成效|经验|做法|好评|正面")
_BAD: Final = re.compile("假|毒|劣|死|伤|坑|曝光|约谈")
_DAY: Final = re.compile(r"[昨前]天|今[天早晚]|刚[才刚]|上周|\d[号日]")
_COUNTED: Final = re.compile(
    r"^\s*(?:[①-⑳]|[\w.]{1,8})?\s*\S{0,20}(?:事故|事件)\S{0,8}?\s*\d+\s*(?:起|件|次|个)?\s*$"
)
_MEDIA: Final = re.compile(f"{_EXPOSED}|{_AIRED}")
_GRAVE: Final = re.compile(f"{_EXPOSED}|{_AIRED}|{_REPROVED}|区域性|系统性|一票否决|否决|群体性|特别重大")
_RECENT: Final = rf"(?=.*(?:{_ONCE})).*(?:{_HARMED})|(?=.*(?:{_ONCE})).*(?:{_COMPLAINED}).*(?:{_DOUBT})"
PATTERN: Final = re.compile(
    rf"(?!.*(?:链接|印证|佐证|证明材料|截图|简报))(?=.*(?:{_EXPOSED}|{_REPROVED})|{_AIRED}|{_RECENT}|.*(?:{_HAPPENED}).*(?:{_DOUBT}|$)"
    rf"|{_FELL}|.*(?:塌|炸|火|毒|事故|事件|伤|死).*(?:{_DOUBT})|(?=.*(?:{_BROKEN})).*(?:{_MUST})).{{4,300}}",
    re.DOTALL,
)
_ORDERED: Final = re.compile(
    r"(?=.*(?:塌|炸|起火|火灾|中毒|死|伤|事故|曝光))(?=.*\d).*(?:登记|登上|登一下|记上|记一下)(?:一?下|上|在案|待核实|为?疑似事件)*[吧。]*"
    r"|(?:先|请|帮我)?登记(?:一下|一个|疑似事件|事件|事故)+[\s:：,，]*(?=.*(?:塌|炸|起火|火灾|中毒|死|伤|事故|曝光))(?=.*\d).*",
    re.DOTALL,
)
"""坍塌，死亡2人，登记: whoever has it registered tells of what happened, in whatever words."""

QUESTION: Final = "incident"
_OWN_EVENTS: Final = ("contact", "supervisor")
"""Who tells of what happened in his own unit."""
_COUNTS: Final = re.compile(
    r"(?:算不算|是不是(?:要|算|得)?|要不要|会不会|该不该|是否|能不能|用不用|需不需要).{0,12}(?:否决|[dD]级?|事故|事件|扣分|登记|上?报)?[啊呀呢吗吧?？。\s]*$|(?:咋|怎么|如何)个?(?:算|定|评|处理|办)[啊呀呢的法?？。\s]*$|(?:否决|[dD]级|算|降级|等次|事故|扣分?|上报|登记).{0,6}(?:吗|吧|么|没|[?？])[?？。\s]*$|[?？]\s*$"
)
"""要一票否决吧？, 算不算: told and asked in one breath."""
_PRICED: Final = re.compile(
    r"(?:影响|[剩得扣丢减差掉拿])(?:下|掉|到)?(?:几|多少)分?[啊呀呢了？?。\s]*$|^是不是"
)
"""旅游局出事故会影响多少分."""
_ASKING: Final = (
    r"(?:[哎诶欸喂啊我想就先请您你们\s,，]|那个|顺便)*(?:问|打听|请教|咨询)[一下个问事您你句\s,，:：]*"
)
"""哎我问下 before what is asked."""
_GENERAL: Final = re.compile(
    rf"^(?:{_ASKING})?(?!.*(?:{_ONCE}|今年|本月|最近|这次|那次|我们|咱|[发出]生?[了过]|曝光|点名))"
    r"(?:发生|出现|出)(?:一[起次个])?[^\d了过，,]{0,16}(?:事故|事件|问题)[，,\s]*(?:的话)?"
    r"[，,\s]*(?:考核|等次|等级|成绩|结果|我们)?(?:是不是|会不会|要不要|[咋怎]么?个?|如何|直接|就)"
)
"""发生系统性事件考核咋个算 tells of none that happened: the rule is asked."""
_REGISTERS: Final = re.compile(r"(?:那就|就|先|请|要|是)*登记(?:一下|上|吧|为疑似否决事件|为疑似事件)*")
_ASKS: Final = re.compile(
    r"(?:只是|就是|只|就|先|我)*(?:看|问|查)(?:看|问|一下|下)?(?:条文|规定|原文|而已|的)*[吧,，]*(?:(?:先)?(?:不|别)(?:用|要)?登记)?|(?:先)?(?:不|别)(?:用|要)?登记"
)
TAKE_BACK: Final = "登记错了或只是问问，5分钟内回“撤回”。"


def tells_of_event(text: str) -> bool:
    """Whether the words tell of something that happened, rather than report a count or that nothing did."""
    said = _SIGH.sub("", text)
    if _UNHURT.fullmatch(text) or _INQUIRES.search(text) or (_PRAISED.search(text) and not _BAD.search(text)):
        return False
    told = PATTERN.fullmatch(said) or _ORDERED.fullmatch(said)
    return told is not None and not _DENIED.search(said) and not _COUNTED.search(said)


def ordered(text: str) -> bool:
    """Whether whoever registers for good tells of an accident with those it hurt, or has one registered: 先登上."""
    told = _ORDERED.fullmatch(text) or _HURT.search(text)
    return told is not None and not (_DENIED.search(text) or _INQUIRES.search(text) or _REPORTED.search(text))


_HURT: Final = re.compile(
    r"(?=.*\d[日号]).*(?:塌|倒|坠|炸|起火|失火|着火|中毒|泄漏|翻|撞)[^，,。?？]{0,3}[了,，。\s]*(?:致|造成)?\s*(?:死亡?|伤亡?|受伤|重伤|轻伤)[了]?\s*[\d一两二三四五]{1,2}\s*个?人?"
)
_REPORTED: Final = re.compile(
    "[?？吗]\\s*$|如果|要是|假如|万一|听说|登记了|催|通知|多少|几[个人]|怎么|撤|补[进上充]|演练|防范"
)


def asks_rule(text: str) -> bool:
    """Whether the words ask what an event would cost, without telling of one: 发生食品安全事故扣多少分."""
    if _SUPPOSED.search(text) and not _DAY.search(text):
        return True
    supposed = re.search("如果|要是|假如|假设|万一|一旦|的话", text) is not None
    return _POINTS_ASKED.search(text) is not None and (supposed or _TOLD_OF.search(text) is None)


def registered(text: str, context: Context) -> Reply | None:
    """Register the event for the office and the reviewers; what it means is theirs to decide.

    Who may register it for good and ends in a question is asked first; what a unit tells of is kept at once.
    """
    if not tells_of_event(text):
        return None
    if asks_rule(text) or (context.speaker.role not in _OWN_EVENTS and _GENERAL.match(text)):
        return event_rules.told(text, context)
    if context.speaker.role not in _OWN_EVENTS and (_COUNTS.search(text) or _PRICED.search(text)):
        known = _TOLD_OF.search(text) or mentions(text, context).units
        return _asked(text, context) if known else event_rules.told(text, context)
    return keep(text, context)


def _asked(text: str, context: Context) -> Reply:
    """Whether it is told to be registered, or only asked about."""
    what = "疑似否决事件" if context.rubric.veto is not None and _GRAVE.search(text) else "疑似事件"
    said = clip(" ".join(text.split()), 60)
    dialogs.ask(context, QUESTION, {"text": text}, again=f"登记为{what}，还是只看条文")
    return Reply(
        f"“{said}”是要登记，还是只问算不算？还没有登记：\n"
        f"1 登记为{what}（待核实；{'质强办和领导看得到' if what.endswith('否决事件') else '会通知质强办和审核员'}）\n"
        "2 只看条文，不登记\n回序号，都不是请回“取消”。"
    )


def answer(state: Mapping[str, Any], text: str, context: Context) -> Reply | None:
    """Register it, or quote the clauses alone."""
    place = dialogs.chosen(text, 2)
    registers = place == 0 or _REGISTERS.fullmatch(text.strip()) is not None
    asks = place == 1 or _ASKS.fullmatch(text.strip()) is not None
    if not registers and not asks:
        return None
    dialogs.close(context)
    return keep(str(state["text"]), context) if registers else event_rules.told(str(state["text"]), context)


def keep(text: str, context: Context) -> Reply:
    """Register it."""
    named = mentions(text, context).units
    subjects = [unit for unit in named if unit in context.speaker.campaign.subjects]
    if context.rubric.veto is not None and _GRAVE.search(text):
        return _veto(text, subjects, context)
    own = context.seat.unit if context.speaker.role in _OWN_EVENTS else ""
    unit = whose(text, context) if own else (named or ("",))[0]
    number = register(context, "incident", text, unit=unit, subject=(subjects or [""])[0])
    by = f"（{own}报来，不是它自己的）" if own != unit and own else ""
    people = enrolled(context, "reviewer")
    tell(
        context,
        number,
        people,
        f"【疑似事件】第{number}号，{unit or '哪家的没写明'}{by}：{clip(in_one_line(text), 120)}。待质强办核实，先不计分。",
    )
    return Reply(
        f"先不计分，没有入库。已登记为“疑似事件，待核实”（第{number}号{_about(subjects, text)}），已通知质强办和审核员。\n"
        "是否扣分由考核组认定，我不作判断；核实前零报告不会覆盖它。\n"
        f"{_of_another(own, unit)}请补：时间、地点、伤亡和损失、是否已上报主管部门，直接发文字或图片即可。"
        f"{TAKE_BACK}"
    )


def _of_another(own: str, unit: str) -> str:
    """What is told of somebody else's matter is not put down to the unit that tells it."""
    if own == unit or not own:
        return ""
    return f"这不记在{own}名下，按{unit}的事登记。" if unit else f"这不记在{own}名下，是哪家的由质强办核实。"


def _veto(text: str, subjects: list[str], context: Context) -> Reply:
    """A suspected veto event: the document's own procedure is quoted, the grade stays as it is."""
    veto = context.rubric.veto
    criterion = context.rubric.criterion(veto.code) if veto else None
    if veto is None or criterion is None:
        return Reply("这份细则没有否决项（原文未规定），没有登记。")
    situation = _situation(text, context)
    number = register(
        context,
        "veto",
        text,
        code=veto.code,
        subject=(subjects or [""])[0],
        detail={"situation": situation[0]} if situation else {},
    )
    like = f"看来近似情形{situation[0]}：{clip(situation[1], 60)}" if situation else "属于哪种情形待核实"
    return Reply(
        f"已登记“疑似否决事件”（第{number}号{_about(subjects, text)}），状态：待核实；{like}\n"
        f"{_printed(criterion)}\n"
        f"审定前不改等次和分数，只有质强办和领导看得到；初步确认由质强办登记，认定后等次为“{veto.grade}”。{TAKE_BACK}"
    )


def _printed(criterion: Criterion) -> str:
    """What counts by the document, and who confirms it where that is printed."""
    counts = " ".join((criterion.clause or criterion.path[-1]).split("\n")[0].split()) or criterion.path[-1]
    procedure = _procedure(criterion.clause)
    lines = [f"算不算看原文：“{clip(counts, 100)}”。"]
    lines += [f"程序（原文）：{clip(procedure, 120)}"] if procedure and procedure not in counts else []
    return "\n".join(lines)


def _about(subjects: list[str], text: str) -> str:
    """Whom it is about and what was said of it."""
    where = f"，{'、'.join(subjects)}" if subjects else "，哪个被考核单位没写明"
    return f"{where}：{clip(' '.join(text.split()), 40)}"


def _situation(text: str, context: Context) -> tuple[str, str] | None:
    """The printed situation that exposure by the media comes near to, where the document lists them."""
    veto = context.rubric.veto
    criterion = context.rubric.criterion(veto.code) if veto else None
    if criterion is None or "situation" not in criterion.input_by_name or not _MEDIA.search(text):
        return None
    choices = criterion.input("situation").choices
    exposed = [choice for choice in choices if "曝光" in choice.label]
    return (exposed[0].value, exposed[0].label) if len(exposed) == 1 else None


def _procedure(clause: str) -> str:
    """The sentence of the clause that says who confirms."""
    sentences = re.split("(?<=。)", " ".join(clause.split()))
    told = [sentence for sentence in sentences if re.search("确认|认定|审核|通报", sentence)]
    return (told or sentences)[-1].strip()


COMMAND = Command(
    Act.REGISTER,
    "6月18号有个工地模板塌了 算不算",
    words(""),
    registered,
    re.compile(f"{PATTERN.pattern}|{_ORDERED.pattern}", re.DOTALL),
    shy=True,
)
