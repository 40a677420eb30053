"""Which function does which kind of job. Each app registers its own in its `AppConfig.ready()`."""

from collections.abc import Callable
from typing import Any

Handler = Callable[[dict[str, Any]], None]

_handlers: dict[str, Handler] = {}
_beforehand: dict[str, Handler] = {}


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Registers `f(payload) -> None` for jobs of this kind. It must bear being called twice.

    It runs outside any transaction and may raise `jobs.errors.Retry`, `OnHold` or `GiveUp`.
    """

    return _registers(_handlers, kind)


def beforehand(kind: str) -> Callable[[Handler], Handler]:
    """Registers `f(payload) -> None` for what must have happened before a job of this kind is stored.

    It runs inside the transaction of whoever enqueues: for what may not outlast its commit by a moment.
    """
    return _registers(_beforehand, kind)


def handler_for(kind: str) -> Handler | None:
    return _handlers.get(kind)


def do_beforehand(kind: str, payload: dict[str, Any]) -> None:
    if kind in _beforehand:
        _beforehand[kind](payload)


def _registers(kept: dict[str, Handler], kind: str) -> Callable[[Handler], Handler]:
    def register(function: Handler) -> Handler:
        first = kept.setdefault(kind, function)
        if first is not function:
            raise ValueError(f"two handlers for jobs of kind '{kind}': {first!r} and {function!r}")
        return function

    return register
