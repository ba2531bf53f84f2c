"""是不是在说情况: what shows that somebody tells what was done, and what shows that he asks, promises or corrects."""

import re
from typing import Final

from handlers.matters.incidents import tells_of_event
from handlers.reading.naming.topics import core
from handlers.reading.telling.standings import Saying, read_saying
from handlers.reading.tokens.asides import is_question, without_asides
from handlers.reading.widths import clean

_N: Final = r"(?:(?!0+(?:\.0+)?(?![\d.]))\d+(?:\.\d+)?\s*[多余]?[万亿千百]?[多余]?|[一二两三四五六七八九十百千万]{2,})"
_COUNT: Final = re.compile(
    rf"{_N}\s*(?:(?:家次|人次|批次|场次|件次|[家起件处批次人名份期场例组座户张台部辆篇块支所站本套亩吨元头]|公里|公斤|平方米?|[个条项](?!工作日|月|百分点|区|县|镇|指标|[都全均里中]))"
    r"|万(?=$|[\s，,。；;、]))"
    r"|[一二两三四五六七八九](?:家|起|件|处|次|期|场|批|份|名|篇)(?![都也])"
)
_DEED: Final = re.compile(
    "印发|下发|出台|制定|制订|成立|建立|召开|开展|组织|举办|查处|查办|查获|破案|侦破|抓获|检查|抽查|抽检|抽样|排查|整改|整治|培训|宣传|发放|受理|办结|处理|处置|办理|建成|建设"
    "|新增|培育|评选|评了|评出|获得|获评|投入|安排|拨付|落实|移送|罚没|约谈|关停|取缔|销毁|监测|检测|验收|开具|覆盖|推广|签订|备案|公示|公布|公开|发布|上线|开通|配备|增编|编制"
    "|出动|清理|下架|召回|挽回|调解|回访|走访|执法|通报|督查|督导|考核|巡查|发现|消除|立案|办案|捣毁|收缴|设立|发了|下了|开了|办了|做了|搞了|查了|抽了|改了|建了|报了案|表彰|奖励|认定|认证|创建|打造|修订|(?:已经?|都|刚)(?:印|发|出|定|建|下|办|做|搞)|(?:印|出|定|建|做|搞|办|弄)(?:好|完|过|出来)?了|(?:合|并|含|放|列|算|归)(?:并)?[在入到进].{2}"
)
_NOT_THIS: Final = re.compile(
    r"\.(?:pdf|docx?|xlsx?|jpe?g|png|zip)|[照相]片|截图|扫描件|附件|^这[是张]|^\s*\S{0,4}\s*自评\S{0,8}$|[?？]|[吗呢么嘛]\s*$|行不|好不|能不|可不|要不要|是不是|能否|怎么|咋|为啥|为什么|多少|哪[个项些里天]|谁|几号|请(?:问|帮|给|把|发)|帮[我忙]|给我|告诉"
    r"|不是|不对|写错|打错|报错|发错|填错|弄错|(?<!整)改[成为到]|应[该为]|更正|作废|撤[回销]|取消|重新报|延期|缓报|宽限|晚[几一两]天|异议|(?<!投诉)(?<!投诉、)(?<!受理)(?<!处理)申诉(?!案|投诉|\d|[、和及]|举报|量|件)|交接|代报|不归|听说|据说|估计|预计|详情|发我|看看|看一?下"
    r"|如果|要是|万一|假如|下周|下个?月|明[天年早]|后天|回头|过[几两]天|等.{1,12}再|准备(?:发|印|开|出)|打算|拟于|自评报告|联系人|目标(?:是|为|定|值|任务数)"
)
_FIRM: Final = re.compile(r"[〔\[【(（]\s*(?:19|20)\d\d\s*年?\s*[〕\]】)）]\s*第?\s*\d+\s*号")
LONGEST: Final = 600
SHORTEST: Final = 5


def has_number(text: str) -> bool:
    """Whether the number of a document stands in the text."""
    return _FIRM.search(text) is not None


def counts(text: str) -> bool:
    """Whether things that were done are counted in it: 破案47起, 检查企业86家."""
    return _COUNT.search(without_asides(text)) is not None


def tells_deed(text: str) -> bool:
    """Whether it speaks of something done."""
    return _DEED.search(text) is not None


def may_tell(text: str) -> bool:
    """Whether the text may tell what was done: the one cheap test that the common report does not pass."""
    if not SHORTEST <= len(text) <= LONGEST or not (has_number(text) or counts(text) or tells_deed(text)):
        return False
    return not rules_out(text)


def rules_out(text: str) -> bool:
    """Whether the text asks, promises, corrects, or tells of an accident: that is for others to read."""
    return _NOT_THIS.search(text) is not None or is_question(text) or tells_of_event(text)


def tells_result(text: str) -> bool:
    """Whether it says that something is done, or gives a figure of it."""
    return _TOLD.search(text) is not None or any(map(str.isdigit, without_asides(text)))


_TOLD: Final = re.compile("已|了(?!解)|印发|下发|出台|制定|制订|建立|成立|召开|开展|[发印定建办][好完过]")


def names_deed(said: str) -> bool:
    """Whether one clause names what was done, and not only how far it is."""
    saying = _saying(said)
    return len(core(saying.topic if saying is not None else without_asides(clean(said)))) >= _NAMED


def lacks(words: str) -> bool:
    """Whether any clause says that something is not done, or that its papers are not complete."""
    return any(_is_lacking(one) for one in _CLAUSES.split(words) if one)


def begins_done(words: str) -> bool:
    """Whether the first clause of several says that something is done: 制度定了 但没评."""
    first, *more = [one for one in _CLAUSES.split(words) if one] or [""]
    saying = _saying(first) if more else None
    return saying is not None and saying.standing in ("done", "full")


_NAMED: Final = 2
_CLAUSES: Final = re.compile(r"[，,；;。\s]+")
_LACKING: Final = frozenset({"partial", "half", "bare", "none", "going", "planned"})
_NO_LACK: Final = re.compile(
    "发现|隐患|事故|事件|问题|投诉|[死伤]|合格|超标|去年|上年|剩|整改(?!台账|方案|制度)"
)


def _is_lacking(clause: str) -> bool:
    saying = _saying(clause)
    if saying is None or _NO_LACK.search(clause):
        return False
    return saying.standing in _LACKING or (saying.standing == "nothing" and clause.endswith("出"))


def _saying(said: str) -> Saying | None:
    return read_saying(without_asides(clean(said)))
