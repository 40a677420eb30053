"""Staff accounts, their roles, one-time links."""

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    VIEWER = "viewer", _("Viewer: may read the desk")
    CONTRIBUTOR = "contributor", _("Contributor: may bring in reports")
    REVIEWER = "reviewer", _("Reviewer: may review reports and edit cases and actions")
    PUBLISHER = "publisher", _("Publisher: may publish and withdraw")
    ADMINISTRATOR = "administrator", _("Administrator: may add and remove members")


# From least to most; each role may do all that the ones before it may.
RANK = {role: rank for rank, role in enumerate(Role)}


class MemberManager(BaseUserManager["Member"]):
    def create_user(self, email: str, name: str = "", role: str = Role.CONTRIBUTOR) -> "Member":
        """A member without a password: the first sign-in goes by a one-time link."""
        member = self.model(email=self.normalize_email(email).casefold(), name=name, role=role)
        member.set_unusable_password()
        member.save(using=self._db)
        return member


class Member(AbstractBaseUser):
    """One person on the staff. Signs in by link or password, always with a second factor."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.CONTRIBUTOR)
    is_active = models.BooleanField(_("may sign in"), default=True)
    language = models.CharField(
        max_length=20, blank=True, help_text="of her desk and of our mails to her; empty: the site’s first"
    )
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[MemberManager] = MemberManager()

    def __str__(self) -> str:
        return self.name or self.email

    def holds(self, role: str) -> bool:
        """Whether this member's role is `role` or a higher one."""
        return self.is_active and RANK[Role(self.role)] >= RANK[Role(role)]


class SignInLink(models.Model):
    """A one-time way in: dies at first use or after ten minutes. Only the hash of its token is kept."""

    member = models.ForeignKey(Member, on_delete=models.CASCADE, related_name="sign_in_links")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"sign-in link for {self.member}"


class PasswordTry(models.Model):
    """A password tried for an address, known to us or not. Kept for a minute, the address only as a keyed hash."""

    account = models.CharField(max_length=64, db_index=True)
    tried_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"password tried at {self.tried_at:%H:%M:%S}"


class MemberKey(models.Model):
    """A member's own key for sealed notes: the private half only as her passphrase for notes can open it."""

    member = models.OneToOneField(Member, on_delete=models.CASCADE, related_name="notes_key")
    public = models.BinaryField()
    salt = models.BinaryField()
    sealed_private = models.BinaryField()
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"key of {self.member}"
