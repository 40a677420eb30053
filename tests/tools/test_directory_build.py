"""The build of the shipped directory: reading contacts as typed, and telling one mission from two."""

from dataclasses import replace

import pytest
from tools.directory.closed import nowhere_beside_another
from tools.directory.numbers import emails, stated_number, stated_numbers, websites
from tools.directory.records import Counts, Mission
from tools.directory.same import is_same, one_each

TOLD = ("factbook", "2026-01-22")


@pytest.mark.parametrize(
    ("as_written", "country", "value", "status"),
    [
        ("[1] (202) 265-2800", "US", "+12022652800", "valid"),
        ("(202) 244-4319", "US", "+12022444319", "repaired"),
        ("(246) 227-4000", "BB", "+12462274000", "repaired"),
        ("[20-2] 2797-3300", "EG", "+20227973300", "valid"),
        ("[00] (965) 2259-1001", "KW", "+96522591001", "repaired"),
        ("(011) [52]-55-5080-2000", "MX", "+525550802000", "repaired"),
        ("(+299) 384100", "GL", "+299384100", "valid"),
        ("[254] 20 363-6451", "SO", "+254203636451", "elsewhere"),
        ("[224] 65-10-40-00", "GN", "[224] 65-10-40-00", "invalid"),
        ("US Embassy Riyadh [966] 11-835-4000", "SA", "+966118354000", "repaired"),
    ],
)
def test_numbers_as_typed(as_written: str, country: str, value: str, status: str) -> None:
    found = stated_number(as_written, "phone", country, *TOLD)
    assert (found.value, found.status, found.as_written) == (value, status, as_written)


def test_two_numbers_in_one_field() -> None:
    found = stated_numbers("[242] 06 612-2000, [242] 05 387-9700", "phone", "CG", *TOLD)
    assert [contact.value for contact in found] == ["+242066122000", "+242053879700"]


def test_addresses_and_websites_in_one_field() -> None:
    text = "washington@mfa.gov.mk\n\nUnited States (mfa.gov.mk)"
    assert [c.value for c in emails(text, *TOLD)] == ["washington@mfa.gov.mk"]
    assert [(c.value, c.as_written) for c in websites(text, *TOLD)] == [
        ("https://mfa.gov.mk/", "United States (mfa.gov.mk)")
    ]
    assert [(c.value, c.status) for c in emails("mail@embassy", *TOLD)] == [("mail@embassy", "invalid")]


def embassy(**changes: object) -> Mission:
    plain = Mission("KZ", "BG", "Sofia", "Sofia", "embassy", "embassy", ["BG"], False, "Q1", *TOLD)
    return replace(plain, **changes)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (embassy(key="Q2", label="Sofia Capital Municipality"), True),
        (embassy(key="Q2", serves=["MK"]), False),
        (embassy(key="Q2", kind="consulate"), False),
        (embassy(key="Q2", city="Varna"), False),
        (embassy(key="Q2", city=""), True),
    ],
)
def test_one_mission_or_two(other: Mission, same: bool) -> None:
    assert is_same(embassy(), other) is same


def test_wards_of_the_same_name_in_two_cities_are_two_places() -> None:
    kobe = embassy(city="Chūō", latitude=34.7, longitude=135.2)
    assert not is_same(kobe, replace(kobe, key="Q2", latitude=43.1, longitude=141.3))


def test_what_two_rows_know_is_kept_in_one() -> None:
    counts = Counts()
    (kept,) = one_each(
        [embassy(key="Q2", inferred=True, label="Sofia Capital Municipality"), embassy(serves=["BG", "MK"])],
        counts,
    )
    assert (kept.key, kept.merged, kept.serves) == ("Q1", ["Q2"], ["BG", "MK"])
    assert kept.label == "Sofia / Sofia Capital Municipality"
    assert counts["rows merged: the same mission twice"] == 1


def test_an_embassy_without_a_place_is_doubted_where_another_serves_the_country() -> None:
    pretoria = Mission("VA", "ZA", "Pretoria", "", "embassy", "embassy", ["BW", "ZA"], False, "Q1", *TOLD)
    bare = Mission("VA", "BW", "", "", "embassy", "embassy", ["BW"], False, "Q2", *TOLD)
    placed = replace(bare, city="Gaborone", key="Q3")
    alone = replace(bare, host="LA", serves=["LA"], key="Q4")
    nowhere_beside_another([pretoria, bare, placed, alone], Counts())
    assert [m.doubt for m in (pretoria, placed, alone)] == ["", "", ""]
    assert bare.doubt == "stated without a place, while the embassy in Pretoria is said to serve the country"
