"""The standing people of the tests.

Dana drafts, Rustam reviews, Petra publishes, Ada administers, Sam supports, Olga is a stranger to the desk.
"""

from django.test import Client
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

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
