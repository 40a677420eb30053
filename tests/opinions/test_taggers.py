"""spaCy and natasha: what they mark becomes findings. Their real selves are asked where they are installed."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from tocsin.opinions import natasha_reader, spacy_reader
from tocsin.opinions.ask import with_second_opinion
from tocsin.opinions.choose import second_reader
from tocsin.opinions.endpoint_settings import EndpointSettings
from tocsin.opinions.errors import NotInstalled, OpinionFailed
from tocsin.opinions.finding import Finding
from tocsin.opinions.marked_names import findings
from tocsin.opinions.natasha_reader import NatashaReader
from tocsin.opinions.spacy_reader import SpacyReader

from .told import draft

RUSSIAN = """Латвия: юрист порта арестована

В Риге арестована юрист профсоюза Лина Марведе. Вместе с ней был Тавор Эльмин.
Профсоюз «Балтгруз» требует её освобождения."""


def test_marked_names_become_findings_with_the_words_around_them() -> None:
    text = "One line.\n" + "x " * 100 + "Lina Marwede spoke.\nAnother."
    start = text.index("Lina")
    (finding,) = findings(text, [(start, start + 12, "PER"), (0, 3, "CARDINAL")])
    assert (finding.kind, finding.name) == ("person", "Lina Marwede")
    assert finding.quote == "x " * 60 + "Lina Marwede spoke."
    assert [found.name for found in findings("(with Lina Marwede)", [(6, 19, "PER"), (0, 1, "PER")])] == [
        "Lina Marwede"
    ]
    assert findings(text, [(0, 3, "GPE"), (4, 8, "ORG")]) == [
        Finding("place", "One", "One line."),
        Finding("organisation", "line", "One line."),
    ]


def test_natasha_is_asked_about_russian_alone() -> None:
    at = RUSSIAN.index("Лина")
    reader = NatashaReader(lambda: lambda text: [(at, at + 12, "PER")])
    assert [found.name for found in reader.read(RUSSIAN, "ru")] == ["Лина Марведе"]
    with pytest.raises(OpinionFailed, match="Russian alone"):
        reader.read("Lina Marwede", "en")


@pytest.mark.parametrize(("name", "module"), [("natasha", natasha_reader), ("spacy", spacy_reader)])
def test_what_is_not_installed_says_how_to_mend_it(
    name: str, module: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(spacy_reader, "find_spec", lambda name: None)
    with pytest.raises(NotInstalled, match=f"pip install {name}"):
        second_reader(name, EndpointSettings())


@pytest.mark.skipif(
    find_spec("natasha") is None, reason="natasha is not installed; to ask it: uv pip install natasha"
)
def test_natasha_itself() -> None:
    found = {(f.kind, f.name) for f in second_reader("natasha", EndpointSettings()).read(RUSSIAN, "ru")}
    assert {("person", "Лина Марведе"), ("person", "Тавор Эльмин"), ("place", "Латвия")} <= found
    after = with_second_opinion(draft(RUSSIAN), second_reader("natasha", EndpointSettings()))
    assert after.warnings[0].message.endswith("it reads Russian alone.")  # the draft says that it is English


@pytest.mark.skipif(
    find_spec("spacy") is None, reason="spaCy is not installed; to ask it: uv pip install spacy"
)
def test_spacy_itself_with_a_model_made_here(tmp_path: Path) -> None:
    import spacy

    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": "Tavo Elmbrin"}])
    pipeline.to_disk(tmp_path / "model")
    reader = SpacyReader({"en": str(tmp_path / "model")})
    after = with_second_opinion(draft(), reader)
    assert [person.name for person in after.people[1:]] == ["Tavo Elmbrin"]
    with pytest.raises(OpinionFailed, match="no model for this language"):
        reader.read("Лина", "ru")
    with pytest.raises(OpinionFailed, match="spacy download"):
        SpacyReader().read("Лина", "ru")
