"""How letters may be said now that names were taken back."""

from collections.abc import Iterable

from django.utils import translation

from tocsin.actions.models import Action
from tocsin.cases.mask import Mask
from tocsin.cases.names import taken_back_mask, with_names_taken_back
from tocsin.delivery.models import Letter
from tocsin.letters.own_words import Drafted
from tocsin.letters.sentences import sentences

LONGEST_SUBJECT = 200
# Subject and body.
Words = tuple[str, str]


class Saying:
    """For one batch of letters of these actions: one query where no name was taken back."""

    def __init__(self, actions: Iterable[Action]) -> None:
        self._cases = with_names_taken_back({action.case_id for action in actions})
        self._masks: dict[tuple[int, str], Mask | None] = {}
        self._drafts: dict[tuple[int, str], Drafted] = {}

    def words(self, action: Action, language: str, words: Words) -> Words | None:
        """The words without such a name where it stands in drafted sentences alone; None where it stands in her own."""
        mask = self.mask(action, language)
        if mask is None or not any(map(mask.touches, words)):
            return words
        subject, body = words
        named = [sentence for sentence in (subject, *sentences(body)) if mask.touches(sentence)]
        drafted = self._drafted(action, language, mask)
        if not named or not all(drafted.has(mask.text(sentence)) for sentence in named):
            return None
        return masked(mask, words)

    def mask(self, action: Action, language: str) -> Mask | None:
        """None where no name of its case was taken back."""
        if action.case_id not in self._cases:
            return None
        key = (action.case_id, language)
        if key not in self._masks:
            with translation.override(language):
                self._masks[key] = taken_back_mask(action.case)
        return self._masks[key]

    def _drafted(self, action: Action, language: str, mask: Mask) -> Drafted:
        """In all of its languages: who wrote in another than she reads has drafted sentences of that."""
        key = (action.pk, language)
        if key not in self._drafts:
            texts = [text for draft in action.letters.all() for text in (draft.subject, draft.body)]
            self._drafts[key] = Drafted(map(mask.text, texts))
        return self._drafts[key]


def masked(mask: Mask, words: Words) -> Words:
    return mask.text(words[0])[:LONGEST_SUBJECT], mask.text(words[1])


def said(letter: Letter) -> Words:
    """As it is shown to its writer: without any such name, whoever wrote it."""
    words = (letter.subject, letter.body)
    mask = Saying([letter.action]).mask(letter.action, letter.language)
    return masked(mask, words) if mask else words
