from django.apps import AppConfig

HOUR = 3600


class CasesConfig(AppConfig):
    name = "tocsin.cases"
    label = "cases"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every

        from .deadlines.remind import remind
        from .membership.remove import remove_from_all
        from .relay.erase import erase_callers

        handler("cases.remind")(remind)
        handler("cases.erase_callers")(erase_callers)
        every("cases.remind", HOUR)
        every("cases.erase_callers", HOUR)
        handler("members.left")(remove_from_all)
