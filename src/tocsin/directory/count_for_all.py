"""Saying that an office counts for every case, or for those alone whose reports print it."""

from django.db import transaction

from tocsin.members.models import Member
from tocsin.members.record import record
from tocsin.members.revise import as_it_is, keep_revision

from .access import must_vouch
from .models import Office


@transaction.atomic
def count_for_all(office: Office, by: Member, counts: bool = True) -> Office:
    must_vouch(by)
    office = Office.objects.select_for_update().get(pk=office.pk)
    if office.in_directory != counts:
        was = as_it_is(office, ["in_directory"])
        office.in_directory = counts
        office.save(update_fields=["in_directory"])
        act = "directory.counts_for_all" if counts else "directory.counts_for_its_cases"
        keep_revision(record(act, office, by), office, was)
    return office
