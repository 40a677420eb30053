from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "tocsin.actions"
    label = "actions"

    def ready(self) -> None:
        from tocsin.members.restore import restores

        from .deadlines import keep_deadlines
        from .restore import restore_action

        keep_deadlines()
        restores("action")(restore_action)
