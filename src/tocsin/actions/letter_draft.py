"""A first letter of an action, drafted from its story and the demands that go into it."""

from tocsin.directory.models import Office, OfficeKind
from tocsin.letters.compose import Addressee, Letter, compose

from .models import Action, TargetRole

MISSIONS = {OfficeKind.EMBASSY, OfficeKind.CONSULATE, OfficeKind.PERMANENT_MISSION}


def drafted_letter(action: Action, language: str) -> Letter:
    """The letter in `language`, in English words where nobody has translated them; empty without a demand."""
    demands = [demand.text for demand in action.demands.filter(goes_into_letter=True)]
    if not demands:
        return Letter(language, action.title, "")
    return compose(action.title, demands, action.story.splitlines(), _addressee(action), language)


def _addressee(action: Action) -> Addressee | None:
    """What all the offices that are written to have in common: one letter goes to each of them."""
    offices = [t.office for t in action.targets.filter(role=TargetRole.TARGET).select_related("office")]
    countries = {office.of_country for office in offices}
    if len(countries) != 1 or not all(countries):
        return None
    return Addressee(office="", kind=_kind(offices), of_country=countries.pop())


def _kind(offices: list[Office]) -> str:
    kinds = {office.kind for office in offices}
    if kinds <= MISSIONS:
        return OfficeKind.EMBASSY
    return kinds.pop() if len(kinds) == 1 else OfficeKind.OTHER
