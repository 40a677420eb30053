"""Asking a second reader: what the rules were silent on is suggested; what is there stays as it is."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tocsin.terms.draft import Draft, Warning
from tocsin.terms.span import Span

from .asked import Asked, Opinion
from .candidate import Candidate, candidate
from .errors import MustNotLeave, OpinionFailed
from .finding import Finding, is_sound
from .known import known_in
from .locate import SearchedText
from .second_reader import SecondReader
from .suggest import suggestions

LONGEST_TEXT = 100_000  # characters that a reader is shown
MOST_FINDINGS = 300  # a reader that claims more is not listened to further


def with_second_opinion(draft: Draft, reader: SecondReader, may_leave: bool = False) -> Draft:
    """The draft with a reader's suggestions after its own items, all below 0.5.

    A reader that fails costs a warning and nothing else. Raises `MustNotLeave` before anything is read.
    """
    furniture = tuple(placed.span for placed in draft.coverage if placed.use == "furniture")
    source = draft.source
    said = ask(Asked(source.text, source.language, known_in(draft), furniture, may_leave), reader)
    return replace(
        draft,
        people=(*draft.people, *said.people),
        officials=(*draft.officials, *said.officials),
        organisations=(*draft.organisations, *said.organisations),
        warnings=(*draft.warnings, *_warnings(said, draft)),
    )


def ask(asked: Asked, reader: SecondReader) -> Opinion:
    """A reader's word on a text. Raises `MustNotLeave` before anything is read; else it never fails."""
    if not (reader.stays_here or asked.may_leave):
        raise MustNotLeave(f"{reader.name} stands on another server, and this text may not leave ours")
    if not asked.text.strip():
        return Opinion(reader.name)
    try:
        claimed = list(islice(reader.read(asked.text[:LONGEST_TEXT], asked.language), MOST_FINDINGS + 1))
    except OpinionFailed as why:
        return Opinion(reader.name, failed=str(why))
    except Exception as fault:  # whatever it is, the draft is worth more; its words might quote the text
        return Opinion(reader.name, failed=f"it broke off ({type(fault).__name__})")
    return _held_to_the_text(asked, reader.name, claimed)


def _held_to_the_text(asked: Asked, reader: str, claimed: list[Finding]) -> Opinion:
    searched = SearchedText(asked.text)
    sound = (finding if is_sound(finding) else None for finding in claimed[:MOST_FINDINGS])
    found = [candidate(finding, searched) if finding else None for finding in sound]
    stands = [each for each in found if each is not None]
    told = [each for each in stands if not _is_furniture(each, asked)]
    said = suggestions(told, asked, reader)
    return replace(said, remarks=tuple(_remarks(asked, claimed, len(found) - len(stands))))


def _is_furniture(found: Candidate, asked: Asked) -> bool:
    return any(span.overlaps(found.name_at) for span in asked.furniture)


def _remarks(asked: Asked, claimed: list[Finding], unproven: int) -> Iterator[str]:
    if len(asked.text) > LONGEST_TEXT:
        yield f"It was shown the first {LONGEST_TEXT:,} characters only."
    if len(claimed) > MOST_FINDINGS:
        yield f"It claimed more than {MOST_FINDINGS} things; the rest was not looked at."
    if unproven:
        yield f"Of what it claimed, {unproven} had no proof in the text, and was left out."


def _warnings(said: Opinion, draft: Draft) -> Iterator[Warning]:
    text = draft.source.text
    begin = draft.coverage[0].span if draft.coverage else Span(0, min(1, len(text)))
    if said.failed:
        message = f"The second reader {said.reader} gave no opinion: {said.failed}."
        yield Warning("second_opinion_failed", message, (begin,))
    for remark in said.remarks:
        yield Warning("second_opinion_limits", f"The second reader {said.reader}: {remark}", (begin,))
