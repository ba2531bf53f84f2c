"""What the bot has to send: each key once, leased to one sender at a time, with the platform's answer."""

from store.repositories.outbox.claiming import Claiming
from store.repositories.outbox.finding import Finding
from store.repositories.outbox.outcomes import Outcomes
from store.repositories.outbox.queueing import NewPush, Queueing

__all__ = ["NewPush", "Outbox"]


class Outbox(Queueing, Claiming, Outcomes, Finding):
    """The messages that the bot sends: put in, leased to a sender, closed by what came of it, and looked at."""
