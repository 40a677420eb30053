"""Writing a whole case into a zip, row by row: never more of it in memory than a few rows and one report."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import IO, Any
from uuid import UUID
from zipfile import ZipFile

from django.conf import settings
from django.utils import timezone

from tocsin.members.models import Member
from tocsin.reports.models import Arrival, Report

from ...elsewhere.held_before import held_now
from ...models import Case
from ..bundle_zip import entry
from .stays import stays_behind
from .tables import TABLE_OF, TABLES, Table, points_to
from .trail import trail

FORMAT, VERSION = "tocsin-case-zip", 2
READS = (1, 2)  # the first had no told calls and no other files of a report's words
CHUNK = 500
Places = dict[str, dict[Any, int]]


def pack_case(case: Case, out: IO[bytes], progress: Callable[[int, int], None]) -> int:
    """Writes the case and gives the number of rows."""
    with ZipFile(out, "w") as packed:
        packing = _Packing(case, packed, progress)
        packing.tables()
        packing.reports()
        packing.arrivals()
        packing.trail()
        packing.manifest()
    return sum(packing.counts.values())


class _Packing:
    """`places` maps the key of each row to its place in its table, members by the order in which they are met."""

    def __init__(self, case: Case, packed: ZipFile, progress: Callable[[int, int], None]) -> None:
        self.case, self._zip, self._progress = case, packed, progress
        self.places: Places = {"members": {}}
        self.counts: dict[str, int] = {}
        self.files: dict[str, dict[str, object]] = {}

    def tables(self) -> None:
        for table in TABLES:
            self._number(table)
            rows = (
                table.rows(self.case).iterator(chunk_size=CHUNK) if not table.many else self._with_many(table)
            )
            self._write(f"tables/{table.name}.jsonl", (_line(self._row(table, row)) for row in rows))
        keys = list(self.places["members"])
        members = Member.objects.in_bulk(keys)
        self._write("tables/members.jsonl", (_line(_member(members[key])) for key in keys))
        self.counts["members"] = len(keys)

    def _number(self, table: Table) -> None:
        keys = table.rows(self.case).values_list("pk", flat=True)
        self.places[table.name] = {key: place for place, key in enumerate(keys.iterator(chunk_size=CHUNK))}
        self.counts[table.name] = len(self.places[table.name])

    def _with_many(self, table: Table) -> Iterable[Any]:
        return table.rows(self.case).prefetch_related(*table.many).iterator(chunk_size=CHUNK)

    def _row(self, table: Table, row: Any) -> dict[str, Any]:
        written = {field.name: self._value(field, row) for field in table.fields}
        for name in table.many:
            places = self.places[TABLE_OF[getattr(row, name).model].name]
            written[name] = sorted(places[each.pk] for each in getattr(row, name).all() if each.pk in places)
        return written

    def _value(self, field: Any, row: Any) -> Any:
        value, target = getattr(row, field.attname), points_to(field)
        if target is None or value is None:
            return _plain(value)
        if target is Member:
            return self.places["members"].setdefault(value, len(self.places["members"]))
        return self.places[TABLE_OF[target].name].get(value)

    def reports(self) -> None:
        """The bytes as received; a sealed report has none to give."""
        keys = list(self.places["reports"])
        for place, key in enumerate(keys, 1):
            report = Report.objects.only("sha256", "original", "sealed_at").get(pk=key)
            if report.sealed_at is None:
                self._write(f"reports/{report.sha256}", [bytes(report.original)])
            if place % 20 == 0 or place == len(keys):
                self._progress(place, len(keys))

    def arrivals(self) -> None:
        """Other files of the same words, as they were received: each once."""
        held = Arrival.objects.filter(report__cases=self.case).exclude(data=b"").order_by("pk")
        for key, sha256 in list(held.values_list("pk", "sha256")):
            name = f"arrivals/{sha256}"
            if name not in self.files:
                self._write(name, [bytes(Arrival.objects.only("data").get(pk=key).data)])

    def trail(self) -> None:
        self._write("audit.jsonl", (_line(line) for line in trail(self.case, self.places)))

    def manifest(self) -> None:
        written = {
            "format": FORMAT,
            "version": VERSION,
            "title": self.case.title,
            "opened_at": self.case.opened_at.isoformat(),
            "organisation": settings.ORGANISATION,
            "made_at": timezone.now().isoformat(timespec="seconds"),
            "rows": self.counts,
            "names_held": held_now(self.case),
            "stays_behind": stays_behind(self.case),
            "files": self.files,
        }
        self._zip.writestr(entry("manifest.json"), json.dumps(written, ensure_ascii=False, indent=1))

    def _write(self, name: str, pieces: Iterable[bytes]) -> None:
        digest, size = hashlib.sha256(), 0
        with self._zip.open(entry(name), "w", force_zip64=True) as file:
            for piece in _blocks(pieces):
                file.write(piece)
                digest.update(piece)
                size += len(piece)
        self.files[name] = {"sha256": digest.hexdigest(), "size": size}


def _member(member: Member) -> dict[str, str]:
    return {"email": member.email, "name": member.name}


def _line(row: dict[str, Any]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _blocks(pieces: Iterable[bytes], least: int = 1 << 16) -> Iterator[bytes]:
    """Few large writes for many small ones."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= least:
            yield b"".join(held)
            held, size = [], 0
    yield b"".join(held)


def _plain(value: Any) -> Any:
    if isinstance(value, datetime | date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
