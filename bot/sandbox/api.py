"""The stand-in platform's HTTP API: the paths under /cgi-bin/ that the bot calls."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from aiohttp import BodyPartReader, web
from yarl import URL

from bot.sandbox.corp import Corp
from bot.sandbox.faults import Handler, suffer
from bot.sandbox.media import StoredMedia
from bot.sandbox.refusal import RefusedError

CORP = web.AppKey("corp", Corp)
MEMBER = "member"
"""The cookie by which the stand-in knows whose browser it is; the real platform knows from its own program."""
_PREFIX = "/cgi-bin/"
_LONGEST_STATE = 128
_RANGE_NEEDED_BYTES = 20 * 1024 * 1024

Call = Callable[[web.Request, Corp], Awaitable[Mapping[str, object]]]
routes = web.RouteTableDef()


@web.middleware
async def use_faults(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Note every API call, and let what a test has ordered happen to it."""
    if not request.path.startswith(_PREFIX):
        return await handler(request)
    path = request.path.removeprefix(_PREFIX)
    corp = request.config_dict[CORP]
    corp.calls.append((path, dict(request.query)))
    fault = corp.faults.take(path)
    return await handler(request) if fault is None else await suffer(fault, request, handler)


def answering(call: Call) -> Handler:
    """Turn a call into a handler: check the token, answer JSON, a refusal too with HTTP 200."""

    async def handle(request: web.Request) -> web.StreamResponse:
        corp = request.config_dict[CORP]
        try:
            corp.tokens.check(request.query.get("access_token", ""))
            answer = await call(request, corp)
        except RefusedError as refusal:
            return _refused(refusal)
        return web.json_response({"errcode": 0, "errmsg": "ok", **answer})

    return handle


@routes.get("/cgi-bin/gettoken")
async def gettoken(request: web.Request) -> web.Response:
    """Give the app's token."""
    corp = request.config_dict[CORP]
    if request.query.get("corpid") != corp.app.corp_id:
        return _refused(RefusedError(40013, "invalid corpid"))
    if request.query.get("corpsecret") != corp.app.secret:
        return _refused(RefusedError(40001, "invalid credential"))
    token, seconds = corp.tokens.issue()
    return web.json_response({"errcode": 0, "errmsg": "ok", "access_token": token, "expires_in": seconds})


@routes.post("/cgi-bin/message/send")
@answering
async def send(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Push a message to members."""
    return corp.send(await _json(request))


@routes.post("/cgi-bin/message/update_template_card")
@answering
async def update_template_card(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Change a card that was sent before."""
    return corp.update_card(await _json(request))


@routes.post("/cgi-bin/message/recall")
@answering
async def recall(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Take a pushed message back."""
    return corp.recall(str((await _json(request)).get("msgid", "")))


@routes.post("/cgi-bin/media/upload")
@answering
async def upload(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Keep a file of the app; the form's field is called media and carries a file name."""
    if not request.content_type.startswith("multipart/"):
        raise RefusedError(41005, "media data missing")
    async for part in await request.multipart():
        if isinstance(part, BodyPartReader) and part.name == "media" and part.filename:
            kind = request.query.get("type", "")
            content_type = part.headers.get("Content-Type", "application/octet-stream")
            media_id = corp.media.upload(kind, part.filename, bytes(await part.read()), content_type)
            created = str(int(corp.media.get(media_id).uploaded))
            return {"type": kind, "media_id": media_id, "created_at": created}
    raise RefusedError(41005, "media data missing")


@routes.get("/cgi-bin/media/get")
async def media(request: web.Request) -> web.Response:
    """Give a file's bytes; what is wrong comes as JSON with HTTP 200."""
    try:
        stored = _medium(request)
    except RefusedError as refusal:
        return _refused(refusal)
    wanted = request.http_range
    return web.Response(
        status=206 if "Range" in request.headers else 200,
        body=stored.data[wanted.start : wanted.stop],
        content_type=stored.content_type,
        headers={"Content-Disposition": f"attachment; filename*=utf-8''{quote(stored.name)}"},
    )


@routes.get("/cgi-bin/user/get")
@answering
async def user(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Tell what a new self-built app may know of a member: no telephone, no address."""
    member = corp.members.get(request.query.get("userid", "").lower())
    if member is None or not member.visible:
        raise RefusedError(60111, "userid not found")
    return {"userid": member.userid, "name": member.name, "department": [1], "status": 1}


@routes.post("/cgi-bin/batch/openuserid_to_userid")
@answering
async def openuserid_to_userid(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Tell the accounts behind their encrypted forms; what is none comes back as invalid."""
    wanted = (await _json(request)).get("open_userid_list") or []
    known = [
        {"open_userid": one, "userid": corp.open_userids[one]} for one in wanted if one in corp.open_userids
    ]
    return {
        "userid_list": known,
        "invalid_open_userid_list": [one for one in wanted if one not in corp.open_userids],
    }


@routes.get("/cgi-bin/auth/getuserinfo")
@answering
async def getuserinfo(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Tell whose browser was given the code."""
    return corp.oauth.redeem(request.query.get("code", ""))


@routes.get("/connect/oauth2/authorize")
async def authorize(request: web.Request) -> web.Response:
    """Send a member's browser back to the app's page with a code, without asking (snsapi_base)."""
    corp, asked = request.config_dict[CORP], request.query
    wanted = {"appid": corp.app.corp_id, "agentid": str(corp.app.agent_id), "scope": "snsapi_base"}
    wanted["response_type"] = "code"
    if (
        any(asked.get(name) != value for name, value in wanted.items())
        or len(asked["state"]) > _LONGEST_STATE
    ):
        return web.Response(status=400, text="参数错误")
    if "wxwork" not in request.headers.get("User-Agent", ""):
        return web.Response(status=400, text="请在企业微信客户端打开链接")
    code = corp.oauth.issue(request.cookies.get(MEMBER, ""))
    place = URL(asked["redirect_uri"]).update_query(code=code, state=asked["state"])
    return web.Response(status=302, headers={"Location": str(place)})


@routes.get("/cgi-bin/agent/get")
@answering
async def agent(request: web.Request, corp: Corp) -> Mapping[str, object]:
    """Describe the app and who can see it."""
    if request.query.get("agentid") != str(corp.app.agent_id):
        raise RefusedError(40056, "invalid agentid")
    visible = [{"userid": member.userid} for member in corp.members.values() if member.visible]
    return {"agentid": corp.app.agent_id, "name": "考核", "close": 0, "allow_userinfos": {"user": visible}}


def _medium(request: web.Request) -> StoredMedia:
    corp = request.config_dict[CORP]
    corp.tokens.check(request.query.get("access_token", ""))
    stored = corp.media.get(request.query.get("media_id", ""))
    if len(stored.data) > _RANGE_NEEDED_BYTES and "Range" not in request.headers:
        raise RefusedError(830002, "file size exceeds limit, use Range")
    return stored


async def _json(request: web.Request) -> Mapping[str, Any]:
    try:
        body = json.loads(await request.text())
    except ValueError:
        raise RefusedError(47001, "data format error") from None
    if not isinstance(body, Mapping):
        raise RefusedError(47001, "data format error")
    corp = request.config_dict[CORP]
    corp.calls[-1] = (corp.calls[-1][0], body)
    return body


def _refused(refusal: RefusedError) -> web.Response:
    return web.json_response({"errcode": refusal.errcode, "errmsg": refusal.errmsg})
