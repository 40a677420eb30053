"""Looking a zip through before a word of it is believed: every name, size and hash. Nothing is unpacked onto the disk."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import IO, Any
from zipfile import ZipFile, ZipInfo

from django.utils.translation import gettext as _

from tocsin.intake.archive import FAULTS

from .errors import CannotImport
from .pack import FORMAT, READS
from .tables import TABLES

MANIFEST = "manifest.json"
NAME = re.compile(r"manifest\.json|audit\.jsonl|tables/[a-z_]{1,40}\.jsonl|(reports|arrivals)/[0-9a-f]{64}")
MOST_FILES = 200_000
# Bytes unpacked. A report is no larger than what the desk takes in; a manifest lists at most MOST_FILES files.
MOST_OF_A_REPORT = 25 * 2**20
MOST_OF_A_MANIFEST = 60 * 2**20
MOST_OF_A_TABLE = 8 * 2**30
# Lines of a table are alike and shrink well: thirty times is usual, a bomb reaches a thousand.
MOST_TIMES = 200
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Checked:
    """A zip that is what its manifest says. `sha256` is that of the manifest, which stands for all of it."""

    packed: ZipFile
    manifest: dict[str, Any]
    sha256: str


def check(file: IO[bytes]) -> Checked:
    """Raises CannotImport with a sentence for whatever is wrong."""
    try:
        packed = ZipFile(file)
    except FAULTS:
        raise CannotImport(_("This is not a zip, or not all of it arrived.")) from None
    entries = _entries(packed)
    for each in entries.values():
        _must_be_modest(each)
    raw = _read_manifest(packed, entries)
    manifest = _manifest(raw)
    _must_agree(set(entries) - {MANIFEST}, set(manifest["files"]), manifest["version"])
    for name, said in manifest["files"].items():
        _must_hash(packed, name, said)
    return Checked(packed, manifest, hashlib.sha256(raw).hexdigest())


def _entries(packed: ZipFile) -> dict[str, ZipInfo]:
    entries = packed.infolist()
    if len(entries) > MOST_FILES:
        raise CannotImport(_("This zip holds more files than any case has."))
    for each in entries:
        if not NAME.fullmatch(each.filename):
            raise CannotImport(_("This zip holds a file that no case has: “%s”.") % each.filename[:100])
    if len({each.filename for each in entries}) != len(entries):
        raise CannotImport(_("This zip holds one file twice. Export the case again."))
    return {each.filename: each for each in entries}


def _must_be_modest(entry: ZipInfo) -> None:
    kind = entry.filename.partition("/")[0]
    most = {"reports": MOST_OF_A_REPORT, "arrivals": MOST_OF_A_REPORT, MANIFEST: MOST_OF_A_MANIFEST}.get(
        kind, MOST_OF_A_TABLE
    )
    is_swollen = entry.file_size > 10 * 2**20 and entry.file_size > entry.compress_size * MOST_TIMES
    if entry.file_size > most or is_swollen:
        raise CannotImport(_("“%s” would unpack to far more than any case has.") % entry.filename)


def _read_manifest(packed: ZipFile, entries: dict[str, ZipInfo]) -> bytes:
    if MANIFEST not in entries:
        raise CannotImport(_("This zip was not made by “the whole case”: it has no manifest.json."))
    try:
        return packed.read(MANIFEST)
    except FAULTS:
        raise CannotImport(_("“%s” is damaged. Export the case again.") % MANIFEST) from None


def _manifest(raw: bytes) -> dict[str, Any]:
    try:
        manifest = json.loads(raw)
        is_ours = manifest["format"] == FORMAT and isinstance(manifest["files"], dict)
        version = int(manifest["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        is_ours, version = False, 0
    if not is_ours:
        raise CannotImport(_("This zip was not made by “the whole case”: its manifest.json is another’s."))
    if version not in READS:
        raise CannotImport(_("This zip was made by another version. Bring both servers up to date."))
    return {**manifest, "version": version}


def _must_agree(held: set[str], listed: set[str], version: int) -> None:
    tables = {f"tables/{table.name}.jsonl" for table in TABLES if table.since <= version}
    wanted = listed | tables | {"tables/members.jsonl", "audit.jsonl"}
    if missing := sorted(wanted - held):
        raise CannotImport(_("“%s” is missing from this zip. Export the case again.") % missing[0])
    if strange := sorted(held - listed):
        raise CannotImport(_("“%s” was added to this zip after it was made.") % strange[0])


def _must_hash(packed: ZipFile, name: str, said: object) -> None:
    digest, size = hashlib.sha256(), 0
    most = said.get("size", 0) if isinstance(said, dict) else 0
    try:
        with packed.open(name) as file:
            while (block := file.read(_BLOCK)) and size <= most:
                digest.update(block)
                size += len(block)
    except FAULTS:
        raise CannotImport(_("“%s” is damaged. Export the case again.") % name) from None
    if said != {"sha256": digest.hexdigest(), "size": size}:
        raise CannotImport(_("“%s” was changed after this zip was made.") % name)
