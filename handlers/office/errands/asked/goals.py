"""问目标、撤目标、问平均: what the target of an item is, in the document or as it was set, and the mean of reports."""

import re
from decimal import Decimal
from typing import Final

from handlers import dialogs
from handlers.campaign.targets import actual_input, target_input, with_targets
from handlers.context import Context
from handlers.messages import Reply
from handlers.office import target_setting, targets_told
from handlers.office.days.items_named import leaf_named
from handlers.office.target_leaves import leaves_said
from handlers.people.whom import MARK, Heard
from handlers.reading.numbers import numeral
from handlers.wording import clip, leaf_name, plain
from scoring.decimals import round_half_up
from scoring.model import Criterion

_RIGHT: Final = re.compile(
    r"(?:刚才|刚刚|那个|这个|的|[\u4e00-\u9fff]{2,6}率|目标值?|数|改|设|定)*(?:不对|错了|写错了?|打错了?|说错了?|等等|哦|噢|不是\d[\d.]*+[%％]?(?![\d.])|[\s,，。])+(?:应该?|要|还)?(?:是|改成|改回|改为|为|设成)?\s*(?P<value>\d+(?:\.\d+)?[%％]?)\s*(?:才对|吧|了)*"
)
_UNDONE: Final = re.compile(
    r"(?:算了|错了|不对|还是|那|[\s,，])*(?:改|恢复|调|设)(?:回去|回来|回原来的?|原来的?)[吧了]*"
)
_OTHER: Final = re.compile(
    r"(?:错了|不对|等等|[\s,，])*(?:不是|不改|不动|别改)(?P<old>\d{1,2}\.\d{1,2})[\s,，]*(?:要?改的?是?|是|改)(?P<new>\d{1,2}\.\d{1,2})[吧了]*"
)
_STAYS: Final = re.compile(r"(?:先|都|暂时)*(?:别|不)(?:要|用)?(?:动|改|调|变)(?:了|吧)*")
_ABOUT: Final = re.compile(r"目标|任务数|指标值|任务(?=.{0,3}(?:几|多少))")
_ASKED: Final = re.compile(
    r"多少|几|啥|什么|怎么定|[?？吗呢]\s*$|来着|是不是|对不对|对吗|对的?吧|没错吧|定了没|定的?谁|先不|不定|空着|还没|没下|没变"
)
_TAKEN_BACK: Final = re.compile(r"取消|撤了?|撤掉|去掉|不要了?|作废|恢复原来|改?回(?:到)?原来")
_MEAN: Final = re.compile(r"平均(?:值|数|分)?.{0,8}(?:多少|几|啥|什么)|(?:多少|几).{0,4}平均")
_BY_MEAN: Final = re.compile(
    r"(?:用|按|取|拿|以|改成|改为|换成|定为|[作为])[^,，。\s]{0,12}(?:平均|均值)|(?:平均|均值)(?:值|数)?(?:来|当|作|做|为|算|走|定)|取.{0,3}均值"
    r"|(?:还是|就|改回|回到)[^,，。\s]{0,4}平均(?:值|数)?(?:[吧了好,，\s]|$)"
)
_MEAN_ASKED: Final = re.compile(
    r"[?？吗呢]\s*$|多少|几分|要不要|怎么|是不是|能不能|可不可以|哪"
    r"|(?:别|不(?:要|能|再|想)?)(?:用|按|取|拿)[^,，。\s]{0,6}(?:平均|均值)"
)
_MEAN_WORDS: Final = re.compile(
    rf"{MARK}|目标值?|指标值|固定值?|不(?:要|用|再)?|别|写死|死|[等由]?(?:各|三个?|几个?|全|大家|他们?)(?:县区?|区县?|市区?|市|家|单位|都)?的?|报(?:齐|完|上来)?|交(?:齐|完)?|以?后|再|自动|重新|实际|都?(?:用|按|取|拿|以|改成|改为|换成|定为|作|当|为|来|走|算|定|改)|平均(?:值|数)?|均值|那[项个]|这[项个]|您|你|了|的|吧|就|上来|个"
)
_EACH: Final = re.compile(r"[^\d,，。\s]{2,16}?(?:的)?(?:目标|任务数|指标值)(?:是|值|数)?\s*\d+(?:\.\d+)?")
"""江苏名牌目标2 体系认证目标4 对不对: each by itself."""
_ITS: Final = re.compile("[他它她](?:们)?的?目标")
_SETS: Final = re.compile(r"用平均|按平均|取平均|设|定[为成到]|改[为成到]")
_PAPER: Final = re.compile(
    r"[\s,，。、]*(?:是|的)?(?:哪一?个?|什么|啥)(?:文件?|通知)(?:里)?(?:出|定|规定|写|印|下|发)*的?|(?:把)?(?:文件|文)号?(?:也|都)?(?:是多少|给我|告诉我|发我)(?:一下)?|是?(?:谁|哪)定的"
)
"""哪个文出的: the document is told with the target."""
_SPOKEN: Final = re.compile(
    "(?<![\u4e00-\u9fff\\d])(?P<left>[一二三四五六七八九十]{1,2})点(?P<right>[一二三四五六七八九十]{1,2})(?=的|目标|那|是)"
)


def in_figures(text: str, context: Context) -> str:
    """一点一目标 as 1.1目标, where that is the code of an item."""

    def code(found: re.Match[str]) -> str:
        said = f"{numeral(found['left'])}.{numeral(found['right'])}"
        return said if said in context.rubric.by_code else found[0]

    return _SPOKEN.sub(code, text)


_CODE: Final = re.compile(r"(?<![\d.])\d{1,2}\.\d{1,2}(?![\d.%％])")
_AROUND: Final = re.compile(
    rf"{MARK}|补充方案|方案里?|文件里?|里面?|今年|去年|上年|全[市县区]的?|各[镇区县]|目标值?|任务数?|指标值|是不是|对不对|对吗|撤回|恢复|回?原来的?|是?多少[家个件项分]?|是?几[家个件分]?|(?<=[^\d.])\d+(?:\.\d+)?[%％]?(?=[?？吗对没]|$)|对的?吧|没错吧|是?啥|是?什么|现在|来着|都|先不定?|先空着|还没下?达?|没变|定了?没?|呢|吗|[?？]"
    r"|合格率的?(?=目标)|取消|撤掉?|去掉|不要了?|平均(?:值|数)?|掉|了|那个|的|[，,。\s]|帮我|看一?下|查一?下|率(?=目标)"
)


def _put_right(text: str, context: Context) -> Reply | None:
    """不对是95.5 behind a target that was just set: the same one, for the same units."""
    state = dialogs.open_question(context.speaker.account, context.now)
    found = (
        _RIGHT.fullmatch(text.strip()) if state is not None and state["kind"] == target_setting.LAST else None
    )
    if found is None or state is None:
        return None
    units = "".join(state.get("units", ()))
    return target_setting.set_fixed(f"{units} {state['code']} 目标 {found['value']}".strip(), context)


def _as_last_year(text: str, context: Context) -> Reply | None:
    """各项目标先按去年的来: last year's are not kept."""
    if not _ABOUT.search(text) or not _LAST_YEAR.search(text) or re.search(r"[?？吗]$|多少", text):
        return None
    return Reply(
        "去年的目标这里没有存，没法照搬，没有改动。要定就一项一项说“1.1 目标 数值”。\n"
        f"{targets_told.targets('', context).text}"
    )


_LAST_YEAR: Final = re.compile("(?:按|照|用|沿用|参照|跟|和|同)(?:着)?(?:去年|上年|上一?年度?|往年)")


def _put_elsewhere(text: str, context: Context) -> Reply | None:
    """不改1.1，改1.2 and 改回去 behind a target that was just set: it is taken back; the other one is drafted anew."""
    state = dialogs.open_question(context.speaker.account, context.now)
    if state is None or state["kind"] != target_setting.LAST:
        return None
    code = str(state["code"])
    if _UNDONE.fullmatch(text.strip()):
        return target_setting.cancel(code, context, tuple(state["units"]) or ("",))
    other = _OTHER.fullmatch(text.strip())
    if other is None or other["old"] != code:
        return None
    back = target_setting.cancel(code, context, tuple(state["units"]) or ("",))
    return Reply(f"{back.text}\n要改的是{other['new']}：请发“{other['new']} 目标 数值”。")


def _left_alone(marked: str, text: str, context: Context) -> Reply | None:
    """制造业的目标先别动: how it stands, and that nothing is changed."""
    if not _ABOUT.search(text) or not _STAYS.search(text) or re.search(r"\d", text):
        return None
    leaf = _leaf(_STAYS.sub(" ", re.split("[,，。]", marked)[0]), context)
    return Reply(_target(leaf, (), False, context)) if leaf is not None else None


def tell(heard: Heard, text: str, context: Context) -> Reply | None:
    """专利拥有量目标多少件, 九华体系认证目标是几家; None where no one item's target is asked for."""
    told = (
        _as_last_year(text, context)
        or _put_right(text, context)
        or _put_elsewhere(text, context)
        or _by_mean(heard.marked, context)
        or _left_alone(heard.marked, text, context)
    )
    if told is not None:
        return told
    means, back = _MEAN.search(text) is not None, _TAKEN_BACK.search(text) is not None
    about = _ABOUT.search(text) or means
    if not about or _SETS.search(text) or not (back or _ASKED.search(text)):
        return None
    units = heard.whom[0].units if len(heard.whom) == 1 else ()
    marked = _PAPER.sub("", in_figures(heard.marked, context))
    pieces = _EACH.findall(marked)
    several = [leaf for piece in pieces if (leaf := _leaf(piece, context)) is not None]
    if len(several) > 1 and not back and not means:
        return Reply("\n".join(_target(leaf, units, False, context) for leaf in several))
    leaf = _leaf(marked, context) or _leaf(_part_about(marked), context)
    if leaf is None and _ITS.search(marked):
        leaf = next(
            filter(None, (_leaf(part, context) for part in re.split(r"是不是|[,，。\s]", marked))), None
        )
    if leaf is None:
        return _means(context) if means and not back else None
    if back:
        return target_setting.cancel(leaf.code, context) if _ABOUT.search(text) else None
    return (
        _mean(leaf, context)
        if means
        else Reply(_target(leaf, units, "去年" in text or "上年" in text, context))
    )


def _part_about(marked: str) -> str:
    """农产品的目标先空着 of 农产品的目标先空着 等文件."""
    return next((part for part in re.split(r"[,，。\s]", marked) if _ABOUT.search(part)), "")


def _by_mean(marked: str, context: Context) -> Reply | None:
    """制造业目标值用三个区的平均; without an item, of the one whose target was set last, else it is asked which."""
    if not _BY_MEAN.search(marked) or _MEAN_ASKED.search(marked) or _MEANS_GIVEN.search(marked):
        return None
    candidates = with_targets(context.rubric)
    found = leaves_said(_MEAN_WORDS.sub(" ", marked), candidates)
    if len(found) == 1:
        return target_setting.set_average(found[0].code, context)
    left = re.search(r"[\u4e00-\u9fff]{2}", _MEAN_WORDS.sub("", marked)) is not None
    asked = dialogs.open_question(context.speaker.account, context.now)
    of_last = asked is not None and asked["kind"] == target_setting.LAST and not _SCORES.search(marked)
    meant = of_last or (_ABOUT.search(marked) and not left)
    return target_setting.set_average("", context) if meant and not found else None


_MEANS_GIVEN: Final = re.compile(
    r"(?:平均|均值).*[\u4e00-\u9fff]\s*\d{2,3}(?:\.\d+)?\s*[%％]?(?![\d.年月日号])"
)
"""平均值定了 制造业94.8: the mean itself is told."""
_SCORES: Final = re.compile("得分|分数|总分|平均分")


def _leaf(marked: str, context: Context) -> Criterion | None:
    leaves = context.running
    said = _AROUND.sub("", marked)
    known = [leaf for leaf in leaves if target_input(leaf) is not None or leaf.targets]
    codes = {code for code in _CODE.findall(marked) if code in context.rubric.by_code} or {said}
    by_code = next((leaf for leaf in leaves if {leaf.code} == codes), None)
    if by_code is not None or not said:
        return by_code
    return leaf_named(said, known) or leaf_named(said, leaves)


def _target(leaf: Criterion, units: tuple[str, ...], before: bool, context: Context) -> str:
    note = "去年的数没有存（原文没有要报）。" if before else ""
    name = f"{leaf.code} {leaf_name(leaf, 30)}"
    if leaf.targets:
        rows = [unit for unit in units or context.speaker.campaign.subjects if unit in leaf.targets]
        goals = [f"{unit}{_printed(leaf, unit)}" for unit in rows[:15]]
        numbers = [goal for unit in rows if (goal := leaf.targets[unit]) is not None]
        goals += [f"合计{plain(sum(numbers, Decimal(0)))}"] if len(numbers) > 1 and _is_count(leaf) else []
        return f"{name}的目标（分解表印的）：{'、'.join(goals) or '没有这项任务'}。{note}"
    if target_input(leaf) is not None:
        return targets_told.told(leaf, units, context) + note
    return f"{name}：没有另设目标值，按原文：“{clip(leaf.clause or leaf.name, 100)}”。{note}"


def _is_count(leaf: Criterion) -> bool:
    return all(item.type == "count" for item in leaf.inputs)


def _printed(leaf: Criterion, unit: str) -> str:
    goal = leaf.targets.get(unit)
    return plain(goal) if goal is not None else "没有这项任务"


def _means(context: Context) -> Reply | None:
    """全市平均值是多少, with no item named: of each that several have reported."""
    campaign = context.speaker.campaign
    rows = context.uow.submissions.current(campaign.id)
    codes = dict.fromkeys(row.code for row in rows if row.inputs)
    told = [_mean(context.rubric.criterion(code), context) for code in list(codes)[:_MEANS]]
    said = [reply.text.split("\n")[0] for reply in told if reply is not None]
    if len(campaign.subjects) == 1:
        return None
    return Reply(
        "\n".join([*said, "要当目标发“编号 用平均值”。"]) if said else "还没有单位报数，算不出平均。"
    )


_MEANS: Final = 6


def _mean(leaf: Criterion, context: Context) -> Reply | None:
    """The simple mean of what the assessed units have reported."""
    item, campaign = actual_input(leaf), context.speaker.campaign
    if item is None or len(campaign.subjects) == 1:
        return None
    rows = context.uow.submissions.current(campaign.id, codes=[leaf.code])
    given = {row.subject: (row.inputs or {}).get(item.name) for row in rows}
    values = {subject: str(given[subject]) for subject in campaign.subjects if given.get(subject) is not None}
    if not values:
        return Reply(f"{leaf.code} {leaf_name(leaf)}还没有单位报数，算不出平均。")
    mean = round_half_up(sum(map(Decimal, values.values()), Decimal(0)) / len(values), 2)
    each = "、".join(f"{subject}{plain(value)}" for subject, value in values.items())
    total = len(campaign.subjects)
    return Reply(
        f"{leaf.code} {leaf_name(leaf)}：已报{len(values)}/{total}家，简单平均{plain(mean)}（{each}）。\n"
        "要用它当目标回“用平均值”。"
    )
