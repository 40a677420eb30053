"""The key of a case: 32 random bytes, stored only as its members can open them."""

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.views.decorators.debug import sensitive_variables
from nacl.public import PrivateKey, PublicKey, SealedBox
from nacl.secret import SecretBox
from nacl.utils import random

from tocsin.members.models import Member, MemberKey

from ..models import Case, CaseKey, CaseMember, SealedCaseKey


def keys_of_members(case: Case) -> QuerySet[MemberKey]:
    """Of those members of the case who have a passphrase for notes."""
    on = CaseMember.objects.filter(case=case).values("member")
    return MemberKey.objects.filter(member__in=on, member__is_active=True)


@sensitive_variables("secret")
def new_key(case: Case) -> CaseKey:
    """A new generation, sealed to all who are on the case now. It needs nobody's passphrase."""
    key, secret = CaseKey.objects.create(case=case), random(SecretBox.KEY_SIZE)
    for member_key in keys_of_members(case):
        seal_to(key, secret, member_key)
    return key


@sensitive_variables("secret")
def seal_to(key: CaseKey, secret: bytes, member_key: MemberKey) -> None:
    sealed = SealedBox(PublicKey(bytes(member_key.public))).encrypt(secret)
    SealedCaseKey.objects.create(key=key, member_id=member_key.member_id, sealed=bytes(sealed))


@sensitive_variables("private")
def secrets_for(case: Case, member: Member, private: PrivateKey) -> dict[int, bytes]:
    """Every generation of the case's key that the member can open, by its primary key."""
    sealed = SealedCaseKey.objects.filter(key__case=case, member=member)
    return {each.key_id: SealedBox(private).decrypt(bytes(each.sealed)) for each in sealed}


@sensitive_variables("secrets")
def let_others_in(case: Case, secrets: dict[int, bytes]) -> list[Member]:
    """Seals these keys to members of the case who cannot open them yet; whom it let in."""
    let_in = {}
    for member_key in keys_of_members(case).select_related("member"):
        has = SealedCaseKey.objects.filter(member=member_key.member, key__in=secrets)
        missing = set(secrets) - set(has.values_list("key", flat=True))
        for key in CaseKey.objects.filter(pk__in=missing):
            seal_to(key, secrets[key.pk], member_key)
            let_in[member_key.member_id] = member_key.member
    return list(let_in.values())


def shut_out(member: Member, case: Case) -> None:
    """Who left can open nothing that is stored here; what is written from now on has another key."""
    held = SealedCaseKey.objects.filter(key__case=case, member=member)
    if held.exists():
        held.delete()
        new_key(case)


def notes_key_made(payload: dict[str, Any]) -> None:
    """Handles "members.notes_key_made": what was sealed to her former key is no use, and may be known to others."""
    with transaction.atomic():
        member = Member.objects.get(pk=payload["member"])
        for case in Case.objects.filter(keys__sealed__member=member).distinct():
            shut_out(member, case)
