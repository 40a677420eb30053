from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "tocsin.actions"
    label = "actions"

    def ready(self) -> None:
        from .deadlines import keep_deadlines

        keep_deadlines()
