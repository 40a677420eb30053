"""Traditional Chinese is read with the word lists of simplified, and told in the characters that were printed."""

from tocsin.reading.read import read_text

TRADITIONAL = "廣東維權人士陳國強被刑事拘留\n\n2018年2月10日,廣東維權律師陳國強被警方刑事拘留,家屬要求立即釋放陳國強。\n"


def test_names_and_demands_stand_in_the_characters_of_the_report() -> None:
    draft = read_text(TRADITIONAL, "report.txt", "2018-02-23")
    assert [person.name for person in draft.people] == ["陳國強"]
    assert draft.country is not None
    assert draft.country.code == "CN"
    assert all(demand.text in TRADITIONAL for demand in draft.demands)
    assert draft.demands
