"""Earlier and later states of a record, in words that can be compared."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db.models import ForeignKey, Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from tocsin.actions.asks.gather.models import GatheringKind
from tocsin.actions.models import Capacity, TargetRole
from tocsin.cases.case_claims import words as claim_words
from tocsin.cases.models import Claim
from tocsin.directory.models import Office
from tocsin.language.countries import country_name
from tocsin.members.models import Member, Revision
from tocsin.members.revise import State
from tocsin.reports.fields import field as field_of
from tocsin.reports.label import report_label
from tocsin.reports.models import Decision, ReviewField
from tocsin.reports.text_diff import Change, Paragraph, text_diff

from .history_kinds import KINDS
from .history_labels import column_words
from .language_choices import language_words
from .review_bar import field_words

# Below this many a diff by words would be harder to read than both.
FEW_WORDS = 3


@dataclass(frozen=True)
class Changed:
    """One field: what it is called, and its words before and after in one."""

    label: str
    paragraphs: tuple[Paragraph, ...]


def changes_of(revision: Revision) -> list[Changed]:
    return changes_between(KINDS[revision.record.split()[0]].model, revision.before, revision.after)


def changes_between(model: type[Model], before: State, after: State) -> list[Changed]:
    """Two states of a record, field by field."""
    return [
        Changed(
            _label(model, name),
            compared(_words(model, name, before.get(name)), _words(model, name, after.get(name))),
        )
        for name in {**before, **after}
    ]


def compared(old: str, new: str) -> tuple[Paragraph, ...]:
    """A few words are told whole, one after the other; more of them word by word."""
    if min(len(old.split()), len(new.split())) > FEW_WORDS:
        return tuple(text_diff(old, new))
    pieces = [(Change.REMOVED, old), (Change.ADDED, new)]
    said = tuple(piece for piece in pieces if piece[1])
    return (Paragraph(said),) if said else ()


def _label(model: type[Model], name: str) -> str:
    word, _space, key = name.partition(" ")
    if word == "member":
        return str(Member.objects.filter(pk=key).first() or _("a member"))
    if word == "field":
        row = ReviewField.objects.select_related("item").filter(pk=key).first()
        return field_words(row) if row else _("a field")
    if word == "letter":
        language, _gap, capacity = key.partition(" ")
        whose = f", {Capacity(capacity).label}" if capacity in Capacity.values else ""
        return _("letter (%(language)s)") % {"language": language} + whose
    if word == "translated":
        return _("translation (%(language)s)") % {"language": language_words(key.partition(" ")[0])}
    if word == "text":
        return f"{_('Text')} ({language_words(key)})"
    if called := column_words(str(model._meta.model_name), name):
        return called
    try:
        return str(getattr(model._meta.get_field(name), "verbose_name", name))
    except FieldDoesNotExist:
        return name.replace("_", " ")


def _words(model: type[Model], name: str, value: Any) -> str:
    if name.startswith("field ") and isinstance(value, dict):
        return _field_words(name, value)
    if name == "cites":
        return "\n".join(
            map(_cited, Claim.objects.select_related("subject", "report").filter(pk__in=value or ()))
        )
    if name == "serves" and value:
        return country_name(value, get_language() or "en")
    if name == "called kinds":
        return ", ".join(str(GatheringKind(kind).label) for kind in value or ())
    if name == "called dangerous":
        return ", ".join(country_name(code, get_language() or "en") for code in value or ())
    if name == "capacities":
        return "\n".join(_capacity_line(*row) for row in value or ())
    if name == "demands":
        return "\n".join(_demand_line(*row) for row in value or ())
    if name == "targets":
        return "\n".join(_target_line(*row) for row in value or ())
    if isinstance(value, list):
        return "\n".join(_line(each) for each in value)
    return _plain(model, name, value)


def _plain(model: type[Model], name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    try:
        column = model._meta.get_field(name)
    except FieldDoesNotExist:
        return str(value)
    if isinstance(column, ForeignKey):
        return str(column.related_model._default_manager.filter(pk=value).first() or value)
    return str(dict(getattr(column, "flatchoices", ())).get(value, value))


def _line(value: Any) -> str:
    parts: Iterable[Any] = value if isinstance(value, list) else [value]
    return " · ".join(str(part) for part in parts if isinstance(part, str) and part)


def _cited(claim: Claim) -> str:
    said = claim_words(claim.subject.kind, claim.predicate, claim.value)
    return f"{said} · {report_label(claim.report)}" if claim.report else said


def _field_words(name: str, state: dict[str, Any]) -> str:
    """The value, what was decided, and whether it may be shown: as far as the step changed it."""
    said = []
    row = ReviewField.objects.select_related("item").filter(pk=name.split()[1]).first()
    if row and state.get("value") is not None:
        said.append(str(field_of(row.item.section, row.name).kind.words(state["value"])))
    if "decision" in state:
        said.append(str(Decision(state["decision"]).label))
    if "may_be_shown" in state:
        said.append(_("may be shown") if state["may_be_shown"] else _("is not shown"))
    return ", ".join(said)


def _demand_line(text: str, goes_into_letter: bool, _subject: int | None = None) -> str:
    return text if goes_into_letter else f"{text} ({_('not in the letter')})"


def _target_line(office: int, role: str) -> str:
    return f"{Office.objects.filter(pk=office).first() or office}: {TargetRole(role).label}"


def _capacity_line(office: int, capacity: str, source: str, date: str) -> str:
    told = f" ({source}, {date})" if source else ""
    return f"{Office.objects.filter(pk=office).first() or office}: {Capacity(capacity).label}{told}"
