"""Staff accounts and their roles, the audit trail, and who agreed to what."""

from .audit import AuditEntry, Revision
from .member import RANK, Member, MemberKey, MemberManager, PasswordTry, Role, SignInLink
from .second_person import HouseRules, SecondPersonRequest

__all__ = [
    "RANK",
    "AuditEntry",
    "HouseRules",
    "Member",
    "MemberKey",
    "MemberManager",
    "PasswordTry",
    "Revision",
    "Role",
    "SecondPersonRequest",
    "SignInLink",
]
