"""The 公众号 HTTP API as far as the bot needs it: it differs from 企业微信 in the token and in how one sends."""

import json
from collections.abc import Mapping
from typing import Any

from bot.channels.wecom_api import WecomApi


class WechatApi(WecomApi):
    """Calls the API of one 公众号; `corp_id` of the base is the AppID here."""

    async def send(self, message: Mapping[str, object]) -> Mapping[str, Any]:
        """Send a message of customer service: the platform takes five within 48 hours of a follower's words."""
        body = json.dumps(message, ensure_ascii=False, sort_keys=True).encode()
        return await self._post("message/custom/send", {}, lambda: body)

    async def _ask_token(self) -> Mapping[str, Any]:
        """The stable token: asking for it does not end the one that another process has."""
        body = {
            "grant_type": "client_credential",
            "appid": self._credentials["corpid"],
            "secret": self._credentials["corpsecret"],
        }
        return await self._ask("POST", "stable_token", {}, lambda: json.dumps(body).encode())
