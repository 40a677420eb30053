"""ACLED's 31 columns; what is not known stays blank."""

from tocsin.formats.acled import COLUMNS, acled_csv
from tocsin.formats.cells import read_rows

from .invented_case import case_file, incident


def rows(*incidents: object) -> list[dict[str, str]]:
    return read_rows("".join(acled_csv(case_file(incidents=incidents))))


def filled(row: dict[str, str]) -> dict[str, str]:
    return {column: cell for column, cell in row.items() if cell}


def test_the_columns_are_acleds_in_its_order() -> None:
    assert len(COLUMNS) == 31
    assert list(rows(incident(2, "arrest", "2015-05-04"))[0]) == list(COLUMNS)


def test_a_day_that_is_certain_is_told_with_its_codes() -> None:
    assert filled(rows(incident(3, "arrest", "2015-05-04"))[0]) == {
        "event_id_cnty": "tocsin_c12_3",
        "event_date": "2015-05-04",
        "year": "2015",
        "time_precision": "1",
        "disorder_type": "Strategic developments",
        "event_type": "Strategic developments",
        "sub_event_type": "Arrests",
        "actor1": "port police",
        "actor2": "Lina Marwede, dockers",
        "country": "Latvia",
        "location": "Riga",
        "latitude": "56.9",
        "longitude": "24.1",
        "source": "Harbour Bulletin",
        "notes": "Beating",
        "tags": "tocsin=arrest",
    }


def test_what_needs_a_judgement_or_was_inferred_is_blank_and_said_in_the_notes() -> None:
    row = rows(incident(2, "beating_at_protest", "2015-05-03?"))[0]
    assert [row[name] for name in ("sub_event_type", "event_date")] == ["", ""]
    assert row["event_type"] == "Protests"
    assert (row["year"], row["time_precision"]) == ("2015", "3")
    assert row["notes"] == "Beating. Date as known (EDTF): 2015-05-03?"


def test_deaths_are_counted_only_where_the_sources_agree() -> None:
    agreed = incident(4, "killing", "2015-05-03", count={"low": 2, "high": 2, "text": "two"})
    vague = incident(5, "killing", "2015-05-03", count={"low": 2, "high": None, "text": "at least two"})
    beaten = incident(6, "beating", "2015-05-03", count={"low": 9, "high": 9, "text": "nine"})
    assert [row["fatalities"] for row in rows(agreed, vague, beaten)] == ["2", "", ""]


def test_what_is_only_announced_is_no_event() -> None:
    assert rows(incident(7, "strike", "2015-06-01", planned=True)) == []
