"""The draft that just stands put otherwise by the office, somebody new said in any order, and one item urged alone."""

from collections.abc import Mapping
from typing import Final

from tests.scenarios.lines.case import Case, Said
from tests.scenarios.lines.typed_errands import z

_TWO: Final[tuple[Said, ...]] = (("zhouning", "旅游局第10项和第20项延到7月3号，局长出差"),)
_RATE: Final[tuple[Said, ...]] = (("zhouning", "城建局覆盖率延到7月3号 数据没出来"),)
_SWAP: Final[tuple[Said, ...]] = (("zhouning", "王敏换成李梅 13500001111"),)
_URGED: Final[tuple[Said, ...]] = (("zhouning", "催一下城建局"),)
_NEW: Final[tuple[Said, ...]] = (("zhouning", "县财政局报来的联系人是马骏"),)
_LATER: Final[tuple[Said, ...]] = (("zhouning", "王敏说下周一起由李梅接手，手机13500001111"),)
_AGAIN: Final[tuple[Said, ...]] = (("zhouning", "截止那天下午3点再催最后一次"),)
_REPORTED: Final[tuple[Said, ...]] = (("wangmin", "2 92"),)
_GIVEN: Final[tuple[Said, ...]] = (("qinfang", "6.4明确由商务局报"),)
_ALL_DUE: Final[tuple[Said, ...]] = (("yaoqin", "截止12月20号"),)

_DRAFTS: Final[Mapping[str, Case]] = {
    "只延第10项，第20项不动": z("将单独给县旅游局", never=("不办了",), before=_TWO, asks=True),
    "不对，是安监局": z("将单独给县安监局", "原因：数据没出来", before=_RATE, asks=True),
    "不是王敏，是赵新": z("将停用县城建局 赵新", "李梅接县城建局", before=_SWAP, asks=True),
    "错了，是旅游局": z("县旅游局 陈静：2项", never=("县城建局",), before=_URGED, asks=True),
    "不是6.4是6.3": Case("qinfang", ("将把6.3", "改由商务局报"), _GIVEN, asks=True),
    "马骏手机一三八零四幺零幺幺二二": z("县财政局 马骏（联络员）13804101122", before=_NEW, asks=True),
    "高军手机13804101122": z("县安监局 高军的手机", never=("马骏",), before=_NEW),
    "裴军在审吗 剩几件": Case("yaoqin", (), _ALL_DUE, never=("原因：裴军",)),
    "30号改在下午4点，15:00那个取消": z("由15:00改到16:00", before=_AGAIN, arranges=("reminder", "reminder")),
}
_PEOPLE: Final[Mapping[str, Case]] = {
    "财政局一直没有联系人，今天报来了，周洁，女，预算科科长，13937501234，麻烦加上": z(
        "县财政局 周洁（联络员）女，预算科科长，13937501234", asks=True
    ),
    "财政局的联系人是陈涛，0410-2666123，请加到名册里": z("陈涛（联络员）0410-2666123", asks=True),
    "王敏说下周起由李梅接手，手机13500001111": z("1 到6月29日", "2 现在就换", never=("将停用",), asks=True),
    "王敏说今天起由李梅接手，手机13500001111": z("将停用县城建局 王敏", asks=True),
    "6月29日上午9点通知各单位：城建局王敏换成李梅": z("将6月29日09:00发给", never=("将停用",), asks=True),
}
_ON: Final[Mapping[str, Case]] = {
    "6.4到底该商务局报还是海关报": Case("qinfang", ("现在由平顶山海关报", "没有改动"), never=("入库",)),
    "公安局万鹏来电话，8.3的案件材料要18号才能盖章，请延一天": Case(
        "qinfang", ("将单独给公安局 ①",), never=("哪一项",), asks=True
    ),
    "对 加上": z("已导入1人", before=_NEW),
    "那个时间错了 是27号上午9点": z(
        "27号上午9点开会", before=(("zhouning", "通知各单位26号上午9点开会"),), asks=True
    ),
    "是的，同意": z("已延期：县城建局", before=_RATE, arranges=("extension",)),
    "可以的，后面再加一句：带上自查表": z(
        "到三楼开会；带上自查表", before=(("zhouning", "通知各单位：26号下午2点到三楼开会"),), asks=True
    ),
    "财政局报来一个陈立，科长，13608291122，加进去": z("县财政局 陈立（联络员）科长，13608291122", asks=True),
    "请29号之前再提醒一次没有报齐的单位": z("将提醒5人", "请在29号之前报齐", asks=True),
    "城建局的佐证材料交得够不够啊": z("县城建局的材料", never=("暂得",)),
    "不是城建局，是旅游局": z("县旅游局的哪一项", "原因：数据没出来", before=_RATE, asks=True),
}
_TO_LATER: Final[Mapping[str, Case]] = {
    "手机错了是13500002222": z("1 到6月29日", "13500002222", before=_LATER, asks=True),
    "1": z("提醒您换", "名册没有改动", before=_LATER),
    "2": z("将停用县城建局 王敏", before=_LATER, asks=True),
}
_URGING: Final[Mapping[str, Case]] = {
    "城建局第17项催一下": z("T17-H1 新开工", never=("3项",), asks=True),
    "没报齐的单位催一下 30号前": z("将提醒5人", "请在30号前报齐", never=("几点",), asks=True),
    "每周一早上9点催没报的，不要周末发": z("长期的提醒不能另排", never=("将提醒",)),
    "催城建局了吗": z("没有办", never=("【通知】",)),
    "没交佐证的列个单子": z("没交材料的", never=("没看懂",)),
}
_BY_TELEPHONE: Final[Mapping[str, Case]] = {
    "城建局王敏说覆盖率报错了，应该是95": z("代县城建局填报", "92%→95%", before=_REPORTED, asks=True),
    "王敏说覆盖率是95不是92": z("代县城建局填报", "92%→95%", before=_REPORTED, asks=True),
    "城建局王敏说覆盖率报错了": z("请王敏自己", never=("代县城建局",), before=_REPORTED, asks=True),
}
PUT_OTHERWISE: Final[Mapping[str, Case]] = {
    **_DRAFTS,
    **_PEOPLE,
    **_URGING,
    **_BY_TELEPHONE,
    **_TO_LATER,
    **_ON,
}
