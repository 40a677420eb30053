"""Words that were not free, and where proof may lie; small invented texts."""

import pytest

from tocsin.reading.read import read_text


def marked(text: str, code: str) -> list[str]:
    draft = read_text(text, "report.txt", "2014-06-20")
    spans = [span for warning in draft.warnings if warning.code == code for span in warning.spans]
    return [draft.source.text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Under torture the baker of Tarvo confessed to the fire, says his lawyer in the capital.",
            ["confessed"],
        ),
        ("At the police station the clerk signed a blank sheet and was sent home.", ["signed a blank sheet"]),
        ("En garde à vue, la boulangère a avoué, mais son avocat conteste tout.", ["avoué"]),
        (
            "In der Untersuchungshaft unterschrieb sie ein Geständnis, sagt die Anwältin.",
            ["unterschrieb sie ein Geständnis"],
        ),
        (
            "Sob tortura, o padeiro assinou uma confissão na delegacia da cidade vizinha.",
            ["assinou uma confissão"],
        ),
        (
            "I varetægt trak bageren sin forklaring tilbage, siger hans forsvarer.",
            ["trak bageren sin forklaring"],
        ),
        ("在看守所里，他签字认罪，家属至今不能见他，律师也没有得到消息。", ["签字", "认罪"]),
    ],
)
def test_what_was_said_in_custody_or_under_pressure_is_marked(text: str, words: list[str]) -> None:
    assert marked(text, "said_in_custody") == words


@pytest.mark.parametrize(
    "text",
    [
        "The baker refused to sign a confession although he was beaten at the police station for days.",
        "The minister apologised in public for the floods, and the mill admitted that wages were late.",
    ],
)
def test_who_refused_or_spoke_freely_is_not(text: str) -> None:
    assert marked(text, "said_in_custody") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A neighbour saw the raid, and security cameras above the bakery recorded it.",
            ["security cameras"],
        ),
        ("Un fotógrafo presente en la plaza fue empujado por los guardias.", ["fotógrafo presente"]),
        (
            "Очевидцы рассказали о драке, а врач выдал ему справку о побоях.",
            ["Очевидцы", "справку о побоях"],
        ),
        ("Un filmato mostra il pestaggio davanti alla fabbrica di Tarvo.", ["filmato"]),
    ],
)
def test_where_proof_may_lie_is_marked(text: str, words: list[str]) -> None:
    assert marked(text, "evidence_lead") == words
