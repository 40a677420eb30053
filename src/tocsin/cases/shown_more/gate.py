"""Whether somebody may show more of a case alone."""

from typing import Any

from tocsin.members.models import AuditEntry, Member
from tocsin.members.second_person import NeedsSecondPerson, is_needed

from ..models import Case

ACT = "case.shown_more"

# What is to be shown, as it is kept with the request: keys of claims, of an assessment, how a person is to be named,
# other words of the case itself, or another telling of a claim that is shown.
Wish = dict[str, Any]


class NeedsAnother(NeedsSecondPerson):
    """It would be public at once: `ask.ask_to_show(case, wish, by)` asks for it instead."""

    def __init__(self, case: Case, wish: Wish) -> None:
        super().__init__()
        self.case, self.wish = case, wish


def needs_another(case: Case, by: Member | None) -> bool:
    """Whether what `by` lets be shown now would be public without anybody else having read it."""
    return by is not None and is_needed(ACT) and _is_seen(case)


def _is_seen(case: Case) -> bool:
    """By its own page, or in an action: also one that is over, since its page stays."""
    return case.is_public or AuditEntry.objects.filter(about_case=case.pk, act="action.published").exists()
