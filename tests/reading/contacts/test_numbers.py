import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.reading.contacts.numbers import find_numbers


def numbers(text):
    return [(n.text, n.kind) for n in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tel: 2262900, 2262901 Fax: 2262902.", [("2262900", "phone"), ("2262901", "phone"), ("2262902", "fax")]),
        ("(331)-45615200 (331)- 45615201", [("(331)-45615200", "phone"), ("(331)- 45615201", "fax")]),
        ("(39)-06880 (3906)-68808 (3906)-68809", [("(39)-06880", "phone"), ("(3906)-68808", "phone"), ("(3906)-68809", "fax")]),
        ("at 512-463-2000, 512-463-1849 (fax)", [("512-463-2000", "phone"), ("512-463-1849", "fax")]),
        ("Tel/Fax: +47 22 12 34 56", [("+47 22 12 34 56", "both")]),
        ("Telefax 030-47007125", [("030-47007125", "fax")]),
        ("тел. (495) 627-18-34, факс (495) 608-26-50", [("(495) 627-18-34", "phone"), ("(495) 608-26-50", "fax")]),
        ("+44 (0)20 7946 0000", [("+44 (0)20 7946 0000", "phone")]),
        ("FAX: [1] (202) 456-1111", [("(202) 456-1111", "fax")]),
        ("Fax: +963 11 200 0001 (keep trying) +963 11 200 0002", [("+963 11 200 0001", "fax"), ("+963 11 200 0002", "fax")]),
        ("par fax : 331 69 46 00 36 / 00 331 60 16 00 37.", [("331 69 46 00 36", "fax"), ("00 331 60 16 00 37", "fax")]),
        ("Via facsimile 404-555-0170", [("404-555-0170", "fax")]),
        ("т. 606-19-66, ф. 606-19-67", [("606-19-66", "phone"), ("606-19-67", "fax")]),
        ("тел. 8 (495) 606-36-02, 606-18-50 (факс)", [("8 (495) 606-36-02", "phone"), ("606-18-50", "fax")]),
        ("联系电话：010-65961114；传真：010-65961115", [("010-65961114", "phone"), ("010-65961115", "fax")]),
        ("(T) 02-1234568 (F) 02-1234567", [("02-1234568", "phone"), ("02-1234567", "fax")]),
        ("(202) 456-1111 or (202) 456-2461", [("(202) 456-1111", "phone"), ("(202) 456-2461", "phone")]),
        ("Fax: (int)52 (5)516-0000 or 515-0001 , or", [("52 (5)516-0000", "fax"), ("515-0001", "fax")]),
        ("Telefon : 90 (0312) 417 00 00. Faks : 90 (0312) 419 00 00.", [("90 (0312) 417 00 00", "phone"), ("90 (0312) 419 00 00", "fax")]),
        ("Fax;  +(34) 986 810000", [("+(34) 986 810000", "fax")]),
        ("Tel.: 313 16/83 800Dr. Sample", [("313 16/83 800", "phone")]),
        ("Tel: 0312 417 00 00Fax: 0312 419 00 00", [("0312 417 00 00", "phone"), ("0312 419 00 00", "fax")]),
        ("Cel: 263 11 620 000", [("263 11 620 000", "phone")]),
        ("des fax au procureur (04/77/71/00/00) et au tribunal (04/77/44/00/00)", [("04/77/71/00/00", "fax"), ("04/77/44/00/00", "fax")]),
        ("Bitte faxt an den Minister (0090 312 419 00 00)", [("0090 312 419 00 00", "fax")]),
        ("fax the minister on +90 312 419 00 00. Call her on +90 312 419 00 01.", [("+90 312 419 00 00", "fax"), ("+90 312 419 00 01", "phone")]),
        ("Fax or call the minister on +90 312 419 00 00", [("+90 312 419 00 00", "phone")]),
        ("no de fax 00216 71 744 000, pour le ministre no 00216 71 568 000", [("00216 71 744 000", "fax"), ("00216 71 568 000", "fax")]),
        ("Телефон отдела - 650-99-00.", [("650-99-00", "phone")]),
    ],
)  # fmt: skip
def test_numbers_and_their_kinds(text, found):
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "on 12.03.2014 and 2011-06-15", "in 2011-2013", "A# 027-748-975", "inmate number 12345-678", "PA 17932-0244",
        "account 1234 5678 9012", "IBAN DE89 3704 0044 0532 0130 00", "PO Box 123456", "Tokyo 152-0003", "$10,000,000",
        "ISBN 978 0 306 40615 7", "<3.91.960819070454.9452B-100000@example.org>", "№ 1234567", "12 of 345 people",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_number_is_left_alone(text):
    assert [n for n in find_numbers(text) if n.sure] == []


@given(st.text("0123456789 ()+-/.,;\nTelfax:A#", max_size=120))
def test_numbers_stand_where_they_say_in_order_and_apart(text):
    found = find_numbers(text)
    assert all(text[n.start : n.end] == n.text for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
