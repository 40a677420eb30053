"""Teaches the models on the texts that are not held out and writes them into the package: `make train`."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pycrfsuite

from tocsin.reading.learned.models import Model, use
from training.incidents_task import weighed
from training.markup import Appeal
from training.names_task import Sequence, sequences
from training.split import fold_of
from training.standing_task import Known, known
from training.swap import swapped
from training.texts import taught, taught_of_events

MODELS = Path(__file__).parent.parent / "src" / "tocsin" / "reading" / "learned"
FOLDS = 2
NAMES = {"c1": 0.25, "c2": 0.02, "max_iterations": 100}
STANDING = {"c1": 0.0, "c2": 2.0, "max_iterations": 200}
STATUS = {"c1": 0.0, "c2": 1.0, "max_iterations": 200}
INCIDENTS = {"c1": 0.0, "c2": 20.0, "max_iterations": 200}


def train(sequences: Iterable[Sequence], settings: dict[str, Any]) -> bytes:
    """The model as bytes; the same texts in the same order give the same bytes."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(settings)
    for items, labels in sequences:
        trainer.append(items, labels)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model"
        trainer.train(str(path))
        return path.read_bytes()


def names_model(appeals: Iterable[Appeal]) -> bytes:
    """Free texts teach once more with other names in them."""
    told = [one for appeal in appeals for one in (appeal, swapped(appeal)) if one]
    return train((one for appeal in told for one in sequences(appeal)), NAMES)


def seen_anew(appeals: list[Appeal]) -> Iterator[Known]:
    """Everybody in the texts as the reader sees them whose name model has not learned from that very text."""
    for fold in range(FOLDS):
        use("names", Model(names_model(one for one in appeals if fold_of(one.slug, FOLDS) != fold)))
        for appeal in appeals:
            if fold_of(appeal.slug, FOLDS) == fold:
                yield from known(appeal)


def models(appeals: list[Appeal]) -> dict[str, bytes]:
    people = list(seen_anew(appeals))
    return {
        "names": names_model(appeals),
        "standing": train((([one.item], [one.standing]) for one in people), STANDING),
        "status": train((one for person in people for one in status_sequences(person)), STATUS),
    }


def status_sequences(person: Known) -> Iterator[Sequence]:
    for status, item in person.status_items.items():
        if person.statuses and not person.told:
            yield [item], ["yes" if status == person.statuses[0] else "no"]


def incidents_model(appeals: Iterable[Appeal]) -> bytes:
    """Of the people whom the shipped models find: after them."""
    told = (one for appeal in appeals for one in weighed(appeal))
    return train((([item], ["yes" if is_filed else "no"]) for item, is_filed in told), INCIDENTS)


def main() -> None:
    appeals, of_events = taught(), taught_of_events()
    for name, data in models(appeals).items():
        use(name, Model(data))
        _write(name, data, len(appeals))
    _write("incidents", incidents_model(of_events), len(of_events))


def _write(name: str, data: bytes, texts: int) -> None:
    (MODELS / f"{name}.crfsuite").write_bytes(data)
    print(f"{name}: {len(data):,} bytes from {texts} texts", file=sys.stderr)


if __name__ == "__main__":
    main()
