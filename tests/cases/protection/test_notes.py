"""Protection notes: only members of the case open them, and nothing that is stored says what they say."""

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from nacl.public import PublicKey, SealedBox

from tests.cases.history.test_history import everything_stored
from tests.cases.told import a_case, person
from tests.cast import desk_client, member, put_on
from tocsin.cases.membership.remove import remove_from_case
from tocsin.cases.models import Case, CaseMember, PersonAtRisk, ProtectionNote
from tocsin.cases.protection.notes import delete_note, notes_on, open_notes, write_note
from tocsin.cases.protection.waiting import waiting_members, without_passphrase
from tocsin.members import notes_key
from tocsin.members.models import AuditEntry, MemberKey
from tocsin.members.notes_key import CannotOpen, make_notes_key
from tocsin.members.password import TooManyTries

CANARY = "Quetzalcoatlus hides in the boathouse"
HERS = {
    "Rustam": "four words of Rustam here",
    "Petra": "four words of Petra here",
    "Ada": "four words of Ada",
}


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Argon2 is slow on purpose; one test sets it back."""
    monkeypatch.setattr(notes_key, "PASSES", 1)
    monkeypatch.setattr(notes_key, "MEMORY", 8192)


@pytest.fixture
def lina(db: None) -> PersonAtRisk:
    case = a_case()
    put_on(case, "Rustam", "Petra", role="administrator")
    for name in ("Rustam", "Petra"):
        make_notes_key(member(name), HERS[name])
    return person(case, "Lina Marwede")


def write(lina: PersonAtRisk, words: str = CANARY, by: str = "Rustam") -> ProtectionNote:
    return write_note(lina, words, HERS[by], member(by))


def read(lina: PersonAtRisk, by: str) -> list[str | None]:
    return [each.words for each in open_notes(lina, HERS[by], member(by))]


def off(case: Case, name: str) -> None:
    remove_from_case(CaseMember.objects.get(case=case, member=member(name)), None)


def test_every_member_of_the_case_opens_what_one_wrote(lina: PersonAtRisk) -> None:
    write(lina)
    assert (read(lina, "Rustam"), read(lina, "Petra")) == ([CANARY], [CANARY])


def test_nothing_stored_tells_the_words_or_a_passphrase(lina: PersonAtRisk) -> None:
    write(lina)
    read(lina, "Petra")
    stored = everything_stored()
    assert "Quetzalcoatlus" not in stored
    assert not any(passphrase in stored for passphrase in HERS.values())


def test_an_administrator_of_the_house_who_is_not_on_the_case_opens_nothing(lina: PersonAtRisk) -> None:
    write(lina)
    make_notes_key(member("Ada"), HERS["Ada"])
    with pytest.raises(PermissionDenied):
        read(lina, "Ada")
    assert waiting_members(lina.case) == []


def test_who_comes_later_is_let_in_by_whoever_opens_next(lina: PersonAtRisk) -> None:
    write(lina)
    put_on(lina.case, "Ada")
    assert without_passphrase(lina.case) == [member("Ada")]
    make_notes_key(member("Ada"), HERS["Ada"])
    assert read(lina, "Ada") == [None]
    assert waiting_members(lina.case) == [member("Ada")]
    read(lina, "Petra")
    assert (read(lina, "Ada"), waiting_members(lina.case)) == ([CANARY], [])
    assert AuditEntry.objects.get(act="protection_notes.let_in").detail["name"] == "Ada"


def test_who_left_opens_nothing_that_is_written_later_even_with_the_old_key(lina: PersonAtRisk) -> None:
    first = write(lina)
    off(lina.case, "Petra")
    later = write(lina, "moved to the mill")
    assert later.key_id != first.key_id
    assert not later.key.sealed.filter(member=member("Petra")).exists()
    with pytest.raises(PermissionDenied):
        read(lina, "Petra")
    assert read(lina, "Rustam") == [CANARY, "moved to the mill"]
    put_on(lina.case, "Petra")
    assert read(lina, "Petra") == [None, None]


def test_a_lost_passphrase_is_lost_and_others_let_her_in_again(
    lina: PersonAtRisk, django_capture_on_commit_callbacks: Any
) -> None:
    write(lina)
    with django_capture_on_commit_callbacks(execute=True):
        make_notes_key(member("Petra"), HERS["Petra"])
    assert read(lina, "Petra") == [None]
    read(lina, "Rustam")
    assert read(lina, "Petra") == [CANARY]


def test_a_wrong_passphrase_opens_nothing_and_is_counted(lina: PersonAtRisk) -> None:
    write(lina)
    for _try in range(5):
        with pytest.raises(CannotOpen, match="not your passphrase"):
            open_notes(lina, "four words of somebody", member("Rustam"))
    with pytest.raises(TooManyTries):
        open_notes(lina, HERS["Rustam"], member("Rustam"))


def test_a_short_passphrase_is_not_taken(db: None) -> None:
    with pytest.raises(ValidationError, match="At least 14"):
        make_notes_key(member("Ada"), "only thirteen")
    assert not MemberKey.objects.exists()


def test_the_passphrase_is_stretched_as_the_standard_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    assert (notes_key.PASSES, notes_key.MEMORY) == (3, 64 * 1024 * 1024)


def test_a_note_that_was_moved_to_somebody_else_is_not_believed(lina: PersonAtRisk) -> None:
    note = write(lina)
    other = person(lina.case, "Ivo Berg")
    ProtectionNote.objects.filter(pk=note.pk).update(subject=other)
    [opened] = open_notes(other, HERS["Rustam"], member("Rustam"))
    assert (opened.words, "cannot be trusted" in opened.why_not) == (None, True)


def test_a_note_of_any_length_fills_whole_blocks(lina: PersonAtRisk) -> None:
    short, longer = write(lina, "x"), write(lina, "x" * 300)
    assert len(bytes(short.sealed)) == len(bytes(longer.sealed))


def test_each_opening_is_in_the_trail_without_the_words(lina: PersonAtRisk) -> None:
    note = write(lina)
    read(lina, "Petra")
    entry = AuditEntry.objects.get(act="protection_note.opened")
    assert (entry.member, entry.subject, entry.detail) == (
        member("Petra"),
        f"protectionnote {note.pk}",
        {"case": lina.case.slug},
    )


def test_a_note_is_deleted_for_good(lina: PersonAtRisk) -> None:
    delete_note(write(lina), member("Petra"))
    assert list(notes_on(lina)) == []


def test_the_page_opens_them_in_one_answer_and_keeps_nothing(lina: PersonAtRisk) -> None:
    browser, address = desk_client("Rustam"), f"/desk/cases/{lina.case.slug}/people/{lina.pk}/notes"
    sent = browser.post(f"{address}/write", {"words": CANARY, "passphrase": HERS["Rustam"]})
    assert sent.status_code == 302
    assert CANARY not in browser.get(address).content.decode()
    opened = browser.post(f"{address}/open", {"passphrase": HERS["Rustam"]})
    assert CANARY in opened.content.decode()
    assert opened.headers["Cache-Control"] == "no-store"
    assert "Quetzalcoatlus" not in everything_stored()
    assert HERS["Rustam"] not in repr(dict(browser.session))
    for page in (f"/desk/cases/{lina.case.slug}/", f"/desk/history/case/{lina.case.pk}/", "/desk/audit/"):
        assert "Quetzalcoatlus" not in browser.get(page).content.decode()


def test_a_wrong_passphrase_is_said_and_the_words_stay_typed(lina: PersonAtRisk) -> None:
    write(lina)
    browser, address = desk_client("Rustam"), f"/desk/cases/{lina.case.slug}/people/{lina.pk}/notes"
    answer = browser.post(f"{address}/write", {"words": CANARY, "passphrase": "not at all this one"})
    page = answer.content.decode()
    assert (answer.status_code, CANARY in page, "not at all this one" in page) == (422, True, False)
    for _try in range(5):
        answer = browser.post(f"{address}/open", {"passphrase": "no"})
    assert (answer.status_code, "Wait a minute" in answer.content.decode()) == (422, True)


def test_the_passphrase_is_made_on_the_own_page(db: None) -> None:
    browser = desk_client("Ada")
    wrong = browser.post("/desk/account/notes", {"passphrase": "long enough words", "again": "other words"})
    assert (wrong.status_code, "not the same" in wrong.content.decode()) == (422, True)
    both = {"passphrase": "long enough words", "again": "long enough words"}
    assert browser.post("/desk/account/notes", both).status_code == 302
    stored = MemberKey.objects.get(member=member("Ada"))
    assert SealedBox(PublicKey(bytes(stored.public))).encrypt(b"key")
