from typing import Any

from django.apps import AppConfig

MINUTE = 60
HOUR = 60 * MINUTE


class DeliveryConfig(AppConfig):
    name = "tocsin.delivery"
    label = "delivery"

    def ready(self) -> None:
        from tocsin.delivery.alarms.watch import watch
        from tocsin.delivery.bundles.bundle import KIND
        from tocsin.delivery.bundles.due import make_due_bundles
        from tocsin.delivery.bundles.send_bundle import send_bundle
        from tocsin.delivery.dispatch.pump import Pump
        from tocsin.delivery.erase import erase_closed_actions, erase_unconfirmed_letters
        from tocsin.delivery.handed_on import mail_booklet
        from tocsin.delivery.returned import address_frozen, address_gone
        from tocsin.delivery.send import send
        from tocsin.delivery.taken_out import carry_out, put_back, take_out
        from tocsin.jobs.handlers import handler
        from tocsin.jobs.pumps import pump
        from tocsin.jobs.timetable import every

        pump("letters", Pump)
        handler("delivery.send")(send)
        handler(KIND)(send_bundle)
        handler(mail_booklet.KIND)(mail_booklet.mail_booklet)
        handler("delivery.due_bundles")(make_due_bundles)
        handler(take_out.KIND)(carry_out.carry_out)
        handler(put_back.KIND)(put_back.carry_back)
        handler("delivery.watch")(watch)
        every("delivery.watch", MINUTE)

        @handler("delivery.erase")
        def erase(payload: dict[str, Any]) -> None:
            erase_unconfirmed_letters()
            erase_closed_actions()

        every("delivery.erase", HOUR, careful=True)
        every("delivery.due_bundles", HOUR)

        handler("directory.bounced")(address_gone.gone)
        handler("directory.frozen")(address_frozen.stop)

        @handler("delivery.look_again")
        def look_again(payload: dict[str, Any]) -> None:
            address_gone.look_again()

        every("delivery.look_again", MINUTE)
