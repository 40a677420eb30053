"""Bringing back what was made of the claims: as a new version, which cites the same claims."""

from django.utils.translation import gettext as _

from tocsin.members.models import Member
from tocsin.members.restore import CannotRestore
from tocsin.members.revise import State

from ..assess import assess, assessed
from ..models import Assessment, Claim, ClaimState


def restore_assessment(pk: int, before: State, by: Member) -> Assessment:
    """Raises CannotRestore where a claim that it cited stands no more, and CannotChange as `assess` does."""
    of = Assessment.objects.select_related("subject__case").get(pk=pk)
    then = assessed(of) | before
    standing = Claim.objects.filter(pk__in=then["cites"], state=ClaimState.ACCEPTED, withdrawn_at=None)
    if standing.count() != len(then["cites"]):
        raise CannotRestore(_("A claim that it cited stands no more. Write the assessment anew."))
    return assess(
        of.subject, of.predicate, then["wording"], then["verdict"], then["cites"], by, then["may_be_shown"]
    )
