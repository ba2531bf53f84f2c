"""Which errors are the user's business: they end a command with one line instead of a traceback."""

EXPECTED = frozenset(
    {
        "bot.cli.failures.CommandError",
        "bot.documents.handed_in.TableError",
        "bot.settings.SettingsError",
        "handlers.campaigns.CampaignError",
        "handlers.roster.RosterError",
        "rubrics.errors.RubricError",
        "scoring.errors.ScoringError",
        "store.errors.StoreError",
        "builtins.OSError",
    }
)
"""By name, so that a command need not import what it does not use."""


class CommandError(Exception):
    """What a command was asked to do cannot be done; the message is one Chinese line."""


def is_expected(error: BaseException) -> bool:
    """Whether the error is told in its own words."""
    return any(f"{kind.__module__}.{kind.__qualname__}" in EXPECTED for kind in type(error).__mro__)
