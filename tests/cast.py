"""The standing people of the tests.

Dana drafts, Rustam reviews, Petra publishes, Ada administers, Sam supports, Olga is a stranger to the desk.
Nobody sees a case but who is on it: `put_on` puts people on one.
"""

from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from tocsin.cases.models import Case, CaseMember
from tocsin.members.access import SIGNED_IN_AT
from tocsin.members.models import Member, Role

ROLES = {
    "Dana": Role.CONTRIBUTOR,
    "Rustam": Role.REVIEWER,
    "Petra": Role.PUBLISHER,
    "Ada": Role.ADMINISTRATOR,
}
SAM = "sam@supporters.example"
OLGA = "olga@elsewhere.example"


def member(name: str) -> Member:
    """One of the four by name, in the database; the same row each time."""
    email = f"{name.lower()}@desk.example"
    stored = Member.objects.filter(email=email).first()
    return stored or Member.objects.create_user(email, name=name, role=ROLES[name])


def put_on(case: Case, *names: str, role: str = "") -> None:
    """Puts these of the four on the case, with their role in the organisation or with another one."""
    for name in names:
        somebody = member(name)
        CaseMember.objects.update_or_create(
            case=case, member=somebody, defaults={"role": role or somebody.role}
        )


def put_everybody_on(case: Case) -> None:
    """All four, each with the role in the organisation."""
    put_on(case, *ROLES)


def desk_client(name: str) -> Client:
    """A browser in which this member is signed in with both factors."""
    somebody = member(name)
    device, _ = TOTPDevice.objects.get_or_create(user=somebody, confirmed=True, name="app")
    client = Client()
    client.force_login(somebody)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session[SIGNED_IN_AT] = timezone.now().timestamp()
    session.save()
    return client
