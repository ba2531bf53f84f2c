"""What people and their browsers do with the upload page."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiohttp import ClientSession, CookieJar, web
from yarl import URL

from bot.clock import MovableClock
from bot.sandbox.platform import Platform
from store.records import Evidence, OutboxRow, Role
from tests.scene import Scene

NOW = "2022-01-12 10:00"
OWN = {"X-Kaohe": "upload"}
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"


def pdf(size: int, mark: str = "") -> bytes:
    """A PDF of exactly that many bytes."""
    return (PDF + mark.encode()).ljust(size, b"\n")


@dataclass(frozen=True)
class Answer:
    """What a call was answered."""

    status: int
    said: dict[str, Any]

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 -- whatever the JSON holds
        return self.said[name]


class Browser:
    """One browser with its cookies."""

    def __init__(self, address: str, agent: str = "Mozilla/5.0") -> None:
        self.http = ClientSession(
            address, cookie_jar=CookieJar(unsafe=True), headers={"User-Agent": agent, **OWN}
        )

    async def read(self, url: str, method: str = "GET") -> tuple[int, str]:
        """The page at the end of all redirections."""
        async with self.http.request(method, URL(url)) as answer:
            text = await answer.text()
        if found := re.search('data-seal="([0-9a-f]+)"', text):
            self.http.headers["X-Kaohe"] = found[1]
        return answer.status, text

    async def open(self, url: str) -> tuple[int, str]:
        """Open a link as a browser with scripts does: look, and press the button of the first page."""
        status, text = await self.read(url)
        return await self.read(url, "POST") if 'id="open"' in text else (status, text)

    async def call(self, method: str, path: str, data: bytes | None = None, **asked: object) -> Answer:
        """A call of the page's script."""
        body = {"data": data} if data is not None else {"json": asked} if asked else {}
        async with self.http.request(method, f"/upload/{path}", **body) as answer:
            return Answer(answer.status, await answer.json())

    async def begin(self, name: str, size: int, modified: int = 17) -> Answer:
        return await self.call("POST", "files", name=name, size=size, modified=str(modified))

    async def put(self, upload: int, offset: int, data: bytes) -> Answer:
        return await self.call("PUT", f"files/{upload}?offset={offset}", data)

    async def finish(self, upload: int, data: bytes, place: str = "", caption: str = "") -> Answer:
        sha256 = hashlib.sha256(data).hexdigest()
        return await self.call("POST", f"files/{upload}/finish", sha256=sha256, place=place, caption=caption)

    async def bring(self, name: str, data: bytes, place: str = "", caption: str = "") -> Answer:
        """Upload a whole file."""
        begun = await self.begin(name, len(data), modified=len(name))
        if begun.status != 200:
            return begun
        for offset in range(0, len(data), 1 << 20):
            answer = await self.put(begun["id"], offset, data[offset : offset + (1 << 20)])
            assert answer.status == 200, answer
        return await self.finish(begun["id"], data, place, caption)

    async def places(self) -> list[str]:
        return [place["value"] for place in (await self.call("GET", "state"))["places"]]


@dataclass
class Desk:
    """The running bot and the people of one campaign."""

    app: web.Application
    scene: Scene
    platform: Platform
    clock: MovableClock
    data: Path
    address: str
    _browsers: list[Browser] = field(default_factory=list)

    async def enrol(self, account: str, unit: str, role: Role = "contact", name: str = "") -> int:
        self.platform.corp.add_member(account, name)
        return await self.scene.person(account, unit, role, name=name)

    def browser(self, agent: str = "Mozilla/5.0") -> Browser:
        self._browsers.append(Browser(self.address, agent))
        return self._browsers[-1]

    async def say(self, account: str, text: str) -> str:
        return (await self.platform.say(account, text)).reply["Content"]

    async def link(self, account: str = "song") -> str:
        """The link that the bot gives for 上传."""
        said = await self.say(account, "上传")
        found = re.search(r'<a href="([^"]+)">', said)
        assert found is not None, said
        return found[1]

    async def entered(self, account: str = "song") -> Browser:
        """A browser on that person's page."""
        browser = self.browser()
        status, text = await browser.open(await self.link(account))
        assert (status, "选择文件" in text) == (200, True), text
        return browser

    async def evidence(self) -> tuple[Evidence, ...]:
        return await self.scene.store.read(lambda uow: uow.evidence.list(self.scene.campaign.id))

    async def pushes(self, account: str = "song") -> list[str]:
        """What the person is told by the bot itself, but for the reminders, which come when they come."""
        rows = [row for row in await self._outbox() if not row.key.startswith("remind")]
        return [row.text for row in rows if row.recipient == account]

    def parts(self) -> list[str]:
        """The names of the files with unfinished bytes."""
        return sorted(path.name for path in (self.data / "uploads").glob("*"))

    def kept(self) -> set[str]:
        """The SHA-256 of everything that is stored, but for thumbnails."""
        found = (self.data / "evidence").rglob("*")
        files = (path for path in found if path.is_file() and re.fullmatch("[0-9a-f]{64}", path.name))
        return {hashlib.sha256(path.read_bytes()).hexdigest() for path in files}

    async def close(self) -> None:
        for browser in self._browsers:
            await browser.http.close()

    async def _outbox(self) -> tuple[OutboxRow, ...]:
        return await self.scene.store.read(lambda uow: uow.outbox.list())
