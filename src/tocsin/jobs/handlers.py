"""Which function does which kind of job. Each app registers its own in its `AppConfig.ready()`."""

from collections.abc import Callable
from typing import Any

Handler = Callable[[dict[str, Any]], None]

_handlers: dict[str, Handler] = {}


def handler(kind: str) -> Callable[[Handler], Handler]:
    """Registers `f(payload) -> None` for jobs of this kind. It must bear being called twice.

    It runs outside any transaction and may raise `jobs.errors.Retry` or `jobs.errors.GiveUp`.
    """

    def register(function: Handler) -> Handler:
        kept = _handlers.setdefault(kind, function)
        if kept is not function:
            raise ValueError(f"two handlers for jobs of kind '{kind}': {kept!r} and {function!r}")
        return function

    return register


def handler_for(kind: str) -> Handler | None:
    return _handlers.get(kind)
