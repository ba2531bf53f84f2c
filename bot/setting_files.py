"""Settings that stand in files of their own: KAOHE_WECOM_SECRET_FILE=/run/secrets/wecom."""

import os
from pathlib import Path
from typing import Any

from dotenv import dotenv_values
from pydantic_settings import PydanticBaseSettingsSource

PREFIX = "KAOHE_"
UNREADABLE = "unreadable files"


class NamedFiles(PydanticBaseSettingsSource):
    """`KAOHE_WECOM_SECRET_FILE=/run/secrets/wecom` stands for what is in that file."""

    def get_field_value(self, field: object, field_name: str) -> tuple[str | None, str, bool]:
        """Give the text of the field's file, or None where no file is named."""
        del field
        path = ({**dotenv_values(".env"), **os.environ}).get(f"{PREFIX}{field_name}_FILE".upper())
        return Path(path).read_text("utf-8").strip() if path else None, field_name, False

    def __call__(self) -> dict[str, Any]:
        """Give every field that has a file, and the names of the files that could not be read."""
        found: dict[str, Any] = {}
        unreadable = []
        for name, field in self.settings_cls.model_fields.items():
            try:
                text = self.get_field_value(field, name)[0]
            except (OSError, UnicodeDecodeError):
                unreadable.append(name)
            else:
                found |= {name: text} if text is not None else {}
        return found | ({UNREADABLE: unreadable} if unreadable else {})
