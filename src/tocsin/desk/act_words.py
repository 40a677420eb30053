"""What was done to a record, in words: the audit trail keeps acts by codes."""

from django.utils.translation import gettext_lazy

ACT_WORDS = {
    "action.closed_as_history": gettext_lazy("closed the action as history"),
    "action.alarm_dismissed": gettext_lazy("saw an alarm about letters"),
    "action.letters_put_back": gettext_lazy("put letters back into the count"),
    "action.letters_taken_out": gettext_lazy("took letters out of the count"),
    "action.published": gettext_lazy("published the action"),
    "action.withdrawn": gettext_lazy("withdrew the action"),
    "action.reopened": gettext_lazy("opened the action again"),
    "outcome.recorded": gettext_lazy("recorded an outcome"),
    "outcome.taken_back": gettext_lazy("took an outcome back"),
    "case.edited": gettext_lazy("changed what we say of the case"),
    "case.frozen": gettext_lazy("froze the case"),
    "case.member_added": gettext_lazy("put somebody on the case"),
    "case.member_removed": gettext_lazy("took somebody off the case"),
    "case.member_role_changed": gettext_lazy("changed a role in the case"),
    "case.published": gettext_lazy("gave the case a public page"),
    "case.thawed": gettext_lazy("took the case into use again"),
    "case.withdrawn": gettext_lazy("took the public page away"),
    "claim.accepted": gettext_lazy("accepted the claim"),
    "claim.hidden": gettext_lazy("hid the claim from the public"),
    "claim.rejected": gettext_lazy("left the claim out"),
    "claim.restored": gettext_lazy("brought the claim back"),
    "claim.shown": gettext_lazy("let the claim be shown"),
    "claim.told": gettext_lazy("changed how it was said"),
    "claim.withdrawn": gettext_lazy("withdrew the claim"),
    "claims.hidden": gettext_lazy("hid claims from the public"),
    "claims.shown": gettext_lazy("let claims be shown"),
    "contact.confirmed": gettext_lazy("confirmed the contact"),
    "contact.retired": gettext_lazy("took the contact out of use"),
    "deadline.corrected": gettext_lazy("changed the deadline"),
    "deadline.done": gettext_lazy("marked the deadline as done"),
    "deadline.taken_up": gettext_lazy("took the deadline up again"),
    "house_rules.set": gettext_lazy("changed the house rules"),
    "inquiry.corrected": gettext_lazy("corrected the inquiry"),
    "inquiry.restored": gettext_lazy("brought the inquiry back"),
    "inquiry.withdrawn": gettext_lazy("withdrew the inquiry"),
    "office.edited": gettext_lazy("changed the office"),
    "person.minor_set": gettext_lazy("said whether they are under 18"),
    "person.name_shown": gettext_lazy("let the name be shown"),
    "person.name_withheld": gettext_lazy("withheld the name"),
    "relay.stopped": gettext_lazy("stopped the calls"),
    "relay.taken_up": gettext_lazy("took the calls up again"),
    "remedy.corrected": gettext_lazy("corrected the remedy"),
    "report.published_set": gettext_lazy("set the date of publication"),
    "report.set_aside": gettext_lazy("set the report aside"),
    "report.taken_back": gettext_lazy("took the report up again"),
}


def act_words(act: str) -> str:
    """'name shown' for `person.name_shown` where there are no better words."""
    return str(ACT_WORDS.get(act, act.partition(".")[2].replace("_", " ")))
