"""哪一种话: what a part of a line is, where it is neither a report nor a question about one's items."""

import re
from collections.abc import Callable
from datetime import date
from enum import Enum, auto
from typing import Final

from handlers.reading.tokens.faces import FACE
from handlers.talking.promises import is_promise
from handlers.talking.revising import is_revised


class Kind(Enum):
    """What somebody who reports may say beside his reports."""

    HOLD = auto()
    """Nothing is to be stored yet."""
    RETURNED = auto()
    """What was reported has come back: a complaint, or a question why."""
    OTHERS = auto()
    """How others stand."""
    TIGHT = auto()
    """It will hardly be ready in time."""
    EXTENSION = auto()
    """A later day is asked for."""
    HANDOVER = auto()
    """Somebody else takes over."""
    NUMBER = auto()
    """The telephone or the mail address has changed."""
    LEAVE = auto()
    """The speaker is away for a while."""
    ELSEWHERE = auto()
    """It was handed in in another way than here."""
    NOT_HERE = auto()
    """There is no such thing in the speaker's place."""
    THEIRS = auto()
    """Whether what is another unit's is to be reported as well."""
    SHARED = auto()
    """Whether one piece of evidence may serve for several items."""
    REPLACED = auto()
    """A newer piece of evidence comes in place of an older one."""
    WANTED = auto()
    """A document is to be sent to the speaker."""
    SPOKEN = auto()
    """There is no document, only what was said or agreed on."""
    CLOSED = auto()
    """What must not be sent here."""
    PAPER = auto()
    """One of the papers was handed in."""
    WISH = auto()
    """When to be reminded, in words that no command knows."""
    COPIED = auto()
    """Somebody else is to get the reminders, or to report too."""
    PARTLY = auto()
    """Whether it may come in several parts."""
    RELAY = auto()
    """Something is to be said to the office."""
    REVISED = auto()
    """A reported figure will change, or is to be renewed later."""
    CEASE = auto()
    """No more reminders."""
    PROMISE = auto()
    """It is still to come."""
    COURTESY = auto()
    """Thanks, greetings, a word of assent."""


_DAYS: Final = "(?:[几两一二三四五六七八九十\\d]{1,3}个?(?:工作日|天|日|周|星期|礼拜)|半个月)"
_COURTESY: Final = re.compile(
    "(?:@[^\\s@]{1,8}|收到请?回复?|请回复|(?:你|您|领导|老师|各位)好|在吗|好[的滴嘞哒啊吧]*|收到|嗯+|哦+|行|ok|谢谢|多谢|感谢|谢了|辛苦|麻烦|费心|劳驾|知道|明白|晓得|不好意思|差?点?[儿又]?忘了|抱歉|对不起|打扰一?下?"
    "|老师|领导|同志|各位|提醒|[您你了啦啊哈呀哦的]|大家|"
    rf"{FACE}|看一?下(?:对不对|行不行)?|审核?一?下|过目|查收|请)++",
    re.IGNORECASE,
)
_HOLD: Final = re.compile(
    "(?:先|暂时?|(?<![报填写记算0零无])还是|可)(?:别|不要|不用|甭|莫|不)(?:给我|帮我|急着|忙着|要)*(?:入库|入|记|存|报|算|录|提交|登记|上报)(?:上去|进去|[了吧啊]|它|这个)*$"
    "|(?:刚[才刚]|上面|前面|那个|这个)[^，,]{0,6}(?:(?<!算)不算|别算|不作数|先不要)(?:数)?[了吧啊]?$"
    "|(?:别|不要)(?:给我|帮我)?(?:入库|存|登记|当真|算数)(?:[了吧啊]|进去)*$"
)
_RETURNED: Final = re.compile(
    "(?:退|打|驳)(?:了?回[来去]?|了下来|下来)|(?<!会)(?<!不会)被退|给退|退了(?!休)|[还又总老]退"
)
_GRIEVED: Final = re.compile(
    "又|怎么|咋|凭|为啥|为什么|气|原因|理由|看到|收到|知道|啥|哪|被|无语|烦|到底|总|老是|一直|补"
)
_SEND_BACK: Final = re.compile("(?:帮|请|麻烦|能不能|可以).{0,8}(?:退|打)回|撤回|退回给我(?:改|吧)")
_OTHERS: Final = re.compile(
    "(?:别的?|其[他它]|人家|兄弟|旁的?)的?(?:局|单位|镇|乡|区|县|部门)们?(?:都|也)?.{0,6}(?:报|交|弄|完成|填|得|考|多少)"
    "|(?:谁|哪[些几]?个?家?(?:单位|局|镇|部门|区|县)|哪[些几]家)都?(?:还)?(?:没有?|未)(?:报|交|填)(?!的)|谁家?都?(?:报|交)了"
)
_EXTENSION: Final = re.compile(
    "(?:延|推|拖|缓|宽|顺延|往后).{0,2}(?:期|后|到|至|限|长|推|放|挪|移)|(?:延|推|拖|缓|宽|挪)(?:上|个)?"
    + _DAYS
    + f"|(?:晚|迟|多给|再给|宽限)(?:个|上|我们?)*{_DAYS}"
    "|放到.{1,8}[号日]|(?:截止|期限|时限)[^，,]{0,6}(?:改|调|挪|放)(?:到|成|至|为)[^，,]{0,4}\\d"
)
_WISHES: Final = re.compile(
    "能|可以|可不可以|行不|行吗|想|申请|请求|希望|要求|麻烦|最好|呗|好不|成不|吗|么|允许|批准|同意|[？?]"
    "|(?<![已说会讯闻])(?<!已经)(?:延期?|推迟|顺延|缓|(?:截止|期限|时限)[^，,]{0,6}[改调挪放])(?:到|成|为|至|个|上)?[\\d一两二三几][^，,。了的]{0,6}[日号天周](?:吧|再报|再交)?$"
)
_NO_EXTENSION: Final = re.compile(
    "真的|听说|有没有这回事|说(?:是)?(?:可以|能)|提醒|催|批了|同意了|怎么|咋|找谁|没有?回|叫我|喊我|扣|会不会|发布|公布"
)
_TIGHT: Final = re.compile(
    "来不及|赶不[上及]|够呛|(?:报|交|做|弄|写|整|凑|收)不(?:完|上|了|齐)(?:了|啊|吧|呀|的)*$|肯定要?超期|要逾期|不赶趟"
)
_HANDOVER: Final = re.compile(
    "换人[了啦咯]|(?!(?:我|是|刚|新|才)+接手的?[啊呀吧哈]?(?:$|[\\s，,。]))(?<!我)(?:我|刚|新|来)[^，,]{0,4}接(?:手|替|任|管|班)(?![单一两几]|\\d|工地|项目|案)|接(?:我|他|她|[小老]?[\u4e00-\u9fff]{1,2})的?(?:班|活|手|摊|工作|联[络系][员人]|这[块摊]|位置|岗)|由[我他她]?(?:[小老][\u4e00-\u9fff]|[\u4e00-\u9fff]{1,3}(?<![站局司构方院所位里]))来?(?:[代顶](?![表做理])|接(?:着|替|手|$))|(?:联络员|联系人|经办人?|负责人|填报人).{0,4}(?:换|改|变)(?!的?电话|手机)|换成?了?(?:老|小)?[\u4e00-\u9fff]{1,3}(?:负责|来报|报|接|对接)|(?:我|[小老][\u4e00-\u9fff]|[\u4e00-\u9fff][姐哥])(?:也|就|都)?(?:已经?)?(?:调走|调到|不干|退休|转岗|离职|调岗|换岗)"
    "|(?:以后|今后|往后|下月起|现在|接下来).{0,6}(?:找(?!不|谁|哪)|由.{1,4}(?:报|负责|接|管)|归.{1,4}管|[我他她]?(?:[小老][\u4e00-\u9fff])?来(?:报|对接|管|弄)|是他|[我他她](?:[小老][\u4e00-\u9fff])?(?:负责|接|管这))|(?:工作|活|这块|这摊|事儿?|业务).{0,4}(?:移?交给|交接给|转给|移交).{1,4}|(?<![刚新])接(?:手|替|管)(?:了|这|他|她|老|小|[\u4e00-\u9fff]{2,3}的|$)|接替(?![单一两几])[\u4e00-\u9fff]{1,3}?(?:当|做|来|担任|负责|$)|[叫让](?:我|[小老][\u4e00-\u9fff])(?:以后|今后|往后|接着|接下来|从现在)(?:都|就|由我|接着|一直|来)*(?:报|管|负责|弄|对接|接手|填)(?![\\d一])"
)
_NUMBER: Final = re.compile(
    "(?:手机|电话|号码|座机|邮箱|微信)号?码?(?:是|已经?|都|也)?.{0,3}(?:换|变|改|不用|停)(?!.{0,4}[吗？?])|(?<![信公文])换了?个?(?:新)?(?:手机|号|电话|邮箱)|新(?:手机|号码|电话|邮箱)"
)
_LEAVE: Final = re.compile(
    "(?:休|请|放).{0,4}假|(?:年|产|病|婚|陪产)假|我?(?:要|去|在|到)?.{0,6}(?:出差|住院|培训|学习|外出|封闭|党校|驻村)|不在(?:单位|家|岗)"
)
_ABSENT: Final = re.compile("我(?!们)|报|替|代|找|回来|弄|同事|谁")
_CARRIED: Final = re.compile(
    "(?:送|交|给|发|拷|寄|传|递|报)(?:过|到|去|给|了|在|上)*(?:[\u4e00-\u9fff]{1,5}(?:局|委|科室?|站|中心)|[小老][\u4e00-\u9fff]|[\u4e00-\u9fff](?:科长|主任|局长))"
    "|(?:送|交|给|发|拷|寄|传|递|报)(?:过|到|去|给|了|在|上)*.{0,8}(?:质强办|质兴办|你们|办公室|群里?|邮箱|OA|科里?|科长|主任|微信|QQ|U盘|窗口)"
    "|(?:质强办|质兴办|办公室|群里?|邮箱|OA|科里?|科长|主任|微信|QQ|U盘|纸质版?的?|纸的).{0,6}(?:送|交|给|发|拷|寄|传|递|报)(?:过|到|去|给|了|上|往)",
    re.IGNORECASE,
)
_THING: Final = re.compile(
    "材料|方案|文件|总结|规划|台账|报告|名单|表|扫描件|纸质|电子版|照片|数据?|佐证|印证|通报|制度|汇编|纸的"
)
_WAS: Final = re.compile("了|过(?![去来])|已经?|早就?|昨|前天|上周|上个?月|刚[才刚]?")
_ISSUED: Final = re.compile(r"[印下转颁]发|发第?\d{1,4}号")
"""下发了质强办发3号文: it was issued, not handed in."""
_NOT_HERE: Final = re.compile(
    "(?:没有?|无)(?:抽检|抽查|检测|监测)?批次|没(?:有)?(?:抽|轮|安排|分|派)?(?:到|给)?我们(?!的|报|填|管|事)|不涉及|不适用|没(?:有)?(?:安排|下达|分|这|此|该)?一?[项个]?.{0,6}任务|没(?:有)?抽(?:到|着|检|查)(?!样)|(?:没有?|无)[^，,。]{1,10}(?:怎么|咋|如何)(?:报|填|办|写|弄)|跟我们.{0,4}没.{0,2}关系|^(?:我们?|咱们?|俺们?|本)[局镇区县市乡单位]{1,2}?(?:没有?|无|不)(?!.{0,12}(?:发生|出现|事故|事件|案|问题|投诉|材料|文件|方案|报|收到|懂|会|知道|清楚|想|用|要|是|能|管|归|该|行)).{1,10}$"
)
_WANTED: Final = re.compile(
    "^(?:麻烦|请|帮忙|能不能|能否|可以|可不可以|你|您|把|有没有|那个?|这个?|再)*[^，,\\d]{0,10}"
    "(?:方案|文件|通知|办法|细则|附件\\d?|文本|样本|范[文本例]|参考|红头|原件|电子版|正文|数据|清单|名册|报告)的?(?:也|再|都|能不能|可不可以|能否|可以|能|麻烦|请)*"
    "(?:发|传|转|给|拷|共享)(?:给)?(?:一下|一份|个|份)?(?:我们?|咱们?|俺们?)(?:这边|单位|局里|一份|一个|一下|参考|看看|学习|下|们|份|呗|吧|啊|嘛|哈)*"
    "(?>行不行?|可以吗|可以不|好不好|行吗|好吗|谢谢|吗|不)*$"
)
_SPOKEN: Final = re.compile(
    "(?:都?是|只有|就是|只是|全是)?(?:领导)?(?:口头|电话里?|会上|开会时?|微信群?里?|嘴上)(?:布置|安排|部署|说|讲|通知|传达|要求|交代|强调|定)(?:了|过|下去|一下)*的?$"
)
_CEASE: Final = re.compile(
    "(?:别|不要|莫|甭|不用)(?:再|老是?|总是?|天天|一直|来)*(?:催|发|响|吵|推送|轰炸|震)(?:了|我|消息|信息|提醒|行不行|好不好|嘛|吧|啊|$)|震(?:没电|个不停|不停)|歇[会一]|轰炸|刷屏|谁.{0,4}催的|怎么(?:还|又|老)(?:在)?催|还(?:在)?催(?:[啊呀呢吗嘛我]|$)|(?<![我们都已])催了?[几两三四五六七八九十\\d]+[遍次回]|(?:别|不要|甭|老是?|天天|总|又|一直|就).{0,3}催|催(?:命|什么|啥)|有完没完|没完没了|(?:太|真|好|这么|咋|比|还)[^，,]{0,4}(?:唠叨|啰嗦|罗嗦|话多|聒噪)|消停|别(?:再)?(?:吵|烦)|(?:一天到晚|天天|整天|从早到晚)[^，,]{0,3}(?:提醒|发消息|发信息|响)|(?:这么晚|大?半夜|大晚上|休息日|大周末|下班了?)[^，,]{0,3}还?(?:发|催|吵|来)(?!得及)|(?:周末|星期[六天日]|周[六日]|节假日|放假)(?:也|还|都|又)(?:在)?(?:发|催|吵)|让不让人"
)

_SUBSTITUTE: Final = re.compile("(?:让|叫|由|请)(?:同事|别人|科里|他人|小.|老.).{0,3}(?:报|替|弄|填|代)")
_SHARED: Final = re.compile(
    "[项个块条].{0,6}(?:共用|合(?:成|并|在|一)|写(?:在)?一[块起]|放(?:在)?一[块起]|同一[份本个])|[四五六七八九十\\d].{0,4}写(?:在)?一[块起]|(?:共用|同一)[份本个]?一?[份本个]?(?:材料|总结|文件|报告|汇编)"
)
_WILL_DO: Final = re.compile(
    "[吗么？?]|行不|可以不|好不|成不|吧$|能不能|可不可以|能否|是不是|[传发交]一[遍次]|重复[传发交]|要不要|用不用|分[开别][传发交报]"
)
_REPLACED: Final = re.compile(
    "(?:附件|材料|文件|方案|照片|扫描件|版本?).{0,6}(?:重新?[发传]|换[成一新]|更新)|(?:旧|上次|之前|前面)[^，,]{0,6}(?:版本?|那(?:[份张]|个(?=文件|材料|方案|照片|图)))[^，,]{0,6}(?:旧|作废|不要|错|不算|过期)|[发传](?:了)?个?(?:新版|最新)"
)
_CLOSED: Final = re.compile(
    "(?:材料|文件|资料|案[卷件]|卷宗|台账|这些|东西).{0,8}(?:内部(?!控)|涉密|保密|不公开|不能?外传|敏感|密级)|不方便(?:拍照|外传|往外|上传)"
)
_PAPER: Final = re.compile(
    "(?:名单|报告|总结|材料|联系表|信息|月报|措施).{0,16}(?:交|送|报|发|传|寄|拷|递)(?:过|上|去|给|到|来|齐|完|掉)*.{0,10}[了过][呀啊吧呢嘛哦哈哇的]{0,2}$"
    "|(?:名单|报告|总结|材料|联系表|信息|月报|措施).{0,10}(?:[号日天午周一二三四五前]|早就?|已经?).{0,3}(?:交|送|报|发|寄)(?:过去|上去)?的(?:邮件|邮箱|快递|纸质版?|电子版?)?$"
)
_HOW_THEN: Final = re.compile(
    "^(?:他们?|她|那边|[小老][\u4e00-\u9fff])(?:是不是|有没有|没|到底)*(?:传|发|交|给|转|报)(?:给|过)?(?:你们?|您|过来|上来|过去)?了?[吗没么呢]?$|^(?:第?\\d{1,2}项?|[①-⑳])?(?:这|那)?(?:个|项|块|条|种情况)?(?:我们?)?(?:该)?(?:怎么|咋|如何)(?:办|报|填|写|弄|算|处理).{0,3}$|^(?:能|可以)?等[吗不].{0,2}$|^来得?及[吗吧不].{0,2}$|^(?:这样)?(?:行|可以|好|成)[吗不么].{0,2}$|^(?:行不行|可不可以|可以不).{0,2}$|^[我们就只]*[发传交]一[次遍份个](?:行|就|可以|够|吗|吧).{0,5}$"
    "|^(?:能不能|可不可以|可以|能|是不是|那)?(?:就|先)?只[报交填]个?(?:数字?|数据|情况)(?:行不行|行吗|行不|可以吗|可以|就行|吗|不)?[?？吧啊]*$|^(?:凭|为)(?:啥|什么).{0,2}$|^(?:那|就|先)*(?:空着?|放着|不报|不填|免报)(?:行不行|行|可以|可不可以|成)[吗不么]?[?？]*$|^到底(?:要|想|缺).{0,4}$|^(?:什么|啥)原因.{0,2}$|^(?:收到|看到)了?(?:没有?|吗).{0,2}$|^(?:怎么|咋)加(?:进来|进去|他|上)?.{0,2}$"
    "|(?:还用|还要|还需|需要|用不用|要不要).{0,2}(?:在)?(?:这|这里|这儿|系统|你)?.{0,2}[报传交填发].{0,3}$|(?:要不要|用不用|还要|还用|需不需要|需要|是不是).{0,4}(?:再|重新?).{0,3}[发报传交]|^(?:为啥|为什么|怎么|咋)[^，,]{0,4}(?:说|显示|提示|算|写)?(?:我们?)?(?:是)?(?:逾期|超期|没交|未交|没报|未报|晚了)(?:了|呢|啊)*$|^(?:怎么|咋)还(?:说|显示|提示|算).{0,6}$"
    "|^(?:你们?|系统|机器人|[这那]里|这边|上面|后台)?[里上]?(?:怎么|咋|为啥|为什么|凭啥|凭什么)?(?:还|又|老|总|一直)+(?:是|在|说|显示|提示|算|写|挂|没|未|催|提醒|欠|红|差)[^\\d]{0,8}$"
)

_WISH: Final = re.compile(
    "(?:提醒|消息)[^，,]{0,8}太(?:早|晚|多|勤|频)|(?:提醒|消息)[^。]{0,12}改[^，,]{0,3}(?:[上下]午|晚上|\\d点|时间)|(?:(?:提醒|叫|喊|催|通知)(?:一?下|一声|一次)?我|[天时点前候][^，,]{0,4}告诉我)(?!们?(?:要|报|填|交))|(?:每|隔|提前|前)[^，,]{0,8}(?:提醒|喊|催)|(?:一天|每天|一周|每周|隔[几两一]?天)[^，,\\d]{0,4}(?:提醒|发|来|催|说|通知)一[次回遍条](?=就|够|即|行|可|好|足|得|吧|$)|(?:提醒|发消息|催)我?一[次回遍条]就"
)
_RESULT: Final = re.compile("[审批]|结果|通过|退回|办结|信儿")
"""审完通知我 asks for a result, not for a reminder."""
_COPIED: Final = re.compile(
    "提醒[^，,]{0,10}(?:发|给|抄|转)[^，,]{0,4}(?:科|同事|局长|领导|主任|小.|老.|别人)|(?:同事|科长|局长|副.长|小[\u4e00-\u9fff]|老[\u4e00-\u9fff])[^，,]{0,6}(?:也要|也想|也能|能不能|也)[^，,]{0,4}(?:报|看|填|加|进|收(?:到|提醒|消息)|知道|通知)|(?:再|多)加一?个?(?:人|联络员)|[两三]个人[^，,]{0,3}都?(?:能|会|可以)+(?:收|看)"
)
_PARTLY: Final = re.compile("分(?:几|两|三|批|\\d)[天批次]?[^，,]{0,4}(?:传|交|报|发)(?!.*还是)")
_RELAY: Final = re.compile(
    "(?:麻烦|请|帮忙?|替|能不能|可以)?(?:我们?)?(?:跟|和|给|向|同)(?:质强办|质兴办|领导|.主任|.科长?|上面|办公室|他们).{0,4}(?:说一声|说一下|说声|讲一声|说明一?下?|反映一?下?|带个话|解释一?下?|转告)|(?:转告|带话给|告诉一?下?)(?:质强办|质兴办|.主任|.科长?)"
)
_OWN_LIST: Final = re.compile("任务|材料(?:目录|清单)|我们?报的|得分")

_TESTS: Final[tuple[tuple[Kind, Callable[[str], bool]], ...]] = (
    (Kind.COURTESY, lambda said: _COURTESY.fullmatch(said) is not None),
    (Kind.HOLD, lambda said: _HOLD.search(said) is not None),
    (Kind.REVISED, is_revised),
    (Kind.RETURNED, lambda said: _has(_RETURNED, _GRIEVED, said) and not _SEND_BACK.search(said)),
    (Kind.OTHERS, lambda said: _OTHERS.search(said) is not None),
    (Kind.WANTED, lambda said: _WANTED.search(said) is not None and not _OWN_LIST.search(said)),
    (Kind.SPOKEN, lambda said: _SPOKEN.search(said) is not None),
    (Kind.CLOSED, lambda said: _CLOSED.search(said) is not None),
    (Kind.SHARED, lambda said: _SHARED.search(said) is not None),
    (Kind.REPLACED, lambda said: _REPLACED.search(said) is not None and "吗" not in said),
    (Kind.EXTENSION, lambda said: _EXTENSION.search(said) is not None and not _NO_EXTENSION.search(said)),
    (Kind.TIGHT, lambda said: _TIGHT.search(said) is not None),
    (Kind.HANDOVER, lambda said: _HANDOVER.search(said) is not None),
    (Kind.NUMBER, lambda said: _NUMBER.search(said) is not None),
    (Kind.LEAVE, lambda said: _has(_LEAVE, _ABSENT, said) and "提醒" not in said),
    (Kind.LEAVE, lambda said: _SUBSTITUTE.search(said) is not None),
    (Kind.COPIED, lambda said: _COPIED.search(said) is not None),
    (Kind.WISH, lambda said: _WISH.search(said) is not None and not _RESULT.search(said)),
    (Kind.PARTLY, lambda said: _has(_PARTLY, _WILL_DO, said) or _has(_PARTLY, _WISHES, said)),
    (Kind.RELAY, lambda said: _RELAY.search(said) is not None),
    (Kind.PAPER, lambda said: _PAPER.search(said) is not None),
    (Kind.ELSEWHERE, lambda said: was_carried(said, said)),
    (Kind.NOT_HERE, lambda said: _NOT_HERE.search(said) is not None),
    (Kind.CEASE, lambda said: _CEASE.search(said) is not None),
)


def kind_of(said: str, today: date) -> Kind | None:
    """What the part is; None for a report, a question or anything else."""
    for kind, test in _TESTS:
        if kind is Kind.HANDOVER and is_promise(said, today):
            return Kind.PROMISE
        if test(said):
            return kind
    return Kind.PROMISE if is_promise(said, today) else None


def _has(what: re.Pattern[str], how: re.Pattern[str], said: str) -> bool:
    return what.search(said) is not None and how.search(said) is not None


def is_courtesy(said: str) -> bool:
    """Whether the part only greets, thanks or assents; who begs pardon may be about to correct himself."""
    return _COURTESY.fullmatch(said) is not None and not _PARDON.search(said)


_PARDON: Final = re.compile("不好意思|抱歉|对不起|忘了")


def belongs(said: str) -> bool:
    """Whether the part only asks what to do about what was said before it: 这个咋填, 来得及吧."""
    return _HOW_THEN.search(said) is not None


def was_carried(said: str, line: str) -> bool:
    """Whether the part says that what the line names was handed in in another way than here."""
    return _has(_CARRIED, _WAS, said) and _THING.search(line) is not None and not _ISSUED.search(said)


def asks_whether(line: str) -> bool:
    """Whether the line asks if something will do."""
    return _WILL_DO.search(line) is not None


def wishes(line: str) -> bool:
    """Whether anything is asked for in the line."""
    return _WISHES.search(line) is not None
