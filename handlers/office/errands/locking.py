"""锁定: the words of locking and archiving a milestone, as an order, a refusal, or a question about it."""

import re
from typing import Final

from handlers.calendar.deadlines import scope_name
from handlers.context import Context
from handlers.messages import Reply
from handlers.office.errands.asked import everyday
from handlers.office.results import archiving
from handlers.people.whom import Heard
from handlers.reading.tokens.asides import is_question
from handlers.wording import clip

LONGEST: Final = 60
_CUE: Final = re.compile(
    r"(?<!解)锁(?!\s*\d|屏|机|住了我|号)|归档|封账|封存|冻结|(?:关|封|截)(?:闭|了|掉|上|住|死|一?下|定)*(?:上半年|半年|前三季度|三季度|年终|全年|填报|上报|报送|节点|口子)"
    r"|(?:上半年|半年|前三季度|三季度|年终|全年|填报|上报|报送|节点|口子)(?:节点|数据|报送|填报)?(?:的|就|给|先|都|别|不|可以)*(?:关|封|截)(?!止)(?:闭|了|掉|上|住|死|定|账|吧)*"
)
_GATE: Final = re.compile(
    "(?:关|停)(?:掉|了|上|闭|一下)?(?:报数|填报|上报|报送)的?(?:通道|入口|系统|口子)?"
    "|(?:通道|入口|口子|系统)(?:就|先|都|给)*(?:关|停|封)(?:了|掉|上|闭|住|一下)"
)
_NOT_IT: Final = re.compile(
    "解锁|解除|绑定|验证码|输错|密码|打不开|开锁|通过的?.{0,4}锁|文件|材料(?!先)|发给|通知|提醒|告诉"
)
_DONE: Final = r"(?:锁|归档|封账|关|封|冻结)(?:住|定|上|起来|死|掉|完|好)*(?:了|过|之?后|以后)*"
_AFTERWARDS: Final = re.compile(
    rf"{_DONE}.{{0,10}}(?:能|可以|让|怎么|咋|得|允许|谁).{{0,8}}(?:补|改|报|交|动|退|撤|开|恢复|更正|看)|(?:补|改|报|交|动).{{0,6}}(?:能|可以).{{0,4}}(?:锁|归档)"
    rf"|{_DONE}(?:会|是|有)?(?:怎么样|怎样|什么后果|什么影响|啥影响|啥样|什么样|什么意思)|(?:锁定|归档|封账).{{0,3}}(?:是|算)?(?:什么意思|啥意思|什么|干什么用|干啥|有什么用)|谁.{{0,4}}(?:能|可以|来)(?:解|锁|归档)"
)
_WHETHER: Final = re.compile(
    r"(?:锁|归档|封账|关|冻结)(?:定|住|上|起来|好|掉)*(?:了|过)*(?:没有?|吗|么|没啊|了没)[啊呀?？]*$|(?:锁|归档)(?:定|住)?(?:过|了)(?:哪|几|没)|(?:有没有|是不是|是否)(?:已经)?(?:锁|归档)|已经?(?:锁|归档).{0,4}[吗?？]"
)
_MAY_IT: Final = re.compile(
    r"能不能|可不可以|能否|可否|(?:能|可以|该|要不要|用不用|是不是该|合适).{0,10}(?:吗|么|[?？])"
)
_REFUSED: Final = re.compile(
    "(?:别|不要?|不用|先不|暂不|不急着?|甭|(?<!为什么)(?<!为啥)(?<!怎么)不能|缓一?缓|等一?等|晚点|过几天|以后)(?:急着|忙着|着急|给|现在|再|先|去|就|都)*(?:锁|归档|封|冻|关(?!注|系))|(?:锁|归档).{0,4}(?:不急|再说|缓一?缓|等等|先放)"
)
_OPENS: Final = re.compile(
    r"(?:锁|封|归档|冻结)(?:了|上|定|着|住)*的?.{0,6}?(?:放开|打开|解开|开开|重新开|再开)|(?:解锁|解封|解冻)(?:吧|一下)?$"
)
_OR_NOT: Final = re.compile("(?:能|可以|会|让).{1,8}不[啊呀呢]?$")
"""归档了还能再打开不: asked without a sign of it."""
_CLOSES: Final = re.compile(
    r"考核(?:任务)?(?:都|已经?|就)?(?:结束|[搞做]完|完事)了?[\s,，。]*"
    r"(?:就|可以|把它|给)*(?:关|停|结束)(?:掉|了|闭|吧)"
)
_UNTIL: Final = re.compile(r"[^,，。\s]{0,14}(?:之?前|为止|期间)|先|暂时|临时")
_WHY: Final = re.compile(r"[,，。;；\s]+(?P<why>.*)", re.DOTALL)
_FORBIDS: Final = re.compile("别让|谁都[别不]|都别|不让|不许|不准|别再|谁也|不能再|不收")
_ACCEPTED: Final = re.compile("(?:审[定过完核]|核定|通过)(?:通过|完|过)?了?的[^,，]{0,8}(?:锁|封|冻)")
"""先把已审定的锁定: what has passed cannot be changed anyway, and nothing else is meant."""
_SCOPE: Final = re.compile("半年|前三季度|三季度|年终|全年|年底")


def told(heard: Heard, text: str, context: Context) -> Reply | None:
    """先锁了吧，别让他们再改了; None where nobody speaks of locking."""
    said = text.strip().rstrip("。.!！~～ ")
    if len(said) <= LONGEST and _CLOSES.search(said) and not is_question(said):
        return archiving.close("", context)
    if len(said) > LONGEST or not (_CUE.search(said) or _GATE.search(said)):
        return None
    asks = is_question(said) or _OR_NOT.search(said) is not None
    if _OPENS.search(said) and (not heard.whom or _CUE.match(said)) and not asks:
        return _open(said, context)
    if _NOT_IT.search(said):
        return None
    asked = next((run for pattern, run in _ASKED if pattern.search(said)), None)
    if asked is not None and not (_FORBIDS.search(said) and not said.endswith(("吗", "?", "？"))):
        return asked(said, context)
    of_some = [whom.called for whom in heard.whom if not whom.everybody]
    return _not_alone(of_some[0], context) if of_some else _locked(said, context)


def _locked(said: str, context: Context) -> Reply:
    if _ACCEPTED.search(said):
        return Reply(
            "审核通过的项已经锁着：单位不能直接改，要改由质强办“解锁 编号 原因”。没审的照常能改。没有归档，没有改动。"
        )
    draft = archiving.lock(_scope(said), context)
    if "归档" in said or "将归档" not in draft.text:
        return draft
    timed = "没有到时候自己打开的锁，" if _UNTIL.search(said) else ""
    return Reply(f"“锁”就是归档（{timed}要改须“解除归档”并写原因）。\n{draft.text}")


def _open(said: str, context: Context) -> Reply:
    """锁了的再放开，鄂城区要补一个数: with the reason, where anything is locked."""
    locked = sorted(context.arranged.locked)
    if not locked:
        return Reply(
            "没有归档（没有锁着的），还能报、能改。审核通过的单项要打开，发“解锁 编号 原因”。没有改动。"
        )
    name = scope_name(context.rubric, locked[-1])
    why = _WHY.search(said)
    return archiving.unlock(f"{name} {why['why'] if why is not None else ''}", context)


def _scope(said: str) -> str:
    found = _SCOPE.search(said)
    return found[0] if found is not None else ""


def _may_it(said: str, context: Context) -> Reply:
    return archiving.lock(f"{_scope(said)}能归档吗", context)


def _by_itself(_said: str, context: Context) -> Reply:
    scope = scope_name(context.rubric, context.milestone)
    return Reply(
        f"不会自动锁：过了截止{scope}还能报、能改，标逾期；要锁由您发“归档”，先检查再让您确认。没有改动。"
    )


def _left_open(_said: str, context: Context) -> Reply:
    locked = f"（{everyday.archived('', context).text}）" if context.arranged.locked else ""
    return Reply(f"好的，没有锁，照常能报、能改。要锁时发“归档”，先检查再让您确认。{locked}")


_ASKED: Final = (
    (re.compile("自动|自己(?:会|就)"), _by_itself),
    (
        re.compile(
            "差什么|差啥|差哪|还差|还缺|条件|(?:要|得|该)(?:先)?(?:做|办|干|准备|弄)(?:些)?(?:啥|什么|哪)|什么时候|啥时候?|几时|哪天|几号"
        ),
        _may_it,
    ),
    (_REFUSED, _left_open),
    (_AFTERWARDS, everyday.afterwards),
    (_MAY_IT, _may_it),
    (_WHETHER, everyday.archived),
)
"""What is asked of locking, or said against it, in the order in which it is tried."""


def _not_alone(unit: str, context: Context) -> Reply:
    scope = scope_name(context.rubric, context.milestone)
    return Reply(
        f"不能单锁{clip(unit, 20)}一家，没有改动：归档是{scope}一起。已通过的项本来就锁着，本单位改不了，"
        f"要拦住没审的，审核员先通过或退回；整个锁发“归档”，先检查再确认。"
    )
