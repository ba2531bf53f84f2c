"""Which errors are the user's business: they end a command with one line instead of a traceback."""

from bot.refusals import database_line, system_line

EXPECTED = frozenset(
    {
        "bot.cli.failures.CommandError",
        "bot.documents.handed_in.TableError",
        "bot.settings.SettingsError",
        "handlers.campaign.campaigns.CampaignError",
        "handlers.people.roster.RosterError",
        "rubrics.errors.RubricError",
        "scoring.errors.ScoringError",
        "store.errors.StoreError",
        "builtins.OSError",
    }
)
"""By name, so that a command need not import what it does not use."""

_OF_THE_DATABASE = "store.errors.StoreError"


class CommandError(Exception):
    """What a command was asked to do cannot be done; the message is one Chinese line."""


def is_expected(error: BaseException) -> bool:
    """Whether the error ends the command with one line."""
    return not EXPECTED.isdisjoint(_names(error))


def line(error: Exception) -> str:
    """That line."""
    if isinstance(error, OSError):
        return system_line(error)
    if _OF_THE_DATABASE in _names(error):
        return f"数据库：{database_line(error)}"
    return str(error)


def _names(error: BaseException) -> list[str]:
    return [f"{kind.__module__}.{kind.__qualname__}" for kind in type(error).__mro__]
