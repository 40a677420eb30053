from django.apps import AppConfig

HOUR = 3600


class CasesConfig(AppConfig):
    name = "tocsin.cases"
    label = "cases"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every

        from .deadlines.remind import remind
        from .exchange.make_export import KIND, make_export
        from .exchange.tidy_exports import tidy_exports
        from .membership.remove import remove_from_all
        from .relay.erase import erase_callers
        from .search.index import forget_words, offices_changed, report_came

        handler("cases.remind")(remind)
        handler("cases.erase_callers")(erase_callers)
        handler(KIND)(make_export)
        handler("cases.tidy_exports")(tidy_exports)
        every("cases.tidy_exports", HOUR)
        every("cases.remind", HOUR)
        every("cases.erase_callers", HOUR)
        handler("cases.report_came")(report_came)
        handler("cases.offices_changed")(offices_changed)
        handler("cases.forget_words")(forget_words)
        handler("members.left")(remove_from_all)
