"""What the editors themselves write about a case."""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.members.models import Member, Role
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_hold_on
from .changed import case_changed
from .errors import CannotChange
from .models import Case
from .shown_more.gate import NeedsAnother, needs_another
from .shown_more.takes_away import takes_away

Words = dict[str, str]  # what of it changes: title, country, assessment


def edit_case(case: Case, title: str, country: str, assessment: str, by: Member | None) -> None:
    """Stores title, country (ISO alpha-2 or empty) and our wording. Raises CannotChange without a title.

    Raises NeedsAnother for what would be public at once where two people decide: the words before stay until then.
    Words that are only taken out of our wording go at once.
    """
    must_hold_on(case, by, Role.REVIEWER)
    if not title.strip():
        raise CannotChange(_("A case needs a title."))
    wanted = {"title": title.strip()[:200], "country": country, "assessment": assessment.strip()}
    changed = {name: words for name, words in wanted.items() if words != getattr(case, name)}
    is_less = "assessment" in changed and takes_away(case.assessment, changed["assessment"])
    if not needs_another(case, by):
        return words_changed(case, changed, by)
    if is_less:
        words_changed(case, {"assessment": changed.pop("assessment")}, by)
    if changed:
        raise NeedsAnother(case, {"wording": changed})


@transaction.atomic
def words_changed(case: Case, words: Words, by: Member | None) -> None:
    """What `edit_case` does, by itself or once another person has agreed."""
    was = as_it_is(case, words)
    for name, new in words.items():
        setattr(case, name, new)
    case.save(update_fields=list(words))
    keep_revision(record("case.edited", case, by), case, was, within=case)
    case_changed(case)
