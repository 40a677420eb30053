"""What an action still lacks, in sentences that name the step where it is mended."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tocsin.directory.queries import usable_email
from tocsin.reports.codes import AskKind

from .models import Action, Capacity, TargetRole
from .targets import targets_by_reach, targets_with_offices
from .withheld import withheld_names_in


@dataclass(frozen=True)
class Gap:
    """`step` is an anchor of the editor: story, demands, targets, asks, letter or check.

    `in_case`: it can be mended in the case as well.
    """

    step: str
    sentence: str
    in_case: bool = False


def missing(action: Action) -> list[Gap]:
    """What must be there before, and as long as, the public sees the action. Empty: nothing is missing."""
    return [*_texts(action), *_demands(action), *_targets(action), *_letter(action), *_names(action)]


def hindrances(action: Action) -> list[Gap]:
    """Why an action that is complete may still not be opened now."""
    return list(_hindrances(action))


def cautions(action: Action) -> list[Gap]:
    """What does not stop anybody from publishing, but should be known before."""
    return [
        *_unreachable(action),
        *_uncopied(action),
        *_unsaid(action),
        *_open_ended(action),
        *_own_words(action),
    ]


def _texts(action: Action) -> Iterator[Gap]:
    if not action.title.strip():
        yield Gap("story", _("The action has no headline."))
    if not action.story.strip():
        yield Gap("story", _("The story is empty: say in a few sentences what happened."))
    if not action.organiser.strip():
        yield Gap("story", _("Nobody is named as calling for this action."))


def _demands(action: Action) -> Iterator[Gap]:
    demands = list(action.demands.all())
    if not demands:
        yield Gap("demands", _("There is no demand: say what the offices are to do."))
    elif not any(d.goes_into_letter for d in demands):
        yield Gap("demands", _("No demand goes into the letter."))


def _targets(action: Action) -> Iterator[Gap]:
    if not action.targets.filter(role=TargetRole.TARGET).exists():
        yield Gap("targets", _("There is nobody to write to: add at least one office."))


def _letter(action: Action) -> Iterator[Gap]:
    if action.letter_in(action.language) is None:
        yield Gap("letter", _("There is no letter in the action's own language."))
    for letter in action.letters.all():
        if not letter.subject.strip() or not letter.body.strip():
            yield Gap("letter", _("The letter (%(language)s) is empty.") % {"language": letter.language})


def _names(action: Action) -> Iterator[Gap]:
    found: dict[str, list[str]] = defaultdict(list)
    for step, sentence in withheld_names_in(action):
        found[step].append(f"“{sentence}”")
    for step, sentences in found.items():
        told = _(
            "A name that the case withholds stands in %(sentences)s. Take it out, or record in the case on "
            "whose consent or published source it may be shown."
        )
        yield Gap(step, told % {"sentences": ", ".join(sentences)}, in_case=True)


def _hindrances(action: Action) -> Iterator[Gap]:
    if action.is_sample:
        yield Gap("check", _("This action belongs to the sample. It is history and cannot be opened."))
    if action.case.frozen_at:
        yield Gap("check", _("The case is frozen. Nothing of it goes out until it is released."))
    if action.deadline and action.deadline < timezone.localdate():
        yield Gap("story", _("The deadline has passed. Set a later one."))


def _unreachable(action: Action) -> Iterator[Gap]:
    confirmed, unconfirmed = targets_by_reach(action, TargetRole.TARGET)
    if not confirmed and unconfirmed:
        sentence = _(
            "No office has a confirmed address yet. Supporters are offered only what was printed, by post."
        )
        yield Gap("targets", sentence)
    elif unconfirmed:
        sentence = ngettext(
            "%(count)d office has no confirmed address: its supporters are offered other ways.",
            "%(count)d offices have no confirmed address: their supporters are offered other ways.",
            len(unconfirmed),
        )
        yield Gap("targets", sentence % {"count": len(unconfirmed)})


def _uncopied(action: Action) -> Iterator[Gap]:
    copied = targets_with_offices(action, TargetRole.COPY_TO)
    for target in copied:
        if not usable_email(target.office):
            sentence = _("%(office)s gets no copy: no e-mail address of it is confirmed.")
            yield Gap("targets", sentence % {"office": target.office})


def _unsaid(action: Action) -> Iterator[Gap]:
    letter = action.letter_in(action.language)
    said = _plain(letter.body) if letter else ""
    for demand in action.demands.filter(goes_into_letter=True):
        if letter and _plain(demand.text) not in said:
            yield Gap("letter", _("The letter does not say: “%(demand)s”") % {"demand": demand.text})


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(".;,")


def _open_ended(action: Action) -> Iterator[Gap]:
    if not action.deadline:
        yield Gap("story", _("There is no deadline: the action stays open until somebody closes it."))
    asks = list(action.asks.all())
    if not asks:
        yield Gap("asks", _("Nothing else is asked of anybody than to write."))
    for ask in asks:
        if not ask.says_what:
            sentence = _("What is asked of “%(audience)s” is not shown: it does not say what to do.")
            yield Gap("asks", sentence % {"audience": ask.audience or _("everyone")})


def _own_words(action: Action) -> Iterator[Gap]:
    """Whoever is written to as something else than who answers needs other words."""
    written = set(action.letters.values_list("capacity", flat=True))
    wanted = set(action.targets.exclude(capacity="").values_list("capacity", flat=True))
    if action.asks.filter(kind=AskKind.OWN_GOVERNMENT).exists():
        wanted.add(Capacity.OWN_GOVERNMENT)
    for capacity in sorted(wanted - written):
        sentence = _("There is no letter of its own for: %(capacity)s. The general letter is shown.")
        if capacity == Capacity.OWN_GOVERNMENT:
            sentence = _("Supporters are led to their own government once there is a letter to it.")
        yield Gap("letter", sentence % {"capacity": Capacity(capacity).label})
