"""“85分有把握没有”“要是考成D级后果是啥”: what a leader asks, known by the kinds of words in it, in whatever order."""

import re
from typing import Final

from handlers.campaign.standing import standing_now
from handlers.campaign.units import mentions, stem
from handlers.command import saying
from handlers.context import Context
from handlers.kinds_of_words import Answer, Kind, first_answer, kind
from handlers.leading import asking, materials, provisions, readiness, subscribing
from handlers.leading.leaf_rows import running
from handlers.leading.one_unit.spoken_of import last_unit
from handlers.leading.one_unit.unit_view import several_viewed, units_of_people
from handlers.leading.orders import passing
from handlers.leading.over_time.forecast import forecast
from handlers.leading.over_time.trend import LAST_YEAR, compare, trend, year_before
from handlers.leading.over_time.what_if import try_out
from handlers.leading.ranking.grades import reach
from handlers.leading.ranking.towns import towns
from handlers.leading.topics import leaves_about, topic_of
from handlers.matters import event_rules
from handlers.messages import Reply
from handlers.wording import local

LONGEST: Final = 60
"""What is longer tells rather than asks."""
_ORDERS: Final = re.compile(
    "催|(?:赶紧|抓紧|尽快|务必|必须).{0,4}[报交补办]|告诉(?!我)|转[告达]|通知|[跟让叫].{1,8}(?:说|讲|报|交|补|抓|把)|提醒|打个?招呼|[带捎传][个句]?[话信]"
)
_CHANCE: Final = (
    "把握|希望|可能|有戏|没戏|还有戏|指望|悬|稳|保得?住|能不能|能否|想[拿评得上要进冲到保]|缺口|差距|[打兜稳]得住|还[要得](?:补|做|报)|最少|过[得不][去了]|过不过|最省|怎么才|咋才|怎样才|够得?着|够不够|上得[了去]|拿得到|得着|难不难|冲|争取|还?[差缺](?:多少|几分|多远|些?[啥什哪])"
    "|能(?:不能)?(?:到|上|过|保|拿|评|够|达|得|进|争)|到得了|有没有谱|能(?=[a-dａ-ｄ]级?[不吗么])|有[六七八九][十0-9][一-九]?分?(?:没有?|吗|么|不)[?？]?$"
)
_GOAL: Final = (
    r"(?<![\d.第])\d{2,3}(?:\.\d)?分?(?![\d.年月号日项个家件条点%％])"
    r"|[六七八九]十[一二三四五六七八九]?分?(?![年月日号项个家件条点来几多])"
)
_TOWNS: Final = re.compile(
    "[各每几哪所有全都谁]|十[一二三四]|个?(?:乡镇|镇街|镇里|镇上|街道|镇|乡)|没|完成|达标"
)
_DRAWN: Final = "(?<![意试企附截])图(?!片|章|纸|像)|曲线|走势|折线|柱状"
_TO_ALL: Final = "(?:发|转|传|印)(?:送|一?份)?(?:给|到|至)(?:各|下面|底下|所有|全部|他们|大家|每)|群发"
_GRADE: Final = r"(?<![A-Za-z0-9.])[A-Da-dＡ-Ｄａ-ｄ](?![A-Za-z0-9.])"
_FOLLOWS: Final = (
    "后果|处理|处分|惩|罚|影响|怎么办|咋办|会[怎咋如]|怎么?样|咋样|下场|约谈|通报(?!稿)|收场|责任|挨批|收拾|检讨|说法"
    "|评优|评先|奖励|好处|追责|问责"
)
_WORST: Final = (
    "(?:评|考)(?:得|了|的)?差|最[差低末](?:的|那|一|这){0,2}[档等级]|末等|垫底"
    "|(?:(?:考核|等次|评|定)[成为了个]?|^)不[合及]格(?!的?产品|率)"
)
_WHICH_GRADE: Final = (
    "(?<!分)(?:(?:哪一?|什么|啥)个?(?:档次?|等[次级]|级别)|几(?:级|等))"
    "(?:里|上|的|位置|水平|了|呢|啊|去){0,2}[?？]?$"
)
_SUPPOSED: Final = (
    "要是|如果|假如|假设|假使|假定|万一|的话|倘若|若是|算上|算进|计[入进]|记[入进]去|试算|只有"
    "|(?<!不)[掉降跌](?:到|成)|涨到|提到|升到"
)
_HAPPENS: Final = "事故|事件|出了?事|[死伤]了?人|中毒"
_PRICED: Final = (
    "试算|[扣丢少减得加拿失损增差掉涨剩变](?:下|成)?(?:掉|了|失|会|要|去)?(?:多少|几)|多少分|几分|影响(?!什么)"
    "|得分吗|能?达标|算(?:完成|达标)|够不够|会怎么?样|会咋样|的话呢"
)
_IF_SO_MANY: Final = (
    r"\d\s?[%％分]?[，,\s]*(?:的话|时|那|就|了)?"
    r"(?:能|会|可以?|该|应该?)(?:得|拿|算|有|扣|丢)(?:到|下)?(?:几|多少)分"
)
"""雁江区的98.2能得几分 asks what the value would bring, and sets no goal."""
_ANY: Final = re.compile(
    r"[样况第档级等限发推停整A-Da-dＡ-Ｄ报材证件镇齐图曲走格]|\d\d|[个家局年比最评考表准迎事看加红优先]|要是|如果|假|万一|的话|算[上进]|[掉降跌涨升提]到"
)
"""No line without one of these is of any kind here."""


def asked(text: str, context: Context) -> Reply | None:
    """The answer; None for anything else."""
    words = text.strip()
    if len(words) > LONGEST or _ORDERS.search(words) or not _ANY.search(words):
        return None
    return first_answer(words, context, _KINDS)


def _material(text: str, context: Context) -> Reply | None:
    """What one unit, or one of its people, has handed in."""
    units = mentions(text, context).units or tuple(dict.fromkeys(units_of_people(text, context)))
    shown = last_unit(context)
    units = units or ((shown,) if shown is not None else ())
    return materials.files(units[0], context) if len(units) == 1 else None


def _of_all_towns(text: str, context: Context) -> Reply | None:
    """Each town's tasks, where the document sets them and the words single none out."""
    standing, found = standing_now(context), mentions(text, context)
    if not standing.rubric.has_targets or found.units:
        return None
    topic = topic_of(_TOWNS.sub(" ", found.rest))
    return None if "达" in text and leaves_about(topic, running(standing)) else towns(text, context)


def _earlier_year(text: str, context: Context) -> Reply | None:
    """Against a year before this campaign's; 去年底 is in it where it runs on into the next."""
    within = "去年" in text and local(context.now).year != context.speaker.campaign.year
    earlier = LAST_YEAR.search(text) is not None and not within
    return compare(text, context) if earlier or year_before(text, context) else None


def _graded(text: str, context: Context) -> Reply | None:
    """摊上质量安全事件还能评b不: the printed veto, where there is one."""
    return provisions.veto(text, context) if context.rubric.veto is not None else None


def _of_one_unit(text: str, context: Context) -> Reply | None:
    """安监局真出了事故 那项还剩几分: tried out for the unit that is named; of nobody it is asked of the rule."""
    return try_out(text, context) if mentions(asking.with_endings(text, context), context).units else None


def _several(text: str, context: Context) -> Reply | None:
    """城建 旅游 安监 三个局咋样: units called without their endings."""
    return several_viewed(asking.with_endings(text, context), context)


def _only_several(text: str, context: Context) -> Reply | None:
    """城建农发旅游 都咋样了: the same, where the words name units and nothing else."""
    named_all = mentions(asking.with_endings(text, context), context)
    if mentions(text, context).units or len(named_all.units) <= 1:
        return None
    short = "|".join(stem(unit) for unit in named_all.units)
    rest = re.sub(f"{short}|[都各]|分别|啥样|说说|讲讲", " ", text)
    return several_viewed(asking.with_endings(text, context), context) if not topic_of(rest) else None


def _of_all(answer: Answer) -> Answer:
    """The same of all, where the words name no unit; one unit's is for others."""
    return lambda text, context: answer(text, context) if not mentions(text, context).units else None


def _all_in(text: str, context: Context) -> Reply | None:
    """要是缺的都补齐了能到多少: the most that is still possible."""
    of_units = mentions(asking.with_endings(text, context), context).units
    return try_out(text, context) if of_units else forecast(text, context)


_KINDS: Final[tuple[Kind, ...]] = (
    (re.compile(r".{0,4}第|\d{1,2}\.\d"), asking.numbered),
    kind(
        provisions.bonus, "奖(?!励)|推广|示范区|称号", "加(?:多少|几|好多)分?", without="报|[得拿获]了|已经"
    ),
    kind(
        provisions.veto,
        "区域性|系统性|一票否决",
        "[咋谁哪啥]|怎么|如何|什么|算|是不是|会不会|[吗么]",
        without=r"\d|昨|今天|发生|[出死伤]|时候",
    ),
    kind(
        provisions.bonus,
        r"加分|加\d分",
        "超过|高于|封顶|上限|最[多高]|满分|至多|顶",
        without="现在|已经|目前|报了?[没吗]",
    ),
    kind(
        provisions.bonus_so_far,
        "加分",
        "(?:[拿得加报算][了到上]了?|有)(?:多少|几|没|吗)|有没有|情况|现在|目前|已经|到手",
        without="^(?!.*报了?[没吗]).*(?:最|上限|封顶|怎么|如何|什么|哪|能|可以|标准|条件|规定|会|要是|如果|不超过|总分)",
    ),
    kind(subscribing.called_off, "发|推|停|摘要|[日周早]报"),
    kind(
        provisions.rectification,
        "整改",
        "几[号天]|哪天|时候|啥时|多长|多少[天日]|几个?(?:工作日|月)|最[迟晚]|期限|时限|多久|截止|何时|几月|几时|(?:报|交|送)(?:给|到|往)?(?:哪|谁)",
    ),
    kind(
        provisions.rectification,
        "(?:公[告布示]|发布|出来)(?:了|完)?(?:以|之)?后",
        "书面|报告",
        "(?:几|多少)[天日]|多久|时候|哪天|期限|几号|何时",
        without="自评|公[告布示]期",
    ),
    kind(provisions.rectification, "限期", "多长|多久|几[天日]|哪天|时间", without="报|交"),
    kind(provisions.consequence, "整改", "不到位|不力|[没不]整?改", _FOLLOWS, without="办公室|谁"),
    kind(
        provisions.consequence,
        f"{_GRADE}|{_WORST}",
        _FOLLOWS,
        without="单位|哪[个家]|谁|事故|事件|出了?事|多少分|几分",
    ),
    kind(
        _graded,
        _HAPPENS,
        "否决|(?:直接|一律|就是?).{0,3}[a-dａ-ｄ]",
        "是不是|会不会|要不要|是否|[吗么?？]$",
        without=rf"[\d了过]|昨|今|刚|{_SUPPOSED}|曝光|播|报道|[这那][起次个边]|[区县市镇].{{0,8}}(?:发生|出)",
    ),
    kind(
        _graded,
        f"{_HAPPENS}|案[子件]|(?:什么|啥|哪[些种])情[况形]",
        "等[次级]|评级|[哪几什啥]么?一?个?[级档]|[评按算判定].{0,2}[a-dａ-ｄ]|还能.{0,3}评|最[低差末].{0,2}[级档等]|末等|垫底|完蛋",
        without=rf"\d|{_SUPPOSED}|昨|今天|登记|多少分|几分",
    ),
    kind(reach, _WHICH_GRADE),
    kind(reach, f"{_GRADE}|优秀|评先进", _CHANCE, without="事故|事件|出了?事|死"),
    kind(
        _earlier_year,
        rf"(?<!\d)(?:20\d\d(?!\d)|[012]\d年)|{LAST_YEAR.pattern}",
        "比|[升降涨跌]|[高低]了|多少|几[分名]|排|得分|[丢扣失]了?的?分|怎么样|[进退]步|提高|[好强]一?[点些]",
    ),
    kind(
        event_rules.told,
        _HAPPENS,
        _SUPPOSED,
        without=r"\d|试算|区域性|系统性|[扣丢]|几分|多少|算[上进]|影响(?:有|会)?(?:多|几)",
    ),
    kind(
        _all_in,
        _SUPPOSED,
        "[补交报]齐|(?:全|都)[补交报]|顺利|不出(?:问题|岔|差错)|(?:都|全|得|拿)满分",
        "能?[到得上拿有]",
        without="[没不未]",
    ),
    kind(
        _all_in,
        "(?:全部?|都|剩下的?|[缺没]的?)[^,，。]{0,4}[补交报]齐|[补交报]齐了?(?:的话)?|再[补报交]上?[一两几]项",
        "(?:能|可以|会|该|就)[^,，。]{0,3}(?:到|得|有|拿|上)?(?:多少|几)分?",
        without="[没未]报的?[有是]|[几哪][家个]|什么时候|几[天号]|[没未](?:有)?[补交报]齐|谁",
    ),
    kind(
        _all_in,
        "最(?:坏|差|糟|惨|不济|低|少)(?!的|那)|保底|兜底|[最至](?:少|多|高|好)",
        "(?:能|会|要|得|掉|拿|剩|降|落)(?:掉|降)?[到得有下]?(?:多少|几)分?",
        without="哪|谁|项|加分|条|扣|最.{0,3}[的是]",
    ),
    kind(try_out, _SUPPOSED, _PRICED),
    kind(try_out, _HAPPENS, _SUPPOSED, "多少|几分", without=r"\d"),
    kind(
        _of_one_unit, _HAPPENS, r"(?:影响|[剩得扣丢减差拿])(?:下|掉|到)?(?:几|多少)分?", without=r"\d|昨|今天"
    ),
    kind(try_out, _IF_SO_MANY),
    kind(try_out, r"[到达]不[了到]\s*\d", "只有"),
    kind(_several, "[两三四五六七]个?(?:局|单位|部门|家)|[这他那][仨俩]", without="也.{0,4}(?:发|说|讲|催)"),
    (re.compile(r".*(?:[咋怎啥]么?样|如何|说说|讲讲|情况|进展|几分|多少分?)了?[?？呢啊]*$"), _only_several),
    kind(forecast, _GOAL, _CHANCE, without="率|[度量数]|截止"),
    kind(
        _of_all_towns,
        "镇|乡|街道",
        "[各每几哪]|所有|全部|全都|十[一二三四]个|谁|乡镇|镇街|镇村|镇里|镇上",
        "完成|达标|任务|热力|红(?!头)|(?:乡镇|镇街|镇里|镇上|[各每]个?[镇乡]|街道).{0,6}(?:情况|进度|怎么?样|咋样|如何)",
        without="[没未]报|交|(?<!完成)任务最?[多重]|最高.*最低|最好.*最差",
    ),
    kind(
        lambda _, context: materials.files("", context),
        "材料|佐证|印证",
        "最[多少]|多不多|多少[件份]|几[件份]",
        "谁|哪[个家些]|各",
        without="扣|分",
    ),
    kind(
        _of_all(readiness.readiness),
        "自评(?!得?分)|[印佐]证材料|(?<![印佐]证)材料.*[各哪几]|(?:部门|单位).*材料|联系人表|(?:部门|单位|[各哪几]).*[印佐]证",
        "交|报(?!告)|收(?:上|到|齐|了?几|了?多少)|齐|到位|(?:没|未)到|到了?没|如何|怎么样|咋样",
        without="发|看|给|调|导|打包|通知|扣|分|[几少]个?(?:天|工作日)|在哪|哪[里儿]|谁|(?:单位|部门|[家个局]).{0,4}[没未].{0,6}[报交]",
    ),
    kind(
        _of_all(readiness.readiness),
        "准备|迎[检考省]|省[考检]|省[里上]?[边面头]?的?(?:来)?(?:考核|检查)",
        "怎么样|咋样|如何|哪一?步|程度|好没|好了[没吗]|齐|到位|进[度展]",
        without="发|稿|汇报|会|讲|通知",
    ),
    (
        re.compile(
            r"(?=.*(?:自评(?!得?分)|联系人(?:表|名单)|[印佐]证材料))(?=.*[差欠缺](?:几|哪|谁|多少))(?!.*[扣得])"
            r"|(?=.*(?:各|每个?|所有)(?:个?单位|局|部门|家|委))(?=.*(?:报送|迎检))(?=.*(?:情况|汇总|进展))"
            r"|(?=.*(?:齐活|(?:[备弄搞凑到]|准备)得?齐))(?=.*(?:能|来得及|赶得))"
        ),
        _of_all(readiness.readiness),
    ),
    kind(
        _material,
        "材料|佐证|印证|证明|附件|[交报传]的.{0,4}打包|号文(?!字)|文件|方案|台账|总结(?!一?下)|原件|资料|凭证|照片|图片|扫描件|红头|[交传报]的(?:那些|那份)?(?:东西|报告)|[交传]了些?(?:啥|什么)",
        "发|给我|我看|[要想]看|在哪|呢[?？]?$|看看|看[一]?[下眼]|瞧|调|拿|打开|翻|过一?下?目|瞅|[传交](?:了|的)?(?:都)?(?:是)?(?:哪|什么|啥|些)",
        without="[没未几齐谁]|多少|开会|汇报|会用|稿|页|扣|分(?!管)|怎么样|如何|发给(?!我|俺|咱)|群发|下发|各单位|各局",
    ),
    kind(
        _of_all(trend), _DRAWN, "[涨升降跌]|变化|[每逐]个?[月周]|分|进度", without="排名|名次|表|每.{1,6}发"
    ),
    kind(
        saying(passing.FILES_NOT_SENT),
        "方案|文件|材料|红头|附件",
        _TO_ALL,
        without="[没吗么谁哪?？]|让|提醒|说",
    ),
    kind(
        saying(passing.NOT_FORWARDED),
        "情况|结果|排名|名单|数据|[这那]个表|[这那]张表|计分表|一页纸|简报|[这那]些|刚才的|上面的",
        "(?:发|转|传|推)(?:送|一?份)?(?:给|到|至)(?!我|俺|咱|领导)[^,，。]{2,10}",
        without="[没吗么谁哪?？]|让|叫|提醒|说|每|我(?:来|要|好|再|自己|直接|去)?(?:发|转|传|推|带)",
    ),
)
