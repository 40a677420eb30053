"""Every claim is a line, with its codes."""

from tocsin.formats.cells import read_rows
from tocsin.formats.claims_csv import COLUMNS, claims_csv
from tocsin.terms.incident_mappings import SCHEMES, conditional, mapped, mappings
from tocsin.terms.incidents import incident_types

from .invented_case import case_file


def test_each_claim_is_one_line_with_who_says_so_and_where() -> None:
    case = case_file()
    rows = read_rows("".join(claims_csv(case)))
    assert len(rows) == case.claims_count
    denied = next(row for row in rows if row["stance"] == "denies")
    assert (denied["words"], denied["inquiry"], denied["exhibit"], denied["source"]) == (
        "released",
        "1",
        "",
        "",
    )
    held = next(row for row in rows if row["quote_language"] == "ru")
    assert (held["said_by"], held["source_sha256"]) == ("her sister", "2" * 64)
    assert set(rows[0]) == set(COLUMNS)


def test_codes_that_always_hold_stand_in_columns_and_others_beside() -> None:
    rows = read_rows("".join(claims_csv(case_file())))
    beating = next(row for row in rows if row["incident_type"] == "beating_at_protest")
    assert (beating["esf_act"], beating["esf_method"], beating["cameo"]) == ("020101", "0301", "182")
    assert beating["acled_sub_event"] == ""
    assert "Excessive force against protesters if somebody was seriously injured" in beating["if_known"]


def test_every_mapping_is_of_a_type_that_exists_into_a_scheme_that_is_told() -> None:
    assert {m.code for m in mappings()} <= set(incident_types())
    assert {m.scheme for m in mappings()} == set(SCHEMES)
    assert len({(m.code, m.scheme, m.value) for m in mappings()}) == len(mappings())
    assert mapped("release") == {"plover": "RETREAT", "plover_mode": "release", "cameo": "0841"}
    assert [m.value for m in conditional("complaint_refused")] == ["36010206"]
