"""What the office asks for, in its own words."""

from typing import Final

from handlers.access import Act
from handlers.suggesting.suggestion import Suggestion, does, shown, tells

SAID_BY_OFFICE: Final[tuple[Suggestion, ...]] = (
    tells(
        Act.BOUND,
        "绑定情况",
        "谁还没进来 有多少人没绑上 人都加进来没 哪些人没登录 账号对上没有 {person}绑了没有 {person}进来没",
    ),
    shown(
        Act.ROSTER,
        "绑定码 张三",
        "再发个码 验证码给他 {person}的码丢了 码过期了重新来一个 给{person}发码",
        "绑定码 {person}",
    ),
    shown(
        Act.ROSTER,
        "新增联络员 县财政局 赵六",
        "多加一个人 名单里少了个人 添个新同事 {unit}要加人 录入一个联络员",
    ),
    shown(
        Act.ROSTER,
        "李四调走了换王五",
        "人员变动 {unit}换联络员了 原来的人走了来了新的 联络员换成别人 {person}不干了换人 某某退休了接班的是",
    ),
    shown(
        Act.ROSTER,
        "把张三设为审核员",
        "改一个人的角色 让他来审 给{person}审核权限 当审核员 权限调一下",
        "把{person}设为审核员",
    ),
    shown(
        Act.ROSTER, "停用 李四", "这个人不用了 把{person}去掉 名单里删一个 {person}离开了", "停用 {person}"
    ),
    shown(Act.ROSTER, "把离职的李四信息删了", "个人信息清除 隐私删掉 {person}的资料抹掉 把手机号删了"),
    shown(
        Act.DEADLINE,
        "城建局② 延到7月3日 原因材料在审",
        "给{unit}放宽几天 {unit}要晚几天 {unit}赶不及 单独给{unit}延 某一项晚点交",
    ),
    shown(
        Act.DEADLINE,
        "半年节点改到7月3日 原因省局延期",
        "截止往后挪 整体延后 期限改一下 延几天 时间推后 大家都晚两天 把日期改了 截止定在哪天",
    ),
    tells(Act.DEADLINE, "时限安排", "现在截止是怎么定的 延过哪些 谁延期了 看看各个时间节点"),
    tells(Act.CALENDAR, "办公时间", "几点上班 几点发提醒 上下班时间怎么改 早上几点开始发 晚上会不会发"),
    shown(
        Act.CALENDAR,
        "7月6日别发",
        "那天放假不要发 明天先别催 那几天停一下 周末也上班 调休怎么记 加一天工作日 明天不发提醒 过节期间停",
    ),
    tells(Act.CALENDAR, "看日历", "假期怎么安排 哪天放假 节假日表 端午放几天 什么时候休息"),
    shown(
        Act.TARGET,
        "制造业目标95",
        "目标怎么填 给指标定目标 目标值调一下 设个任务数",
    ),
    tells(Act.TARGET, "目标清单", "目标都设了没有 看下目标值 哪些指标没目标 目标数齐不齐"),
    does(Act.TARGET, "用平均值", "目标按平均数来 平均数怎么用 拿均值当目标"),
    shown(Act.TARGET, "取消目标 1.1", "目标不要了 撤掉目标 目标设错了", "取消目标 {leaf}"),
    shown(
        Act.VETO,
        "登记否决 华容区某事件，据省局通报",
        "有个否决的事要记 {unit}出了质量事故记上 出大事了登记 认定是否决 记一笔事件",
    ),
    does(Act.LOCK, "半年节点归档", "分数锁上 不让改了 数据封存 定稿 不能再动 上半年的存档"),
    shown(Act.LOCK, "解除归档 半年节点 补材料", "锁了还能开吗 归档了要改 解开封存 重新开放填报"),
    does(Act.LOCK, "结束考核", "今年完事了关掉 考核收尾 全部结束 关了这个任务"),
    does(Act.PUBLISH, "发布结果", "成绩公开 结果发给大家 什么时候公布 公示一下分数 出结果 把最终得分发下去"),
    does(Act.PUBLISH, "开启群通报", "群里每天发一下 在群里晒进度 往群里发通报"),
    does(Act.PUBLISH, "关闭群通报", "群里别发了 不要在群里通报 群里停掉"),
    tells(Act.PUBLISH, "群通报样子", "群里会发成什么样 群里发个战报 预览群消息"),
    shown(
        Act.BROADCAST,
        "通知全体：明天下午3点开会",
        "给所有人发条消息 发个公告 大伙都说一声 让全体知道 发给大家一句话 群里说一下开会",
    ),
    tells(Act.PLAN, "提醒计划", "接下来会提醒谁 什么时候发提醒 下一次催是哪天 安排了哪些提醒 今天还会发什么"),
    shown(Act.PLAN, "当天下午3点再催一次", "多加一次提醒 截止那天再催一回 再定个提醒 加个催报的时间"),
    shown(Act.PLAN, "取消15:00的提醒", "那次提醒不要了 去掉加的提醒 别在那个点催"),
    tells(
        Act.PLAN,
        "催办记录",
        "催过谁 催了几遍 提醒发过没有 {unit}催过没有 {unit}收到提醒了吗",
        "催办记录 {unit}",
    ),
    tells(Act.RESEND, "没发出去的", "谁收不到 发失败的有哪些 消息送到了吗 有没有没送达 哪条没发成"),
    shown(Act.RESEND, "重发 1", "那条再发一遍 没成功重新来一次 失败的再发"),
    tells(Act.MISSING, "报了多少了", "今天报了几项 报送率 一共收了多少 完成比例"),
    shown(
        Act.ENTER,
        "城建局 覆盖率 98%",
        "我替他们报 帮{unit}填一个数 {unit}的数我来录 代他们填 替{unit}改数 把{unit}的数改了",
    ),
    tells(Act.LEARN, "没看懂的", "你听不明白的有哪些 大家问了你不会的 哪些话没懂 机器人答不上来的"),
    shown(Act.TEACH, "“体系认证”=27.1", "教你一个叫法 换个说法你要认得 以后这么叫 记个简称 加一个别名"),
    tells(Act.TEACH, "别名", "你记住了哪些叫法 教过你什么"),
    shown(Act.TEACH, "删除别名 体系认证", "教错了忘掉 这个叫法不对 去掉简称"),
    tells(
        Act.DOUBTS, "疑点", "细则哪里有问题 条文有没有矛盾 文件里前后不一致 打架的地方 哪里说不清 有歧义的"
    ),
    does(Act.DOUBTS, "发布细则", "细则可以用了 细则定了发出去 启用细则"),
    shown(
        Act.OPEN_CAMPAIGN,
        "新建考核 铁岭县2015年度质量工作",
        "再搞一个考核 明年的考核怎么开 开一轮新的 建个新任务 起一个考核",
    ),
    tells(Act.ADMINISTER, "备份", "数据存一份 怕丢了留个底 保存副本"),
    tells(Act.ADMINISTER, "测试模式", "先试跑一下 演示给我看 走一遍流程 练练手"),
    tells(Act.ADMINISTER, "安排记录", "我们办公室都安排过什么 之前设过哪些 我改过哪些设置"),
    shown(
        Act.SETTLE,
        "办结 3 核实后维持原分",
        "这个事处理完了 把事情了结 申诉办好了怎么销 批准那个申请 那件事结了",
    ),
    shown(Act.MATTERS, "事项 3", "看看那件事情 那个申诉的内容 事情细节"),
    shown(
        Act.UNLOCK,
        "解锁 19.2 补盖章页",
        "把通过的打开让他改 {unit}要补数据放开 审过的放开一下 开放修改",
    ),
)
