"""What happened at a feast has no date of ours, and takes none from the sentence before or the day of publication."""

import pytest

from tocsin.reading.read import read_text


@pytest.mark.parametrize(
    "text",
    [
        "Police raided the office on 3 March 2011. Ivan Petrov was arrested last Ramadan.",
        "Appeal\n12 May 2011\n\nIvan Petrov was arrested last Ramadan.",
        "Полиция обыскала офис 3 марта 2011 года. Ивана Петрова задержали во время рамадана.",
        "La policía allanó la sede el 3 de marzo de 2011. Juan Pérez fue detenido durante el Ramadán.",
        "La police a perquisitionné le local le 3 mars 2011. Jean Petit a été arrêté pendant le ramadan.",
        "Die Polizei durchsuchte am 3. März 2011 das Büro. Ivan Petrow wurde während des Ramadan verhaftet.",
    ],
)
def test_an_arrest_at_a_feast_has_no_date(text: str) -> None:
    arrests = [incident for incident in read_text(text, "appeal").incidents if incident.type == "arrest"]
    assert [arrest.date for arrest in arrests] == [None]


def test_without_a_feast_the_story_goes_on() -> None:
    draft = read_text("Police raided the office on 3 March 2011. Ivan Petrov was arrested.", "appeal")
    assert [incident.date for incident in draft.incidents] == ["2011-03-03", "2011-03-03?"]
