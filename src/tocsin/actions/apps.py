from django.apps import AppConfig


class ActionsConfig(AppConfig):
    name = "tocsin.actions"
    label = "actions"

    def ready(self) -> None:
        from tocsin.cases.second_person import carries_out
        from tocsin.members.restore import restores

        from .asks.erasing import erase_in_time
        from .asks.gather import wait as gatherings
        from .asks.gather.restore import restore_gathering
        from .asks.gather.second_publisher import ACT as GATHERING
        from .asks.stances import wait as stances
        from .asks.stances.record_stance import ACT as STANCE
        from .deadlines import keep_deadlines
        from .restore import restore_action
        from .words_wait.carry_out import carry_out
        from .words_wait.gate import ACT as WORDS_CHANGED

        keep_deadlines()
        erase_in_time()
        carries_out(WORDS_CHANGED, carry_out)
        carries_out(GATHERING, gatherings.carry_out)
        carries_out(STANCE, stances.carry_out)
        restores("action")(restore_action)
        restores("gathering")(restore_gathering)
