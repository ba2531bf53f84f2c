"""别让城建局补了, 听说要换码, 核实了没: words that hold an order's verb, and order nothing."""

import re
from collections.abc import Mapping
from typing import Final

_DENIED: Final = re.compile(
    "(?<![特个分级区告辨])别(?![的人家处])|(?<!要)不(?:要|用|必|想|需要?|准|许)(?!紧)|甭|无需|不管(?!什么|怎)|先不|暂不|停一?停|算了"
)
_ASKED: Final = re.compile(
    "[?？吗么]\\s*$|(?:了|过|到|好)没有?[啊呀呢，,\\s]*(?:$|[，,])|[要用该会是]不[要用该会是](?!了)|需不需要|有没有|谁|什么|啥|怎么|怎样|多少"
)
_HEARD: Final = re.compile("听说|据说|听人说|好像|似乎")


def is_denied(text: str) -> bool:
    """Whether it says that something is not to be done."""
    return _DENIED.search(re.sub("[要用能该会是]不[要用能该会是]", "", text)) is not None


def is_no_order(text: str) -> bool:
    """Whether it denies, asks or passes on, so that nothing may be done or drafted for its verb."""
    return is_denied(text) or _ASKED.search(text) is not None or _HEARD.search(text) is not None


_VERB: Final = (
    "(?:催|提醒|通知|告[诉知]|转[告达]|[跟给和对](?=.{1,16}[说讲发评打宽延开加扣推公提换])|让|叫(?![什啥])|请(?![问假示])"
    "|群?发(?![现生展明票文改])|公布|公示(?!期)|锁|归档|存档|封(?![面皮])|结束|停|解[除锁]|取消|撤|退(?!休)|打回|驳回|(?<!不)通过"
    "|评(?![价审比])|[扣加](?!分)|[改换](?!革|人选)|延|宽限|推(?!广)|登记|认定|办结|开启|关闭|把|补|代(?![表审])|替|设(?!备)|打开"
    "|(?:\\d|都|直接|就)过(?=$|[吧了])|给\\d|清空|删|重[报发填]|恢复|定成|填|新[建增]|问问)(?!的)"
)
"""What changes something, or has somebody told something, where it is ordered; not in 没填的, who has not."""
_LEAD: Final = '(?:[我你您咱]们?|请|帮|那|就|还是|现在|今天|这[次回]|暂时|可|千万|并|又|也|都|其实|之前|先|要不|[\\s“"])*'
_AT_ONCE: Final = (
    "(?:再|去|[急忙]着|着急|先|都|就|现在|马上|[给帮]我|自动|又|直接|随便|老|全部?|一起|一律|[上下]午|[今明]天"
    "|\\d{1,2}点半?|[周下本]+[一二三四五六日])*"
)
_NEVER_TOLD: Final = (
    "(?:不是|没有?|谁|哪个)(?:让|叫|要求|说要?让?|说过要?|吩咐)[你您我]?要?|(?:谁|哪个)(?:让|叫)[你您]"
)
_UNWILLING: Final = (
    "(?<![特个分级区告辨])别(?![的人家处忘光只漏落])|(?<![^摘]要)(?<!^要)不(?:要|用|必|需要?|准|许|打算|准备|想)(?![紧忘光只])"
    "|甭|无需|[先暂]不|没(?:打算|准备|想)|用不着"
)
_WONDERS: Final = (
    "(?<!摘)要不要|该不该|用不用|需不需要|[应是]不[应是]该?|(?:能不能|可不可以)先?不|为什么|为啥|凭什么|干嘛|怎么(?!还)"
    "|谁[给跟]?|哪个"
)
_HEARSAY: Final = (
    "听说|据说|听人说|说是|好像|似乎|(?:有人|他们|大家|下面)都?说"
    "|[你您]们?(?:自己|昨天|上次|刚才|之前|前面|不是|不|都|\\s)*(?:说|讲|答应)(?!一?[下声])[过是好]?"
)
_THEN: Final = "(?:刚[才刚]?|昨天|前天|[上下]午|今早|上[周次]|前几天|早上)"
_SINCE: Final = f"(?:{_THEN}?(?:已经?|早就|早已)|{_THEN})"
_WHOM: Final = (
    "[\u4e00-\u9fff]{0,8}(?:[局委办区县镇科站处]|单位|联络员|[他她它大]们?家?|[老小][\u4e00-\u9fff])"
)
_OUTCOME: Final = (
    "(?:[了过好完]|出去)(?:吗|么|没有?|没呢|呢)|过没有?|是(?:哪天|什么时候|谁|几号|什么意思|怎么回事)"
    "|会(?:怎样|怎么样|咋样)|什么(?:意思|后果)|[给了过](?:谁|哪.{0,4}|几.{0,3})了?"
)
Kinds = tuple[tuple[str, re.Pattern[str]], ...]


def _kinds(verb: str) -> Kinds:
    """The frames in which such a verb orders nothing, each with how it speaks of it."""
    before = rf"^(?:(?!{verb}).){{0,12}}?"
    patterns = (
        (
            "denied",
            rf"{before}(?:{_UNWILLING}|{_NEVER_TOLD}){_AT_ONCE}(?!让(?:.{{0,8}}(?:拖|误|落|等|迟|晚|糊弄|应付)|[^重补]{{1,10}}(?:报|填|负责)了?$)){verb}",
        ),
        ("asked", rf"{before}(?:{_WONDERS}){_AT_ONCE}{verb}"),
        (
            "asked",
            rf"^(?!.*[说问讲]一?[下声](?![了是])|{_LEAD}(?:能|可以|可否|问|看看)).*{verb}.*(?:{_OUTCOME})$",
        ),
        ("heard", rf"^{_LEAD}(?:{_HEARSAY})(?:(?!{verb}).){{0,12}}?{verb}"),
        (
            "done",
            rf"^{_LEAD}{_SINCE}{_LEAD}{_AT_ONCE}{verb}(?!.{{0,2}}[来去回出过]的)(?:.*[了过]|.{{0,4}}过(?![来去期]).*)$",
        ),
        ("done", rf"^{_LEAD}(?![让叫请]){verb}.*(?<![算它给让都也就先])过了$"),
        (
            "done",
            rf"^{_LEAD}{verb}.{{0,10}}(?<=[催说讲补发知醒退诉代改报请叫打话])过(?![的期来去])(?!.*再).*$",
        ),
        ("done", rf"^{_LEAD}(?:告诉|通知|告知|转告|转达给?|提醒|催){_WHOM}过?了$"),
        ("supposed", rf"^{_LEAD}(?:如果|要是|假如|假设|万一|倘若|若是){_LEAD}{verb}(?!.*[就再则便])"),
        ("supposed", rf"^{_LEAD}等(?![会一下到明后周\d]).{{1,10}}[了齐完好过来后]再{_AT_ONCE}{verb}"),
        ("supposed", rf"^{_LEAD}还没有?{_AT_ONCE}{verb}(?!.*的).*$"),
    )
    return tuple((kind, re.compile(pattern)) for kind, pattern in patterns)


def _own_kinds(verb: str) -> Kinds:
    """The same frames, wider, for what somebody does with his own reports: 没说要把覆盖率撤回, 李局让你撤回吗."""
    before = rf"^(?:(?!{verb}).){{0,12}}?"
    what = "(?:[把将对给跟向](?:(?![，,]).){1,14}?|第?[\\d①-⑳一二三四五六七八九十]{1,3}[项条个]?)?"
    patterns = (
        (
            "denied",
            rf"{before}(?:{_UNWILLING}|(?:不是|没有?)(?:说|要|想|让|叫|请|过|来|打算|[你您我])+|谁[说讲]要?){_AT_ONCE}{what}{verb}",
        ),
        (
            "asked",
            rf"{before}(?:{_WONDERS}|是不是|[要会]不会|什么情况下?|什么?时候|啥时候?|怎样|如何|哪些情况)(?>应该|已经?|可以|才?能|才|[要得该])*{_AT_ONCE}{what}{verb}",
        ),
        ("asked", rf"^.{{0,6}}是不是.{{1,12}}?{verb}.{{0,4}}[了过]"),
        ("asked", rf"^(?!{_LEAD}(?:能|可以)).{{0,8}}[让叫].{{0,4}}{what}{verb}.*(?:吗|么|没有?)$"),
        ("asked", rf"^(?!{_LEAD}(?:能|可以)).*{verb}.*(?:会.{{0,6}}(?:吗|怎么?样|咋样)|有.{{0,4}}影响.*)$"),
        ("asked", rf"^{_LEAD}以后.*{verb}.*(?:吗|么)$"),
        (
            "heard",
            rf"^{_LEAD}(?:{_HEARSAY}|听.{{1,6}}[说讲]|.{{1,6}}说(?:可能|好像|大概|也许|或许)|(?![我你您]|.{{0,4}}(?:领导|[局处科镇县区]长|主任|书记|上面|[局科办]说))[\u4e00-\u9fff]{{1,4}}说要?).{{0,8}}?{verb}",
        ),
        (
            "done",
            rf"^{_LEAD}{_SINCE}(?:(?:我|已经?|就|都)?把.{{1,14}}?|[^的把错再]{{0,12}}?){verb}.{{0,8}}[了过]",
        ),
        (
            "supposed",
            rf"^{_LEAD}(?:如果|要是|假如|假设|万一|倘若|若是){_LEAD}要?{what}{verb}(?!.*[就再则便])",
        ),
        ("supposed", rf"^{_LEAD}(?:还没|没有?)(?:想好|定|决定|商量|说好).{{0,4}}{what}{verb}"),
        (
            "supposed",
            rf"^{_LEAD}等(?![会一下到明后周\d]).{{1,10}}[了齐完好过来后意]再{_AT_ONCE}{what}{verb}",
        ),
    )
    return (*_kinds(verb), *((kind, re.compile(pattern)) for kind, pattern in patterns))


_CLAUSE: Final = re.compile("[,，。；;:：!！\\n]+|(?<=[\u4e00-\u9fff])\\s+")
_MARKS: Final = ' \t?？.~～啊呀哦呢吧”"'
_OWN_VERB: Final = (
    "(?:撤(?![县并])|恢复|作废|删|转(?=质强办|给)|转[告达]|(?:告诉|通知|问[过一]?下?|[让叫跟])质强办|申诉|(?:提过?出?|登记过?)?(?:责任认领)?异议|(?:申请过?)?延(?:期|长|后|了|[到至几一两三\\d])|宽限"
    "|推迟|交接|换(?:成|人|联络员)|停.{0,2}提醒|提醒停|只提醒|登记|[挪移]到|(?:[让叫由](?!你|您).{1,4})?替[我他她]|负责)(?!的)"
)
"""What takes back, contests, hands on or puts off: of those who report and those above them."""
_OFFICE: Final = (re.compile(_VERB), _kinds(_VERB))
_CONTACT: Final = (re.compile(_OWN_VERB), _own_kinds(_OWN_VERB))
_SUPERVISOR: Final = (re.compile(f"{_VERB}|{_OWN_VERB}"), _own_kinds(f"(?:{_VERB}|{_OWN_VERB})"))
_OF: Final[Mapping[str, tuple[re.Pattern[str], Kinds]]] = {"contact": _CONTACT, "supervisor": _SUPERVISOR}


def spoken_of(text: str, role: str = "office") -> str:
    """How the words speak of an order without giving one: denied, asked, heard, done, supposed; "" where they give one."""
    orders, kinds = _OF.get(role, _OFFICE)
    found = ""
    for clause in _CLAUSE.split(text.strip(_MARKS)):
        if not orders.search(clause):
            continue
        said = clause.strip(_MARKS)
        kind = next((kind for kind, pattern in kinds if pattern.search(said)), "")
        if not kind:
            return ""
        found = found or kind
    return found


def acts(words: str) -> bool:
    """Whether a choice of these words takes back, contests, hands on or puts off what its chooser has."""
    return _CONTACT[0].search(words) is not None


def beside(text: str, role: str) -> str:
    """What is said besides the order that is only spoken of: 是改成99 of 没说要撤回，是改成99."""
    orders = _OF.get(role, _OFFICE)[0]
    return "，".join(part for part in _CLAUSE.split(text) if part.strip() and not orders.search(part))
