"""The stand-in platform of the robot as an application to serve: the long connection and the files."""

from aiohttp import web

from bot.sandbox.robot import RobotPlatform

PLATFORM = web.AppKey("robot platform", RobotPlatform)


def create_robot_platform(platform: RobotPlatform) -> web.Application:
    """The application to serve: the long connection at /, the files under /robot-media/."""
    app = web.Application()
    app[PLATFORM] = platform
    app.add_routes([web.get("/", _connect), web.get("/robot-media/{file_id}", _file)])
    return app


async def _connect(request: web.Request) -> web.WebSocketResponse:
    socket = web.WebSocketResponse(timeout=1.0)
    await socket.prepare(request)
    await request.app[PLATFORM].serve(socket, request.transport)
    return socket


async def _file(request: web.Request) -> web.Response:
    return await request.app[PLATFORM].file(request.match_info["file_id"])
