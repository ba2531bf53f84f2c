"""做文件: an order of the outbox becomes a file when it is sent, or words where it is too large or cannot be had."""

import asyncio
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any, Final

import structlog

from bot.channels.attachments import Attachment
from bot.clock import Clock
from bot.documents.made import Made
from handlers.campaign.library import Library
from handlers.exports.catalogue import Catalogue
from handlers.exports.orders import NAMES, Content, Order, OrderError, filled
from handlers.links import LinkMaker, written
from store.database import Store
from store.files import DamagedFileError, EvidenceFiles
from store.records import Evidence

LARGEST_FILE: Final = 20 * 1024 * 1024
LARGEST_IMAGES: Final = {"wecom": 10 * 1024 * 1024, "aibot": 2 * 1024 * 1024}
"""By channel; elsewhere a picture goes as a file."""
TAKE_FILES: Final = ("wecom", "aibot")
"""The channels that take files; elsewhere there are links."""
SHOWN: Final = ("image/jpeg", "image/png")
"""The pictures that the platform takes."""
KIND: Final = "files"
"""The kind of the links that `bot.downloads` opens."""
TO_BEGIN: Final = timedelta(minutes=15)
_MAKER: Final = ThreadPoolExecutor(1, "papers")
"""One paper at a time: each thread would keep the memory that a long one has taken."""
_log = structlog.get_logger()


async def made(what: str, content: Content, files: EvidenceFiles) -> Made:
    """The file of what an order was filled with. Raises OSError where the store of files fails."""
    return await asyncio.get_running_loop().run_in_executor(_MAKER, _make, what, content, files)


def _make(what: str, content: Content, files: EvidenceFiles) -> Made:
    from bot.documents.making import make  # noqa: PLC0415 -- what writes papers and books takes 12 MB

    return make(what, content, files)


class Renderer:
    """Fills the orders of the outbox; `links` is None where the bot has no public address."""

    def __init__(
        self, store: Store, files: EvidenceFiles, library: Library, clock: Clock, links: LinkMaker | None
    ) -> None:
        self._store = store
        self._files = files
        self._library = library
        self._clock = clock
        self._links = links

    async def __call__(self, document: Mapping[str, Any], channel: str) -> Attachment | str:
        """The file as an attachment, else what to say instead; it never fails without a word to who asked."""
        try:
            order = Order.read(document)
            now = self._clock.now()
            content = await self._store.read(lambda uow: filled(uow, order, self._library, now))
            return await self._rendered(order, content, channel)
        except OrderError as error:
            return str(error)
        except (FileNotFoundError, DamagedFileError):
            return "服务器上的文件不见了或已损坏，没有发成，请联系信息人员。"
        except Exception:  # noqa: BLE001 -- whatever it is, who asked has to hear that nothing comes
            _log.exception("document_not_made", what=document.get("what"))
            return "文件没有做成，请过一会儿再试；还不行请联系信息人员。"

    async def _rendered(self, order: Order, content: Content, channel: str) -> Attachment | str:
        file = await made(order.what, content, self._files)
        is_shown = (
            isinstance(content, Evidence)
            and file.mime in SHOWN
            and file.size <= LARGEST_IMAGES.get(channel, 0)
        )
        if file.size > LARGEST_FILE or channel not in TAKE_FILES:
            return self._by_link(order, file, content, channel)
        whole = await asyncio.to_thread(lambda: b"".join(file.parts()))
        return Attachment("image" if is_shown else "file", file.name, whole, file.mime)

    def _by_link(self, order: Order, file: Made, content: Content, channel: str) -> str:
        size = f"{file.size / 1024 / 1024:.1f}MB"
        why = "超过20MB，" if file.size > LARGEST_FILE else "这里发不了文件，"
        if self._links is None:
            return f"{file.name}（{size}）{why}没有发成；请信息人员在服务器上用 kaohe export 导出。"
        url = self._links(KIND, order.contact_id, target_of(order), self._clock.now() + TO_BEGIN)
        missing = sum(bool(item.missing) for item in content.items) if isinstance(content, Catalogue) else 0
        lacking = f"，缺失{missing}件见清单" if missing else ""
        pressed = written(url, f"下载{NAMES[order.what]}", channel)
        return f"{file.name}（{size}{lacking}）{why}请在15分钟内用链接下载，只限本人：\n{pressed}"


def target_of(order: Order) -> str:
    """How a link names the order; the person is the link's own."""
    return json.dumps([order.what, order.unit, order.subject, order.evidence_id], ensure_ascii=False)


def order_of(target: str, contact_id: int) -> Order:
    """The order that a link names; raises OrderError where a version of ours before this one has made it."""
    try:
        what, unit, subject, evidence_id = json.loads(target)
    except (TypeError, ValueError):
        raise OrderError("链接不对或不完整。") from None
    asked = {"what": what, "unit": unit, "subject": subject, "evidence_id": evidence_id}
    return Order.read({**asked, "contact_id": contact_id})
