"""All that is known of a case, in order."""

from collections.abc import Iterable, Iterator
from datetime import date

from tocsin.cases.models import Case, SubjectKind
from tocsin.cases.queries import case_view
from tocsin.cases.view import CaseView, SubjectView

from .entry import Chronicle, Entry, Person
from .incidents import incident_entry
from .named_people import NamedPeople
from .number_sources import number_reports
from .people import group_entries, person_entries
from .published import report_entry
from .records import inquiry_entries, remedy_entries
from .statements import statement_entries
from .telling import Telling

LANES = ("incidents", "people", "statements", "records", "reports")
TOLD = frozenset({SubjectKind.PERSON, SubjectKind.GROUP, SubjectKind.INCIDENT, SubjectKind.STATEMENT})


def chronicle(case: Case, public: bool) -> Chronicle:
    """In public only what may be shown, through the mask, without what we ourselves asked and tried.

    Nothing of a frozen case is public.
    """
    view = case_view(case, public=public, kinds=TOLD)
    sources = number_reports(case, view, cited_in(view) if public else None)
    telling = Telling(sources, public)
    named = NamedPeople(view.people, public)
    entries = [
        *(incident_entry(incident, telling, named) for incident in view.incidents),
        *(entry for person in view.people for entry in person_entries(person, telling)),
        *(entry for group in view.groups for entry in group_entries(group, telling)),
        *statement_entries(view.statements, telling, named),
        *(() if public else (*inquiry_entries(case), *remedy_entries(case))),
        *(report_entry(source) for source in sources),
    ]
    return Chronicle(
        case=view,
        entries=tuple(_numbered(entries, {pk: person.pk for person in view.people for pk in person.joined})),
        sources=sources,
        people=tuple(_people(view)),
        withheld_count=sum(person.is_withheld for person in view.people),
    )


def cited_in(view: CaseView) -> set[int]:
    """The reports that something shown was read from."""
    return {source.report for part in _subjects(view) for source in part.sources}


def in_order(entry: Entry) -> tuple[date, date, int]:
    """By the first day that it may mean, the sharper first; at one time as the lanes stand, then as it came in."""
    return (entry.dating.begins, entry.dating.ends, LANES.index(entry.lane))


def _numbered(entries: Iterable[Entry], joined: dict[int, int]) -> Iterator[Entry]:
    """`joined`: who was judged to be whom."""
    ordered = sorted(entries, key=in_order)
    numbers = {entry.key: number for number, entry in enumerate(ordered, 1)}
    for entry in ordered:
        yield entry._replace(
            number=numbers[entry.key],
            people=tuple(joined.get(pk, pk) for pk in entry.people),
            against_numbers=tuple(sorted(numbers[key] for key in entry.against)),
        )


def _subjects(view: CaseView) -> Iterator[SubjectView]:
    yield from view.people
    yield from view.groups
    yield from view.incidents
    for thread in view.statements:
        yield from thread.statements


def _people(view: CaseView) -> Iterator[Person]:
    for person in view.people:
        if not (person.is_withheld and view.is_public_view):
            yield Person(person.pk, person.name, person.is_withheld)
