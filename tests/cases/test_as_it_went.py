"""In which order statuses are told."""

from tocsin.cases.as_it_went import as_it_went, told_of
from tocsin.cases.view import Said, Source, Value


def value(text: str, *days: tuple[str, str]) -> Value:
    """Each day as (of the report, of its own)."""
    said = tuple(
        Said(number, Source(number, "", "", published, "", ""), holds_on=own)
        for number, (published, own) in enumerate(days)
    )
    return Value(text, text, (), tuple(range(len(days))), said=said)


def test_a_person_is_detained_then_charged_then_freed() -> None:
    freed, charged = value("freed", ("2012-03-12", "")), value("charged", ("2011-06-08", "2011-05-31"))
    detained, undated = value("detained", ("2011-06-14", ""), ("2011-05-25", "")), value("missing")
    told = as_it_went([charged, freed, undated, detained])
    assert [each.text for each in told] == ["detained", "charged", "freed", "missing"]
    assert [told_of(each) for each in told] == ["2011-05-25", "2011-05-31", "2012-03-12", ""]


def test_a_day_without_its_year_says_nothing_of_the_order() -> None:
    assert told_of(value("detained", ("", "XXXX-05-24"), ("2011", ""))) == "2011"
