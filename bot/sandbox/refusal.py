"""The platform's answer when it will not do what a call asks."""


class RefusedError(Exception):
    """An errcode of the platform with its message."""

    def __init__(self, errcode: int, errmsg: str) -> None:
        super().__init__(f"{errcode} {errmsg}")
        self.errcode = errcode
        self.errmsg = errmsg
