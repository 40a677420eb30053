from django.apps import AppConfig

# How old the counts on an action's page may be, in seconds.
COUNTS_AGE = 10
MINUTE = 60
HOUR = 60 * MINUTE


class PublicConfig(AppConfig):
    name = "tocsin.public"
    label = "public"

    def ready(self) -> None:
        from tocsin.jobs.handlers import beforehand, handler
        from tocsin.jobs.timetable import every
        from tocsin.public import (
            confirmations,
            follow,
            leave,
            not_arrived,
            render,
            sign_on_links,
            update_mails,
        )

        beforehand("pages.render")(render.take_down_action)
        beforehand("pages.remove")(render.take_down_action)
        beforehand("pages.case_changed")(render.take_down_case)
        handler("pages.render")(render.render_action)
        handler("pages.remove")(render.remove_action)
        handler("pages.case_changed")(render.render_case)
        beforehand("pages.all_changed")(render.take_down_everything)
        handler("pages.all_changed")(render.keep_pages)
        handler("pages.counts")(render.refresh_counts)
        handler("pages.keep")(render.keep_pages)
        every("pages.counts", COUNTS_AGE)
        every("pages.keep", COUNTS_AGE)
        handler("confirmations.ask")(confirmations.ask)
        handler("confirmations.remind")(confirmations.remind)
        every("confirmations.remind", HOUR)
        handler("endorsements.ask")(sign_on_links.ask)
        handler("letters.names_changed")(confirmations.names_changed)
        handler("letters.not_arrived")(not_arrived.tell)
        every("letters.not_arrived", MINUTE)
        handler("followers.ask")(follow.ask)
        handler("followup.announcement_mail")(leave.send_announcement)
        handler("followup.update_mail")(update_mails.send_to_supporter)
        handler("followup.update_test")(update_mails.send_test)
