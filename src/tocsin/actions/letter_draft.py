"""A first letter of an action, drafted from its story and the demands that go into it."""

from tocsin.cases.queries import case_view
from tocsin.directory.models import Office, OfficeKind
from tocsin.language.country_sentences import called
from tocsin.letters.compose import Addressee, Letter, compose
from tocsin.letters.headcount import joined
from tocsin.letters.words import letter_words, telling_language
from tocsin.terms.offices import MISSIONS

from .models import Action, Capacity, TargetRole
from .story_draft import drafted_story, foreign_reports

MOST_NAMES = 3


def drafted_letter(action: Action, language: str, capacity: str = "") -> Letter:
    """The letter in `language`, in English words where nobody has translated them; empty without a demand.

    For a `capacity`, with a sentence that says what such an office can do.
    """
    demands = [demand.text for demand in action.demands.filter(goes_into_letter=True)]
    if not demands:
        return Letter(language, action.title, "")
    return compose(
        _matter(action, language),
        demands,
        [*_story(action, language).splitlines(), *_what_it_can_do(action, capacity, language)],
        _addressee(action, capacity),
        language,
        action.case.country or None,
    )


def _story(action: Action, language: str) -> str:
    """The action's own; in another language the case is told anew, where somebody has translated the words."""
    told_in = telling_language(language)
    if told_in == telling_language(action.language):
        return action.story
    return drafted_story(case_view(action.case, public=True), told_in, foreign_reports(action.case, told_in))


def _matter(action: Action, language: str) -> str:
    """Whom the letter is about, where a few names may be shown."""
    people = [person.name for person in case_view(action.case, public=True).people if not person.is_withheld]
    return joined(people, language) if len(people) <= MOST_NAMES else ""


def _what_it_can_do(action: Action, capacity: str, language: str) -> list[str]:
    sentence = letter_words(language).get("capacities", {}).get(capacity, "")
    where = called(action.case.country, language) if action.case.country else ""
    return [sentence.format(country=where)] if sentence and (where or "{country" not in sentence) else []


def _addressee(action: Action, capacity: str) -> Addressee | None:
    """What the offices that are written to have in common, as far as known: one letter goes to each of them."""
    if capacity:
        kinds = {Capacity.OWN_GOVERNMENT: OfficeKind.MINISTRY, Capacity.PARLIAMENT: OfficeKind.OTHER}
        return Addressee(office="", kind=kinds.get(Capacity(capacity), OfficeKind.COMPANY))
    targets = action.targets.filter(role=TargetRole.TARGET, capacity="").exclude(office__of_country="")
    offices = [target.office for target in targets.select_related("office")]
    countries = {office.of_country for office in offices}
    if len(countries) != 1:
        return None
    return Addressee(office="", kind=_kind(offices), of_country=countries.pop())


def _kind(offices: list[Office]) -> str:
    kinds = {office.kind for office in offices}
    if kinds <= MISSIONS:
        return OfficeKind.EMBASSY
    return kinds.pop() if len(kinds) == 1 else OfficeKind.OTHER
