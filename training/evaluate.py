"""Figures on the held-out texts, which no model has seen: `make evaluate`, or on a folder of yours: `GOLD=folder`."""

import sys
from collections import defaultdict
from pathlib import Path

from tocsin.reading.learned.models import model
from tocsin.reading.learned.names import tag
from tocsin.reading.standing import likeliest, status_of
from training.markup import Appeal, load_all
from training.measure import Score
from training.names_task import KINDS, asked, outermost
from training.standing_task import known
from training.texts import held_out, held_out_by_hand

Place = tuple[int, int, str]


def main(folder: str | None = None) -> None:
    if folder:
        _print(load_all(Path(folder)), f"texts from {folder}")
    else:
        _print(held_out_by_hand(), "held-out texts written by hand")
        _print(held_out(), "held-out texts with those grown from templates")


def _print(appeals: list[Appeal], what: str) -> None:
    print(f"{len(appeals)} {what}")
    for kind, score in (names(appeals) | standings(appeals)).items():
        print(f"{kind:<16} {score}")


def names(appeals: list[Appeal]) -> dict[str, Score]:
    """By type: the same words exactly, and words that overlap."""
    scores: dict[str, Score] = defaultdict(Score)
    for appeal in appeals:
        gold, found = _gold(appeal), _found(appeal)
        for kind in ("person", "org", "place"):
            there, seen = ([n for n in all_ if n[2] == kind] for all_ in (gold, found))
            scores[f"{kind} exact"].add(there, seen)
            scores[f"{kind} overlap"].add(there, [_met(n, there) or n for n in seen])
    return dict(scores)


def standings(appeals: list[Appeal]) -> dict[str, Score]:
    """Of everybody whom the reader saw: who is at risk, who holds office; and the status of those at risk."""
    scores: dict[str, Score] = defaultdict(Score)
    for number, one in enumerate(one for appeal in appeals for one in known(appeal)):
        found, _ = likeliest(model("standing").weigh(one.item))
        for label in ("risk", "official"):
            scores[label].add([number] if one.standing == label else [], [number] if found == label else [])
        if one.statuses:
            scores["status"].add([True], [(one.told or status_of(one.status_items)) in one.statuses])
    return dict(scores)


def _met(name: Place, there: list[Place]) -> Place | None:
    return next((one for one in there if one[0] < name[1] and name[0] < one[1]), None)


def _gold(appeal: Appeal) -> list[Place]:
    return [(name.start, name.end, KINDS[name.kind]) for name in outermost(appeal.of(*KINDS))]


def _found(appeal: Appeal) -> list[Place]:
    """What the model tags, whatever its confidence."""
    found: list[Place] = []
    for sentence, stretch in asked(appeal):
        for tagged in tag(stretch):
            found.append((*sentence.at(tagged.start, tagged.end), tagged.kind))
    return found


if __name__ == "__main__":
    main(*sys.argv[1:2])
