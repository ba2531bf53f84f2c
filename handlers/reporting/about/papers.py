"""报送件怎么交: what is asked of a paper by its name: until when, in what form, to whom, what it holds, how long it is."""

import re
from typing import Final

from handlers.calendar.schedule import unprinted, when_due
from handlers.papers.due import all_papers
from handlers.papers.forms import partly
from handlers.papers.naming import as_printed, name_of, with_annexes
from handlers.reporting.about.facet import HOW, OFF_HOURS, WHEN
from handlers.reporting.about.question import Question
from handlers.wording import clock
from scoring.model import Duty

_UNPRINTED: Final = (
    "字数|多少字|几[页张份套]|页数|篇幅|装订|盖章|签字|格式|排版|彩[色印]|份数|多长|详细|扫描|复印|原件"
)
_HOLDS: Final = (
    "内容|包括|要求|(?:要|得|该|应该)?(?:填|写|放|附|有)(?:些|上)?(?:什么|啥|哪些|几个)"
    f"|{HOW}(?:写|填|弄|做|准备)|(?:几|哪几|哪些|多少)个?(?:大|小)?(?:部分|方面|块|章节?)|提纲|框架|结构|大纲|标题|分几"
)
_MODEL: Final = "模板|模版|范[本文例]|样[本张表]|表格|发(?:给)?我|给我一?份|附件"
_WHERE: Final = "邮箱|(?:发|交|送)(?:到|给|往)|报(?:到|给)|寄|纸质|电子|谁收|哪里|哪儿|什么地方|[在从往]哪"
_PLACE: Final = "邮箱|地址|谁收|哪[里儿个]邮?|什么地方|[交报送发]给谁|寄|几楼"
_TIME: Final = (
    f"{WHEN}|几点|截止|期限|时限|最[晚迟]|来得?及|还有几天|[前晚]交|急不急|一起|分开|一块|同时"
    "|(?:能|可以|来得及)[^，,]{0,3}[补交报]"
)
_ASKED: Final = re.compile(f"{_UNPRINTED}|{_HOLDS}|{_MODEL}|{_WHERE}|{_TIME}")
_NOT_OF_IT: Final = re.compile(
    "案例|收到|已交|交了|发了|报了|送了|写好(?!.*(?:怎么|咋|如何|往哪|[发交送]到?给?[哪谁]))|退回|生成|导出|帮我写|初稿|草稿|提醒|催|怎么还|逾期|过期|改到|延|推迟"
)
"""Whether it came, what is wrong with it, or that it is to be made."""


_EVIDENCE: Final = "印证材料"
_HERE: Final = (
    "直接发到这里就行：图片、文件或链接发给我（大文件回“上传”），我归到您单位名下。原文另要报送的："
)


def of_paper(question: Question) -> str | None:
    """What the document prints of the paper that the text names in full; None for no such question."""
    text = question.text
    if re.search(WHEN, text) and (reply := unprinted(text, question.context)) is not None:
        return reply.text
    if not question.context.rubric.schedule:
        return None
    came = _CAME.search(text) is not None
    duties = _named(text, question) if came or (_ASKED.search(text) and not _NOT_OF_IT.search(text)) else []
    if not duties:
        return None
    if came:
        return "\n".join(filter(None, (_state(duty, question) for duty in duties))) or None
    together = [_TOGETHER] if len(duties) > 1 and _AS_ONE.search(text) else []
    return "\n".join([*together, *dict.fromkeys(row for duty in duties for row in _printed(duty, question))])


_AS_ONE: Final = re.compile("一起|分开|分别|一块|合(?:在|到|成|并|起)|同时|先后|各")
_TOGETHER: Final = "一起送还是分开送，原文没有写（原文未规定），时限、形式各照下面的："


def _printed(duty: Duty, question: Question) -> list[str]:
    """What the document prints of the paper, and what it does not."""
    text, enquiries = question.text, question.context.rubric.enquiries
    rows = [_HERE] if _EVIDENCE in duty.what and re.search(_WHERE, text) else []
    rows.append(when_due(name_of(duty), question.context).text)
    if re.search(OFF_HOURS, text):
        rows.append(f"周末、夜里发到这里也收；纸质的休息日收不收原文未规定，请先问{question.office}。")
    fields = question.context.rubric.materials.contact_fields
    if fields and duty.what.endswith("工作人员") and re.search(_HOLDS, text):
        rows.append(f"每人要填：{'、'.join(fields)}（原文的表）。")
    due = question.context.deadlines.of_duty(duty)
    if due is not None and question.context.now > due:
        rows.append(f"过了时限也要交，会记为逾期；交了回“{name_of(duty)}已交”。")
    form = question.context.rubric.materials.report_form
    if form is not None and name_of(duty) == "自评报告" and re.search(f"{_HOLDS}|{_MODEL}", text):
        told = "；".join(heading.text for heading in form.headings)
        rows.append(f"模板的标题（原文）：{told}。{form.annex}")
    if re.search(_MODEL, text):
        rows.append(f"空白模板、文件我这里不存不转发，要向{question.office}要。{_draft(duty)}")
    if re.search(f"{_UNPRINTED}|{_HOLDS}|邮箱", text):
        mail = "" if enquiries else "、具体邮箱"
        rows.append(f"上面没写的（字数、页数、份数、盖章、装订{mail}等）原文未规定，请问{question.office}。")
    return [*rows, f"送到：{enquiries}。"] if enquiries and re.search(_PLACE, text) else rows


_OF_CONTACTS: Final = re.compile("(?<![\u4e00-\u9fff])名单|(?<=[的个份交发报填这那把张和联系])名单")
"""专班人员名单 is evidence."""


def _named(text: str, question: Question) -> list[Duty]:
    """The papers that the text names; none where two names stand for one."""
    said = with_annexes(as_printed(text), question.context.rubric.schedule)
    said = said if "联系人名单" in said else _OF_CONTACTS.sub("联系人名单", said)
    found = {
        name_of(duty): duty for duty in reversed(question.context.rubric.schedule) if name_of(duty) in said
    }
    own = {paper.id for paper in all_papers(question.context.deadlines, question.context.seat)}
    duties = [duty for duty in question.context.rubric.schedule if duty in found.values()]
    return [duty for duty in duties if duty.id in own] or duties


_CAME: Final = re.compile(
    "(?:交|报|送)(?:过|了|上)+[^，,]{0,6}(?:怎么|咋|为啥|为什么|还(?:是|在)?(?:显示|提醒|说|催))|(?:交|报|送|传|发|登记|收)(?:到|[上过][去来]?|齐)*(?:没有?|了(?:没有?|吗|么)|(?<=[到过上去来])(?:吗|么))[?？]*$|有没有(?:交|报|收到|登记)|算(?:不算)?交了"
)


def _state(duty: Duty, question: Question) -> str | None:
    context = question.context
    papers = [paper for paper in all_papers(context.deadlines, context.seat) if paper.id == duty.id]
    if not papers:
        return None
    paper, handed = papers[0], context.arranged.handed_in.get((duty.id, papers[0].unit))
    if handed is not None:
        return f"{paper.name}：{clock(handed.at)}登记已交，不再提醒。"
    left = f"{clock(paper.due)}截止，{context.deadlines.left(context.now, paper.due)}"
    name = f"{paper.name}{partly(paper, context.arranged)}"
    return f"{name}：还没有登记已交，{left}。已经交到质强办了就回“{paper.name}已交”，登记后不再提醒。"


def _draft(duty: Duty) -> str:
    return "按已报的数据可以先出一份草稿：回“自评报告”。" if name_of(duty) == "自评报告" else ""
