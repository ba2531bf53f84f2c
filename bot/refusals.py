"""What the operating system and the database refuse, in words for who runs the bot."""

import errno
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_SYSTEM: Final[Mapping[int | None, str]] = MappingProxyType(
    {
        errno.ENOENT: "没有这个文件或文件夹",
        errno.EACCES: "没有权限",
        errno.EPERM: "没有权限",
        errno.EROFS: "磁盘只读，不能写",
        errno.ENOSPC: "磁盘满了",
        errno.EDQUOT: "磁盘配额用完了",
        errno.EEXIST: "已经有这个文件，不覆盖",
        errno.EISDIR: "是文件夹，不是文件",
        errno.ENOTDIR: "不是文件夹",
        errno.EADDRINUSE: "KAOHE_HOST、KAOHE_PORT的地址和端口已被占用，可能已有一个服务在运行",
        errno.EADDRNOTAVAIL: "KAOHE_HOST不是本机的地址",
        errno.ECONNREFUSED: "连不上，那里没有服务在听",
    }
)
_DATABASE: Final[Mapping[str, str]] = MappingProxyType(
    {
        "disk is full": "磁盘满了",
        "readonly database": "数据库文件只读，不能写",
        "database is locked": "别的进程正占着数据库",
        "unable to open database file": "数据库文件打不开",
        "not a database": "这个文件不是数据库",
        "connection failed": "连不上",
        "copied with pg_dump": "PostgreSQL请用pg_dump备份",
    }
)
_NETWORK: Final[Mapping[str, str]] = MappingProxyType(
    {
        "ClientConnectorDNSError": "域名解析不了",
        "ClientConnectorError": "那里没有应答，查网络和防火墙",
        "ClientConnectorCertificateError": "对方的证书不对",
        "ClientConnectorSSLError": "加密连接建不起来",
        "ClientProxyConnectionError": "代理连不上",
        "ClientHttpProxyError": "代理不让过",
        "TimeoutError": "超时",
        "ConnectionTimeoutError": "超时",
        "ServerTimeoutError": "超时",
        "ServerDisconnectedError": "对方断开了",
    }
)
"""By the names that are kept of what went wrong on the way to a platform."""


def network_line(name: str) -> str:
    """Why the platform could not be reached; a name that nobody has met stays as it is."""
    return _NETWORK.get(name, name)


def why(error: OSError) -> str:
    """What the operating system refused, without the file's name."""
    return _SYSTEM.get(error.errno, error.strerror or str(error))


def system_line(error: OSError) -> str:
    """The same behind the file's name, where there is one."""
    return f"{error.filename}：{why(error)}" if error.filename else why(error)


def database_line(error: Exception) -> str:
    """What the database refused, with its own words, which name the server or the file."""
    said = str(error)
    known = next((told for words, told in _DATABASE.items() if words in said), None)
    return f"{known}（{said}）" if known else said
