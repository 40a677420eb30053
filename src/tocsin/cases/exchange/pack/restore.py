"""Table by table from the zip into the database. Runs inside the transaction of `import_case`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any
from uuid import uuid4

from django.db import models
from django.utils.translation import gettext as _

from tocsin.directory.models import ContactPoint
from tocsin.members.models import Member, Role
from tocsin.reports.models import Arrival, Report

from ...models import Case, PersonAtRisk, ToldCall
from .arrivals import bring_bytes
from .check import Checked
from .errors import CannotImport
from .free_slug import free_slug
from .read_row import Line, fits, lines, place, places, plain_values
from .reports import restored_reports
from .sound import Known, must_be_sound, must_be_whole
from .standing_here import StandingHere
from .tables import TABLE_OF, TABLES, Table

CHUNK = 500
# Their texts and drafts are long.
REPORTS_AT_ONCE = 100


class Restoring:
    """`keys[table]` are the keys of the rows here, by their place there.

    `at` is the file that is being read: what the database refuses stands there.
    """

    def __init__(self, checked: Checked, progress: Callable[[int, int], None]) -> None:
        self._checked, self._progress = checked, progress
        self._known = Known()
        self.at = ""
        self.keys: dict[str, list[Any]] = {}
        self._here = StandingHere(checked)
        self.strangers: list[str] = []

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.keys["cases"][0])

    @property
    def reports_here(self) -> int:
        return len(self._here.keys["reports"])

    def everything(self) -> None:
        if len(list(islice(self._lines("cases"), 2))) != 1:
            raise CannotImport(_("This zip does not hold one case."))
        self.keys["members"] = [self._member(line) for line in self._lines("members")]
        for done, table in enumerate(TABLES):
            self._table(table)
            self._progress(done + 1, len(TABLES))
        links = Case.reports.through
        links.objects.bulk_create(
            (links(case_id=self.keys["cases"][0], report_id=key) for key in self.keys["reports"]),
            batch_size=CHUNK,
        )

    def _lines(self, name: str) -> Iterator[Line]:
        """None of a table that an older zip has not."""
        self.at = f"tables/{name}.jsonl"
        if self.at not in self._checked.manifest["files"]:
            return
        with self._checked.packed.open(self.at) as file:
            yield from lines(file, self.at)

    def _member(self, line: Line) -> int:
        """By address; who is not on the staff here comes along as a name that cannot sign in."""
        email, name = line.row.get("email"), line.row.get("name", "")
        if not isinstance(email, str) or not fits(Member._meta.get_field("email"), email):
            raise line.wrong("email")
        if not isinstance(name, str):
            raise line.wrong("name")
        email = email.casefold()
        found = Member.objects.filter(email=email).first()
        if found is None:
            found = Member(email=email, name=name[:200], role=Role.VIEWER, is_active=False)
            found.set_unusable_password()
            found.save()
            self.strangers.append(str(found))
        return found.pk

    def _table(self, table: Table) -> None:
        """Rows in order, a few hundred at once; `None` stands for a row that was left out."""
        self.keys[table.name] = []
        read = self._lines(table.name)
        pointing: list[tuple[Any, Line]] = []
        while some := list(islice(read, CHUNK if table.model is not Report else REPORTS_AT_ONCE)):
            made = self._rows(table, some)
            self.keys[table.name] += made
            if table.later or table.many:
                pointing += zip(made, (_pointing(table, line) for line in some), strict=True)
        must_be_whole(table.name, self._known)
        self._point(
            table, [(key, line) for key, line in pointing if line.row and not self._here.stood(table, key)]
        )

    def _rows(self, table: Table, some: list[Line]) -> list[Any]:
        values = [self._values(table, line) for line in some]
        if table.model is Report:
            return restored_reports(values, self._checked, self._here.keys["reports"])
        found = [self._here.found(table, given) for given in values]
        new = [table.model(**given) for given, key in zip(values, found, strict=True) if key is None]
        made = iter(self._created(table, new))
        return [next(made) if key is None else key or None for key in found]

    def _created(self, table: Table, new: list[models.Model]) -> list[Any]:
        if table.model is PersonAtRisk:
            # Its half of the row alone: the other one stands already.
            for person in new:
                person.save_base(raw=True, force_insert=True)
            return [person.pk for person in new]
        made: list[Any] = table.model._default_manager.bulk_create(new)
        if table.model is Arrival:
            bring_bytes(made, self._checked)
        return [row.pk for row in made]

    def _values(self, table: Table, line: Line) -> dict[str, Any]:
        values = plain_values(table, line)
        for field, target in table.pointing:
            values[field.attname] = self._key(field.name, line, target)
        must_be_sound(table.name, line, self._known)
        if table.model is Case:
            values["slug"] = free_slug(values["slug"])
        if table.model is ToldCall:
            values |= {"key": uuid4(), "point_id": values["point_id"] or self._dialled(line)}
        return values

    def _dialled(self, line: Line) -> Any:
        """The number, where its office stands here without it: it alone comes along, unconfirmed."""
        table, at = TABLE_OF[ContactPoint], place(line, "point", len(self.keys["contact_points"]))
        if at is None:
            raise line.wrong("point")
        printed = next(islice(self._lines(table.name), at, None))
        self.keys[table.name][at] = ContactPoint.objects.create(**self._values(table, printed)).pk
        return self.keys[table.name][at]

    def _key(self, name: str, line: Line, target: type[models.Model]) -> Any:
        keys = self.keys.get("members" if target is Member else TABLE_OF[target].name, [])
        at = place(line, name, len(keys))
        return None if at is None else keys[at]

    def _point(self, table: Table, pointing: list[tuple[Any, Line]]) -> None:
        """Sets what could not be set before all rows were there."""
        for key, line in pointing:
            own = self.keys[table.name]
            later = {
                f"{name}_id": own[at]
                for name in table.later
                if (at := place(line, name, len(own))) is not None
            }
            if later:
                table.model._default_manager.filter(pk=key).update(**later)
            for name in table.many:
                self._many(table, name, key, line)

    def _many(self, table: Table, name: str, key: Any, line: Line) -> None:
        through, field = getattr(table.model, name).through, getattr(table.model, name).field
        keys = self.keys[TABLE_OF[field.related_model].name]
        own, other = field.m2m_column_name(), field.m2m_reverse_name()
        through._default_manager.bulk_create(
            through(**{own: key, other: keys[at]}) for at in places(line, name, len(keys))
        )


def _pointing(table: Table, line: Line) -> Line:
    """What of a line can be set only when all of its table is there."""
    kept = {*table.later, *table.many}
    row = {name: line.row[name] for name in kept if line.row.get(name) not in (None, [])}
    return replace(line, row=row)
