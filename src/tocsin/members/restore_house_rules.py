"""Bringing back which acts needed a second person."""

from django.utils.translation import gettext as _

from .loosen_house_rules import RULES, other_administrators
from .models import Member
from .restore import CannotRestore
from .revise import State
from .second_person import house_rules
from .set_house_rules import set_house_rules


def restore_house_rules(pk: int, before: State, by: Member) -> None:
    """Raises CannotRestore for a rule that would be let go where there are two administrators."""
    stands = {name: getattr(house_rules(), name) for name in RULES}
    wanted = {name: bool(before.get(name, stands[name])) for name in RULES}
    if other_administrators(by) and any(stands[name] and not wanted[name] for name in RULES):
        raise CannotRestore(_("A rule is let go by two administrators: ask for it on the page of the rules."))
    set_house_rules(by=by, **wanted)
