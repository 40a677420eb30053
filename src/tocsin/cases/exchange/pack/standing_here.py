"""What of a zip stands on this server already, and stays as it is."""

from typing import Any

from django.db import models

from tocsin.directory.models import ContactPoint, Office
from tocsin.reports.models import Arrival, ReviewItem

from .arrivals import brings_another_file
from .check import Checked
from .tables import Table

# What belongs to a report alone stays as it is where the report stands here already.
_OF_A_REPORT = {"arrivals", "sentence_marks", "review_sittings", "second_opinions", "repeat_judgements"}


class StandingHere:
    """`keys[table]` are the keys of the rows that were not made now."""

    def __init__(self, checked: Checked) -> None:
        self._checked = checked
        self.keys: dict[str, set[Any]] = {
            name: set() for name in ("reports", "offices", "contact_points", "review_items")
        }

    def stood(self, table: Table, key: Any) -> bool:
        return key in self.keys.get(table.name, ())

    def found(self, table: Table, given: dict[str, Any]) -> Any:
        """The key of the row that stands here for it; 0 where it is left out; None where it is to be made."""
        if table.model is Office:
            return self._office(given)
        if table.model is ContactPoint:
            return self._contact(given)
        if table.name == "accreditations":
            return 0 if given["office_id"] in self.keys["offices"] else None
        if table.model is Arrival and brings_another_file(given, self._checked):
            return None
        if table.name in _OF_A_REPORT:
            return 0 if given["report_id"] in self.keys["reports"] else None
        if table.model is ReviewItem:
            return self._item(given)
        if table.name == "review_fields":
            return 0 if given["item_id"] in self.keys["review_items"] else None
        return None

    def _office(self, given: dict[str, Any]) -> int | None:
        key = given["shipped_key"]
        names = ("name", "kind", "person", "of_country", "in_country", "city")
        same = {"shipped_key": key} if key else {name: given[name] for name in names}
        return self._stands("offices", Office.objects.filter(**same).first())

    def _contact(self, given: dict[str, Any]) -> int | None:
        """An office that stands here keeps its addresses, and gets no other by a zip."""
        if given["office_id"] not in self.keys["offices"]:
            return None
        by = "value" if given["value"] else "as_written"
        same = {name: given[name] for name in ("office_id", "channel", by)}
        return self._stands("contact_points", ContactPoint.objects.filter(**same).first()) or 0

    def _item(self, given: dict[str, Any]) -> int | None:
        if given["report_id"] not in self.keys["reports"]:
            return None
        same = {name: given[name] for name in ("report_id", "section", "position")}
        return self._stands("review_items", ReviewItem.objects.filter(**same).first())

    def _stands(self, name: str, found: models.Model | None) -> Any:
        if found is None:
            return None
        self.keys[name].add(found.pk)
        return found.pk
