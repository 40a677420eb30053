"""Every address of the desk, at the largest record that there is of what it shows, and who looks at it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django_otp import DEVICE_ID_SESSION_KEY
from django_otp.plugins.otp_totp.models import TOTPDevice

from tocsin.benches.crowd.fill import Crowd
from tocsin.cases.models import SubjectKind
from tocsin.directory.models import Office
from tocsin.members.access import SIGNED_IN_AT
from tocsin.members.models import Member
from tocsin.reports.models import Arrival, Report
from tocsin.site.urls_desk import urlpatterns

OK = 200
# Whose record the number in an address is, by how the address is called.
_NUMBERED = (("person", "person"), ("claim", "incident"), ("office", "office"), ("history", "case"))
_ASKED = (
    ("desk_home", "state=received"),
    ("desk_home", "state=accepted&after=5000"),
    ("search", "q=Karabalaeva"),
    ("offices", "q=embassy"),
    ("audit", "after=5000"),
    ("deliveries", "page=50"),
)


@dataclass(frozen=True)
class Page:
    """`name` is that of its address, with what is asked of it."""

    name: str
    address: str


def desk_client(member: Member) -> Client:
    """A browser in which the member is signed in with both factors."""
    device, _ = TOTPDevice.objects.get_or_create(user=member, confirmed=True, name="app")
    client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=True)
    client.force_login(member)
    session = client.session
    session[DEVICE_ID_SESSION_KEY] = device.persistent_id
    session[SIGNED_IN_AT] = timezone.now().timestamp()
    session.save()
    return client


def shown(crowd: Crowd, review: Report, client: Client) -> list[Page]:
    """Of all addresses of the desk those that show something; the others are acts, or ask for a link of one's own."""
    pages = (*_everything(crowd, review), *(Page(f"{n}?{q}", f"{reverse(n)}?{q}") for n, q in _ASKED))
    return [page for page in pages if client.get(page.address).status_code == OK]


def _everything(crowd: Crowd, review: Report) -> Iterator[Page]:
    keys = _keys(crowd)
    for pattern in urlpatterns:
        name = str(pattern.name)
        wanted = pattern.pattern.converters
        parts = {part: _part(part, name, crowd, review, keys) for part in wanted}
        try:
            yield Page(name, reverse(name, kwargs=parts))
        except NoReverseMatch:
            continue


def _keys(crowd: Crowd) -> dict[str, int]:
    of_case = crowd.big.subjects.order_by("pk")
    return {
        "person": of_case.filter(kind=SubjectKind.PERSON).values_list("pk", flat=True)[0],
        "incident": of_case.filter(kind=SubjectKind.INCIDENT).values_list("pk", flat=True)[0],
        "office": Office.objects.order_by("pk").values_list("pk", flat=True)[0],
        "case": crowd.big.pk,
    }


def _part(part: str, name: str, crowd: Crowd, review: Report, keys: dict[str, int]) -> Any:
    if part == "pk":
        return next((keys[kind] for begin, kind in _NUMBERED if name.startswith(begin)), 0)
    if part == "public_id":
        arrivals = Arrival.objects.values_list("public_id", flat=True)
        return arrivals[0] if name.startswith("arrival") else review.public_id
    if part == "slug":
        is_action = name.startswith("action_") and name != "action_new"
        return crowd.big.actions.values_list("slug", flat=True)[0] if is_action else crowd.big.slug
    return {"kind": "case", "predicate": "date", "language": "en"}.get(part, "0")
