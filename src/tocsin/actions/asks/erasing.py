"""The job that erases what was told us for a time only."""

from typing import Any

from tocsin.jobs.handlers import handler
from tocsin.jobs.timetable import every

from .gather.erase import erase_hosts
from .messages.erase import erase_messages
from .phone.erase import erase_told_calls
from .sign_on.erase import erase_contacts

KIND = "actions.erase"
HOUR = 60 * 60


@handler(KIND)
def erase(_payload: dict[str, Any]) -> None:
    erase_contacts()
    erase_hosts()
    erase_messages()
    erase_told_calls()


def erase_in_time() -> None:
    """Called once, when the app is ready."""
    every(KIND, seconds=HOUR, careful=True)
