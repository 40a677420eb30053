"""What became of an action, what offices answered, and what supporters and followers are told."""

from tocsin.followup.announcements.models import Announcement
from tocsin.followup.outcomes.models import Effect, Outcome, OutcomeKind
from tocsin.followup.replies.models import SHOWN, Reply, ReplyMail, ReplyState, Unlinked, Way
from tocsin.followup.updates.models import NoMore, Update, UpdateState, UpdateText

__all__ = [
    "SHOWN",
    "Announcement",
    "Effect",
    "NoMore",
    "Outcome",
    "OutcomeKind",
    "Reply",
    "ReplyMail",
    "ReplyState",
    "Unlinked",
    "Update",
    "UpdateState",
    "UpdateText",
    "Way",
]
