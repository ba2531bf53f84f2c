"""教别名: the office says what people call a leaf; from then on everybody of the campaign may say so."""

import re

from handlers import dialogs
from handlers.access import Act
from handlers.board import duties_of_unit
from handlers.campaign.taught import leaf_of
from handlers.campaign.units import mentions
from handlers.command import Command, nameless, words
from handlers.context import Context
from handlers.lookups.leaf_meant import find_leaf
from handlers.messages import Reply
from handlers.no_order import is_no_order
from handlers.office.arranging import arrange
from handlers.reading import read_ordinals
from handlers.wording import clip, leaf_name, shown
from scoring.model import Criterion

LISTED = 20
SHORTEST, LONGEST = 2, 20
_PARTS = re.compile(
    r"(?:(?:他们|大家|各?单位|下面|基层|有人|有的(?:人|单位)?|我们|你)(?>老|总|都|常|经常|爱|习惯|一直|平时|平常)*(?>说|讲|写|叫|提|报|问|用)(?:起|到)?的?(?!了)[\s,，:：]*)?"
    r"[“\"‘'「]?(?P<words>[^“”\"‘’'「」=＝\d\s][^“”\"‘’'「」=＝]{0,30}?)[”\"’'」]?[\s,，]*(?:其实|实际上?|也|说的|意思)*\s*(?:=|＝|就是(?![想要问说看来让怕])|是指|指(?![标导定出示数望挥])的?(?:是)?|等于|叫做|(?:以后|今后|都|就)+指(?:的)?(?:是)?|就?(?:认作|算作|当作|记作|对应))\s*(?P<leaf>[^=＝]{1,30})"
)


_CALLED = re.compile(
    r"(?:我们|大家|他们|咱们|各单位|以后|都|下面|基层|习惯|[\s,，])*(?:把|将|管)[“\"]?(?P<leaf>[^“”\"=＝]{2,30}?)[”\"]?(?:都|就|也)?(?:叫做|叫作|叫|称作|称为|简称|说成)[“\"]?(?P<words>[^“”\"=＝\d\s,，]{2,20}?)[”\"]?"
)
"""大家管万人发明专利叫专利数."""
_CALLED_SO = re.compile(
    r"[“\"]?(?P<leaf>[^“”\"=＝\s,，]{2,30}?)[”\"]?(?:[这那]一?[项个])?[\s,，]*(?:大家|他们|各?单位|下面|基层|我们|平时|一般|习惯上?)(?:都|就|也|一般|总)*(?:叫做?|叫作|称作|称为|简称|说成)[“\"]?(?P<words>[^“”\"=＝\d\s,，]{2,20}?)[”\"]?"
)
"""覆盖率大家都叫监督率."""
_KINDS = "(?:叫法|别名|说法|简称|名字)"
_GIVEN = re.compile(
    rf"(?:请|帮我)?给(?P<leaf>[^“”\"=＝\s,，]{{1,30}}?)(?:加|起|取|添|设)一?个?{_KINDS}(?:叫做?|是|[\s:：])*[“\"]?(?P<words>[^“”\"=＝\d\s,，]{{2,20}}?)[”\"]?"
)
"""给18加个别名叫专利数."""
_LESSON = re.compile(
    r"(?:把|将)[“\"]?(?P<words>[^“”\"=＝\d\s,，]{2,20}?)[”\"]?(?:教给|告诉)(?:你|它|机器人|系统)[\s,，]*(?:就?是|指的?是?|等于|=)(?P<leaf>[^=＝]{1,30})"
)
"""把“名牌”教给机器人就是24.1."""
_INTRODUCED = re.compile(
    rf"^(?:请|帮我|给我)*(?:(?:教(?:你|它|机器人|系统)(?:一?[个条下])?|记(?:一?下|住)){_KINDS}?|(?:加|添|新增|设置?|学)(?:一?[个条下])?{_KINDS}|别名)[\s:：,，]*"
)
"""教你个叫法： before what is taught."""
_FORMS = (_GIVEN, _LESSON, _CALLED_SO, _CALLED, _PARTS)
_SAME = re.compile(
    r"(?P<words>[^\s,，?？]{2,16}?)(?:是不是)?就?是(?P<leaf>[^\s,，?？]{2,16}?)(?:吗|么|吧|[?？])+"
)
"""开发区就是城北街道吗."""
_REMEMBERED = re.compile(
    r"[,，。\s]*(?:你|请|帮我)?(?:也)?(?:记住|别忘了|记着|[记认学]一?下)[了吧啊]*[。\s]*$"
)

_WHY = re.compile(r"^[^=＝]{2,24}?[问说][^=＝]{0,20}?(?:哪个|哪一?家|什么|啥|谁)(?:意思)?[?？，,。\s]+")
"""王敏问农业局是哪个，: why it is taught."""


def teach(text: str, context: Context) -> Reply:
    """“体系认证”=27.1."""
    said_text = _WHY.sub("", _INTRODUCED.sub("", _REMEMBERED.sub("", text.strip()), count=1), count=1)
    asked = _SAME.fullmatch(said_text)
    return _same(asked["words"], asked["leaf"], context) if asked is not None else _told(said_text, context)


def _told(said_text: str, context: Context) -> Reply:
    found = next(filter(None, (form.fullmatch(said_text) for form in _FORMS)), None)
    if found is None or is_no_order(said_text) or "\n" in said_text:
        return Reply("请这样教：“体系认证”=27.1。没有改动。")
    said = found["words"].strip()
    if not SHORTEST <= len(said) <= LONGEST:
        return Reply(f"别名要{SHORTEST}—{LONGEST}个字。没有改动。")
    if (placed := _placed(found["leaf"].strip(), context)) is not None:
        return _kept(said, placed, context)
    if (unit := _unit(said, found["leaf"].strip(), context)) is not None:
        return unit
    leaf = _leaf(found["leaf"].strip(), context)
    if isinstance(leaf, str):
        return Reply(f"{leaf}没有改动。")
    return _kept(said, leaf, context)


def _same(said: str, meant: str, context: Context) -> Reply:
    """Whether the two are names of one unit, or of one item; nothing is taught by the question."""
    left, right = (mentions(words_, context).units for words_ in (said, meant))
    if len(left) == len(right) == 1:
        same = (
            f"是，都认作{left[0]}"
            if left == right
            else f"不是：“{said}”认作{left[0]}，“{meant}”认作{right[0]}"
        )
        return Reply(f"{same}。没有改动。")
    leaves = [_leaf(words_, context) for words_ in (said, meant)]
    codes = [leaf.code for leaf in leaves if isinstance(leaf, Criterion)]
    if len(codes) == len(leaves):
        return Reply(
            f"{'是，都是' if len(set(codes)) == 1 else '不是：'}{'、'.join(dict.fromkeys(codes))}。没有改动。"
        )
    return Reply(
        f"“{clip(said, 12)}”和“{clip(meant, 12)}”没都认出来，没有改动。要教叫法发“{clip(said, 12)}”=编号。"
    )


def _kept(said: str, leaf: Criterion, context: Context) -> Reply:
    """Keep the name, unless the document itself calls another leaf so."""
    if taken := _taken(said, context):
        return Reply(taken)
    same = _named_so(said, leaf, context)
    if same is not None:
        return Reply(f"“{said}”就是{same.code} {leaf_name(same, 24)}的名称，不能教成别的。没有改动。")
    before = context.arranged.aliases.get(said)
    code = leaf.item if context.rubric.milestones and leaf.item else leaf.code
    arrange(context, "alias", {"words": said}, code=code)
    instead = f"（原来是{before}）" if before and before != code else ""
    return Reply(
        f"记住了：“{said}”＝{leaf.code} {leaf_name(leaf, 30)}{instead}，本次考核的人报数、查询都能这么说。\n"
        f"不要了回“删除别名 {said}”。"
    )


def _taken(said: str, context: Context, unit: str = "") -> str:
    """Why that cannot be taught as another name: it means something already; "" where it means nothing yet."""
    people = context.uow.roster.list(context.speaker.campaign.id)
    if said in dialogs.CANCEL or dialogs.yes_or_no(said) is not None:
        what = "回话用的"
    elif _COMMANDS.fullmatch(said):
        what = "一个命令"
    elif any(row.name in said for row in people):
        what = "名册里的人"
    elif _GROUPS.search(said):
        what = "指一些人或单位的话"
    elif _FIGURES.search(said):
        what = "数字、日期或序号"
    elif any(said in (leaf.code, leaf_name(leaf)) for leaf in context.rubric.criteria) and unit:
        what = "一项指标"
    elif not unit and (mentioned := mentions(said, context)).units and not mentioned.rest.strip():
        what = "单位的名称"
    else:
        return ""
    return f"“{said}”是{what}，教成别名会弄混，没有改动。请换个叫法。"


_COMMANDS = re.compile(
    "(?:上报|提交|帮助|撤[回销]|催办?|待审|全部通过|通过|退回|我的(?:任务|得分|材料)|没报|未报|还差什么|排名|丢分|对照|趋势|导出.{0,4}|上传|材料|详情|备份"
    "|归档|锁定|发布(?:结果)?|通知|群发|转告|转达|提醒(?:计划)?|目标|别名|名册|切换|考核任务|待办事项|事项|办结|解锁|延期|申诉|交接|登记否决|截止|日历|简报|打包|看图|绑定(?:码|情况)?)"
)
_GROUPS = re.compile(
    "没报|未报|[没未]交|[没未]动|欠|报齐|所有|全部|全体|大家|各[家单区县镇局个]|每[家个]|其[他它余]|[我你他她它咱您]|本(?:单位|局|人)|自己|(?:这|那)[个家几些]|^(?:单位|部门|区|县|镇|局)$"
    "|联络员|联系人|审核|领导|质[强兴]办|机器人|系统|负责人|局长|主任|科长|书记|[县区镇市]长|谁|哪|什么"
)
_FIGURES = re.compile(
    "\\d|第?[一二三四五六七八九十百零两]+[项条个号]?$|[今明后昨]天|(?:周|星期|礼拜)[一二三四五六日天]|[上下本这]个?[周月]|月底|年底|[一二三四五六七八九十]+月|半年|季度?$|全年"
)


def _placed(meant: str, context: Context) -> Criterion | None:
    """公安局第一项: the leaf under that number on the unit's own list."""
    found = mentions(meant, context)
    places = read_ordinals(found.rest.strip(" 的")) if len(found.units) == 1 and not found.heard else ()
    own = duties_of_unit(found.units[0], context) if places else ()
    leaves = [duty.criterion for duty in own if duty.ordinal in places]
    return leaves[0] if len(leaves) == 1 else None


def _unit(said: str, meant: str, context: Context) -> Reply | None:
    """What to answer where a unit or a place on a list is given another name; None where neither is."""
    if read_ordinals(meant) and leaf_of(meant, context.milestone, context.rubric) is None:
        return Reply(
            f"{meant}是各单位自己清单里的序号，每家不一样。请写编号或指标名，如“{said}”=T17-H1。没有改动。"
        )
    right = mentions(_BEFORE.sub("", meant), context)
    rest = right.rest.strip(" 。了的，,吧啊")
    if len(right.units) != 1 or (rest and not _REMEMBER.fullmatch(rest)):
        return None
    return call_unit(right.units[0], said, context)


_BEFORE = re.compile("^(?:以前|原来|原先|过去|之前|老)的?")


def call_unit(unit: str, said: str, context: Context) -> Reply:
    """城建局现在叫住建局: another name of a unit, which is known from now on; what is printed stays."""
    if not SHORTEST <= len(said) <= LONGEST:
        return Reply(f"别名要{SHORTEST}—{LONGEST}个字。没有改动。")
    known = mentions(said, context)
    if known.units == (unit,) and not known.rest.strip():
        return Reply(f"“{said}”本来就认作{unit}，不用记。没有改动。")
    others = [one for one in known.units if one != unit]
    if others:
        return Reply(f"“{said}”会认成{others[0]}，不能再教成{unit}，没有改动。请换个不会混的叫法。")
    if taken := _taken(said, context, unit):
        return Reply(taken)
    arrange(context, "alias", {"words": said}, unit=unit)
    return Reply(
        f"记住了：“{said}”＝{unit}，本次考核里两个叫法都认；清单、通知、导出仍写细则印的“{unit}”。\n"
        f"不要了回“删除别名 {said}”。"
    )


_REMEMBER = re.compile(r"[，,。\s]*(?:记一?下|记住|别忘了|你记着|以后)[了吧啊]*[。\s]*")


def forget(text: str, context: Context) -> Reply:
    """删除别名 体系认证."""
    said = text.strip().strip("“”\"'")
    taught_ = {**context.arranged.aliases, **context.arranged.unit_names}
    if said not in taught_:
        known = "、".join(taught_) or "没有"
        return Reply(f"没有“{clip(said, 12)}”这个别名（现有：{clip(known, 80)}）。没有改动。")
    arrange(context, "alias", {"words": said}, code="")
    return Reply(f"已删除别名“{said}”。")


def taught(_text: str, context: Context) -> Reply:
    """别名: everything that was taught."""
    rows = []
    for said, code in context.arranged.aliases.items():
        leaf = leaf_of(code, context.milestone, context.rubric)
        rows.append(f"“{said}”＝{code}{' ' + leaf_name(leaf, 24) if leaf is not None else ''}")
    rows += [f"“{said}”＝{unit}（单位）" for said, unit in context.arranged.unit_names.items()]
    if not rows:
        return Reply("还没有教过别名。这样教：“体系认证”=27.1。没看懂的话回“没看懂的”看。")
    return Reply("\n".join([f"别名{len(rows)}个：", *shown(rows, LISTED, "……另有{}个")]))


def _leaf(words_: str, context: Context) -> Criterion | str:
    leaf = leaf_of(words_, context.milestone, context.rubric)
    if leaf is not None:
        return leaf
    found = find_leaf(context, re.sub(r"(?:那|这)[个项]?(?:指标)?$", "", words_))
    return found if isinstance(found, str) else found[0]


def _named_so(said: str, leaf: Criterion, context: Context) -> Criterion | None:
    """Another leaf that the document itself calls so."""
    for criterion in context.rubric.criteria:
        other = criterion.item != leaf.item if leaf.item else criterion.code != leaf.code
        if other and leaf_name(criterion) == said:
            return criterion
    return None


COMMANDS = (
    Command(
        Act.TEACH,
        "删除别名 体系认证",
        words("删除别名"),
        forget,
        re.compile(r"(?:删除|去掉|取消)别名[\s:：]*(?P<rest>.{1,30})"),
    ),
    Command(Act.TEACH, "别名", words("别名 别名清单 教过的 叫法"), taught),
    Command(
        Act.TEACH,
        "大家管万人发明专利叫专利数",
        words(""),
        teach,
        re.compile(rf"(?P<rest>(?:{'|'.join(map(nameless, _FORMS[:-1]))})(?:{_REMEMBERED.pattern})?)"),
        shy=True,
    ),
    Command(
        Act.TEACH,
        "“体系认证”=27.1",
        words(""),
        teach,
        re.compile(
            rf"(?:{_INTRODUCED.pattern}|(?:以后|今后|往后)[\s,，]*(?:有人|大家|他们|谁)?(?:再|要)?(?:说|叫|讲|问|报|提)?(?:起|到)?的?[\s,，:：]*)?"
            rf"(?P<rest>{nameless(_PARTS)}(?:{_REMEMBERED.pattern})?)"
        ),
        shy=True,
    ),
)
