from typing import Any

from django.apps import AppConfig

HOUR = 3600


class SupportersConfig(AppConfig):
    name = "tocsin.supporters"
    label = "supporters"

    def ready(self) -> None:
        from django.utils import timezone

        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every
        from tocsin.supporters.followers.leave import erase_unconfirmed

        @handler("followers.erase")
        def erase(payload: dict[str, Any]) -> None:
            erase_unconfirmed(timezone.now())

        every("followers.erase", HOUR, careful=True)
