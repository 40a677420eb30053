from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "tocsin.reports"
    label = "reports"

    def ready(self) -> None:
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.timetable import every
        from tocsin.members.restore import restores

        from .arrivals.arrive import KIND as READ_ARRIVAL
        from .arrivals.read_arrival import read_arrival
        from .arrivals.sources import look
        from .arrivals.sources.add_source import restore_source
        from .arrivals.sources.delete_copies import KIND as DELETE_COPIES
        from .arrivals.sources.delete_copies import delete_copies
        from .ask_second_reader import KIND
        from .autosave import FORGET, forget_unsaved
        from .repeats.find import FILL, find_repeats_of, find_repeats_of_all
        from .repeats.find import KIND as FIND_REPEATS
        from .restore import restore_report
        from .take_second_opinion import take_second_opinion

        restores("intakesource")(restore_source)
        restores("report")(restore_report)
        handler(KIND)(take_second_opinion)
        handler(READ_ARRIVAL)(read_arrival)
        handler(look.SWEEP)(look.look_at_sources)
        handler(look.LOOK)(look.look_at_source)
        every(look.SWEEP, look.EVERY)
        handler(DELETE_COPIES)(delete_copies)
        handler(FIND_REPEATS)(find_repeats_of)
        handler(FILL)(find_repeats_of_all)
        every(FILL, seconds=120)
        handler(FORGET)(forget_unsaved)
        every(FORGET, seconds=6 * 3600, careful=True)
