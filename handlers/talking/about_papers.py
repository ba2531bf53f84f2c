"""材料和报送件: what is said of evidence and papers beside a report: handed in elsewhere, shared, wanted, closed."""

import re
from typing import Final

from handlers.context import Context
from handlers.papers.forms import form_said
from handlers.papers.handing import hand_in, hand_in_words, noted, which_day
from handlers.papers.naming import as_printed
from handlers.papers.when import handed_on
from handlers.talking.said import Asked, Said
from handlers.talking.topic import due_text
from handlers.wording import local

_WHICH_DAY: Final = "早就交了的请说哪天，如“名单1月7日就交了”。"


def elsewhere(asked: Asked) -> Said:
    """Of a paper it is registered at one tap; an item has to be reported here all the same."""
    topic, context = asked.topic, asked.context
    if topic.papers:
        handed = context.arranged.handed_in
        done = [paper for paper in topic.papers if (paper.id, paper.unit) in handed]
        if _OF_OTHERS.search(asked.words):
            own = "已经登记交了" if len(done) == len(topic.papers) else "还没有登记已交"
            return Said(f"{asked.head}别的单位交没交，只有领导、质强办能看。您单位的{topic.named}{own}。")
        if len(done) == len(topic.papers):
            return Said(f"{asked.head}{topic.named}已经登记交了，不再提醒。")
        left = {paper.name: paper for paper in topic.papers if paper not in done}
        said = handed_on(asked.words, local(context.now).date())
        when = said.told if said is not None else ""
        how = {name: f"（{noted(paper, said, context)}）" for name, paper in left.items()}
        form = form_said(asked.words, next(iter(left.values()))) if len(left) == 1 else ""
        how |= {f"{name}{form}": note for name, note in how.items()}
        if said is None and (which := which_day(next(iter(left.values())), asked.line, context)):
            return Said(f"{asked.head}{which}")
        named = dict.fromkeys(("、".join(left) + form, *left))
        ask = "" if said or not any("逾期" in one for one in how.values()) else _WHICH_DAY
        return Said(
            f"{asked.head}{topic.named}还没有登记已交。登记吗？{'两样都登记了才' if form else '登记后'}不再提醒。{ask}",
            tuple((f"{name}已交{how.get(name, '')}", f"{name}{when}已交") for name in named),
        )
    if not topic.lines:
        return Said(
            f"{asked.head}送到别处的我这里看不到，没有登记；您单位在我这里的材料有{_kept(context)}件（回“我的材料”看）。"
            f"每一项还要在这里报一下：直接发“序号 情况”，材料拍照或把文件发给我就行。{due_text(topic, context)}"
        )
    line = topic.lines[0]
    known = "已报" if line.known else "未报"
    return Said(
        f"{asked.head}送到别处的我这里看不到，{topic.named}现在是{known}。还要在这里报一下：直接发“{line.how_to_report}”，"
        f"材料拍照或把文件发给我就行；纸质的要不要以质强办说的为准。{due_text(topic, context)}"
    )


_OF_OTHERS: Final = re.compile(
    "谁|哪[些几]?个?(?:单位|家|局|部门|镇|区|县)|(?:别的?|其他|其它)(?:单位|家|局|人)"
)
"""自评报告哪些单位交了 hands in none."""


def _kept(context: Context) -> int:
    rows = context.uow.evidence.list(context.speaker.campaign.id, unit=context.seat.unit)
    return sum(row.state in ("stored", "pending") for row in rows)


def paper(asked: Asked) -> Said:
    """Handed in at once where its name stands there in full beside a clear word, else at one tap."""
    plain = hand_in_words(asked.words)
    if asked.beside and plain and all(paper.name in as_printed(asked.words) for paper in asked.topic.papers):
        told = hand_in(asked.words, asked.context)
        if told is not None:
            return Said(told.text)
    return elsewhere(asked)


def shared(asked: Asked) -> Said:
    """One piece may be filed to several items."""
    return Said(
        f"{asked.head}能不能共用、要不要分开写，原文未规定，够不够由审核员定。在我这里发一次就行：文件或链接直接发，"
        "问归到哪一项时回几个序号（如“7 8 9”），就同时归到这几项。"
    )


def replaced(asked: Asked) -> Said:
    """A newer piece is sent; the older one is taken back by its number."""
    return Said(
        f"{asked.head}新的直接发过来就行。旧的不想留，回“我的材料”看编号，再回“撤回材料 编号”；不撤就两份都留着。"
    )


def closed(asked: Asked) -> Said:
    """What must not be sent here goes another way."""
    return Said(
        f"{asked.head}标了密级的、不能外传的，一律不要发到这里，标题和文号也不要发：请联系本单位保密员，按保密规定报送；"
        "怎么交请当面问质强办。没有密级、只是不便拍照的，可以先只报情况。"
    )


def wanted(asked: Asked) -> Said:
    """No document is sent from here; what it says can be read, and the office asked for it."""
    told = "我这里不存、不转发别处的文件。细则条文发“详情 序号”或“原文 关键词”看；文件本身要向质强办要。"
    return Said(f"{asked.head}{told}", (("把您这句话转给质强办", f"转质强办 {asked.line}"),))


def spoken(asked: Asked) -> Said:
    """Whether what was only said counts is not printed; what shows it may be sent."""
    told = (
        "口头布置、没有专门文件的算不算，原文未规定，由审核员定；没有记录任何数据。会议记录、通知截图、现场照片也可以发来作材料。"
        f"情况照实报：直接发“{asked.topic.how}”。{due_text(asked.topic, asked.context)}"
    )
    return Said(f"{asked.head}{told}", (("把您这句话转给质强办", f"转质强办 {asked.line}"),))
