"""生人: the name of somebody who is not on the roster, as it is said in a sentence."""

import re
from dataclasses import dataclass
from typing import Final

from handlers.people.enrolled import MOBILE
from store.records import Contact

SURNAMES: Final = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤方俞任袁柳"
    "鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵汪祁毛禹狄米贝明臧戴谈宋茅庞熊纪舒屈项祝"
    "董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉"
    "龚程邢裴陆荣翁荀羊惠甄曲家封芮储靳段富巫乌焦巴弓牧谷车侯宓蓬全班仰仲伊宫宁仇栾暴甘厉戎祖武符刘景詹束龙叶幸司韶黎薄印白怀蒲"
    "邰从索咸赖卓蔺屠蒙池乔阴胥苍双闻党翟谭贡劳申扶堵冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎慕连习艾容向古易慎戈廖庾衡步都"
    "耿满匡国文寇广禄阙东欧利蔚越隆师巩聂晁勾敖融冷辛简饶曾关肖闫付代游"
)
_WORD: Final = re.compile(
    r"(?:联络员|联系人|负责人|经办人|审核员|领导|加上|加进|加一?[个位]|新增|添加|补上|的?人|换成?了?|换|改成|改为|改由|(?:变|更)(?:更|新|换)为|替换成|(?:移|转|交)[交接给]?给|→|->|换上|派的?|派来的?|派了个?人?|接[他她](?:班|任|手)?的(?:人)?|接(?:手|班|替|任|管)的(?:人)?|新来的?|报来(?:了)?(?:的?人|一?[个位]|的)?|以后|今后|现在|由|让|归|交给|给|叫|名叫|姓名|加(?!班|分))"
    r"(?:就?是|为|叫|让|由|找|联系|来的?是|定成|定为|先定|定(?:下来)?了|确定(?:下来)?了?|报来了|设为|用|(?:常务)?副?(?:局长|主任|科长|股长|镇长|书记)|[\s:：,，])*"
    r"(?:[\u4e00-\u9fff]{2,10}?[局委办院所站镇](?:那边)?的?(?:就|都)?(?:找|联系|由|是)?)?"
    rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)"
    r"(?=(?:同志|来|接任|接|负责|对接|联系|顶|上报|报|发|管|分管|当|担任|兼|做|代|手机|电话|号码|联系电话|的|了|吧|作为)|[\s,，。;；:：(（\d]|$)"
)
_TAKES: Final = re.compile(
    rf"(?:^|[\s,，。]|(?:摊子?|块|活儿?|工作)(?:就|都|先)*)(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:来)?(?:接替?|顶替?|替(?=[半一两三\d])|接手|负责|对接)(?!了?吗)"
)
_NOT_BUT: Final = re.compile(
    rf"不(?:再)?是[\u4e00-\u9fff]{{2,4}}?了[\s,，]*(?:现在|以后|而)?(?:换成|改成|就?是|由|找)(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=[\s,，。了吧\d]|$)"
)
"""联络员不是李四了，是王五."""
_BESIDE_NUMBER: Final = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[是叫]))(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?:[\s,，:：]|手机号?|电话|号码|联系方式|是|(?:[\u4e00-\u9fff]{{1,4}}[科股处])?副?(?:科长|股长|主任|处长|科员|局长|干事))*(?=1\d{{10}}|0\d{{2,3}}-?\d{{7}})"
)
_BESIDE_SEX: Final = re.compile(
    rf"(?<![\u4e00-\u9fff])(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[\s,，、]+[男女](?![\u4e00-\u9fff]))"
)
_PUT_IN: Final = re.compile(
    rf"(?<=[的把将])(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}}?)(?=(?:也|给我|一起|帮我)*(?:加|补|录)(?:上|进|到名册|入名册))"
)
NO_NAME: Final = re.compile(
    "不|^都[来去到要得参在有]|分$|单位|部门|联络|联系|领导|局长|主任|审核|材料|时间|电话|手机|号码|通知|明天|下午|上午|别人|全部|高分|安全|任务|一下|平均|和他|和她|他们|她们|大家|谁|平均|通报|时[限间候]|平台|数[据值]|项目|目标"
)


def newcomer(text: str, known: frozenset[str]) -> str | None:
    """The one name in the text that is nobody's of those known; None for none or several."""
    patterns = (_WORD, _TAKES, _NOT_BUT, _BESIDE_NUMBER, _BESIDE_SEX, _PUT_IN)
    found = {hit["name"] for pattern in patterns for hit in pattern.finditer(text)}
    names = {name for name in found if not name.startswith(tuple(known)) and not NO_NAME.search(name)}
    return names.pop() if len(names) == 1 else None


_ASKED: Final = re.compile(r"[?？吗]\s*$|[了过]没有?\s*$|[吧呢]\s*$|多少|是谁|谁|哪|来着|什么|怎么")

_GIVEN_TO: Final = re.compile(r"(?P<whom>(?:[给成由让换归]|接手)(?!谁)[\u4e00-\u9fff]{2,8})吧[。!！\s]*$")
"""他的活给王五吧 orders, 李四走了吧 asks."""


@dataclass(frozen=True)
class Said:
    """A sentence about people: who of the roster is named in it, who is new, and the units."""

    text: str
    people: tuple[Contact, ...]
    new: str | None
    units: tuple[str, ...]

    @property
    def mobile(self) -> str:
        """The only mobile number in it, else ""."""
        found = MOBILE.findall(self.text)
        return found[0] if len(found) == 1 else ""

    @property
    def asks(self) -> bool:
        """Whether it is a question."""
        return _ASKED.search(_GIVEN_TO.sub(r"\g<whom>", self.text)) is not None
