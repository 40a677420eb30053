"""Deciding which acts need a second person."""

from django.db import transaction

from .access import must_administer
from .models import HouseRules, Member
from .record import record


@transaction.atomic
def set_house_rules(second_person_publishes: bool, second_person_exports: bool, by: Member | None) -> None:
    """Stores both; the audit keeps what held before. Raises PermissionDenied below administrator."""
    must_administer(by)
    stored = HouseRules.objects.select_for_update().order_by("pk").first() or HouseRules(pk=1)
    was = {"publishing": stored.second_person_publishes, "exporting": stored.second_person_exports}
    stored.second_person_publishes = second_person_publishes
    stored.second_person_exports = second_person_exports
    stored.save()
    now = {"publishing": second_person_publishes, "exporting": second_person_exports}
    record("house_rules.set", "house rules", by, was=was, now=now)
