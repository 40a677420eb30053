"""The sentences that the reader could not place, and what a reviewer may say of them."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from tocsin.reports.codes import Use
from tocsin.reports.models import Section
from tocsin.reports.queries import Sentence

# What a sentence can be made into, and what a reviewer may say of it instead.
SECTIONS_OF_A_SENTENCE = (
    Section.INCIDENTS,
    Section.STATEMENTS,
    Section.DEMANDS,
    Section.ASKS,
    Section.GROUPS,
    Section.PEOPLE,
)
USES_OF_A_SENTENCE = (Use.OPINION, Use.BACKGROUND, Use.FURNITURE, Use.USED)

# What words marked in the text are added as, and how a button calls it.
ONE_WORD = {
    Section.PEOPLE: _("a person"),
    Section.INCIDENTS: _("an incident"),
    Section.GROUPS: _("a group"),
    Section.STATEMENTS: _("a statement"),
    Section.DEMANDS: _("a demand"),
    Section.ASKS: _("an ask"),
    Section.CONTACTS: _("a contact"),
    Section.OFFICIALS: _("an official"),
    Section.ORGANISATIONS: _("an organisation"),
}
ADDED_FROM_WORDS = tuple(ONE_WORD)


def placed(all_sentences: list[Sentence]) -> dict[str, Any]:
    """For the template."""
    return {
        "unplaced": [s for s in all_sentences if s.use == Use.UNPLACED],
        "placed_by_hand": [s for s in all_sentences if s.is_marked and s.use != Use.UNPLACED],
        "sentence_sections": [(s.value, s.label) for s in SECTIONS_OF_A_SENTENCE],
        "sentence_uses": [(u.value, u.label) for u in USES_OF_A_SENTENCE],
    }
