"""How the log says what went wrong without saying about whom."""

import logging
import traceback
from types import TracebackType

Fault = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutPeople(logging.Formatter):
    """Leaves out what a fault was told and which address was asked for: both may name people or hold a key."""

    def format(self, record: logging.LogRecord) -> str:
        request = getattr(record, "request", None)
        if request is None:
            return super().format(record)
        match = getattr(request, "resolver_match", None)
        page = match.view_name if match else "a page that is not there"
        told = logging.makeLogRecord({**record.__dict__, "msg": "%s on %s", "args": (request.method, page)})
        return super().format(told)

    def formatException(self, ei: Fault) -> str:
        kind, _, frames = ei
        return "".join(traceback.format_tb(frames)) + (kind.__name__ if kind else "")
