from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "tocsin.reports"
    label = "reports"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler

        from .ask_second_reader import KIND
        from .take_second_opinion import take_second_opinion

        handler(KIND)(take_second_opinion)
