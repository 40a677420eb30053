from typing import Any

from django.apps import AppConfig

MINUTE = 60
HOUR = 60 * MINUTE


class FollowupConfig(AppConfig):
    name = "tocsin.followup"
    label = "followup"

    def ready(self) -> None:
        from tocsin.cases.second_person import carries_out
        from tocsin.delivery.returned.fetch import fetch
        from tocsin.followup.announcements import announce
        from tocsin.followup.outcomes import wait as outcomes
        from tocsin.followup.outcomes.record_outcome import ACT as OUTCOME
        from tocsin.followup.replies.any_mail import take_any_mail
        from tocsin.followup.replies.erase import erase_from_replies
        from tocsin.followup.updates import send
        from tocsin.followup.updates import wait as updates
        from tocsin.followup.updates.restore import restore_update
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every
        from tocsin.members.restore import restores

        # One mailbox takes what comes back and what is answered.
        @handler("delivery.fetch_returned")
        def fetch_mail(payload: dict[str, Any]) -> None:
            fetch(take_any_mail)

        every("delivery.fetch_returned", 5 * MINUTE)

        @handler("followup.erase")
        def erase(payload: dict[str, Any]) -> None:
            erase_from_replies()

        every("followup.erase", HOUR, careful=True)
        carries_out(OUTCOME, outcomes.carry_out)
        carries_out(send.ACT, updates.carry_out)
        restores("update")(restore_update)
        handler("followup.update")(send.go_on)
        handler("followup.announcement")(announce.go_on)
