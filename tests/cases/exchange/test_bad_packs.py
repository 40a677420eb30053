"""A zip that was tampered with is refused with words, and nothing of it is stored."""

import hashlib
import io
import json
from collections.abc import Callable
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tocsin.cases.exchange.pack.check import check
from tocsin.cases.exchange.pack.errors import CannotImport
from tocsin.cases.models import Case
from tocsin.members.models import AuditEntry, Member
from tocsin.reports.models import Report

from .full_case import full_case
from .packs import Files, forget, packed, restored, spoilt

pytestmark = pytest.mark.django_db
# Made once: the zip is the same for every test, and each begins with an empty database.
MADE: list[bytes] = []


@pytest.fixture
def data(rustam: Member) -> bytes:
    """The zip of a case that this server knows nothing of any more."""
    if not MADE:
        case = full_case(rustam)
        MADE.append(packed(case))
        forget(case)
    return MADE[0]


def a_report(files: Files) -> str:
    return next(name for name in files if name.startswith("reports/"))


def change_a_byte(files: Files) -> None:
    name = a_report(files)
    files[name] = files[name][:-2] + b"X" + files[name][-1:]


def take_one_away(files: Files) -> None:
    del files[a_report(files)]


def take_the_claims_away(files: Files) -> None:
    del files["tables/claims.jsonl"]


def take_the_list_away(files: Files) -> None:
    del files["manifest.json"]


def climb(files: Files) -> None:
    files["../../secret.key"] = b"x"


def be_absolute(files: Files) -> None:
    files["/etc/cron.d/x"] = b"x"


def add_a_table(files: Files) -> None:
    files["tables/members_member.jsonl"] = b"{}\n"


def be_another_version(files: Files) -> None:
    manifest = json.loads(files["manifest.json"]) | {"version": 3}
    files["manifest.json"] = json.dumps(manifest).encode()


def be_no_json(files: Files) -> None:
    files["manifest.json"] = b"[" * 100_000


def listed(files: Files, name: str, raw: bytes) -> None:
    """Changes a file and its hash with it, as somebody would who knows how the zip is made."""
    manifest = json.loads(files["manifest.json"])
    files[name] = raw
    manifest["files"][name] = {"sha256": hashlib.sha256(raw).hexdigest(), "size": len(raw)}
    files["manifest.json"] = json.dumps(manifest).encode()


def forge_a_report(files: Files) -> None:
    listed(files, a_report(files), b"another text")


def point_nowhere(files: Files) -> None:
    listed(
        files, "tables/claims.jsonl", files["tables/claims.jsonl"].replace(b'"subject":', b'"subject":77', 1)
    )


def claim_too_much(files: Files) -> None:
    first = json.loads(files["tables/claims.jsonl"].splitlines()[0]) | {"predicate": "x" * 41}
    listed(files, "tables/claims.jsonl", json.dumps(first).encode())


def name_another_role(files: Files) -> None:
    raw = (
        files["tables/case_members.jsonl"]
        .replace(b'"reviewer"', b'"god"')
        .replace(b'"administrator"', b'"god"')
    )
    listed(files, "tables/case_members.jsonl", raw)


def set_what_does_not_travel(files: Files) -> None:
    row = json.loads(files["tables/cases.jsonl"]) | {"is_public": True}
    listed(files, "tables/cases.jsonl", json.dumps(row).encode())


def hold_two_cases(files: Files) -> None:
    listed(files, "tables/cases.jsonl", files["tables/cases.jsonl"] * 2)


def hold_no_case(files: Files) -> None:
    listed(files, "tables/cases.jsonl", b"")


def write_garbage(files: Files) -> None:
    listed(files, "tables/claims.jsonl", b"\xff\xfe not json\n")


def swell(files: Files) -> None:
    """30 MB of nothing in 30 kB."""
    listed(files, "audit.jsonl", b" " * 30 * 2**20)


WRONG = [
    (change_a_byte, "was changed after"),
    (take_one_away, "is missing"),
    (take_the_claims_away, "“tables/claims.jsonl” is missing"),
    (take_the_list_away, "no manifest.json"),
    (climb, "no case has: “../../secret.key”"),
    (be_absolute, "no case has: “/etc/cron.d/x”"),
    (add_a_table, "was added to this zip"),
    (be_another_version, "another version"),
    (be_no_json, "another’s"),
    (forge_a_report, "was changed after"),
    (point_nowhere, "its “subject” does not fit"),
    (claim_too_much, "its “predicate” does not fit"),
    (name_another_role, "its “role” does not fit"),
    (set_what_does_not_travel, "its “is_public” does not fit"),
    (hold_two_cases, "does not hold one case"),
    (hold_no_case, "does not hold one case"),
    (write_garbage, "cannot be read"),
    (swell, "would unpack to far more"),
]


@pytest.mark.parametrize(("change", "words"), WRONG, ids=lambda value: getattr(value, "__name__", ""))
def test_it_is_refused_and_nothing_is_stored(
    data: bytes, change: Callable[[Files], None], words: str
) -> None:
    bad = spoilt(data, change)
    before = AuditEntry.objects.count(), Member.objects.count()
    with pytest.raises(CannotImport, match=words.replace(".", r"\.").replace("?", r"\?")):
        restored(bad)
    assert (Case.objects.count(), Report.objects.count()) == (0, 0)
    assert (AuditEntry.objects.count(), Member.objects.count()) == before


@pytest.mark.parametrize("bad", [b"", b"PK\x05\x06", b"not a zip", b"\x00" * 1000])
def test_what_is_no_zip_is_said_to_be_none(bad: bytes) -> None:
    with pytest.raises(CannotImport):
        restored(bad)


def test_a_zip_cut_short_anywhere_is_refused(data: bytes) -> None:
    for share in (0.1, 0.5, 0.9, 0.999):
        with pytest.raises(CannotImport, match="not all of it arrived"):
            restored(data[: int(len(data) * share)])
    assert Case.objects.count() == 0


def test_one_name_twice_is_refused(data: bytes) -> None:
    out = io.BytesIO(data)
    with ZipFile(out, "a", ZIP_DEFLATED) as file, pytest.warns(UserWarning, match="Duplicate"):
        file.writestr("audit.jsonl", b"{}")
    with pytest.raises(CannotImport, match="one file twice"):
        restored(out.getvalue())


def test_a_byte_that_changed_on_the_way_is_said_in_words(data: bytes) -> None:
    """Wherever it stands: also inside what is packed, where the unpacker itself stumbles."""
    refused = 0
    for at in range(0, len(data), max(1, len(data) // 200)):
        changed = data[:at] + bytes([data[at] ^ 0xFF]) + data[at + 1 :]
        try:
            check(io.BytesIO(changed))
        except CannotImport:
            refused += 1
    assert refused > 150
