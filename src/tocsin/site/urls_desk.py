"""Addresses of the desk pages; those of an action stand in a file of their own."""

from django.urls import URLPattern, path

from tocsin.desk.accreditations import accreditation_add, accreditation_drop
from tocsin.desk.arrival import arrival, arrival_again, arrival_dismiss, arrival_file
from tocsin.desk.arrivals import arrival_list
from tocsin.desk.audit import audit
from tocsin.desk.case_acts import (
    case_claims,
    case_edit,
    case_freeze,
    case_names_checked,
    case_publish,
    case_show_all,
    case_thaw,
    case_withdraw,
    person_name,
    person_part,
)
from tocsin.desk.case_file import case_desk
from tocsin.desk.case_list import case_list
from tocsin.desk.case_members import case_member_add, case_member_remove, case_member_role, case_members
from tocsin.desk.case_same import case_same, case_same_judge, case_same_undo
from tocsin.desk.chronicle import chronicle_desk
from tocsin.desk.claims_beside import claims_beside
from tocsin.desk.claims_beside_acts import claim_add, claim_assess, claim_judge, claim_reliable, claim_tell
from tocsin.desk.confirmations import confirmations
from tocsin.desk.contacts import contact_add, contact_confirm, contact_correct, contact_retire
from tocsin.desk.deadlines import deadline_correct, deadline_done, deadline_new, deadlines
from tocsin.desk.deliveries import deliveries, deliveries_retry, delivery_retry
from tocsin.desk.delivery_queue import delivery_queue
from tocsin.desk.delivery_queue_acts import sending_go_on, sending_pace, sending_stop
from tocsin.desk.enrol import enrol, enrol_qr
from tocsin.desk.export import case_export
from tocsin.desk.export_file import export_file
from tocsin.desk.frozen_contacts import frozen_contact_thaw, frozen_contacts
from tocsin.desk.history import history, history_restore
from tocsin.desk.house_rules import rules
from tocsin.desk.import_case import case_import
from tocsin.desk.inbox import desk_home
from tocsin.desk.inquiries import inquiries
from tocsin.desk.inquiry_acts import (
    inquiry_again,
    inquiry_correct,
    inquiry_log,
    inquiry_say,
    inquiry_withdraw,
    statement_correct,
    statement_review,
)
from tocsin.desk.mail_choices import mail_choices, mail_choose, mail_leave_open
from tocsin.desk.mail_folder import mail_folder, mail_folder_one
from tocsin.desk.members import case_appoint, member_forget, member_link, member_remove, member_role, members
from tocsin.desk.office import office
from tocsin.desk.office_edit import office_adopt, office_counts, office_edit, office_take
from tocsin.desk.office_new import office_new
from tocsin.desk.offices import offices
from tocsin.desk.own_account import new_recovery_codes, own_account
from tocsin.desk.own_language import own_language
from tocsin.desk.partners import partner, partner_key, partner_revoke, partners
from tocsin.desk.person import person_card
from tocsin.desk.person_acts import person_agrees, person_held, person_minor, person_takes_back
from tocsin.desk.person_notes import (
    notes_key,
    person_note_delete,
    person_notes,
    person_notes_open,
    person_notes_write,
)
from tocsin.desk.relay import relay_caller_end, relay_desk, relay_invite, relay_stop
from tocsin.desk.relays import relay_new, relays
from tocsin.desk.remedies import remedies, remedy_correct, remedy_new
from tocsin.desk.report_kept import report_kept
from tocsin.desk.report_new import report_new
from tocsin.desk.report_repeats import report_repeat_judge, report_repeat_undo, report_repeats
from tocsin.desk.report_seal import report_seal
from tocsin.desk.review import report
from tocsin.desk.review_accept import report_accept
from tocsin.desk.review_acts import (
    report_confidential,
    report_may_leave,
    report_open,
    report_opinion,
    report_published,
    report_set_aside,
    report_take_back,
)
from tocsin.desk.review_additions import report_field_add, report_item_add, report_sentence
from tocsin.desk.review_beside import report_beside, report_beside_all, report_beside_choose
from tocsin.desk.review_changes import report_carry, report_changes, report_revises
from tocsin.desk.review_here import report_here, report_unsaved
from tocsin.desk.review_item import report_item, report_section
from tocsin.desk.review_undo import report_undo
from tocsin.desk.reviews import reviews
from tocsin.desk.search import search
from tocsin.desk.second_factor import second_factor
from tocsin.desk.second_person import second_person
from tocsin.desk.sign_in import sign_in
from tocsin.desk.sign_in_link import sign_in_link
from tocsin.desk.sign_out import sign_out
from tocsin.desk.sources import source_look, source_switch, sources
from tocsin.desk.stray_replies import stray_replies, stray_reply_link, stray_reply_mail
from tocsin.desk.told_calls import told_calls_decide

from .urls_desk_actions import action_pages

urlpatterns: list[URLPattern] = [
    path("sign-in/", sign_in, name="sign_in"),
    path("link/<str:token>/", sign_in_link, name="sign_in_link"),
    path("second-factor/", second_factor, name="second_factor"),
    path("enrol/", enrol, name="enrol"),
    path("enrol/qr.svg", enrol_qr, name="enrol_qr"),
    path("sign-out/", sign_out, name="sign_out"),
    path("account/", own_account, name="own_account"),
    path("account/recovery-codes/", new_recovery_codes, name="new_recovery_codes"),
    path("account/language", own_language, name="own_language"),
    path("account/notes", notes_key, name="notes_key"),
    path("members/", members, name="members"),
    path("members/<int:pk>/link/", member_link, name="member_link"),
    path("members/<int:pk>/role/", member_role, name="member_role"),
    path("members/<int:pk>/forget/", member_forget, name="member_forget"),
    path("members/<int:pk>/remove/", member_remove, name="member_remove"),
    path("members/cases/<int:pk>/", case_appoint, name="case_appoint"),
    path("rules/", rules, name="house_rules"),
    path("partners/", partners, name="partners"),
    path("partners/<int:pk>/", partner, name="partner"),
    path("partners/<int:pk>/key", partner_key, name="partner_key"),
    path("partners/<int:pk>/revoke", partner_revoke, name="partner_revoke"),
    path("second-person/<int:pk>/", second_person, name="second_person"),
    path("", desk_home, name="desk_home"),
    path("search/", search, name="search"),
    path("reports/new", report_new, name="report_new"),
    path("arrivals/", arrival_list, name="arrivals"),
    path("arrivals/<uuid:public_id>/", arrival, name="arrival"),
    path("arrivals/<uuid:public_id>/file", arrival_file, name="arrival_file"),
    path("arrivals/<uuid:public_id>/again", arrival_again, name="arrival_again"),
    path("arrivals/<uuid:public_id>/dismiss", arrival_dismiss, name="arrival_dismiss"),
    path("sources/", sources, name="sources"),
    path("sources/<int:pk>/switch", source_switch, name="source_switch"),
    path("sources/<int:pk>/look", source_look, name="source_look"),
    path("reports/<uuid:public_id>/", report, name="report"),
    path("reports/<uuid:public_id>/kept", report_kept, name="report_kept"),
    path("reports/<uuid:public_id>/seal", report_seal, name="report_seal"),
    path("reports/<uuid:public_id>/open", report_open, name="report_open"),
    path("reports/<uuid:public_id>/published", report_published, name="report_published"),
    path("reports/<uuid:public_id>/confidential", report_confidential, name="report_confidential"),
    path("reports/<uuid:public_id>/may-leave", report_may_leave, name="report_may_leave"),
    path("reports/<uuid:public_id>/opinion", report_opinion, name="report_opinion"),
    path("reports/<uuid:public_id>/sections", report_section, name="report_section"),
    path("reports/<uuid:public_id>/items", report_item_add, name="report_item_add"),
    path("reports/<uuid:public_id>/items/<int:pk>", report_item, name="report_item"),
    path("reports/<uuid:public_id>/items/<int:pk>/fields", report_field_add, name="report_field_add"),
    path("reports/<uuid:public_id>/changes", report_changes, name="report_changes"),
    path("reports/<uuid:public_id>/changes/carry", report_carry, name="report_carry"),
    path("reports/<uuid:public_id>/revises", report_revises, name="report_revises"),
    path("reports/<uuid:public_id>/undo", report_undo, name="report_undo"),
    path("reports/<uuid:public_id>/here", report_here, name="report_here"),
    path("reports/<uuid:public_id>/unsaved", report_unsaved, name="report_unsaved"),
    path("reports/<uuid:public_id>/sentences", report_sentence, name="report_sentence"),
    path("reports/<uuid:public_id>/repeats", report_repeats, name="report_repeats"),
    path("reports/<uuid:public_id>/repeats/judge", report_repeat_judge, name="report_repeat_judge"),
    path("reports/<uuid:public_id>/repeats/<int:pk>/undo", report_repeat_undo, name="report_repeat_undo"),
    path("reports/<uuid:public_id>/accept", report_accept, name="report_accept"),
    path("reports/<uuid:public_id>/directory", report_beside, name="report_beside"),
    path("reports/<uuid:public_id>/directory/all", report_beside_all, name="report_beside_all"),
    path("reports/<uuid:public_id>/directory/<int:pk>", report_beside_choose, name="report_beside_choose"),
    path("reports/<uuid:public_id>/set-aside", report_set_aside, name="report_set_aside"),
    path("reports/<uuid:public_id>/take-back", report_take_back, name="report_take_back"),
    path("reviews/", reviews, name="reviews"),
    path("cases/", case_list, name="case_list"),
    path("cases/import", case_import, name="case_import"),
    path("cases/<slug:slug>/export", case_export, name="case_export"),
    path("cases/<slug:slug>/exports/<uuid:public_id>", export_file, name="export_file"),
    path("cases/<slug:slug>/", case_desk, name="case_desk"),
    path("cases/<slug:slug>/chronicle", chronicle_desk, name="chronicle_desk"),
    path("cases/<slug:slug>/edit", case_edit, name="case_edit"),
    path("cases/<slug:slug>/names-checked", case_names_checked, name="case_names_checked"),
    path("cases/<slug:slug>/claims", case_claims, name="case_claims"),
    path("cases/<slug:slug>/show", case_show_all, name="case_show_all"),
    path("cases/<slug:slug>/people/<int:pk>/", person_card, name="person_card"),
    path("cases/<slug:slug>/people/<int:pk>/consents", person_agrees, name="person_agrees"),
    path("cases/<slug:slug>/people/<int:pk>/held", person_held, name="person_held"),
    path("cases/<slug:slug>/people/<int:pk>/minor", person_minor, name="person_minor"),
    path("cases/<slug:slug>/people/<int:pk>/notes", person_notes, name="person_notes"),
    path("cases/<slug:slug>/people/<int:pk>/notes/open", person_notes_open, name="person_notes_open"),
    path("cases/<slug:slug>/people/<int:pk>/notes/write", person_notes_write, name="person_notes_write"),
    path("cases/<slug:slug>/notes/<int:pk>/delete", person_note_delete, name="person_note_delete"),
    path("cases/<slug:slug>/consents/<int:pk>/withdraw", person_takes_back, name="person_takes_back"),
    path("cases/<slug:slug>/subjects/<int:pk>/<slug:predicate>/", claims_beside, name="claims_beside"),
    path("cases/<slug:slug>/subjects/<int:pk>/<slug:predicate>/add", claim_add, name="claim_add"),
    path("cases/<slug:slug>/subjects/<int:pk>/<slug:predicate>/assess", claim_assess, name="claim_assess"),
    path("cases/<slug:slug>/claims/<int:pk>/tell", claim_tell, name="claim_tell"),
    path("cases/<slug:slug>/claims/<int:pk>/judge", claim_judge, name="claim_judge"),
    path("cases/<slug:slug>/claims/<int:pk>/reliable", claim_reliable, name="claim_reliable"),
    path("cases/<slug:slug>/people/<int:pk>/name", person_name, name="person_name"),
    path("cases/<slug:slug>/people/<int:pk>/part", person_part, name="person_part"),
    path("cases/<slug:slug>/same", case_same, name="case_same"),
    path("cases/<slug:slug>/same/judge", case_same_judge, name="case_same_judge"),
    path("cases/<slug:slug>/same/<int:pk>/undo", case_same_undo, name="case_same_undo"),
    path("cases/<slug:slug>/freeze", case_freeze, name="case_freeze"),
    path("cases/<slug:slug>/thaw", case_thaw, name="case_thaw"),
    path("cases/<slug:slug>/publish", case_publish, name="case_publish"),
    path("cases/<slug:slug>/withdraw", case_withdraw, name="case_withdraw"),
    path("cases/<slug:slug>/members", case_members, name="case_members"),
    path("cases/<slug:slug>/members/add", case_member_add, name="case_member_add"),
    path("cases/<slug:slug>/members/<int:pk>/role", case_member_role, name="case_member_role"),
    path("cases/<slug:slug>/members/<int:pk>/remove", case_member_remove, name="case_member_remove"),
    path("cases/<slug:slug>/inquiries", inquiries, name="inquiries"),
    path("cases/<slug:slug>/inquiries/told-calls", told_calls_decide, name="told_calls_decide"),
    path("cases/<slug:slug>/inquiries/log", inquiry_log, name="inquiry_log"),
    path("cases/<slug:slug>/inquiries/<int:pk>/correct", inquiry_correct, name="inquiry_correct"),
    path("cases/<slug:slug>/inquiries/<int:pk>/say", inquiry_say, name="inquiry_say"),
    path("cases/<slug:slug>/inquiries/<int:pk>/withdraw", inquiry_withdraw, name="inquiry_withdraw"),
    path("cases/<slug:slug>/inquiries/<int:pk>/again", inquiry_again, name="inquiry_again"),
    path("cases/<slug:slug>/statements/<int:pk>/correct", statement_correct, name="statement_correct"),
    path("cases/<slug:slug>/statements/<int:pk>/review", statement_review, name="statement_review"),
    path("cases/<slug:slug>/deadlines", deadlines, name="deadlines"),
    path("cases/<slug:slug>/deadlines/new", deadline_new, name="deadline_new"),
    path("cases/<slug:slug>/deadlines/<int:pk>/correct", deadline_correct, name="deadline_correct"),
    path("cases/<slug:slug>/deadlines/<int:pk>/done", deadline_done, name="deadline_done"),
    path("cases/<slug:slug>/remedies", remedies, name="remedies"),
    path("cases/<slug:slug>/remedies/new", remedy_new, name="remedy_new"),
    path("cases/<slug:slug>/remedies/<int:pk>/correct", remedy_correct, name="remedy_correct"),
    path("cases/<slug:slug>/relays", relays, name="relays"),
    path("cases/<slug:slug>/relays/new", relay_new, name="relay_new"),
    path("cases/<slug:slug>/relays/<int:pk>/", relay_desk, name="relay_desk"),
    path("cases/<slug:slug>/relays/<int:pk>/invite", relay_invite, name="relay_invite"),
    path("cases/<slug:slug>/relays/<int:pk>/stop", relay_stop, name="relay_stop"),
    path(
        "cases/<slug:slug>/relays/<int:pk>/callers/<int:caller>/end",
        relay_caller_end,
        name="relay_caller_end",
    ),
    path("stray-replies/", stray_replies, name="stray_replies"),
    path("stray-replies/<int:pk>/mail", stray_reply_mail, name="stray_reply_mail"),
    path("stray-replies/<int:pk>/link", stray_reply_link, name="stray_reply_link"),
    path("frozen-contacts/", frozen_contacts, name="frozen_contacts"),
    path("frozen-contacts/<int:pk>/thaw", frozen_contact_thaw, name="frozen_contact_thaw"),
    path("offices/", offices, name="offices"),
    path("offices/new", office_new, name="office_new"),
    path("offices/<int:pk>/", office, name="office"),
    path("offices/adopt", office_adopt, name="office_adopt"),
    path("offices/<int:pk>/edit", office_edit, name="office_edit"),
    path("offices/<int:pk>/counts", office_counts, name="office_counts"),
    path("offices/<int:pk>/directory", office_take, name="office_take"),
    path("offices/<int:pk>/contacts", contact_add, name="contact_add"),
    path("offices/<int:pk>/serves", accreditation_add, name="accreditation_add"),
    path("serves/<int:pk>/drop", accreditation_drop, name="accreditation_drop"),
    path("confirmations/", confirmations, name="confirmations"),
    path("contacts/<int:pk>/correct", contact_correct, name="contact_correct"),
    path("contacts/<int:pk>/confirm", contact_confirm, name="contact_confirm"),
    path("contacts/<int:pk>/retire", contact_retire, name="contact_retire"),
    path("deliveries/", deliveries, name="deliveries"),
    path("deliveries/retry", deliveries_retry, name="deliveries_retry"),
    path("deliveries/<int:pk>/retry", delivery_retry, name="delivery_retry"),
    path("deliveries/queue/", delivery_queue, name="delivery_queue"),
    path("deliveries/who-sends/", mail_choices, name="mail_choices"),
    path("deliveries/who-sends/choose", mail_choose, name="mail_choose"),
    path("deliveries/who-sends/<int:pk>/leave-open", mail_leave_open, name="mail_leave_open"),
    path("deliveries/queue/stop", sending_stop, name="sending_stop"),
    path("deliveries/queue/go-on", sending_go_on, name="sending_go_on"),
    path("deliveries/queue/pace", sending_pace, name="sending_pace"),
    path("mail/", mail_folder, name="mail_folder"),
    path("mail/<slug:name>", mail_folder_one, name="mail_folder_one"),
    path("audit/", audit, name="audit"),
    path("history/<slug:kind>/<int:pk>/", history, name="history"),
    path("history/<slug:kind>/<int:pk>/restore/<int:revision>", history_restore, name="history_restore"),
    *action_pages,
]
