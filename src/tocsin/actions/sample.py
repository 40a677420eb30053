"""The shipped sample made into what a reviewer would make of it: one case, and a closed action that shows it.

The two appeals of 2011 were reviewed by the project; the third waits in the inbox for whoever wants to try a review.
"""

from django.db import transaction

from tocsin.cases.accept import accept_report
from tocsin.cases.models import Case, ConsentBasis, Naming, PersonAtRisk
from tocsin.cases.name_person import show_name
from tocsin.cases.publish import publish_case
from tocsin.reports.decide import accept
from tocsin.reports.models import Report, ReviewField
from tocsin.reports.open_review import open_review
from tocsin.reports.sample import load_sample

from .close import close_as_history
from .draft_action import draft_action
from .models import Action

REVIEWED = ("aktau-2011-06.txt", "zhanaozen-2011-06.txt")
TITLE = "Kazakhstan: the oil workers' strike of 2011"
# Who stands in the sample by name or initials, and why that may be shown.
NAMED = {
    "Natalia Sokolova": (
        Naming.FULL,
        "A public figure; named in every public account of the strike since 2011.",
    ),
    "A. A.": (Naming.INITIALS, "Stands in the sample by initials only."),
}


@transaction.atomic
def load_sample_action() -> Action:
    """Loads the sample, and shows its first case as history. Called again it changes nothing."""
    reports = {report.name: report for report in load_sample()}
    if shown := Action.objects.filter(is_sample=True).first():
        return shown
    case = _case_of([reports[name] for name in REVIEWED])
    _name_people(case)
    publish_case(case, by=None)
    return close_as_history(draft_action(case, by=None), by=None)


def _case_of(reports: list[Report]) -> Case:
    first, *others = reports
    case = _reviewed(first)
    for report in others:
        _reviewed(report, case)
    return case


def _reviewed(report: Report, case: Case | None = None) -> Case:
    open_review(report)
    accept(ReviewField.objects.filter(item__report=report), by=None, may_be_shown=True)
    return accept_report(report, by=None, case=case, title=TITLE)


def _name_people(case: Case) -> None:
    for person in PersonAtRisk.objects.filter(case=case):
        names = [claim.value for claim in person.claims.filter(predicate="name")]
        for name in names:
            if name in NAMED:
                naming, note = NAMED[name]
                show_name(person, naming, ConsentBasis.PUBLISHED, note, by=None)
