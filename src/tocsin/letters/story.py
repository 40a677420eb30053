"""A story of two to five sentences: who is at risk and how, then what happened, day by day, nothing twice."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from tocsin.letters.happening import can_be_told, day_sentences
from tocsin.letters.telling import group_sentence, people_sentences
from tocsin.letters.words import telling_words
from tocsin.terms.incidents import Incident, incident_types
from tocsin.terms.people import Group, Person

LONGEST, MOST_SENTENCES = 600, 5
MOST_PEOPLE, MOST_GROUPS, MOST_INCIDENTS = 3, 2, 9

# Statuses of the draft schema, the gravest first; the others put nobody at the head of a story.
GRAVEST_STATUS = [
    "killed", "missing", "sentenced", "detained", "charged", "injured", "deported", "in_hiding",
    "threatened", "dismissed", "at_risk", "released", "on_strike", "other",
]  # fmt: skip

# Families of `incident-types.csv`, the gravest first; what is not listed here does not tell a story.
GRAVEST_FAMILY = [
    "killing", "disappearance", "torture", "violence", "arrest", "dispersal", "threat", "press", "denial",
    "coercion", "health", "siege", "law", "removal", "hunger_strike", "labour", "release", "strike", "protest",
]  # fmt: skip

# What somebody is after it happened to them.
LEADS_TO = {
    "mass_arrest": "detained", "arrest": "detained", "incommunicado_detention": "detained",
    "enforced_disappearance": "missing", "abduction": "missing",
    "beating_at_protest": "injured", "beating": "injured", "injury": "injured", "hospitalisation": "injured",
    "ill_treatment_custody": "injured", "torture": "injured",
    "killing": "killed", "killing_at_protest": "killed", "death_in_custody": "killed", "execution": "killed",
    "threat": "threatened", "charge_brought": "charged", "sentence": "sentenced", "deportation": "deported",
    "dismissal": "dismissed", "strike": "on_strike", "release": "released", "acquittal": "released",
}  # fmt: skip

SINGLE_EVENTS = {"injured", "killed", "dismissed", "deported"}

# Families that are worth a sentence though nobody says to whom it happened.
TELL_ALONE = {"killing", "dispersal", "press", "siege", "hunger_strike", "strike", "protest"}


def story(
    people: Sequence[Person], groups: Sequence[Group], incidents: Sequence[Incident], language: str = "en"
) -> str:
    """One line a paragraph; empty where there is nothing to tell. As much as fits, the gravest first."""
    graves = sorted(people, key=lambda p: GRAVEST_STATUS.index(p.status))
    leads = [_dated(person, incidents) for person in graves[:MOST_PEOPLE]]
    events = gravest(_news(incidents, leads, language))
    drafts = [_filled(_Draft(leads[:p], [], language), events) for p in range(len(leads), -1, -1)]
    best = next((draft for draft in drafts if draft.events and draft.is_short), drafts[0])
    return best.with_groups(groups).text


def _filled(draft: "_Draft", events: Sequence[Incident]) -> "_Draft":
    """With every event for which there is room, the gravest first."""
    for event in events:
        longer = _Draft(draft.people, [*draft.events, event], draft.language)
        draft = longer if longer.is_short else draft
    return draft


def gravest(incidents: Sequence[Incident]) -> list[Incident]:
    """Incidents that can be told, the gravest first, each once."""
    told = [i for i in incidents if _family(i) in GRAVEST_FAMILY and can_be_told(i) and _says_something(i)]
    ranked = sorted(told, key=lambda i: (GRAVEST_FAMILY.index(_family(i)), not _has_whom(i), not i.actors))
    once = [i for n, i in enumerate(ranked) if not any(_says_the_same(i, other) for other in ranked[:n])]
    return once[:MOST_INCIDENTS]


class _Draft:
    """Two paragraphs, on the people and on the events. Either may be empty."""

    def __init__(
        self,
        people: Sequence[Person],
        events: Sequence[Incident],
        language: str,
        groups: Sequence[Group] = (),
    ) -> None:
        self.people, self.events, self.language = people, events, language
        lines = [*people_sentences(people, language), *(group_sentence(g, language) for g in groups)]
        self.at_risk = list(dict.fromkeys(lines))
        self.happened = [line for day in _days(events) for line in day_sentences(day, language)]

    @property
    def text(self) -> str:
        return "\n".join(" ".join(part) for part in (self.at_risk, self.happened) if part)

    @property
    def is_short(self) -> bool:
        return len(self.text) <= LONGEST and len(self.at_risk) + len(self.happened) <= MOST_SENTENCES

    def with_groups(self, groups: Sequence[Group]) -> "_Draft":
        """The groups of whom the events do not tell, as far as there is room."""
        by_gravity = sorted(groups, key=lambda group: GRAVEST_STATUS.index(group.status))
        untold = [g for g in by_gravity if not any(_tells_of(event, g) for event in self.events)]
        drafts = (
            _Draft(self.people, self.events, self.language, untold[:n])
            for n in range(min(len(untold), MOST_GROUPS), 0, -1)
        )
        return next((draft for draft in drafts if draft.is_short), self)


def _days(events: Sequence[Incident]) -> list[list[Incident]]:
    """By date, protests first; what has no date comes last, each event by itself."""
    dated = sorted(
        (e for e in events if e.date),
        key=lambda e: (
            (e.date or "").rstrip("?~%"),
            _family(e) not in ("strike", "protest"),
            max((start for start, _end in e.spans), default=0),
        ),
    )
    days = [list(day) for _date, day in groupby(dated, key=lambda e: (e.date or "").rstrip("?"))]
    return days + [[event] for event in events if not event.date]


def _family(incident: Incident) -> str:
    known = incident_types().get(incident.type)
    return known.family if known else ""


def _has_whom(incident: Incident) -> bool:
    return bool(incident.affected or incident.count)


def _says_something(incident: Incident) -> bool:
    if _has_whom(incident):
        return True
    is_placed = bool(incident.date or incident.place)
    return is_placed and bool(incident.actors or _family(incident) in TELL_ALONE)


def _says_the_same(incident: Incident, other: Incident) -> bool:
    """Whether `incident` adds nothing to `other`, which is told."""
    leads_to = LEADS_TO.get(incident.type)
    is_alike = incident.type == other.type or (leads_to and leads_to == LEADS_TO.get(other.type))
    is_alike = is_alike or not _has_whom(incident)
    same_day = not incident.date or (incident.date.rstrip("?") == (other.date or "").rstrip("?"))
    same_people = not _has_whom(incident) or _whom(incident) == _whom(other)
    return bool(is_alike and same_day and same_people and _family(incident) == _family(other))


def _whom(incident: Incident) -> object:
    count = incident.count
    return (count.low, count.high) if count else incident.affected


def _tells_of(incident: Incident, group: Group) -> bool:
    """'Hundreds arrested' tells of the hundreds who are detained."""
    if LEADS_TO.get(incident.type) != group.status:
        return False
    if incident.count and group.count:
        return (incident.count.low, incident.count.high) == (group.count.low, group.count.high)
    return group.label in incident.affected


def _dated(person: Person, incidents: Sequence[Incident]) -> Person:
    """With the day of what happened to the person alone, where the status is a single event."""
    if person.since or not person.name or person.status not in SINGLE_EVENTS:
        return person
    days = [
        i.date for i in incidents if i.affected == (person.name,) and LEADS_TO.get(i.type) == person.status
    ]
    return replace(person, since=next((day for day in days if day), None))


def _news(incidents: Sequence[Incident], leads: Sequence[Person], language: str) -> list[Incident]:
    """What the sentences on the people do not tell already."""
    unnamed = telling_words(language)["unnamed"]
    named = [(person.name or unnamed, person) for person in leads]
    return [i for i in incidents if not _is_told_by(i, named)]


def _is_told_by(incident: Incident, named: Sequence[tuple[str, Person]]) -> bool:
    status = LEADS_TO.get(incident.type)
    if status == "charged" and not incident.affected and any(person.charge for _name, person in named):
        return True
    return bool(incident.affected) and all(
        any(name == who and _holds(person, status, incident) for name, person in named)
        for who in incident.affected
    )


def _holds(person: Person, status: str | None, incident: Incident) -> bool:
    """Whether the person's own sentence says it, or more: the day of an arrest is news where it has no date."""
    if status == "charged" and person.charge:
        return True
    is_bare = not (incident.date or incident.place or incident.actors)
    is_dated = not incident.date or person.since is not None or not person.name
    return is_bare or (person.status == status and is_dated)
