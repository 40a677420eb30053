"""A list of 130 people as it may be laid out: everybody is read, with what befell them, and nobody is invented."""

from collections.abc import Callable
from itertools import count, islice

import pytest

from tocsin.reading.read import read_text

GIVEN = [
    "James",
    "Mary",
    "Peter",
    "Susan",
    "David",
    "Helen",
    "Thomas",
    "Ruth",
    "Brian",
    "Grace",
    "Martin",
    "Joan",
    "Keith",
]
FAMILY = [
    "Okello",
    "Marwede",
    "Whitfield",
    "Nakato",
    "Ashby",
    "Tregarth",
    "Mwangi",
    "Haldane",
    "Kibirige",
    "Larkin",
]
LEAD = "Police detained 130 dockers in Riga, Latvia, on 3 May 2015. The names of those detained are:"
Rows = list[tuple[str, str]]
# (given name, surname): the two walk at different paces, so that no two rows are alike.
PEOPLE: Rows = [(GIVEN[n % 13], FAMILY[(n * 3 + n // 130) % 10]) for n in range(130)]


def printed(form: str, people: Rows = PEOPLE, sep: str = "\n") -> str:
    """`form` has {n}, {g} and {f} for the number, the given name and the surname; {age} is another number."""
    rows = (form.format(n=n, g=g, f=f, age=20 + n % 40) for n, (g, f) in enumerate(people, 1))
    return sep.join(rows)


def in_two_columns() -> str:
    pairs = zip(PEOPLE[:65], PEOPLE[65:], count(1))
    return "\n".join(f"{n}. {' '.join(a):40}{n + 65}. {' '.join(b)}" for a, b, n in pairs)


LAYOUTS: dict[str, Callable[[], str]] = {
    "numbered": lambda: printed("{n}. {g} {f}"),
    "with facts after full stops": lambda: printed("{n}. {g} {f}. Born {age}. Docker."),
    "ranks": lambda: printed("{n}. Dr {g} {f}, docker"),
    "plain": lambda: printed("{g} {f}, aged {age}, docker"),
    "capitals": lambda: printed("{g} {f}").upper(),
    "surname first": lambda: printed("{f}, {g}"),
    "surname in capitals first": lambda: "\n".join(f"{f.upper()}, {g}, docker" for g, f in PEOPLE),
    "tabs with titles": lambda: "No.\tName\tAge\tPlace\n" + printed("{n}\t{g} {f}\t{age}\tRiga"),
    "tabs without titles": lambda: printed("{n}\t{g} {f}\t{age}\tRiga"),
    "surname in a column": lambda: "No.\tSurname\tFirst name\n" + printed("{n}\t{f}\t{g}"),
    "csv": lambda: "No.,Name,Age,Place\n" + printed("{n},{g} {f},{age},Riga"),
    "csv with quotes": lambda: "No.,Name,Age\n" + printed('"{n}","{f}, {g}","{age}"'),
    "semicolons": lambda: printed("{n};{g} {f};{age};Riga"),
    "pipes": lambda: "| No. | Name | Age |\n|---|---|---|\n" + printed("| {n} | {g} {f} | {age} |"),
    "wide blanks": lambda: printed("{n:4}   {g} {f}       {age}   Riga"),
    "two columns": in_two_columns,
    "one paragraph": lambda: printed("{g} {f}", sep=", "),
    "one paragraph with ages": lambda: printed("{g} {f} ({age})", sep=", "),
    "one paragraph with semicolons": lambda: printed("{g} {f}, aged {age}, docker", sep="; "),
    "one numbered paragraph": lambda: printed("{n}) {g} {f}", sep="; "),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_everybody_is_read(layout: str) -> None:
    text = f"130 dockers detained\n\n{LEAD}\n\n{LAYOUTS[layout]()}\n"
    draft = read_text(text, "list.txt", "2015-06-10")
    assert sorted(person.name for person in draft.people) == sorted(f"{g} {f}" for g, f in PEOPLE)
    assert {person.status for person in draft.people} == {"detained"}
    assert draft.source.language == "en"
    assert "list_incomplete" not in {warning.code for warning in draft.warnings}


def test_what_befell_them_may_stand_behind_their_names() -> None:
    text = f"The port\n\n{printed('{g} {f}', sep=', ')} were arrested in Riga, Latvia."
    draft = read_text(text, "list.txt", "2015-06-10")
    assert [p.status for p in draft.people] == ["detained"] * 130


RUSSIAN = [
    f"{s} {g}"
    for g in ["Иван", "Олег", "Сергей", "Павел", "Юрий"]
    for s in ["Смолин", "Жуков", "Грачёв", "Якушев"]
]
SPANISH = [
    f"{g} {s}"
    for g in ["José", "Ana", "Luis", "Hugo", "Rosa"]
    for s in ("Quispe Paz", "Vargas", "Solís", "Lobo")
]
FRENCH = [
    f"{g} {s}"
    for g in ["Jean", "Luc", "Fatou", "Awa", "Claire"]
    for s in ["Diallo", "Perrin", "Koné", "Vasseur"]
]
CHINESE = [f"{s}{g}" for s in "张王李赵陈" for g in ("伟", "建国", "秀英", "志强")]
BURMESE = [
    f"{g} {s}" for g in ("Kyaw", "Thiha", "Zin Mar", "Hla", "Nay") for s in ["Oo", "Htun", "Naing", "Lwin"]
]
ARABIC = [f"{g} {s}" for g in ("Ahmad", "Omar bin Saleh", "Abd al-Rahman", "Mariam", "Tariq") for s in ("al-Khalidi", "Abu Zeid", "Haddad", "el-Sayed")]  # fmt: skip


@pytest.mark.parametrize(
    ("lead", "names", "status"),
    [
        ("3 мая 2015 года милиция задержала 20 рабочих. Список задержанных:", RUSSIAN, "detained"),
        ("9 июня 2015 года в Минске освобождены:", RUSSIAN, "released"),
        ("La policía detuvo a 20 mineros en Oruro. Lista de detenidos:", SPANISH, "detained"),
        ("La police a arrêté 20 ouvriers à Conakry. Liste des détenus :", FRENCH, "detained"),
        ("深圳警方拘留了20名工人。被拘留者名单：", CHINESE, "detained"),
        ("The court in Yangon sentenced 20 people. They are:", BURMESE, "sentenced"),
        ("On 9 June 2015 the following prisoners were released in Aden:", ARABIC, "released"),
    ],
)
@pytest.mark.parametrize("form", ["{name}", "{n}. {name} ({n})", "{n}\t{name}\t03.05.2015"])
def test_lists_of_many_languages(lead: str, names: list[str], status: str, form: str) -> None:
    rows = "\n".join(form.format(n=n, name=name) for n, name in enumerate(names, 1))
    people = read_text(f"{lead}\n\n{rows}\n", "list.txt", "2015-06-10").people
    assert [(person.name, person.status) for person in people] == [(name, status) for name in names]


def test_what_a_row_says_is_its_own() -> None:
    rows = list(islice(printed("{n}. {g} {f}, docker").split("\n"), 20))
    rows[3] += ", sentenced to three years"
    people = read_text(f"{LEAD}\n\n" + "\n".join(rows), "list.txt", "2015-06-10").people
    assert [p.status for p in people] == ["detained"] * 3 + ["sentenced"] + ["detained"] * 16


def test_a_heading_inside_goes_for_the_rows_below_it() -> None:
    rows = printed("{n}. {g} {f}").split("\n")[:20]
    rows.insert(10, "Released on 9 June:")
    people = read_text(f"{LEAD}\n\n" + "\n".join(rows), "list.txt", "2015-06-10").people
    assert [p.status for p in people] == ["detained"] * 10 + ["released"] * 10


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Signed by:", BURMESE),
        ("We, the undersigned, demand her release:", ARABIC),
        ("Lawyers who represent the detained:", BURMESE),
        ("The judges of the trials in which they were sentenced:", ARABIC),
        ("Abogados de los detenidos:", SPANISH),
        ("Avocats des détenus :", FRENCH),
        ("Адвокаты задержанных:", RUSSIAN),
        ("被捕者的律师：", CHINESE),
    ],
)
def test_those_who_sign_or_defend_are_not_at_risk(lead: str, names: list[str]) -> None:
    text = f"{lead}\n\n" + "\n".join(f"{n}. {name}" for n, name in enumerate(names, 1))
    assert read_text(text, "letter.txt", "2015-06-10").people == ()


def test_lawyers_who_were_detained_are() -> None:
    text = "The lawyers of the dockers who were detained in Riga:\n\n" + "\n".join(ARABIC)
    people = read_text(text, "letter.txt", "2015-06-10").people
    assert [person.status for person in people] == ["detained"] * 20


def test_a_list_of_bodies_or_of_demands_is_none_of_people() -> None:
    bodies = "\n".join(f"{n}. Dockers Union of Port {n}" for n in range(1, 20))
    demands = "\n".join(f"{n}. Release All Prisoners Now" for n in range(1, 20))
    text = f"Police detained 19 dockers in Riga.\n\nUnions:\n{bodies}\n\nWe demand:\n{demands}"
    assert read_text(text, "letter.txt", "2015-06-10").people == ()


def test_two_rows_of_names_one_vowel_apart_are_two_people() -> None:
    names = ["Marven Tellow", *(" ".join(name) for name in PEOPLE[:12]), "Marvan Tellow"]
    text = f"{LEAD}\n" + "\n".join(f"{n}. {name}" for n, name in enumerate(names, 1))
    people = read_text(text, "letter.txt", "2015-06-10").people
    assert {"Marven Tellow", "Marvan Tellow"} <= {person.name for person in people}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Calling and taking part: {}, and the band Lanterns, relatives of detained dockers, and others.", 0),
        ("Convocan y participan: {} y la banda Los Faroles, familiares de presos y perseguidos.", 0),
        ("On 3 May {} and Oona Whitfield were detained in Riga.", 14),
    ],
)
def test_what_stands_behind_a_list_is_told_of_it_only_where_nothing_parts_them(
    text: str, people: int
) -> None:
    names = ", ".join(" ".join(name) for name in PEOPLE[:13])
    assert len(read_text(text.format(names), "letter.txt", "2015-06-10").people) == people
