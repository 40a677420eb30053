"""Members of a case who cannot open all its notes yet."""

from tocsin.members.models import Member

from ..models import Case, CaseKey, CaseMember, ProtectionNote, SealedCaseKey
from .case_key import keys_of_members


def waiting_members(case: Case) -> list[Member]:
    """Those with a passphrase who wait for somebody to open a note and let them in by it."""
    used = CaseKey.objects.filter(pk__in=ProtectionNote.objects.filter(subject__case=case).values("key"))
    keys = set(used.values_list("pk", flat=True))
    return [
        each.member
        for each in keys_of_members(case).select_related("member")
        if keys - set(SealedCaseKey.objects.filter(member=each.member).values_list("key", flat=True))
    ]


def without_passphrase(case: Case) -> list[Member]:
    """Those who have to make a passphrase for notes first."""
    on = CaseMember.objects.filter(case=case, member__notes_key=None).select_related("member")
    return [each.member for each in on]
