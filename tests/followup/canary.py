"""A name that its case withholds: it may stand nowhere in public."""

from tocsin.cases.models import Case, Claim, PersonAtRisk

CANARY = "Zuzana Kanarkova"


def withheld(case: Case) -> None:
    """Gives the case a person of that name, on whose showing nobody has agreed."""
    person = PersonAtRisk.objects.create(case=case, kind="person")
    Claim.objects.create(subject=person, predicate="name", value=CANARY, state="accepted")
