"""Making an action from a case."""

from django.conf import settings
from django.db import transaction

from tocsin.cases.models import Case
from tocsin.cases.queries import case_view
from tocsin.cases.view import CaseView
from tocsin.directory.models import Office
from tocsin.letters.demands import demand_wording, each_once
from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.terms.offices import MISSIONS

from .access import must_draft
from .copied_in_messages import copied_in_messages
from .letter_draft import drafted_letter
from .models import Action, ActionDemand, Ask, LetterText, Target, TargetRole
from .story_draft import drafted_story, foreign_reports

LANGUAGE = "en"


@transaction.atomic
def draft_action(case: Case, by: Member | None) -> Action:
    """A new draft with the case's demands, asks, offices and a first letter. Every call makes another draft."""
    must_draft(case, by)
    view = case_view(case, public=False)
    action = Action.objects.create(
        case=case,
        slug=_free_slug(case.slug),
        title=case.title,
        story=drafted_story(case_view(case, public=True), LANGUAGE, foreign_reports(case, LANGUAGE)),
        organiser=settings.ORGANISATION,
        language=LANGUAGE,
        deadline=None,
        is_sample=case.is_sample,
        created_by=by,
    )
    _take_demands(action, view)
    _take_asks(action, view)
    _take_targets(action, view)
    _take_letter(action)
    record("action.drafted", action, by, case=case.slug)
    return action


def _free_slug(base: str) -> str:
    """The case's own address, numbered: it is short, and never holds a name as a headline might."""
    taken = set(Action.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    numbered = (f"{base}-{n}" for n in range(2, len(taken) + 3))
    return base if base not in taken else next(slug for slug in numbered if slug not in taken)


def _take_demands(action: Action, view: CaseView) -> None:
    """Each once, as one says it in a sentence; how an appeal worded it stays in the case."""
    names = [person.name for person in view.people]
    worded: dict[str, int] = {}
    for demand in view.demands:
        worded.setdefault(demand_wording(demand.wording, names, action.language), demand.pk)
    ActionDemand.objects.bulk_create(
        ActionDemand(action=action, subject_id=worded[text], text=text[:500], position=n)
        for n, text in enumerate(each_once(worded))
        if text
    )


def _take_asks(action: Action, view: CaseView) -> None:
    Ask.objects.bulk_create(
        Ask(
            action=action,
            subject_id=ask.pk,
            kind=ask.kind,
            audience=ask.audience[:200],
            when=(ask.when or ask.deadline)[:30],
            position=position,
        )
        for position, ask in enumerate({(ask.kind, ask.audience): ask for ask in view.asks}.values())
    )


def _take_targets(action: Action, view: CaseView) -> None:
    """Whom the reports say to write to. Organisers and prisoners are no targets, nor are missions in general."""
    roles = {o.office: o.role for o in reversed(view.offices) if o.role in TargetRole.values}
    roles |= dict.fromkeys(copied_in_messages(view.offices), str(TargetRole.SOLIDARITY_COPY))
    nowhere = Office.objects.filter(kind__in=MISSIONS, in_country="", accreditations=None)
    for pk in nowhere.filter(pk__in=roles).values_list("pk", flat=True):
        del roles[pk]
    in_order = dict.fromkeys(o.office for o in view.offices if o.office in roles)
    Target.objects.bulk_create(
        Target(action=action, office_id=office, role=roles[office], position=position)
        for position, office in enumerate(in_order)
    )


def _take_letter(action: Action) -> None:
    """Without a demand there is nothing to write yet."""
    letter = drafted_letter(action, action.language)
    if letter.body:
        LetterText.objects.create(
            action=action, language=letter.language, subject=letter.subject, body=letter.body.strip()
        )
