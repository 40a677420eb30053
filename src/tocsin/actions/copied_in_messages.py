"""Whether a copy that a report asks for is one of the letters, or of the messages of solidarity."""

from collections.abc import Iterator, Sequence

from tocsin.cases.view import OfficeView
from tocsin.reports.codes import ContactRole

# Characters between the two addresses of "messages to A with copies to B".
IN_ONE_BREATH = 40

Place = tuple[int, int, int]


def copied_in_messages(offices: Sequence[OfficeView]) -> set[int]:
    """The offices (keys of `directory.Office`) that a report names right after whoever gets messages, for a copy."""
    heard = [place for o in offices if o.role == ContactRole.SOLIDARITY_TO for place in _places(o)]
    found = set()
    for office in offices:
        if office.role == ContactRole.COPY_TO and any(_follows(place, heard) for place in _places(office)):
            found.add(office.office)
            heard.extend(_places(office))
    return found


def _places(office: OfficeView) -> Iterator[Place]:
    """Report, beginning and end of the words in which its role was read."""
    for value in office.all("role"):
        for source in value.sources:
            yield from ((source.report, start, end) for start, end in source.spans)


def _follows(place: Place, heard: Sequence[Place]) -> bool:
    report, start, _end = place
    return any(report == before and 0 <= start - end <= IN_ONE_BREATH for before, _start, end in heard)
