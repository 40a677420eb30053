"""What somebody tells of a gathering, before it is one."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from tocsin.directory.models import Office
from tocsin.language.zones import clock

from .models import Gathering, Where

NO_END = timedelta(hours=1)
FIELDS = (
    "kind", "where", "office", "country", "city", "place", "link", "on", "starts", "ends", "zone", "capacity",
    "languages", "accessibility", "bring",
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """`on`, `starts` and `ends` are by the clock of `zone` (IANA); `country` is ISO alpha-2. An end before the start is of the next day."""

    kind: str
    where: str
    on: date
    starts: time
    zone: str
    country: str
    ends: time | None = None
    city: str = ""
    place: str = ""
    link: str = ""
    office: Office | None = None
    capacity: int | None = None
    languages: str = ""
    accessibility: str = ""
    bring: str = ""

    @property
    def starts_at(self) -> datetime:
        return datetime.combine(self.on, self.starts, clock(self.zone))

    @property
    def ends_at(self) -> datetime:
        if self.ends is None:
            return self.starts_at + NO_END
        end = datetime.combine(self.on, self.ends, clock(self.zone))
        return end if end > self.starts_at else end + timedelta(days=1)

    @property
    def is_online(self) -> bool:
        return self.where == Where.ONLINE

    @property
    def public_words(self) -> dict[str, str]:
        """What the public reads of it as it was typed, by field."""
        names = ("city", "place", "languages", "accessibility", "bring")
        return {name: getattr(self, name) for name in names}


def plan_of(gathering: Gathering) -> Plan:
    return Plan(**{name: getattr(gathering, name) for name in FIELDS})


def put_into(gathering: Gathering, plan: Plan) -> None:
    """Sets the fields of a gathering; stores nothing."""
    for name in FIELDS:
        setattr(gathering, name, getattr(plan, name))
    gathering.starts_at, gathering.ends_at = plan.starts_at, plan.ends_at
