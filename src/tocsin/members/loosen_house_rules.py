"""Switching off a rule that wants two people: that too takes two, where there are two administrators."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .access import must_administer
from .models import HouseRules, Member, Role, SecondPersonRequest
from .record import record
from .revise import as_it_is, keep_revision
from .second_person import CannotAgree, agree, ask, house_rules, refuse

ACT = "house_rules.loosened"
SUBJECT = "house rules"
RULES = ("second_person_publishes", "second_person_exports")
WORDS = {
    "second_person_publishes": gettext_lazy("publishing needs a second person"),
    "second_person_exports": gettext_lazy("exporting needs a second person"),
}


def other_administrators(member: Member) -> list[Member]:
    """Who could agree to what this member asks for."""
    others = Member.objects.filter(role=Role.ADMINISTRATOR, is_active=True).exclude(pk=member.pk)
    return list(others.order_by("name", "email"))


def ask_to_loosen(rules: list[str], by: Member) -> SecondPersonRequest:
    """Asks another administrator to let these rules go; one request at a time. Raises PermissionDenied."""
    must_administer(by)
    return ask(ACT, SUBJECT, by, why=" ".join(rules))


def asked_to_loosen() -> SecondPersonRequest | None:
    """The request that no administrator has answered."""
    return SecondPersonRequest.objects.select_related("asked_by").filter(act=ACT, answered_at=None).first()


def rules_named(request: SecondPersonRequest) -> list[str]:
    """The rules that would no longer hold, in words."""
    asked = request.why.split()
    return [str(words) for name, words in WORDS.items() if name in asked]


@transaction.atomic
def agree_to_loosen(request: SecondPersonRequest, by: Member) -> None:
    """Agrees, and the rules hold no more. Raises PermissionDenied and CannotAgree."""
    must_administer(by)
    if not (request.asked_by.is_active and request.asked_by.holds(Role.ADMINISTRATOR)):
        raise CannotAgree(_("Whoever asked is no administrator any more: refuse, and ask yourself."))
    agree(request, by)
    SecondPersonRequest.objects.filter(pk=request.pk).update(used_at=timezone.now())
    asked = request.why.split()
    now = {name: getattr(house_rules(), name) and name not in asked for name in RULES}
    store_house_rules(now, by, asked_by=str(request.asked_by))


def refuse_to_loosen(request: SecondPersonRequest, by: Member) -> None:
    """Refuses; whoever asked takes it back by it. Raises PermissionDenied and CannotAgree."""
    must_administer(by)
    refuse(request, by)


def store_house_rules(now: dict[str, bool], by: Member | None, **detail: str) -> None:
    """Stores all rules; the audit keeps what held before. Call it inside the transaction of the act."""
    stored = HouseRules.objects.select_for_update().order_by("pk").first() or HouseRules(pk=1)
    held = as_it_is(stored, RULES)
    was = {"publishing": stored.second_person_publishes, "exporting": stored.second_person_exports}
    for name in RULES:
        setattr(stored, name, now[name])
    stored.save()
    after = {"publishing": stored.second_person_publishes, "exporting": stored.second_person_exports}
    if was != after:
        entry = record("house_rules.set", SUBJECT, by, was=was, now=after, **detail)
        keep_revision(entry, stored, held, as_it_is(stored, RULES))
