"""Taking back that an office answers to a country."""

from django.db import transaction

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .add_accreditation import STATED
from .models import Accreditation


@transaction.atomic
def drop_accreditation(accreditation: Accreditation, by: Member) -> None:
    """Removes the statement; what it said and where stays in the audit."""
    must_vouch(by)
    said = {"serves": accreditation.serves, "source": accreditation.source, "date": accreditation.source_date}
    entry = record("accreditation.dropped", accreditation.office, by, **said)
    was = as_it_is(accreditation, ("office", *STATED))
    keep_revision(entry, accreditation, was, {}, within=accreditation.office)
    accreditation.delete()
