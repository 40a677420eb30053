"""Addresses of the desk pages on which an action is made, shown, and followed up."""

from django.urls import URLPattern, path

from tocsin.desk.action_bundles import action_bundle_make, action_bundle_when, action_bundles
from tocsin.desk.action_capacity import action_target_capacity
from tocsin.desk.action_contacts import (
    action_contacts,
    action_target_add,
    action_target_drop,
    action_target_role,
)
from tocsin.desk.action_directory import action_directory, action_directory_add
from tocsin.desk.action_edit import action_edit
from tocsin.desk.action_letter import action_letter, action_letter_drop, action_letter_new
from tocsin.desk.action_list import action_list
from tocsin.desk.action_new import action_new
from tocsin.desk.action_parts import action_asks, action_demands, action_story
from tocsin.desk.action_preview import action_preview
from tocsin.desk.action_state import action_close, action_history, action_publish, action_withdraw
from tocsin.desk.action_test import action_test
from tocsin.desk.announcement import announcement
from tocsin.desk.bundle_file import bundle_file
from tocsin.desk.causes import action_causes, cause_name, cause_verify, cause_withdraw
from tocsin.desk.cell_notes import cell_note_file, cell_note_make, cell_notes
from tocsin.desk.day_of_action import day_call, day_call_off, day_of_action, gathering_add
from tocsin.desk.follow_up import follow_up
from tocsin.desk.gathering_acts import gathering_judge, gathering_report
from tocsin.desk.gathering_desk import gathering_correct, gathering_desk, gathering_turnout
from tocsin.desk.handed_on import all_clear_end, all_clear_give, booklet_mail
from tocsin.desk.organisation_acts import (
    organisation_confirm,
    organisation_refuse,
    organisation_show,
    organisation_withdraw,
)
from tocsin.desk.organisations import action_organisations
from tocsin.desk.outcome_acts import outcome_record, outcome_take_back
from tocsin.desk.reply import reply_decide, reply_desk, reply_type_in
from tocsin.desk.reply_mail import reply_mail
from tocsin.desk.solidarity import action_messages, messages_booklet, messages_decide
from tocsin.desk.stance_acts import stance_record, stance_take_back
from tocsin.desk.translations import (
    translation,
    translation_back,
    translation_end,
    translation_open,
    translation_take,
    translations,
)
from tocsin.desk.unusual_letters import unusual_letters
from tocsin.desk.unusual_letters_acts import alarm_dismiss, letters_put_back, letters_take_out
from tocsin.desk.updates import update_desk, update_new, update_send, update_test, update_write

action_pages: list[URLPattern] = [
    path("actions/", action_list, name="action_list"),
    path("cases/<slug:slug>/action", action_new, name="action_new"),
    path("actions/<slug:slug>/", action_edit, name="action_edit"),
    path("actions/<slug:slug>/story", action_story, name="action_story"),
    path("actions/<slug:slug>/demands", action_demands, name="action_demands"),
    path("actions/<slug:slug>/asks", action_asks, name="action_asks"),
    path("actions/<slug:slug>/contacts", action_contacts, name="action_contacts"),
    path("actions/<slug:slug>/directory", action_directory, name="action_directory"),
    path("actions/<slug:slug>/directory/add", action_directory_add, name="action_directory_add"),
    path("actions/<slug:slug>/bundles", action_bundles, name="action_bundles"),
    path("actions/<slug:slug>/bundles/<uuid:public_id>", bundle_file, name="bundle_file"),
    path("actions/<slug:slug>/targets/<int:pk>/bundles", action_bundle_when, name="action_bundle_when"),
    path("actions/<slug:slug>/targets/<int:pk>/bundle", action_bundle_make, name="action_bundle_make"),
    path("actions/<slug:slug>/targets", action_target_add, name="action_target_add"),
    path("actions/<slug:slug>/targets/<int:pk>/role", action_target_role, name="action_target_role"),
    path(
        "actions/<slug:slug>/targets/<int:pk>/capacity", action_target_capacity, name="action_target_capacity"
    ),
    path("actions/<slug:slug>/targets/<int:pk>/drop", action_target_drop, name="action_target_drop"),
    path("actions/<slug:slug>/letter", action_letter_new, name="action_letter_new"),
    path("actions/<slug:slug>/letter/<slug:language>", action_letter, name="action_letter"),
    path("actions/<slug:slug>/letter/<slug:language>/drop", action_letter_drop, name="action_letter_drop"),
    path("actions/<slug:slug>/day", day_of_action, name="day_of_action"),
    path("actions/<slug:slug>/day/call", day_call, name="day_call"),
    path("actions/<slug:slug>/day/call-off", day_call_off, name="day_call_off"),
    path("actions/<slug:slug>/day/add", gathering_add, name="gathering_add"),
    path("actions/<slug:slug>/gatherings/<int:pk>", gathering_desk, name="gathering_desk"),
    path("actions/<slug:slug>/gatherings/<int:pk>/correct", gathering_correct, name="gathering_correct"),
    path("actions/<slug:slug>/gatherings/<int:pk>/turnout", gathering_turnout, name="gathering_turnout"),
    path("actions/<slug:slug>/gatherings/<int:pk>/judge", gathering_judge, name="gathering_judge"),
    path("actions/<slug:slug>/gatherings/<int:pk>/report", gathering_report, name="gathering_report"),
    path("actions/<slug:slug>/preview", action_preview, name="action_preview"),
    path("actions/<slug:slug>/test", action_test, name="action_test"),
    path("actions/<slug:slug>/translations", translations, name="translations"),
    path("actions/<slug:slug>/translations/new", translation_open, name="translation_open"),
    path("actions/<slug:slug>/translations/<int:pk>/", translation, name="translation"),
    path("actions/<slug:slug>/translations/<int:pk>/take", translation_take, name="translation_take"),
    path("actions/<slug:slug>/translations/<int:pk>/back", translation_back, name="translation_back"),
    path("actions/<slug:slug>/translations/<int:pk>/end", translation_end, name="translation_end"),
    path("actions/<slug:slug>/money", action_causes, name="action_causes"),
    path("actions/<slug:slug>/money/name", cause_name, name="cause_name"),
    path("actions/<slug:slug>/money/<int:pk>/verify", cause_verify, name="cause_verify"),
    path("actions/<slug:slug>/money/<int:pk>/withdraw", cause_withdraw, name="cause_withdraw"),
    path("actions/<slug:slug>/organisations", action_organisations, name="action_organisations"),
    path(
        "actions/<slug:slug>/organisations/<int:pk>/confirm",
        organisation_confirm,
        name="organisation_confirm",
    ),
    path("actions/<slug:slug>/organisations/<int:pk>/show", organisation_show, name="organisation_show"),
    path(
        "actions/<slug:slug>/organisations/<int:pk>/refuse", organisation_refuse, name="organisation_refuse"
    ),
    path(
        "actions/<slug:slug>/organisations/<int:pk>/withdraw",
        organisation_withdraw,
        name="organisation_withdraw",
    ),
    path("actions/<slug:slug>/notes", cell_notes, name="cell_notes"),
    path("actions/<slug:slug>/notes/make", cell_note_make, name="cell_note_make"),
    path("actions/<slug:slug>/notes/<int:pk>", cell_note_file, name="cell_note_file"),
    path("actions/<slug:slug>/messages", action_messages, name="action_messages"),
    path("actions/<slug:slug>/messages/decide", messages_decide, name="messages_decide"),
    path("actions/<slug:slug>/targets/<int:pk>/all-clear", all_clear_give, name="all_clear_give"),
    path("actions/<slug:slug>/all-clears/<int:pk>/end", all_clear_end, name="all_clear_end"),
    path("actions/<slug:slug>/all-clears/<int:pk>/mail", booklet_mail, name="booklet_mail"),
    path("actions/<slug:slug>/messages/booklet", messages_booklet, name="messages_booklet"),
    path("actions/<slug:slug>/stances", stance_record, name="stance_record"),
    path("actions/<slug:slug>/stances/<int:pk>/take-back", stance_take_back, name="stance_take_back"),
    path("actions/<slug:slug>/unusual", unusual_letters, name="unusual_letters"),
    path("actions/<slug:slug>/unusual/take-out", letters_take_out, name="letters_take_out"),
    path("actions/<slug:slug>/take-outs/<int:pk>/put-back", letters_put_back, name="letters_put_back"),
    path("actions/<slug:slug>/alarms/<int:pk>/dismiss", alarm_dismiss, name="alarm_dismiss"),
    path("actions/<slug:slug>/publish", action_publish, name="action_publish"),
    path("actions/<slug:slug>/close", action_close, name="action_close"),
    path("actions/<slug:slug>/follow-up/", follow_up, name="follow_up"),
    path("actions/<slug:slug>/outcomes", outcome_record, name="outcome_record"),
    path("actions/<slug:slug>/outcomes/<int:pk>/take-back", outcome_take_back, name="outcome_take_back"),
    path("actions/<slug:slug>/replies", reply_type_in, name="reply_type_in"),
    path("actions/<slug:slug>/replies/<int:pk>/", reply_desk, name="reply_desk"),
    path("actions/<slug:slug>/replies/<int:pk>/mail", reply_mail, name="reply_mail"),
    path("actions/<slug:slug>/replies/<int:pk>/decide", reply_decide, name="reply_decide"),
    path("actions/<slug:slug>/updates", update_new, name="update_new"),
    path("actions/<slug:slug>/announcement", announcement, name="announcement"),
    path("actions/<slug:slug>/updates/<int:pk>/", update_desk, name="update_desk"),
    path("actions/<slug:slug>/updates/<int:pk>/write", update_write, name="update_write"),
    path("actions/<slug:slug>/updates/<int:pk>/test", update_test, name="update_test"),
    path("actions/<slug:slug>/updates/<int:pk>/send", update_send, name="update_send"),
    path("actions/<slug:slug>/history", action_history, name="action_history"),
    path("actions/<slug:slug>/withdraw", action_withdraw, name="action_withdraw"),
]
