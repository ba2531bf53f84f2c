"""同义: a text as a row of marks, one for each group of words that mean the same, one for each other sound."""

import re
from typing import Final

from handlers.reading.asides import bare
from handlers.reading.syllables import sound
from handlers.reading.widths import clean

UNIT: Final = "đ"
LEAF: Final = chr(0x142)
PERSON: Final = chr(0x14B)
"""What stands in a text for a unit, a leaf, a person: letters that nobody types."""
SLOTS: Final = {"{unit}": UNIT, "{leaf}": LEAF, "{person}": PERSON}
"""How a phrasing writes them."""
_DAY: Final = (
    "ð",
    re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*[日号]?|\d{1,2}[日号]|\d{1,2}[点时]|明天|今天|后天|昨天"),
)
_NUMBER: Final = ("þ", re.compile(r"\d[\d.]*\s*[%‰]?"))

_GROUPS: Final = (
    "没 没有 还没 还没有 尚未 未 无 不曾",
    "报 上报 填报 报送 报上来 交上来 提交 上交 填 交 录 录入 报数 交数",
    "做 弄 搞 干 办 整 处理 操作 办理",
    "分 得分 分数 成绩 分值 考分 比分",
    "单位 部门 局 镇 家 各家 各单位 哪家单位 街道",
    "材料 佐证 证明 附件 文件 资料 台账 原件 印证 东西 凭证 证据",
    "图 图片 照片 相片 截图",
    "催 催办 催报 督促 抓紧 赶紧 催促 快点 快些 加快 敲打 敦促 提个醒 盯",
    "提醒 叫我 喊我 闹钟 叫一下",
    "截止 到期 期限 时限 最晚 最迟 限期 最后一天 最后期限 截至",
    "延 晚交 迟交 缓交 晚报 后延 延期 宽限 推迟 延后 顺延 延长 缓 放宽 往后 拖几天 晚几天 晚两天 晚点 多给两天 推后",
    "好 不错 很好 挺好 真好",
    "为什么 为啥 凭什么 凭啥 怎么会 怎么来 怎么算 依据 缘由 理由 怎么才 咋才 咋算 咋来",
    "谁 哪个 哪家 哪些 哪几 哪位 哪几家 哪些人 哪一个 哪项",
    "多少 几 几个 多大",
    "审 审核 审批 核 批 把关",
    "过 通过 同意 批准 放行 没问题 没毛病 行了",
    "退 退回 打回 驳回 不合格 不通过 不过关 重报",
    "改 纠正 更正 修改 更改 调整 变更 动过 改动 调",
    "错 不准 不准确 记错 弄错 写错 填错 报错 岔 不对 错误 有误 搞错 传错 发错 放错 点错",
    "撤 撤销 撤回 收回 反悔 作废 取消 删 删掉 不要了 去掉 抹掉 后悔 撤掉",
    "看 查看 看看 瞅 瞅瞅 瞧 瞧瞧 查 打开 显示 翻翻 看一眼 看一下 过目 瞅一眼",
    "发 发送 推送 推 群发 发布 发给",
    "公布 公示 公开 张榜",
    "通知 公告 消息 信息",
    "设 设置 设定 定为",
    "换 顶 归我 归我管 我接 我来接 摊子 接替 接手 代替 顶替 替 替换 接班 接 交接",
    "人 人员 联络员 联系人 同志 同事 名单 名册 花名册",
    "走 调走 离职 退休 调岗 离开 不干 调动",
    "完 完成 齐 齐全 全 做完 弄完 报完 完事",
    "差 缺 欠 少 剩 漏 还差 还缺 还剩",
    "扣 丢 失 掉 扣分 丢分 失分",
    "名次 排名 排行 排位 第一 最高 靠前 领先 领跑 打头 前几 前三 最好 高低 冒尖",
    "落后 垫底 倒数 拖后腿 最差 最慢 掉队 最低 后几名 拖拉 混日子 磨蹭 磨洋工 吊车尾 差劲 不行",
    "怎么 怎样 如何 咋 怎么样 咋样 啥样 什么样 怎么办 咋办 怎么弄 咋弄",
    "什么 啥 哪样 哪几样",
    "事故 事件 出事 岔子 出了事 事情 曝光",
    "申诉 异议 不服 有意见 不认 不公 复核 意见 不公平",
    "导出 打包 下载 打个包 打成包 压缩包 导出来 打包给我 拉出来",
    "表 表格 excel 电子版 计分表 打分表 明细表 总表",
    "加分 加几分 奖励分 额外分",
    "要求 标准 条件 规定 口径",
    "等次 等级 档次 优秀 先进 评优 评级 a级 b级 c级 d级",
    "否决 一票否决 红线",
    "目标 目标值 任务数 目标数",
    "绑定 绑 绑上 登录 登上 登上来 进来 账号 加进来 没进群 上线",
    "码 绑定码 验证码",
    "比 对比 相比 跟之前 和之前 上次 上个月 上月 上周 前阵 之前",
    "进步 涨 变化 提高 退步 变了 变强 变好",
    "趋势 走势 曲线 折线",
    "总结 概括 简单说 简单 重点 要紧",
    "汇报 讲话 发言 开会 会上 念 讲稿",
    "锁 归档 封存 封账 锁定 锁上 定稿 存档",
    "开 打开一下 放开 解锁 重开 重新开放 解开",
    "放假 休息 假期 节假日 调休 节日 端午 国庆 春节 中秋 清明",
    "停 暂停 不要发 别发 别催 不发 别推 停掉 不要推 不用发",
    "恢复 接着 继续 重新 再次 照常",
    "回避 避嫌 自己单位 我们单位报的 审不合适 自己审自己",
    "请假 休假 出差 不在 有事",
    "补 补充 补交 再交 再补",
    "重 重复 同一份 充数 一图多用 两次",
    "说明 文字 标注 写字 配文字",
    "听懂 看懂 明白 听不懂 不会 答不上 答不了 答不出 没懂 不懂 听不明白",
    "叫法 说法 别名 简称",
    "矛盾 打架 疑点 歧义 不一致 说不清 漏洞 毛病",
    "如果 要是 假如 假设 试算 若是 万一 要是说",
    "全部 所有 一起 都 一块 统统 全都 大家 大伙 各位 全体",
    "我们 咱们 咱 我局 我单位 本单位 俺们 咱单位 我们局 我们单位 我们镇",
    "预测 预计 估计 最后 最终 年底 势头 照这样 到头来",
    "准备 迎检 迎考",
    "备份 存底 留底 存一份 副本 存个底 留个底",
    "自评 自己打 自己评 自查",
    "电话 手机 联系方式 号码 联系",
    "功能 会什么 能干什么 能干啥 能干嘛 干嘛 会做什么 用法",
    "任务 活 工作 清单 差事 职责",
    "时候 时间 哪天 几号 何时 日期",
    "案例 典型案例",
    "新建 再开 新开 建个 再搞 起一个 开办 再建",
    "结束 收尾 收工 收官 关闭 关掉 关了 了结",
    "传 上传 发到 发往",
    "记 记上 登记 记一下 记一笔 记下",
    "下面 手底下 下边 底下 手下",
    "别家 别的局 别的单位 其他单位 其他局 人家 别人 兄弟单位 别的镇",
    "后果 下场 咋处理 问责 追责 挨批 处罚 会怎样",
    "大家伙 公开发 对外",
    "进度 进展 推进 情况 状况 现状 哪一步",
)
"""Each group is one mark; its words as they are written."""
_FIRST: Final = 0xF000
_GROUP_OF: Final = {
    word: chr(_FIRST + place) for place, group in enumerate(_GROUPS) for word in group.split()
}
_BY_SOUND: Final = {sound(word): mark for word, mark in _GROUP_OF.items() if len(word) > 1}
_SPOKEN: Final = re.compile("|".join(map(re.escape, sorted(_BY_SOUND, key=len, reverse=True))))
_SILENT: Final = frozenset("的了呢吧啊呀嘛哈吗么噢哦嗯请您你他它她就也又很太给把那这个下一样些儿地得着")
"""What says nothing of the meaning."""


def slotted(phrasing: str) -> str:
    """A phrasing as the text that named something there."""
    for written, slot in SLOTS.items():
        phrasing = phrasing.replace(written, slot)
    return phrasing


def marks(text: str) -> str:
    """The text as marks, one character each; units, leaves and persons are given as their slots."""
    text = clean(text)
    for mark, pattern in (_DAY, _NUMBER):
        text = pattern.sub(mark, text)
    words = bare(text)
    heard = sound(words)
    said, at = [], 0
    while at < len(words):
        found = _SPOKEN.match(heard, at)
        if found is not None:
            said.append(_BY_SOUND[found[0]])
            at = found.end()
            continue
        if words[at] not in _SILENT:
            said.append(_GROUP_OF.get(words[at], heard[at]))
        at += 1
    return "".join(said)


def is_telling(mark: str) -> bool:
    """Whether the mark stands for a group of words or a slot, not for a single sound."""
    return mark >= chr(_FIRST) or mark in SLOTS.values()
