"""Training is deterministic, and its figures hold on texts that no model has seen."""

import pytest
from training.evaluate import names, standings
from training.texts import held_out_by_hand, taught, taught_of_events
from training.train import MODELS, incidents_model, models, train

from tocsin.reading.learned.models import Model, use

SEQUENCES = [([["w=jan", "bias"], ["w=spoke", "bias"]], ["B-person", "O"])] * 3
SETTINGS = {"c1": 0.0, "c2": 0.1, "max_iterations": 20}


def test_the_same_texts_give_the_same_bytes() -> None:
    assert train(SEQUENCES, SETTINGS) == train(SEQUENCES, SETTINGS)


def test_a_model_tells_labels_and_how_sure_it_is() -> None:
    model = Model(train(SEQUENCES, SETTINGS))
    (first, sure), (second, _) = model.tag([["w=jan", "bias"], ["w=spoke", "bias"]])
    assert (first, second) == ("B-person", "O")
    assert 0.5 < sure <= 1
    assert sum(model.weigh(["w=jan"]).values()) == pytest.approx(1)


def test_the_shipped_models_are_small() -> None:
    assert sum(path.stat().st_size for path in MODELS.glob("*.crfsuite")) < 3_000_000


@pytest.mark.soak
def test_training_reproduces_the_shipped_models() -> None:
    made = models(taught())
    for name, data in made.items():
        use(name, Model(data))
    made["incidents"] = incidents_model(taught_of_events())
    assert {name: (MODELS / f"{name}.crfsuite").read_bytes() for name in made} == made


@pytest.mark.soak
def test_the_figures_of_the_model_card_hold() -> None:
    appeals = held_out_by_hand()
    assert names(appeals)["person exact"].f1 > 0.75
    figures = standings(appeals)
    assert figures["risk"].f1 > 0.63
    assert figures["official"].f1 > 0.7
