"""What a reason says to a person, and which field of the claims it speaks of."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from .likeness import Reason

WHY: dict[str, Any] = {
    "type_same": _("the same kind of act"),
    "type_family": _("kinds of act that are told for each other"),
    "type_near": _("another kind of act, near to it"),
    "type_other": _("another kind of act"),
    "date_same": _("the same date"),
    "date_overlaps": _("the dates overlap"),
    "date_no_year": _("the same day; a year is missing"),
    "date_next_day": _("one day apart"),
    "date_near": _("two or three days apart"),
    "date_other": _("other dates"),
    "date_unknown": _("a date is missing or cannot be read"),
    "place_same": _("the same place"),
    "place_country_same": _("the same country or region, no town"),
    "place_spelt": _("a place spelt alike"),
    "place_near": _("less than 25 km apart"),
    "place_within": _("one place may lie in the other"),
    "place_wider": _("one is a whole country or region"),
    "place_far": _("places more than 25 km apart"),
    "place_other": _("other places"),
    "place_country": _("other countries"),
    "place_unknown": _("a place is missing"),
    "people_shared": _("the same people are named"),
    "people_perhaps": _("names that may be the same"),
    "people_other": _("other people are named"),
    "people_unnamed": _("one names a few people, the other tells of many"),
    "groups_shared": _("the same kind of people"),
    "groups_other": _("another kind of people"),
    "doers_shared": _("done by the same"),
    "doers_armed": _("police, soldiers and security services are easily mixed up"),
    "doers_other": _("done by others"),
    "count_same": _("the counts agree"),
    "count_near": _("the counts come near each other"),
    "count_differs": _("the counts differ"),
    "count_far": _("the counts are far apart"),
    "words_same": _("nearly the same sentence"),
    "words_again": _("one says “again”"),
    "words_total": _("one tells a total"),
    "planned_other": _("one was announced, the other happened"),
    "name_letters": _("the same name, letter for letter"),
    "name_sound": _("the same name in another spelling"),
    "name_script": _("the names stand in two scripts"),
    "name_initials": _("initials that fit"),
    "name_alone": _("the family name alone"),
    "name_more": _("one name has more words"),
    "name_words": _("other names"),
    "name_patronymic": _("another father’s name"),
    "label_same": _("called the same"),
    "label_kind": _("called by words of one kind"),
    "label_other": _("called otherwise"),
}
_FIELDS = {
    "type": "type", "date": "date", "place": "place", "people": "affected", "groups": "affected", "doers": "actors",
    "count": "count", "planned": "planned", "name": "name", "label": "label",
}  # fmt: skip


def words_of(reason: Reason) -> str:
    """Empty where the field beside it says it all."""
    return str(WHY.get(reason.code, ""))


def field_of(reason: Reason) -> str:
    """The predicate that the reason compares; empty for one about the whole."""
    part, _under, rest = reason.code.partition("_")
    return rest if part == "fact" else _FIELDS.get(part, "")
