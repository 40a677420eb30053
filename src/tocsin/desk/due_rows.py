"""What is due soon, as the inbox shows it: the first of it, and in which cases the rest is."""

from collections import Counter
from dataclasses import dataclass

from tocsin.cases.deadlines.queries import Due, due_soon
from tocsin.cases.models import Case
from tocsin.members.models import Member

SHOWN = 8


@dataclass(frozen=True)
class DueRows:
    """`more`: each case of what is not shown, with how many."""

    first: list[Due]
    more: list[tuple[Case, int]]

    def __bool__(self) -> bool:
        return bool(self.first)

    @property
    def more_count(self) -> int:
        return sum(count for _case, count in self.more)


def due_rows(member: Member) -> DueRows:
    due = due_soon(member)
    more = Counter(each.deadline.case for each in due[SHOWN:])
    return DueRows(due[:SHOWN], more.most_common())
