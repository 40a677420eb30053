"""A reviewer's word on which office of the directory a printed contact is."""

from collections.abc import Iterable
from dataclasses import dataclass

from tocsin.members.models import Member

from .add import add_field
from .decide import correct
from .kinds.known_office import Choice
from .models import ReviewField, ReviewItem

NAME = "directory"


@dataclass(frozen=True)
class Chosen:
    """What somebody said of a contact; `is_held` once a case has taken it."""

    choice: Choice
    key: str
    for_all: bool
    by: Member | None
    is_held: bool


def chosen_of(fields: Iterable[ReviewField]) -> Chosen | None:
    """The word on the contact whose fields these are; None as long as nobody said one."""
    field = next((f for f in fields if f.name == NAME and f.is_taken), None)
    said = field.value if field else None
    if field is None or said is None:
        return None
    return Chosen(Choice(said["choice"]), said["key"], said["for_all"], field.decided_by, field.is_held)


def choose_known(item: ReviewItem, choice: Choice, key: str, for_all: bool, by: Member) -> None:
    """Notes the choice, or changes it as long as no case holds it; `key` is that of the shipped mission.

    Nothing is stored of the directory before the report is accepted into a case. Raises CannotReview.
    """
    is_it = choice != Choice.PRINTED
    value = {"key": key if is_it else "", "choice": str(choice), "for_all": for_all and is_it}
    standing = ReviewField.objects.filter(item=item, name=NAME).first()
    if standing is None:
        add_field(item, NAME, value, by)
    else:
        correct(standing, value, by)
