"""Actions at the stages of their life, about the invented case of `tests/reports/drafts.py`."""

from tests import cast
from tests.cases.test_accept import reviewed
from tocsin.actions.draft_action import draft_action
from tocsin.actions.models import Action
from tocsin.actions.publish import publish
from tocsin.cases.accept import accept_report
from tocsin.cases.edit import edit_case
from tocsin.cases.models import Case, Claim, PersonAtRisk
from tocsin.cases.name_person import show_name
from tocsin.cases.show_claim import show_claims
from tocsin.directory.add_contact import add_contact
from tocsin.directory.models import ContactPoint, Office
from tocsin.members.models import Member


def case_of(by: Member, **changed: object) -> Case:
    """A case whose claims may all be shown and that all four work on; the name of its person at risk is withheld."""
    case = accept_report(reviewed(by, **changed), by)
    show_claims(Claim.objects.filter(subject__case=case), by)
    cast.put_everybody_on(case)
    edit_case(case, "Free the dockers’ lawyer", "LV", "", by)
    return case


def draft_of(by: Member) -> Action:
    """A draft that still names the person whose name is withheld."""
    return draft_action(case_of(by), by)


def ready_of(by: Member) -> Action:
    """A draft from which nothing is missing: its case says on what ground the name is shown."""
    return made_ready(draft_of(by), by)


def made_ready(draft: Action, by: Member) -> Action:
    person = PersonAtRisk.objects.get(case=draft.case)
    show_name(person, "full", "published", "Harbour Bulletin of 8 May 2015", by)
    return draft


def open_of(publisher: Member) -> Action:
    return opened(draft_of(publisher), publisher)


def opened(draft: Action, publisher: Member) -> Action:
    return publish(made_ready(draft, publisher), publisher)


def confirmed_email(office: Office, by: Member, value: str = "oslo@embassy.example") -> ContactPoint:
    return add_contact(office, "email", value, "the embassy’s own site", "2026-01-05", by)
