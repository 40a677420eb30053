"""Putting beside a stored office what the directory says of it and what does not stand there yet."""

from django.db import transaction

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.terms import offices as terms

from .access import must_vouch
from .adopt import adopt_into
from .models import Office
from .told import fill


@transaction.atomic
def take_missing(office: Office, mission: terms.Office, by: Member) -> Office:
    """Nothing is overwritten, nothing confirmed; an office that was not known to be this mission is from then on."""
    must_vouch(by)
    if office.shipped_key != mission.key:
        return adopt_into(office, mission, by)
    fill([(office, mission)])
    record("directory.taken", office, by, key=mission.key)
    return office
