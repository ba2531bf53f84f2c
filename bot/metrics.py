"""What the bot counts for Prometheus, and the middleware that counts HTTP requests."""

import time
from collections.abc import Iterable
from datetime import datetime

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from store.records import Waiting

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"

_METHODS = {name: name for name in ("GET", "HEAD", "POST", "OPTIONS")}


class Metrics:
    """The counters of one application, in a registry of its own."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Histogram(
            "kaohe_http_request_seconds",
            "HTTP requests by route, method and status.",
            ["route", "method", "status"],
            buckets=(0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 4, 5),
            registry=self.registry,
        )
        self.refused_calls = self._counter("refused_calls", "Callbacks that were not let in.", "reason")
        self.messages = self._counter("messages", "Messages without an answer in time.", "outcome")
        self.sends = self._counter("sends", "Attempts to send a message by outcome.", "channel", "outcome")
        self.abandoned = self._counter("abandoned", "Messages and files given up, by final state.", "state")
        self.fetches = self._counter("fetches", "Attempts to fetch evidence by outcome.", "outcome")
        self.ticks = self._counter("ticks", "Ticks of the scheduler by outcome.", "tick", "outcome")
        self.lane_stopped = self._gauge("lane_stopped", "1 while nothing is sent on a channel.", "channel")
        self.waiting = self._gauge("outbox_waiting", "Messages that are due and not closed.", "channel")
        self.oldest = self._gauge("outbox_oldest_seconds", "How long the oldest of them waits.", "channel")
        self.tokens = self._gauge("tokens_fetched", "Access tokens fetched by this process.")
        self.untrusted = self._gauge("untrusted_address", "1 for an address that the platform refused.", "ip")
        self.robot_connected = self._gauge(
            "robot_connected", "1 while this process holds the robot's connection."
        )
        self.robot_stopped = self._gauge("robot_stopped", "1 since the robot gave up, until a restart.")

    def show_waiting(self, waiting: Iterable[Waiting], now: datetime) -> None:
        """Put in how it stands with the outbox."""
        for gauge in (self.waiting, self.oldest):
            gauge.clear()
        for found in waiting:
            self.waiting.labels(found.channel).set(found.number)
            self.oldest.labels(found.channel).set(max(0.0, (now - found.since).total_seconds()))

    def _gauge(self, name: str, about: str, *labels: str) -> Gauge:
        return Gauge(f"kaohe_{name}", about, labels, registry=self.registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"kaohe_{name}", about, labels, registry=self.registry)

    def exposition(self) -> bytes:
        """Everything counted, in Prometheus' text format."""
        return generate_latest(self.registry)


def counting(metrics: Metrics) -> Middleware:
    """Make the middleware that observes each request; a path that no route knows counts as `none`."""

    @web.middleware
    async def count(request: web.Request, handler: Handler) -> web.StreamResponse:
        started = time.perf_counter()
        status = 500
        try:
            response = await handler(request)
            status = response.status
        except web.HTTPException as refusal:
            status = refusal.status
            raise
        finally:
            resource = request.match_info.route.resource
            route = resource.canonical if resource is not None else "none"
            spent = time.perf_counter() - started
            metrics.requests.labels(route, _METHODS.get(request.method, "other"), status).observe(spent)
        return response

    return count
