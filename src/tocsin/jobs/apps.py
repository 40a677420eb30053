from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "tocsin.jobs"
    label = "jobs"

    def ready(self) -> None:
        from .handlers import handler
        from .tidy import tidy
        from .timetable import every

        handler("jobs.tidy")(tidy)
        every("jobs.tidy", seconds=3600)
