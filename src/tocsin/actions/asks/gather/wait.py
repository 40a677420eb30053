"""Where two people decide what the public reads, what one publisher does with gatherings waits for the second.

Refusing and withdrawing never wait: taking away must be quick.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from tocsin.actions.access import must_publish
from tocsin.actions.models import Action
from tocsin.actions.second_person import agreed_on, asked_action
from tocsin.cases.models import Case
from tocsin.cases.shown_more.ask import own_request
from tocsin.members.models import Member, SecondPersonRequest

from .correct_at_desk import correct_at_desk
from .errors import CannotHost
from .judge import judge_report, show_gathering
from .locked import locked_gathering
from .models import Gathering
from .plan import Plan, plan_of
from .propose import add_gathering
from .report_back import report_at_desk
from .second_publisher import ACT
from .wishes import Asked, Wanted, Wish, is_as_asked, of_plan, of_report, read_wish, takes_the_place_of


def ask_to_add(action: Action, plan: Plan, by: Member) -> SecondPersonRequest:
    return _ask(action, of_plan(Wanted.ADD, plan, None), by)


def ask_to_correct(gathering: Gathering, plan: Plan, by: Member) -> SecondPersonRequest:
    return _ask(gathering.action, of_plan(Wanted.CORRECT, plan, gathering), by)


def ask_to_show(gathering: Gathering, by: Member) -> SecondPersonRequest:
    return _ask(gathering.action, of_plan(Wanted.SHOW, plan_of(gathering), gathering), by)


def ask_to_tell(gathering: Gathering, turnout: int, told: str, by: Member) -> SecondPersonRequest:
    return _ask(gathering.action, of_report(Wanted.TELL, gathering, turnout, told), by)


def ask_to_show_report(gathering: Gathering, by: Member) -> SecondPersonRequest:
    wish = of_report(Wanted.SHOW_REPORT, gathering, gathering.turnout or 0, gathering.told)
    return _ask(gathering.action, wish, by)


@transaction.atomic
def _ask(action: Action, wish: Wish, by: Member) -> SecondPersonRequest:
    """Adds it to what she asked for already.

    Raises PermissionDenied, and CannotChange of the case while somebody else's request is open.
    """
    must_publish(action, by)
    request = own_request(ACT, action, by)
    request.wanted = [*(one for one in request.wanted if not takes_the_place_of(wish, one)), wish]
    request.save(update_fields=["wanted"])
    return request


def asked_gatherings(request: SecondPersonRequest) -> list[Asked]:
    return [read_wish(wish) for wish in request.wanted]


def carry_out(case: Case, request: SecondPersonRequest) -> None:
    """Raises CannotAgree."""
    action = asked_action(case, request)
    with agreed_on(action, request):
        for asked in asked_gatherings(request):
            _do(action, asked, request.asked_by)


def _do(action: Action, asked: Asked, by: Member) -> None:
    if asked.office_is_gone:
        raise CannotHost({"office": _("The office is gone.")})
    if asked.wanted is Wanted.ADD and asked.plan:
        add_gathering(action, asked.plan, by, is_agreed=True)
    elif asked.gathering is None:
        raise CannotHost({"": _("The gathering is gone.")})
    elif not is_as_asked(asked, locked := locked_gathering(asked.gathering)):
        raise CannotHost({"": _("Its host has changed it since: look at it again, and ask anew.")})
    else:
        _do_with(locked, asked, by)


def _do_with(gathering: Gathering, asked: Asked, by: Member) -> None:
    if asked.wanted is Wanted.CORRECT and asked.plan:
        correct_at_desk(gathering, asked.plan, by, is_agreed=True)
    elif asked.wanted is Wanted.SHOW:
        show_gathering(gathering, by, is_agreed=True)
    elif asked.wanted is Wanted.TELL:
        report_at_desk(gathering, asked.turnout, asked.told, by, is_agreed=True)
    else:
        judge_report(gathering, by, is_shown=True, is_agreed=True)
