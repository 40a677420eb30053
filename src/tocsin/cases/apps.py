from django.apps import AppConfig

HOUR = 3600


class CasesConfig(AppConfig):
    name = "tocsin.cases"
    label = "cases"

    def ready(self) -> None:
        from tocsin.jobs.handlers import beforehand, handler
        from tocsin.jobs.timetable import every
        from tocsin.members.restore import restores

        from .deadlines.remind import remind
        from .exchange.make_export import KIND, make_export
        from .exchange.tidy_exports import tidy_exports
        from .history.restore_assessment import restore_assessment
        from .history.restore_case import restore_case
        from .history.restore_claim import restore_claim_state
        from .history.restore_logs import (
            restore_deadline,
            restore_inquiry_state,
            restore_relay,
            restore_remedy,
        )
        from .history.restore_person import restore_person
        from .membership.remove import remove_from_all
        from .protection.case_key import notes_key_made
        from .relay.erase import erase_callers
        from .search.index import forget_words, offices_changed, report_came
        from .sources_changed import sources_changed
        from .waiting_mails import leave_names_out

        handler("cases.remind")(remind)
        handler("cases.erase_callers")(erase_callers)
        handler(KIND)(make_export)
        handler("cases.tidy_exports")(tidy_exports)
        every("cases.tidy_exports", HOUR)
        every("cases.remind", HOUR)
        every("cases.erase_callers", HOUR, careful=True)
        handler("cases.report_came")(report_came)
        handler("cases.sources_changed")(sources_changed)
        handler("cases.offices_changed")(offices_changed)
        beforehand("letters.names_changed")(leave_names_out)
        handler("cases.forget_words")(forget_words)
        handler("members.left")(remove_from_all)
        handler("members.notes_key_made")(notes_key_made)
        restores("assessment")(restore_assessment)
        restores("case")(restore_case)
        restores("claim")(restore_claim_state)
        restores("deadline")(restore_deadline)
        restores("inquiry")(restore_inquiry_state)
        restores("personatrisk")(restore_person)
        restores("relay")(restore_relay)
        restores("remedy")(restore_remedy)
