"""The job that ends actions at their deadline."""

from typing import Any

from tocsin.jobs.handlers import handler
from tocsin.jobs.timetable import every

from .close import close_due

KIND = "actions.close_due"
EVERY_SECONDS = 15 * 60


@handler(KIND)
def close_all_due(_payload: dict[str, Any]) -> None:
    close_due()


def keep_deadlines() -> None:
    """Called once, when the app is ready."""
    every(KIND, seconds=EVERY_SECONDS, careful=True)
