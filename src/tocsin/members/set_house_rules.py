"""Deciding which acts need a second person."""

from django.db import transaction

from .access import must_administer
from .loosen_house_rules import RULES, ask_to_loosen, other_administrators, store_house_rules
from .models import Member
from .second_person import house_rules


def set_house_rules(second_person_publishes: bool, second_person_exports: bool, by: Member | None) -> bool:
    """Stores both; the audit keeps what held before. Raises PermissionDenied below administrator.

    A rule that held and should hold no more stays until another administrator agrees, where there is one:
    False if it was asked for instead.
    """
    must_administer(by)
    wanted = dict(zip(RULES, (second_person_publishes, second_person_exports), strict=True))
    with transaction.atomic():
        stored = house_rules()
        loosened = [name for name in RULES if getattr(stored, name) and not wanted[name]]
        must_ask = bool(by and loosened and other_administrators(by))
        store_house_rules(wanted | dict.fromkeys(loosened, True) if must_ask else wanted, by)
        if by and must_ask:
            ask_to_loosen(loosened, by)
    return not must_ask
