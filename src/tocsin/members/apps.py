from django.apps import AppConfig


class MembersConfig(AppConfig):
    name = "tocsin.members"
    label = "members"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every

        from .mind_the_chain import mind_the_chain
        from .restore import restores
        from .restore_house_rules import restore_house_rules
        from .tidy_sessions import tidy_sessions

        restores("houserules")(restore_house_rules)
        handler("members.tidy_sessions")(tidy_sessions)
        every("members.tidy_sessions", seconds=24 * 3600)
        handler("members.mind_the_chain")(mind_the_chain)
        every("members.mind_the_chain", seconds=24 * 3600)
