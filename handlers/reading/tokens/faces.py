"""表情: the little pictures that only greet, thank or please; one that doubts, denies or counts is a word of its own."""

from typing import Final

_NAMES: Final = (
    "微笑|撇嘴|色|发呆|得意|流泪|害羞|闭嘴|睡|大哭|尴尬|发怒|调皮|呲牙|惊讶|难过|囧|抓狂|偷笑|愉快|白眼|傲慢|困|惊恐|流汗|憨笑|悠闲|奋斗"
    "|敲打|再见|擦汗|抠鼻|鼓掌|坏笑|哈欠|委屈|快哭了|阴险|亲亲|可怜|笑脸|生病|脸红|破涕为笑|恐惧|失望|无语|嘿哈|捂脸|奸笑|机智|皱眉|耶"
    "|吃瓜|加油|汗|天啊|社会社会|旺柴|好的|哇|叹气|苦涩|嘴唇|爱心|心碎|拥抱|强|握手|胜利|抱拳|勾引|拳头|合十|啤酒|咖啡|蛋糕|玫瑰|凋谢|月亮"
    "|太阳|庆祝|礼物|红包|發|福|烟花|爆竹|跳跳|转圈|赞|鲜花|花|哈哈|嘻嘻|呵呵|大笑|可爱|开心|比心|鞠躬|谢谢|感谢|辛苦|收到"
)
"""What a telephone writes for its own pictures; any other word in brackets is a remark: [暂定], [疑问]."""
_TELLING: Final = "❌❎✕✖✗✘❓❔❗⚠⛔➕➖➗🚫🛑👎🤔🤷🙅🤨🧐🤥💯🔟\u2776-\u2793"
FACE: Final = rf"\[(?:{_NAMES})\]|(?![{_TELLING}])[\U0001f300-\U0001faff\u2600-\u27bf\ufe0f]"
CROSSES: Final = "×✗✘❌"
TICKS: Final = "√✓✔✅"
"""What is put behind a figure that is wrong, or right."""
