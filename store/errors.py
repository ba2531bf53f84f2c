"""What can go wrong with the database as a whole, in words that the rooms above may know."""


class StoreError(Exception):
    """The database could not do its part; the message is fit for a log line."""


def one_line(error: BaseException) -> str:
    """Return what the database said, fit for a log line."""
    return " ".join(str(error).split())


class DatabaseUrlError(StoreError, ValueError):
    """The URL names no database that the store knows."""


class BrokenRuleError(StoreError):
    """What was to be written breaks a rule of the tables, such as a unique name; nothing of it was kept."""


class WithheldError(StoreError):
    """Something was to be written while that was withheld; it was not, and the unit may go on."""


class StoreUnavailableError(StoreError):
    """The database cannot be reached or stays locked: nothing of this unit was kept."""


class CommitUncertainError(StoreError):
    """The commit was sent and its outcome is not known: look the work up by its key before repeating it."""
