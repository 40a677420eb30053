"""A person's card: status on its axes, now and over time; how they may be named, on whose consent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.consent import GIVEN, consents_of
from tocsin.cases.consent_stands import consent_stands
from tocsin.cases.elsewhere.held import taken_back_at
from tocsin.cases.models import Case, ConsentBasis, ConsentWay, Naming, PersonAtRisk, SubjectKind
from tocsin.cases.names import namesakes
from tocsin.cases.one_subject import one_subject
from tocsin.cases.queries import case_view
from tocsin.cases.status import status_of
from tocsin.members.access import member_of
from tocsin.members.models import Role
from tocsin.reports.axes import AXIS_WORDS

from .case_file import find_case
from .case_rows import block
from .held_names import held_elsewhere, why_held


@on_case(Role.VIEWER)
def person_card(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    case = find_case(slug)
    return card_page(request, case, get_object_or_404(PersonAtRisk, case=case, pk=pk))


def card_page(request: HttpRequest, case: Case, person: PersonAtRisk, **wrong: Any) -> HttpResponse:
    """The card of whom this person was judged to be; `wrong` says what is wrong with which form."""
    person = PersonAtRisk.objects.select_related("consent_by").get(pk=one_subject(person)[0].pk)
    people = case_view(case, public=False, kinds={SubjectKind.PERSON}).people
    seen = next((p for p in people if p.pk == person.pk), None)
    everybody = [one.pk for one in one_subject(person)]
    axes = status_of(seen.values) if seen else ()
    consents = list(consents_of(person))
    page = {
        "case": case,
        "person": person,
        "title": seen.name if seen else "",
        "axes": axes,
        "said": block(SubjectKind.PERSON, seen, person) if seen else None,
        "silent": [(a, words) for a, words in AXIS_WORDS.items() if a not in {axis.axis for axis in axes}],
        "consents": consents,
        "namesakes": len(namesakes(person)),
        "is_withdrawn": not consent_stands(consents, taken_back_at(everybody)),
        "held_because": why_held(everybody),
        "held_elsewhere": held_elsewhere(everybody, member_of(request)),
        "reports": list(
            case.reports.filter(claims__subject__in=everybody).distinct().defer("original", "draft", "text")
        ),
        "namings": Naming.choices,
        "grounds": [choice for choice in ConsentBasis.choices if choice[0]],
        "givers": [choice for choice in ConsentBasis.choices if choice[0] in GIVEN],
        "consent_ways": ConsentWay.choices,
        "may_edit": holds_on(case, member_of(request), Role.REVIEWER),
        **wrong,
    }
    return render(request, "desk/person.html", page, status=422 if wrong else 200)
