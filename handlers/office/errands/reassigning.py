"""改派: another unit is to report an item from now on; said back with what goes over, and done after 是."""

import re
from collections.abc import Mapping
from typing import Any, Final

from handlers.access import Act, reported_by_subjects
from handlers.board import duties_of_unit
from handlers.calendar.dates import day_in
from handlers.campaign.units import mentions
from handlers.context import Context
from handlers.drafts import confirming
from handlers.drafts.confirming import Confirmation
from handlers.leading.topics import leaves_about, likest, topic_of
from handlers.lookups.leaf_meant import by_place, find_leaf
from handlers.messages import Reply
from handlers.office.arranging import arrange
from handlers.office.days.granting import people_of
from handlers.people.whom import Heard
from handlers.pushing.pushes import tell
from handlers.reading import read_ordinals
from handlers.suggesting.offering import ask_slot, choose
from handlers.wording import leaf_name, listed, local, month_day, notified
from scoring.model import Criterion

QUESTION: Final = "reporter"
_CUE: Final = re.compile("改|归|换|转|划|让|叫|由|派|交|移|指|定")
_WORK: Final = "(?:来)?(?:(?<!上)报(?!错|告|送件)|上报|填(?!错)|填报|负责|牵头|承担|管(?!理))"
_GIVEN: Final = re.compile(
    rf"(?:改|换|转|划|调|交|移交|分|派)(?:由|给|到|归|成|为)(?!\s*\d).{{1,24}}?{_WORK}|(?:说|应该?|该|算)?(?:归|由|属于?).{{1,20}}?{_WORK}.{{0,8}}(?:改|换|调)"
    r"|(?:责任|填报|报送|牵头)单位.{0,6}(?:改|换|调整?)(?:成|为|到|给)|整项(?:转|划|调|改)"
    rf"|(?:以后|今后|往后|从现在起|从今天起|下次起?|改(?=由|让|请))[^,，]{{0,6}}?(?:都|改|就)?(?:让|叫|由|请|归|给)[^,，]{{1,14}}?{_WORK}"
    rf"|[日号月]起[,，]?[^,，]{{0,14}}?(?:让|叫|由|请|归)[^,，]{{1,14}}?{_WORK}"
    rf"|(?:明确|确定|商定|协调)(?:好|下来|了)*[,，]?(?:由|归|让|给|是)[^,，]{{1,14}}?{_WORK}|(?:指|确|明|商)定?(?:由)?[^,，]{{2,14}}?(?:为|当|做|是|来)*(?:(?:责任|填报|报送|牵头)单位|{_WORK})"
    rf"|(?:责任|填报|报送|牵头)单位(?:就)?[指确]?定(?:为|成|是)|(?:换|改)[^,，\d]{{2,8}}[局委办镇院](?:来)?(?:{_WORK})"
    r"|改派|转办|指派|(?:划归|改归)|(?:划转|移交|(?<![规计谋策])划)(?:给|到|由)"
    r"|(?:[那这][项个块]|任务|指标)[^,，]{0,4}(?:转|交|移|调|换|派)(?:给|到)[^,，看发]{1,14}$"
)
_WITH_CODE: Final = re.compile("(?:转|交|移|给)(?:给|到)")
_NOT: Final = re.compile(
    r"审|延|谁|哪|目标|[?？吗]\s*$|是不是|怎么|联络员|联系人|手机|姓名|催|提醒|通知|告诉|[说问]一[下声]|材料发|不[用要能改换转再让给由归交派划]|别"
)
_BACK: Final = re.compile(
    rf"(?:改回|还给|退给|恢复|收回|还是)(?:来|去)?(?:由|归|让|给|到)[^\d,，]{{1,16}}?(?:{_WORK}|$)|改回[^\d,，]{{1,14}}?{_WORK}"
)
_OURS: Final = re.compile("(?<=[由归让给回])(?:我们|咱们|我办|本办|质强办|办公室)")
_CUT: Final = re.compile(
    r"^(?:把|将)|^从.{1,8}起[,，]?|整项|以后|今后|往后|从现在起|从今天起|(?:改|换|转|划|调|交|移交|分|派)(?:由|给|到|归|成|为|派|办|回).*|(?:改派|转办|指派|划归|移交|划).*|[说归让叫由请].*"
)
_LATER: Final = re.compile("以后|今后|往后|从现在起|从今天起|下次起?|改派|指派")
_NAME: Final = re.compile(rf"(?:让|叫|由|请|归|给)(?P<name>[\u4e00-\u9fff]{{2,10}}[局委办院镇]){_WORK}")
_KNOWN: Final = "有哪些单位回“联系人”看；还不在名册的先补人：发“新增联络员 单位名 姓名”。"
_MARK: Final = re.compile(r"[①-⑳]|第[\d一二三四五六七八九十]{1,3}[项条个]")
_TO: Final = re.compile("让|叫|请|由|归|给|到|成|为|是|派|办|移交|换|[指确商]定(?!由|为|成|是)")
_LONGEST: Final = 60
_ALIKE: Final = 0.5


def told(_heard: Heard, text: str, context: Context) -> Reply | None:
    """奖励制度那项以后让财政局报, 转办 T02-H1 县财政局; None where no item is given to another unit."""
    said = text.strip()
    if len(said) > _LONGEST:
        return None
    whose = _whose(said, context)
    if whose is not None or not _CUE.search(said):
        return whose
    return _denied(said, context) if _NOT.search(said) else _handed(said, context)


_WHOSE: Final = re.compile(
    rf"(?!.*[审评分延])(?:(?:谁|哪一?家|哪个单位)(?:{_WORK}|的?$)|归(?:谁|哪)|[归由该][^,，]{{1,10}}还是|{_WORK}还是[^,，]{{1,10}}{_WORK}(?:的|呢|啊)?$)"
)


def _whose(said: str, context: Context) -> Reply | None:
    """6.4到底归海关还是商务局报: who reports it now, whom the document names, and how that is put otherwise."""
    leaf = leaf_coded(said, context) if _WHOSE.search(said.rstrip("?？")) else None
    if leaf is None or not leaf.reporter:
        return None
    names = "、".join(leaf.named_units)
    printed = f"（原文的责任单位：{names}）" if names else ""
    return Reply(
        f"{leaf.code} {leaf_name(leaf, 30)}：现在由{leaf.reporter}报{printed}。没有改动；"
        f"定给另一家说“{leaf.code}改由某单位报”。"
    )


def _handed(said: str, context: Context) -> Reply | None:
    coded = leaf_coded(said, context)
    if not (_GIVEN.search(said) or _BACK.search(said) or (coded is not None and _WITH_CODE.search(said))):
        return None
    if any(leaf.reporter == context.speaker.contact.unit for leaf in context.rubric.criteria):
        said = _OURS.sub(context.speaker.contact.unit, said)
    places = list(dict.fromkeys(_MARK.findall(said)))
    leaf = leaf_said(said, context)
    receivers = _receivers(leaf, said, context)
    if len(receivers) > 1:
        return Reply(f"一项只能由一家报，没有改动。{'、'.join(receivers)}里由哪一家报，请只写那一家。")
    new = next(iter(receivers), "")
    if new and len(places) > 1:
        return _one_by_one(said, new, context)
    if new and leaf is None:
        return ask_slot(f"改派 {{leaf}} {new}", context) if _LATER.search(said) else None
    if not new or leaf is None:
        return _unknown(said)
    return _asked(leaf, new, _not_yet(said.replace(leaf.code, " "), context), context)


def _denied(said: str, context: Context) -> Reply | None:
    """T17-H1不用改派了 changes nothing; 第17项别让旅游局报了 gives back what was given to it."""
    no_longer = _NO_LONGER.search(said) is not None
    leaf = leaf_said(said, context) if no_longer or _KEEP.search(said) else None
    if leaf is None or (no_longer and leaf.reporter not in mentions(said, context).units):
        return None
    printed = _printed(leaf.code, context)
    if no_longer and leaf.reporter != printed:
        return _asked(leaf, printed, [], context)
    other = f"改由哪家报请说“{leaf.code}改由某单位报”。" if no_longer else ""
    return Reply(f"没有改动：{leaf.code} {leaf_name(leaf, 30)}现在由{leaf.reporter}报。{other}")


_KEEP: Final = re.compile("(?:不用|别|不要|不必|先不|不)(?:再)?(?:改派|转办|指派|划归|改归)")
_NO_LONGER: Final = re.compile(f"(?:别|不要|不用)(?:再)?(?:让|叫|由)[^,，]{{1,12}}?{_WORK}了?$")


def _not_yet(said: str, context: Context) -> list[str]:
    """从7月1号起: an item is given over at once, and never on a day to come."""
    today = local(context.now).date()
    day = day_in(said, today)
    later = day is not None and day > today
    return [f"注意：回“是”就改，不等到{month_day(day)}；要到那天再改，请那天再说。"] if day and later else []


def _one_by_one(said: str, new: str, context: Context) -> Reply | None:
    """第2项和第5项都改由旅游局报: each is said back alone."""
    head = said[: next(_MARK.finditer(said)).start()]
    leaves = [_placed(head + found[0], context) for found in _MARK.finditer(said)]
    orders = [
        (f"改派 {leaf.code} {new}", f"{leaf.code} {leaf_name(leaf, 24)}改由{new}报")
        for leaf in leaves
        if leaf is not None
    ]
    return choose("一次念一项、办一项，先办哪一项？没有改动。", orders, context) if orders else None


def _unknown(said: str) -> Reply | None:
    """以后由质监局来报, where the campaign knows no such unit."""
    found = _NAME.search(said) if _LATER.search(said) else None
    return Reply(f"“{found['name']}”没认出是这次考核的哪一家，没有改动。{_KNOWN}") if found else None


def _printed(code: str, context: Context) -> str:
    return context.library.adopted(context.uow, context.speaker.campaign).criterion(code).reporter


def _receivers(leaf: Criterion | None, said: str, context: Context) -> tuple[str, ...]:
    """Who is to report from now on: named behind the giving word, and another than who reports now where one is."""
    behind = [mentions(said[word.end() :], context).units for word in reversed([*_TO.finditer(said)])]
    before = leaf.reporter if leaf is not None else ""
    others = [tuple(unit for unit in units if unit != before) for units in behind]
    return next(filter(None, (*others, *(units[:1] for units in behind))), ())


def _asked(leaf: Criterion, new: str, notes: list[str], context: Context) -> Reply:
    """Say back what goes over to whom."""
    called = f"{leaf.code} {leaf_name(leaf, 30)}"
    if reported_by_subjects(context.rubric, leaf):
        return Reply(
            f"没有改动：{called}由各被考核单位自己报，不能改派；要替谁报，发“单位 {leaf.code} 数值”，先给您看再确认。"
        )
    if new == leaf.reporter:
        return Reply(f"{called}现在就是{leaf.reporter}报，没有改动。")
    if new in context.speaker.campaign.subjects and len(context.speaker.campaign.subjects) > 1:
        return Reply(f"没有改动：{called}是{leaf.reporter}给各被考核单位报的，不能改由{new}自己报。")
    codes = [one.code for one in _of_item(leaf, context)]
    if leaf.code not in codes:
        return Reply(f"没有改动：{called}已归档，得分已定。以后的节点要改派请写那个节点的编号。")
    whole = f"（连同以后的节点，{len(codes)}项）" if len(codes) > 1 else ""
    lines = [
        f"将把{called}{whole}改由{new}报，原来是{leaf.reporter}报。",
        "已报的数不变；清单、提醒和得分归到新的单位，两家都会通知；原文印的负责单位照旧显示。",
        *notes,
    ]
    if not any(person.account for person in people_of(new, context)):
        lines.append(f"注意：{new}在名册里没有已绑定的联络员，补人发“新增联络员 {new} 姓名”。")
    return confirming.ask(context, QUESTION, {"codes": codes, "unit": new, "before": leaf.reporter}, lines)


def apply(state: Mapping[str, Any], context: Context) -> Reply:
    """Keep it for each of the item's lines, and tell both units."""
    unit, before, last = str(state["unit"]), str(state["before"]), 0
    for code in state["codes"]:
        own = unit == _printed(code, context)
        last = arrange(context, "reporter", {} if own else {"unit": unit}, code=code)
    names = listed([f"{code} {leaf_name(context.rubric.criterion(code), 24)}" for code in state["codes"]], 3)
    count = 0
    for whose, words in ((unit, f"改由{unit}报，请按时限报"), (before, f"改由{unit}报，您单位不用再报")):
        count += tell(
            context, f"reporter:{last}:{whose}", people_of(whose, context), f"【改派】{names}：{words}。"
        )
    return Reply(
        f"已改派：{names}由{unit}报（原来{before}），{notified(count)}。要改回说“{state['codes'][0]}改回由{before}报”。"
    )


def _of_item(leaf: Criterion, context: Context) -> list[Criterion]:
    """The leaf, with its item's lines of other milestones; what is archived stays as it was counted."""
    if not leaf.item or not context.rubric.milestones:
        same = [leaf]
    else:
        same = [
            one for one in context.rubric.criteria if one.item == leaf.item and one.reporter == leaf.reporter
        ]
    return [one for one in same if not context.arranged.is_locked(one)]


def leaf_said(said: str, context: Context) -> Criterion | None:
    """The leaf by its code, its place or what the words say of it."""
    return leaf_coded(said, context) or _placed(said, context) or _meant(said, context)


def leaf_coded(said: str, context: Context) -> Criterion | None:
    """The leaf whose code stands in the words."""
    codes = [
        code
        for code in context.rubric.by_code
        if re.search(rf"(?<![\w.-]){re.escape(code)}(?![\w.-])", said, re.ASCII)
    ]
    return context.rubric.criterion(codes[0]) if len(codes) == 1 else None


def _placed(said: str, context: Context) -> Criterion | None:
    """城建局第三项: by its place on the list of the unit that stands before it; without one, in the document."""
    mark = _MARK.search(said)
    if mark is None:
        return None
    units = mentions(said[: mark.start()], context).units
    if not units:
        item = by_place(context, mark[0])
        called = find_leaf(context, mark[0]) if item is None else ""
        return called[0] if isinstance(called, tuple) else item
    own = duties_of_unit(units[-1], context)
    found = [duty.criterion for duty in own if duty.ordinal in read_ordinals(mark[0])]
    return found[0] if len(found) == 1 else None


def _meant(said: str, context: Context) -> Criterion | None:
    """By what the words before the order say of it, of the former unit's items where it is named there."""
    before = _CUT.sub(" ", said)
    former = mentions(before, context).units
    own = [leaf for leaf in context.running if {*former} & {leaf.reporter, *leaf.named_units}]
    for pool in (own, context.running):
        for words in (before, said):
            for part in filter(None, re.split(r"[,，。\s]|[那这][项个块]", words)):
                topic = topic_of(mentions(part, context).rest)
                found = leaves_about(topic, pool) or likest(topic, pool, _ALIKE) if len(topic) > 1 else ()
                if len(found) == 1:
                    return found[0]
    return None


CONFIRMATIONS: Final = {QUESTION: Confirmation(Act.REASSIGN, apply, changes=frozenset({"reporter", "lock"}))}
