"""What reviewers ask for, in their own words."""

from typing import Final

from handlers.access import Act
from handlers.suggesting.suggestion import Suggestion, Way, does, shown, tells

SAID_BY_REVIEWERS: Final[tuple[Suggestion, ...]] = (
    tells(
        Act.REVIEW,
        "待审",
        "有什么要我审的 等着我处理的 还有几件没审 今天的活 把要审的列出来 新报上来的 谁报了要审 打开清单",
        "待审 {unit}",
    ),
    tells(
        Act.REVIEW,
        "看 1",
        "打开{leaf} 看看{leaf} {leaf}给我看 头一件是什么 这件打开瞧瞧 翻到{leaf}",
        "看 {leaf}",
    ),
    tells(Act.REVIEW, "下一个", "接着来 再看后面的 继续往下 跳到后面一件 下面那个"),
    shown(
        Act.REVIEW,
        "只看旅游局",
        "先看{unit}的 {unit}报了什么 挑{unit}的给我 {unit}那几件",
        "只看{unit}",
        filled=Way.TELLS,
    ),
    does(
        Act.REVIEW,
        "全部通过",
        "都没毛病 一起过 剩下的都同意 没问题的放行 一次性批了 全部同意",
    ),
    does(
        Act.REVIEW,
        "通过",
        "这个没毛病 可以批了 这件行 同意这一件 没问题放行 前两个没问题",
    ),
    shown(
        Act.REVIEW,
        "1通过2退回没章",
        "前两个过第三个退 几件一起办 前面的通过后面的退 有的过有的不过 前两个没毛病",
    ),
    shown(
        Act.REVIEW,
        "退回 理由",
        "这份不合格 让他重报 打回去 不行要改 缺盖章 缺东西不能过 材料不对退了 数不对不给过",
    ),
    does(Act.REVIEW, "撤销", "点错了 手滑了 刚才审错收回来 不算重来 后悔了 过错了"),
    shown(
        Act.REVIEW,
        "城建局三项都过",
        "{unit}的全过 {unit}那几件一起通过 {unit}的都没问题 {unit}全部同意",
        "{unit}都过",
    ),
    shown(Act.REVIEW, "给4分", "打几分 这个评多少 怎么给分 少给一点 只能给一半 扣一点分"),
    shown(Act.REVIEW, "特批3分 原因", "破例给分 特殊情况给几分 例外照顾"),
    tells(Act.REVIEW, "我审了多少", "我干了几件 我办了多少 我的工作量 今天处理了几个 我的审核统计"),
    does(Act.REVIEW, "看图", "照片发给我看 图片在哪里 现场照片看看 图打开"),
    tells(Act.CHECK, "哪些图片没有说明", "图上没写字的 照片没标注的有吗 哪几张没配文字 图片缺说明"),
    does(Act.CHECK, "全部补说明", "没说明的图都让他们补 叫他们把图片说明补上"),
    tells(
        Act.CHECK, "有没有交重的", "一份材料用两次 同一份充数的 材料有没有重复 有没有拿别处的材料 一图多用"
    ),
    shown(Act.CHECK, "公安局交了几份", "{unit}有多少材料 {unit}交了几件", "{unit}交了几份", filled=Way.TELLS),
    shown(
        Act.CHECK,
        "公安局案例够不够3个",
        "{unit}的案例够吗 案例数量够没够",
        "{unit}案例够不够",
        filled=Way.TELLS,
    ),
    shown(Act.CHECK, "材料不全 5.1 缺台账", "认定材料不齐 记一下材料不全 定成材料齐全 材料是全的"),
    shown(
        Act.CHECK,
        "材料齐不齐 5.1",
        "这项的材料全吗 材料够不够 证明齐不齐",
        "材料齐不齐 {leaf}",
        filled=Way.TELLS,
    ),
    shown(
        Act.REQUEST,
        "让质监局补抽检台账",
        "叫他们再交点材料 要他们补东西 让{unit}补材料 请补充证明 还差一份让他交",
    ),
    does(
        Act.RECUSE,
        "我要回避",
        "我自己单位的不好审 这是我们局报的 我审不合适 跟我有关系 自己审自己",
    ),
    does(Act.RECUSE, "我要请假", "我休假谁替我 明天我不在 找人代我审 出差了审不了 我有事换个人审"),
    shown(
        Act.RECUSE,
        "城建局那个打开一下 他们要补",
        "审完的还能改吗 过了的能重开吗 已通过的要改 帮他们开一下 通过的项想再报",
    ),
    shown(Act.BONUS, "再加全国推广2分", "这个可以加分 想给他加几分 这项得奖了加分 提个加分"),
    shown(
        Act.STORY,
        "谁改过这个数",
        "这个数改过几次 数字动过没有 以前报的是多少 这项的来龙去脉 经过是怎样",
        "谁改过 {leaf}",
        filled=Way.TELLS,
    ),
)
