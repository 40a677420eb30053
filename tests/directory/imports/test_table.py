"""Tables as people keep them."""

import io
import zipfile

import pytest
from tests.directory.imports.lists import HEAD, OSLO, read
from tests.directory.imports.workbook import workbook

from tocsin.directory.imports.headings import kind_of, why_left_out
from tocsin.directory.imports.sheet import Given
from tocsin.directory.imports.table import read_table
from tocsin.intake.errors import Unreadable

GIVEN = Given("Her list", "2026-05", "KZ", "embassy")


@pytest.mark.parametrize(
    "text",
    [
        "Country,City,Telephone,E-mail\nNorway,Oslo,+47 22 42 06 30,oslo@mfa.example\n",
        "Land;Stadt;Telefon;E-Mail\nNorwegen;Oslo;+47 22 42 06 30;oslo@mfa.example\n",
        "Pays\tVille\tTél.\tCourriel\nNorvège\tOslo\t+47 22 42 06 30\toslo@mfa.example\n",
        "País;Ciudad;Teléfono;Correo electrónico\nNoruega;Oslo;+47 22 42 06 30;oslo@mfa.example\n",
        "Embassies;;;\n\nСтрана;Город;Телефон;Эл. почта\nНорвегия;Oslo;+47 22 42 06 30;oslo@mfa.example\n;;;\n",
        "国家,城市,电话,电子邮件\n挪威,Oslo,+47 22 42 06 30,oslo@mfa.example\n",
    ],
)
def test_headings_are_known_in_several_languages(text: str) -> None:
    found = read(text, GIVEN)
    [row] = found.rows
    assert (row.office.of_country, row.office.in_country, row.office.city, row.office.kind) == (
        "KZ",
        "NO",
        "Oslo",
        "embassy",
    )
    assert {r.channel: r.value for r in row.office.reaches} == {
        "phone": "+4722420630",
        "email": "oslo@mfa.example",
    }
    assert {(r.told.source, r.told.date) for r in row.office.reaches} == {("Her list", "2026-05")}
    assert (found.bad, found.is_complete) == ([], False)


def test_a_workbook_reads_like_its_table() -> None:
    data = workbook(
        [["Embassies", ""], ["Country", "City", "Phone", "Since"], ["Norway", "Oslo", 22420630, 2011.0]]
    )
    table = read_table(data)
    assert (list(table.headings), list(table.rows)) == (
        ["Country", "City", "Phone", "Since"],
        [(3, ["Norway", "Oslo", "22420630", "2011"])],
    )


def test_a_damaged_workbook_is_said_to_be_one() -> None:
    data = workbook([["Country", "City"], ["Norway", "Oslo"]])
    with pytest.raises(Unreadable, match="damaged"):
        read_table(data[: len(data) // 2])
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 80_000_000)
    with pytest.raises(Unreadable, match="unpacks to"):
        read_table(bomb.getvalue())


def test_a_text_is_no_table() -> None:
    with pytest.raises(Unreadable, match="no line of it names columns"):
        read_table(b"Write to the embassy in Oslo, and to the one in Cairo.\n")


def test_columns_are_told_with_what_they_are_taken_for() -> None:
    found = read("Country;City;Ambassador\nNorway;Oslo;N. N.\n", GIVEN)
    assert found.columns == [("Country", "in_country"), ("City", "city"), ("Ambassador", "")]


def test_the_shape_of_the_tables_that_ship() -> None:
    found = read(HEAD + OSLO)
    [row] = found.rows
    office = row.office
    assert (office.name, office.key, found.is_complete) == ("Embassy of Latvia in Oslo", "Q1", True)
    assert [(a.serves, a.basis, a.told.source, a.told.date) for a in office.accreditations] == [
        ("NO", "stated", "A list", "2024-05"),
        ("IS", "stated", "A list", "2024-05"),
    ]


@pytest.mark.parametrize(
    ("cells", "mend"),
    [
        ("Ruritania,Strelsau,,", "“Ruritania” is no country"),
        ("Korea,Seoul,,", "or more than one: write its two-letter code"),
        ("Norway,Oslo,,oslo at embassy", "is not an e-mail address"),
        (",Oslo,,", "does not say where the office stands"),
    ],
)
def test_a_bad_row_is_named_with_its_mend(cells: str, mend: str) -> None:
    found = read(f"Country,City,Phone,Email\nNorway,Bergen,,\n{cells}\n", GIVEN)
    [bad] = found.bad
    assert (bad.line, len(found.rows)) == (3, 1)
    assert mend in bad.sentence


@pytest.mark.parametrize(
    ("given", "mend"),
    [
        (Given("", "2026", "KZ"), "give --source"),
        (Given("A list", "", "KZ"), "is not a date"),
        (Given("A list", "2026"), "give --of COUNTRY"),
    ],
)
def test_what_the_file_does_not_say_must_be_given(given: Given, mend: str) -> None:
    [bad] = read("Country,City,Kind\nNorway,Oslo,embassy\n", given).bad
    assert mend in bad.sentence


def test_a_number_that_is_none_keeps_its_words() -> None:
    [row] = read("Country,City,Phone\nNorway,Oslo,(8922)-906-2481 234\n", GIVEN).rows
    [reach] = row.office.reaches
    assert (reach.value, reach.repaired) == ("(8922)-906-2481 234", "not a valid number as stated")


def test_honorary_consuls_and_what_is_no_mission_are_left_out() -> None:
    rows = "LV,NO,Bergen,honorary consulate,NO,,,,Q3,A list,2024-05\nLV,TW,Taipei,trade office,TW,,,,Q4,A list,2024-05\n"
    found = read(HEAD + rows)
    assert (found.rows, sum(found.left_out.values()), len(found.left_out)) == ([], 2, 2)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Embassy", "embassy"),
        ("British High Commission", "embassy"),
        ("Generalkonsulat", "consulate"),
        ("de facto embassy", "representative_office"),
        ("Посольство", "embassy"),
        ("Permanent Mission", "permanent_mission"),
        ("bakery", ""),
    ],
)
def test_kinds_by_their_words(words: str, kind: str) -> None:
    assert (kind_of(words), why_left_out(words)) == (kind, "")
