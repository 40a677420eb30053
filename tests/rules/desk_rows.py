"""Who may open which address of the desk: a row for each route, by hand. A route without a row fails the suite.

`IN_CASE` holds by the role in the case, `IN_HOUSE` by the role in the organisation. An address that takes POST alone
stands in `ACTS`. Adding a route: put its name here, and, where its address names something new, that thing
into `standing_objects.py`.
"""

from tocsin.members.models import Role

IN_CASE: dict[Role, str] = {
    Role.VIEWER: """
        report report_kept report_beside case_desk case_members
        action_edit day_of_action action_contacts action_directory action_preview action_bundles chronicle_desk inquiries deadlines remedies
        relays relay_desk case_same follow_up update_desk
        reply_desk
        report_repeats report_changes person_card claims_beside
        history person_notes person_notes_open
    """,
    Role.CONTRIBUTOR: """
        person_notes_write report_confidential
        inquiry_log inquiry_correct inquiry_say inquiry_again deadline_new
        deadline_correct deadline_done remedy_new remedy_correct
    """,
    Role.REVIEWER: """
        history_restore person_note_delete
        report_revises report_carry report_repeat_judge report_repeat_undo person_agrees person_held person_minor person_takes_back told_calls_decide claim_add claim_assess
        claim_tell claim_judge claim_reliable case_export export_file case_same_judge case_same_undo report_here report_unsaved report_undo inquiry_withdraw statement_correct statement_review relay_new relay_invite relay_stop relay_caller_end report_open report_published report_may_leave report_opinion report_section report_item_add report_item
        report_field_add report_sentence report_accept report_beside_all report_beside_choose report_set_aside
        report_seal report_take_back case_names_checked case_edit case_claims case_show_all person_name person_part case_freeze action_new
        action_story action_demands action_asks action_directory_add action_target_add action_target_role action_target_capacity
        action_target_drop action_letter_new action_letter action_letter_drop action_test action_organisations action_causes
        action_messages all_clear_end
        cell_notes cell_note_file
        translations translation translation_open translation_take translation_back translation_end
        reply_type_in
    """,
    Role.PUBLISHER: """
        day_call day_call_off gathering_add gathering_judge gathering_report gathering_desk gathering_correct gathering_turnout
        second_person case_thaw case_publish case_withdraw action_publish action_close action_history
        action_withdraw delivery_retry action_bundle_when action_bundle_make bundle_file
        cause_name cause_verify cause_withdraw
        organisation_confirm organisation_show organisation_refuse organisation_withdraw
        stance_record stance_take_back
        messages_decide messages_booklet all_clear_give booklet_mail
        cell_note_make
        unusual_letters letters_take_out letters_put_back alarm_dismiss
        outcome_record outcome_take_back reply_decide reply_mail
        update_new update_write update_test update_send announcement
    """,
    Role.ADMINISTRATOR: "case_member_add case_member_role case_member_remove",
}
IN_HOUSE: dict[Role, str] = {
    Role.VIEWER: """
        own_account new_recovery_codes own_language desk_home arrivals arrival reviews case_list action_list offices office confirmations deliveries delivery_queue mail_choices search notes_key
    """,
    Role.CONTRIBUTOR: "report_new arrival_file arrival_again",
    Role.REVIEWER: """
        arrival_dismiss office_new office_adopt office_edit office_counts office_take contact_add
        accreditation_add accreditation_drop contact_correct contact_confirm contact_retire
        frozen_contacts
    """,
    Role.PUBLISHER: "frozen_contact_thaw deliveries_retry mail_choose mail_leave_open sending_stop sending_go_on sending_pace mail_folder mail_folder_one audit",
    Role.ADMINISTRATOR: """
        members member_link member_role member_forget member_remove case_appoint house_rules
        sources source_switch source_look case_import partners partner partner_key partner_revoke
        stray_replies stray_reply_link stray_reply_mail
    """,
}
# The way in: open to everybody.
OPEN = "sign_in sign_in_link second_factor enrol enrol_qr sign_out"
# Pages that are read by GET; every other row is an act, which takes POST alone.
PAGES = """
    report report_kept report_seal report_beside report_accept case_desk case_members chronicle_desk inquiries
    deadlines remedies relays relay_desk action_edit day_of_action action_contacts action_directory action_preview action_letter
    action_letter_new unusual_letters second_person own_account desk_home arrivals arrival arrival_file case_list action_list offices office
    confirmations frozen_contacts deliveries delivery_queue mail_choices report_new office_new mail_folder mail_folder_one audit members house_rules sources
    reviews case_same case_export export_file action_bundles bundle_file case_import report_repeats person_card claims_beside
        report_changes search history history_restore person_notes notes_key follow_up action_organisations action_causes
        reply_desk reply_mail stray_replies stray_reply_mail update_desk
        action_messages messages_booklet translations translation
        cell_notes cell_note_file partners partner announcement gathering_desk
"""


def least_role(table: dict[Role, str]) -> dict[str, Role]:
    """Route -> the lowest role that may."""
    return {name: role for role, names in table.items() for name in names.split()}
