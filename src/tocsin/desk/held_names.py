"""Names held back because of what became of somebody so called in another case, as the desk shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tocsin.cases.elsewhere.held import came_from, held_for, waiting_for
from tocsin.cases.models import Case, Claim, HeldBecause, HeldName, Subject
from tocsin.cases.one_subject import one_subject
from tocsin.members.models import Member

WHY = {
    HeldBecause.CONSENT: gettext_lazy("Somebody of this name withdrew consent elsewhere."),
    HeldBecause.WITHHELD: gettext_lazy("The name of somebody so called was withheld elsewhere."),
    HeldBecause.CHILD: gettext_lazy("Somebody of this name was noted elsewhere as under 18."),
}


@dataclass(frozen=True)
class Held:
    """A person whose name is held back: the key of whoever stands for her, and why."""

    case: Case
    person: int
    name: str
    why: tuple[str, ...]


def held_waiting(member: Member) -> list[Held]:
    """What the member is asked about, in all cases in which she may answer."""
    return _rows(waiting_for(member))


def held_elsewhere(people: Iterable[int], member: Member) -> list[Held]:
    """What these people hold back in other cases that the member may open."""
    return _rows(came_from(people, member))


def why_held(people: Iterable[int]) -> list[str]:
    """Why the name of these, who are one, is held back; empty where it is not."""
    reasons = set(held_for(people).values_list("because", flat=True))
    return [str(words) for because, words in WHY.items() if because in reasons]


def _rows(held: Iterable[HeldName]) -> list[Held]:
    reasons: dict[int, tuple[Case, set[str]]] = {}
    for row in held:
        root = one_subject(row.person)[0].pk
        reasons.setdefault(root, (row.person.case, set()))[1].add(row.because)
    names = _names(reasons)
    return [
        Held(case, pk, names.get(pk, _("Not named")), tuple(str(w) for b, w in WHY.items() if b in why))
        for pk, (case, why) in reasons.items()
    ]


def _names(people: Iterable[int]) -> dict[int, str]:
    named = Subject.objects.filter(pk__in=list(people)).values("pk")
    claims = Claim.objects.filter(subject__in=named, predicate="name").order_by("-pk")
    return {pk: str(value) for pk, value in claims.values_list("subject", "value")}
