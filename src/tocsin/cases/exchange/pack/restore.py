"""Table by table from the zip into the database. Runs inside the transaction of `import_case`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from tocsin.directory.models import Office
from tocsin.members.models import Member, Role
from tocsin.reports.models import Report, ReviewItem

from ...models import Case, PersonAtRisk
from .check import Checked
from .errors import CannotImport
from .free_slug import free_slug
from .read_row import Line, fits, lines, place, places, plain_values
from .reports import restored_reports
from .sound import Known, must_be_sound, must_be_whole
from .tables import TABLE_OF, TABLES, Table

CHUNK = 500
# Their texts and drafts are long.
REPORTS_AT_ONCE = 100
# What belongs to a report alone stays as it is where the report stands here already.
_OF_A_REPORT = {"arrivals", "sentence_marks", "review_sittings", "second_opinions", "repeat_judgements"}
_OF_AN_OFFICE = {"contact_points", "accreditations"}


class Restoring:
    """`keys[table]` are the keys of the rows here, by their place there; `was_here` those that were not made now.

    `at` is the file that is being read: what the database refuses stands there.
    """

    def __init__(self, checked: Checked, progress: Callable[[int, int], None]) -> None:
        self._checked, self._progress = checked, progress
        self._known = Known()
        self.at = ""
        self.keys: dict[str, list[Any]] = {}
        self.was_here: dict[str, set[Any]] = {"reports": set(), "offices": set(), "review_items": set()}
        self.strangers: list[str] = []

    @property
    def case(self) -> Case:
        return Case.objects.get(pk=self.keys["cases"][0])

    @property
    def reports_here(self) -> int:
        return len(self.was_here["reports"])

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
        self.at = f"tables/{name}.jsonl"
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
            table, [(key, line) for key, line in pointing if line.row and not self._stood(table, key)]
        )

    def _rows(self, table: Table, some: list[Line]) -> list[Any]:
        values = [self._values(table, line) for line in some]
        if table.model is Report:
            return restored_reports(values, self._checked, self.was_here["reports"])
        found = [self._found(table, given) for given in values]
        new = [table.model(**given) for given, key in zip(values, found, strict=True) if key is None]
        made = iter(self._created(table, new))
        return [next(made) if key is None else key or None for key in found]

    def _created(self, table: Table, new: list[models.Model]) -> list[Any]:
        if table.model is PersonAtRisk:
            # Its half of the row alone: the other one stands already.
            for person in new:
                person.save_base(raw=True, force_insert=True)
            return [person.pk for person in new]
        return [row.pk for row in table.model._default_manager.bulk_create(new)]

    def _found(self, table: Table, given: dict[str, Any]) -> Any:
        """The key of the row that stands here for it; 0 where it is left out; None where it is to be made."""
        if table.model is Office:
            return self._office(given)
        if table.name in _OF_AN_OFFICE:
            return 0 if given["office_id"] in self.was_here["offices"] else None
        if table.name in _OF_A_REPORT:
            return 0 if given["report_id"] in self.was_here["reports"] else None
        if table.model is ReviewItem:
            return self._item(given)
        if table.name == "review_fields":
            return 0 if given["item_id"] in self.was_here["review_items"] else None
        return None

    def _office(self, given: dict[str, Any]) -> int | None:
        key = given["shipped_key"]
        names = ("name", "kind", "person", "of_country", "in_country", "city")
        same = {"shipped_key": key} if key else {name: given[name] for name in names}
        return self._was_here("offices", Office.objects.filter(**same).first())

    def _item(self, given: dict[str, Any]) -> int | None:
        if given["report_id"] not in self.was_here["reports"]:
            return None
        same = {name: given[name] for name in ("report_id", "section", "position")}
        return self._was_here("review_items", ReviewItem.objects.filter(**same).first())

    def _was_here(self, name: str, found: models.Model | None) -> Any:
        if found is None:
            return None
        self.was_here[name].add(found.pk)
        return found.pk

    def _values(self, table: Table, line: Line) -> dict[str, Any]:
        values = plain_values(table, line)
        for field, target in table.pointing:
            values[field.attname] = self._key(field.name, line, target)
        must_be_sound(table.name, line, self._known)
        if table.model is Case:
            values["slug"] = free_slug(values["slug"])
        return values

    def _key(self, name: str, line: Line, target: type[models.Model]) -> Any:
        keys = self.keys.get("members" if target is Member else TABLE_OF[target].name, [])
        at = place(line, name, len(keys))
        return None if at is None else keys[at]

    def _stood(self, table: Table, key: Any) -> bool:
        return key in self.was_here.get(table.name, ())

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
