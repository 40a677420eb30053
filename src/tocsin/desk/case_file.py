"""The case file: our wording, people, incidents, statements, and every claim with its source."""

from functools import partial
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tocsin.cases.access import holds_on, on_case
from tocsin.cases.elsewhere.held import held_in
from tocsin.cases.elsewhere.held_before import held_before
from tocsin.cases.models import Case, Claim, ConsentBasis, Naming, PersonAtRisk, SubjectKind
from tocsin.cases.names import NAME_PREDICATES
from tocsin.cases.queries import case_view
from tocsin.cases.second_person import RIGHT_FOR
from tocsin.cases.shown_more.ask import Waiting, words_waiting
from tocsin.cases.standing_claims import CHANNELS
from tocsin.cases.vanished import vanished_claims
from tocsin.cases.view import CaseView, StatementThread, SubjectView
from tocsin.language.countries import country_name, find_country
from tocsin.members.access import member_of
from tocsin.members.models import Member, Role
from tocsin.reports.models import Report

from .as_seen import as_seen
from .case_parts import Part, part
from .case_rows import Block, block, waiting_rows, withdrawn_rows
from .find_people import called
from .words_waiting import WordsWaiting, changed_words

# More people than this stand as a list of names that lead to their cards.
MOST_WHOLE = 24


# What the form below is filled from.
WORDING = ("title", "country", "assessment")


class CaseForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    country = forms.CharField(
        label=gettext_lazy("Country of the events"),
        required=False,
        max_length=80,
        help_text=gettext_lazy("Name or two-letter code."),
    )
    assessment = forms.CharField(
        label=gettext_lazy("What we say happened, in our own words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy(
            "Stands first on the public page. Withheld names that you write here are left out there."
        ),
    )

    def clean_country(self) -> str:
        typed = self.cleaned_data["country"].strip()
        code = find_country(typed) if typed else ""
        if code is None:
            raise forms.ValidationError(_("No country is known as “%(name)s”.") % {"name": typed})
        return code


def find_case(slug: str) -> Case:
    """Raises Http404."""
    return get_object_or_404(Case, slug=slug)


@on_case(Role.VIEWER)
def case_desk(request: HttpRequest, slug: str) -> HttpResponse:
    return case_page(request, find_case(slug))


def case_page(request: HttpRequest, case: Case, **wrong: Any) -> HttpResponse:
    """The page; `wrong` holds a form as it was filled in, or what is wrong with a name."""
    view, words = case_view(case, public=False), words_waiting(case)
    page = {
        "case": case,
        "view": view,
        "people": _people_part(view, request, _people(case)),
        "named": _named(request),
        "parts": _parts(view, request),
        "form": CaseForm(initial=_initial(case) | _hers(words, member_of(request))),
        **_words_waiting(words, case, member_of(request)),
        "seen": as_seen(case, *WORDING),
        "reports": Report.objects.filter(cases=case).defer("original", "text", "draft"),
        "held_before": held_before(case),
        "held": set(held_in(case).values_list("person", flat=True)),
        "namings": Naming.choices,
        "grounds": [choice for choice in ConsentBasis.choices if choice[0]],
        "most_whole": MOST_WHOLE,
        "waiting": waiting_rows(case),
        "withdrawn": withdrawn_rows(case),
        "vanished": vanished_claims(case),
        "hidden_count": _hidden_count(case),
        "may_edit": holds_on(case, member_of(request), Role.REVIEWER),
        "may_publish": holds_on(case, member_of(request), Role.PUBLISHER),
        **wrong,
    }
    return render(request, "desk/case_file.html", page, status=422 if wrong else 200)


def _initial(case: Case) -> dict[str, str]:
    return {"title": case.title, "country": _country(case.country), "assessment": case.assessment}


def _hers(asked: Waiting | None, member: Member) -> dict[str, str]:
    """What she has asked for already, so that she goes on from there."""
    if asked is None or asked[0].asked_by_id != member.pk:
        return {}
    words = asked[1]
    return words | ({"country": _country(words["country"])} if "country" in words else {})


def _words_waiting(asked: Waiting | None, case: Case, member: Member) -> dict[str, Any]:
    if asked is None:
        return {"words_waiting": None}
    request, words = asked
    may_agree = holds_on(case, member, RIGHT_FOR[request.act])
    return {
        "words_waiting": WordsWaiting(request, changed_words(case, words)),
        "may_open_words": may_agree or request.asked_by_id == member.pk,
    }


def _country(code: str) -> str:
    return country_name(code, get_language() or "en") if code else ""


def _named(request: HttpRequest) -> str:
    """What is typed of a name, to find its bearer among many."""
    return request.GET.get("name", "").strip()[:200]


def _people_part(view: CaseView, request: HttpRequest, people: dict[int, PersonAtRisk]) -> Part:
    named = _named(request)
    found = called(view.people, named) if named else view.people
    also = f"&{urlencode({'name': named})}" if named else ""
    return part("person", found, lambda p: block(SubjectKind.PERSON, p, people.get(p.pk)), request, also)


def _parts(view: CaseView, request: HttpRequest) -> dict[str, Part]:
    views: dict[SubjectKind, tuple[SubjectView, ...]] = {
        SubjectKind.GROUP: view.groups,
        SubjectKind.INCIDENT: view.incidents,
        SubjectKind.DEMAND: view.demands,
        SubjectKind.ASK: view.asks,
        SubjectKind.OFFICIAL: view.officials,
        SubjectKind.ORGANISATION: view.organisations,
        SubjectKind.LINK: view.links,
    }
    parts = {
        kind.value: part(kind.value, seen, partial(block, kind), request) for kind, seen in views.items()
    }
    return parts | {"statement": part("statement", view.statements, _thread, request)}


def _thread(thread: StatementThread) -> list[Block]:
    return [block(SubjectKind.STATEMENT, statement) for statement in thread.statements]


def _hidden_count(case: Case) -> int:
    """How many claims a press of one button would let be shown."""
    claims = Claim.objects.filter(subject__case=case, may_be_shown=False, withdrawn_at=None, state="accepted")
    names = Q(subject__kind=SubjectKind.PERSON, predicate__in=NAME_PREDICATES)
    return claims.exclude(names).exclude(predicate__in=CHANNELS).count()


def _people(case: Case) -> dict[int, PersonAtRisk]:
    return PersonAtRisk.objects.filter(case=case).select_related("consent_by").in_bulk()
