from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "tocsin.actions"
    label = "actions"

    def ready(self) -> None:
        from tocsin.members.restore import restores

        from .asks.erasing import erase_in_time
        from .asks.gather.restore import restore_gathering
        from .deadlines import keep_deadlines
        from .restore import restore_action

        keep_deadlines()
        erase_in_time()
        restores("action")(restore_action)
        restores("gathering")(restore_gathering)
