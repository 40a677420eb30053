"""One attempt as somebody tells it, before it is stored."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from tocsin.cases.errors import CannotChange
from tocsin.cases.models import InquiryChannel, InquiryOutcome, Stance, Subject
from tocsin.directory.models import Office

# A telephone's clock may run ahead of ours by this much.
CLOCKS_DIFFER = timedelta(minutes=5)


@dataclass(frozen=True)
class Attempt:
    """Whom somebody asked, when, how, and what came of it. `office_name` may stay empty where `office` is given.

    `said` is one thing that was said; `stance` empty: by the outcome. `form_key` tells one form from another.
    """

    outcome: str
    asked_at: datetime
    office: Office | None = None
    office_name: str = ""
    channel: str = InquiryChannel.PHONE
    said: str = ""
    stance: str = ""
    about: Subject | None = None
    spoke_with: str = ""
    asked_by: str = ""
    form_key: str = ""

    @property
    def where(self) -> str:
        return " ".join(self.office_name.split())[:300] or (str(self.office) if self.office else "")

    @property
    def how_said(self) -> str:
        """The stance that was chosen, else the one that the outcome means."""
        refused = self.outcome == InquiryOutcome.REFUSED
        return self.stance or (Stance.REFUSES if refused else Stance.ASSERTS)


def check(attempt: Attempt) -> None:
    """Raises CannotChange with a sentence where something is missing or cannot be."""
    if not attempt.where:
        raise CannotChange(_("Say which office was asked: choose one, or write its name."))
    if attempt.outcome not in InquiryOutcome.values:
        raise CannotChange(_("Say what happened: press one of the outcomes."))
    if attempt.channel not in InquiryChannel.values or attempt.how_said not in Stance.values:
        raise CannotChange(_("Choose one of the words that the form offers."))
    if attempt.asked_at > timezone.now() + CLOCKS_DIFFER:
        raise CannotChange(_("This moment lies ahead. Log an attempt when it has been made."))
