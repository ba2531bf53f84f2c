"""What leaders ask for, in their own words; the office may ask the same."""

from typing import Final

from handlers.access import Act
from handlers.suggesting.suggestion import Suggestion, Way, does, shown, tells

SAID_BY_LEADERS: Final[tuple[Suggestion, ...]] = (
    tells(
        Act.OVERVIEW,
        "现在多少分",
        "整体怎么样 全县到什么水平了 工作推进得如何 现在什么进展 总的情况讲一下 考核做到哪一步了 "
        "目前成绩 大盘怎么样",
    ),
    tells(
        Act.RANKING,
        "排名",
        "谁考得最好 各家高低列一下 从高到低排 前几名是谁 哪家领先 名次怎么样 前三名 谁干得好 横向比比",
    ),
    tells(
        Act.RANKING,
        "哪些单位拖后腿",
        "谁落在后面 哪家最不行 后几名是谁 谁掉队 落后的是哪些 哪个最慢 差的单位点名",
    ),
    tells(
        Act.MISSING,
        "没报",
        "谁还没动 哪几家没交 谁拖着不报 有多少单位没完成 报齐的有几家 都交上来没有 哪些还空着 人都报齐了没",
        "没报 {unit}",
    ),
    tells(
        Act.MISSING, "报了多少了", "报上来几家 完成了百分之多少 报送进度怎么样 几个单位报齐了 统计一下上报"
    ),
    tells(
        Act.LOSSES,
        "丢分",
        "分丢在哪里 哪块扣得多 失分最多的是什么 哪里没拿满 薄弱环节 短板在哪 离满分差在哪里 扣了哪些",
    ),
    tells(
        Act.FORECAST,
        "年底能到90吗",
        "最后能得多少 能拿满分吗 照这样下去多少分 预计最终成绩 年底大概几分 能不能上八十 估计能到多少",
    ),
    tells(
        Act.FORECAST,
        "能评上a级不",
        "能不能评先进 等次保得住吗 今年能评优吗 能得什么等级 优秀有没有希望 能进第一档吗",
    ),
    tells(
        Act.TREND,
        "和上次比",
        "比前一阵强了吗 有没有进步 这周涨了没有 跟之前比怎么样 变化大不大 进步多少 退步了吗",
    ),
    tells(Act.TREND, "趋势", "画个图看看 走势怎么样 分数曲线 出个折线图 一路怎么变的"),
    tells(
        Act.BRIEF,
        "三句话",
        "简单说说 挑要紧的讲 一两句讲清楚 别啰嗦说重点 总结一下 大概说下",
    ),
    tells(
        Act.BRIEF,
        "一页纸",
        "开会要用的材料 给我个讲话稿 汇报提纲 明天会上要讲 会上念的 整理份汇报 向上面汇报怎么说 发言用的",
    ),
    tells(Act.BRIEF, "通报稿", "帮我写通报 起草一份通报 发个通报批评 点名通报的稿子 战报"),
    tells(
        Act.OVERVIEW,
        "省里考核准备得咋样了",
        "迎检做得如何 上面来查准备好了吗 迎接考核还差啥 上级考核有没有把握",
    ),
    tells(Act.RANKING, "各镇完成情况", "各个镇怎么样 每个区什么情况 按区列一张表 各县进度对比 矩阵"),
    shown(
        Act.UNIT,
        "城建局的情况",
        "{unit}干得怎么样 {unit}行不行 {unit}最近咋样 看一下{unit} {unit}多少分 说说{unit} {unit}欠几项 "
        "别家多少分 其他单位什么样 看看别的局",
        "{unit}的情况",
        filled=Way.TELLS,
    ),
    tells(
        Act.PEOPLE,
        "联系人",
        "谁负责联络 联系人电话给我 名单拉出来 人员名册 哪个同志在对接 找谁问 他们的手机号 "
        "{unit}联系谁 {unit}谁在管",
        "{unit}联络员是谁",
    ),
    does(
        Act.FILES,
        "把材料发我看看",
        "他们交的东西给我看 把证明拿来 看一下报的材料 原件发过来 {unit}报的东西拿我看看 {unit}的材料给我",
        "{unit}材料发我看看",
    ),
    shown(
        Act.RELAY,
        "跟王局长说一声 明天必须交",
        "帮我带个话 转告一下他们 跟{unit}讲一声 告诉{unit}的人 捎句话",
    ),
    does(
        Act.URGE,
        "催办",
        "让他们快点 给他们提个醒 督促一下没报的 敲打敲打 催促各单位 给各家紧紧弦 抓紧报 {unit}抓紧点 "
        "让{unit}快些 盯一下{unit} 催{unit}",
        "催 {unit}",
    ),
    does(Act.URGE, "只催没交材料的", "材料没交的催一下 只提醒缺材料的 数报了没材料的催"),
    does(Act.SUBSCRIBE, "先别发了", "这阵子不要推 别给我发消息了 停掉推送 不想收 太多了别发 最近不用给我"),
    does(Act.SUBSCRIBE, "恢复推送", "可以接着推了 重新给我发 再推给我吧 打开推送 还是发吧"),
    shown(Act.SUBSCRIBE, "每周一早上发我", "定时给我推一份 每周给我发一次 每天报一次 固定时间推送 按周发我"),
    tells(Act.SUBSCRIBE, "推送设置", "你什么时候给我发 推送是怎么设的 我订了什么"),
    shown(
        Act.TRY,
        "要是旅游局那个事故算上 扣多少",
        "如果出事故要扣几分 假如少一项会掉多少 出一起事件影响多大 试算一下扣分 真出事会降多少",
    ),
    tells(
        Act.COMPARE,
        "对照",
        "自己打的和审出来的差多少 自评跟核定差在哪 有没有虚报 他们自己评几分我们评几分 两个分对一下",
    ),
    shown(
        Act.HISTORY,
        "谁把城建局的分改了",
        "数是谁改的 谁动过数据 分怎么变了 有没有人动手脚 查一下改动 {unit}最近改了什么",
        "{unit}改动记录",
        filled=Way.TELLS,
    ),
    tells(
        Act.MATTERS,
        "待办事项",
        "有什么等着办的 有没有人提意见 谁提了申请 要我定的事 最近有没有出事 有哪些登记的事件 今天有什么事",
    ),
    tells(Act.MATTERS, "有几个申诉", "有没有人不服 谁提了异议 有人申诉吗 有单位有意见吗"),
)
