"""A story of a few sentences. Everybody here is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.invented import HUNDREDS, NINE, RIGA, group, incident, person
from tocsin.letters.story import GRAVEST_FAMILY, GRAVEST_STATUS, LEADS_TO, LONGEST, MOST_SENTENCES, story
from tocsin.terms.count import Count
from tocsin.terms.draft import draft_schema
from tocsin.terms.incidents import incident_types

LINA = person(role="the dockers’ lawyer", charge="disturbing trade", penalty="2-4 years")


def test_nothing_makes_no_story():
    assert story([], [], []) == ""


def test_who_is_at_risk_stands_before_what_happened():
    told = story(
        [LINA],
        [],
        [
            incident("beating", "2015-05-11?", RIGA, NINE, actors=("troops",), affected=("nine women",)),
            incident("mass_arrest", "2015-05-03?", None, HUNDREDS, actors=("police",)),
            incident("dispersal", "2015-05-03?", RIGA, actors=("police",)),
        ],
    )
    assert told == (
        "Lina Marwede, the dockers’ lawyer, is missing."
        " The charge is “disturbing trade”; the penalty could be 2–4 years.\n"
        "On 3 May 2015, police arrested hundreds of people and broke up a gathering in Riga."
        " On 11 May 2015, troops attacked nine women in Riga."
    )


@pytest.mark.parametrize(
    ("language", "role", "charge", "police", "hundreds", "told"),
    [
        (
            "fr",
            "avocate des dockers",
            "entrave au commerce",
            "police",
            "des centaines",
            "Lina Marwede, avocate des dockers, est introuvable. Chef d’accusation : « entrave au commerce »."
            "\nLe 3 mai 2015, on a arrêté des centaines de personnes et dispersé un rassemblement à Riga"
            " (responsables : police).",
        ),
        (
            "es",
            "abogada de los estibadores",
            "perturbar el comercio",
            "policía",
            "cientos",
            "Lina Marwede, abogada de los estibadores, está en paradero desconocido."
            " El cargo es «perturbar el comercio».\nEl 3 de mayo de 2015, detuvieron a cientos de personas"
            " y disolvieron una concentración en Riga (responsables: policía).",
        ),
        (
            "pt",
            "advogada dos estivadores",
            "perturbar o comércio",
            "polícia",
            "centenas",
            "Lina Marwede, advogada dos estivadores, está com paradeiro desconhecido."
            " A acusação é “perturbar o comércio”.\nEm 3 de maio de 2015, prenderam centenas de pessoas"
            " e dispersaram um ato público em Riga (responsáveis: polícia).",
        ),
    ],
)
def test_a_story_in_another_language(language, role, charge, police, hundreds, told):
    lina = person(role=role, charge=charge)
    arrest = incident("mass_arrest", "2015-05-03", None, Count(200, None, hundreds), actors=(police,))
    dispersal = incident("dispersal", "2015-05-03", RIGA, actors=(police,))
    assert story([lina], [], [arrest, dispersal], language) == told


def test_the_gravest_comes_first():
    people = [person("Jon Ruth", status="threatened"), person("Ann Lee", status="killed")]
    assert story(people, [], []) == "Ann Lee was killed. Jon Ruth has been threatened."


def test_a_group_is_not_told_again_by_its_incident():
    hundreds = group("hundreds of participants", HUNDREDS)
    arrest = incident("mass_arrest", "2015-05-03", None, HUNDREDS, actors=("police",))
    assert story([], [hundreds], [arrest]) == "On 3 May 2015, police arrested hundreds of people."
    assert story([], [hundreds], []) == "Hundreds of participants were detained."


def test_what_happened_to_a_person_is_told_once():
    who = ("Lina Marwede",)
    assert story([LINA], [], [incident("enforced_disappearance", affected=who)]) == story([LINA], [], [])
    assert story([LINA], [], [incident("charge_brought", "2015-05-03")]) == story([LINA], [], [])
    injured = [incident("injury", "2015-05-03", affected=who)]
    assert story([person(status="injured")], [], injured) == "Lina Marwede was injured on 3 May 2015."


def test_the_day_of_an_arrest_is_told_where_the_person_has_none():
    arrest = incident("arrest", "2015-05-03", affected=("Lina Marwede",))
    detained = person(status="detained")
    assert story([detained], [], [arrest]) == (
        "Lina Marwede is in detention.\nOn 3 May 2015, Lina Marwede was arrested."
    )
    since = person(status="detained", since="2015-05-03")
    assert story([since], [], [arrest]) == "Lina Marwede has been in detention since 3 May 2015."


def test_a_withheld_person_is_not_told_of_twice():
    arrest = incident("injury", "2015-05-03", affected=("a person whose name is withheld",))
    assert (
        story([person("", status="injured")], [], [arrest])
        == "One person, whose name is withheld, was injured."
    )


def test_two_incidents_that_say_the_same_are_one():
    arrests = [
        incident("arrest", "2015-05-03"),
        incident("mass_arrest", "2015-05-03?", None, NINE),
        incident("arrest", None, None, NINE),
    ]
    assert story([], [], arrests) == "On 3 May 2015, nine people were arrested."


def test_what_nobody_says_anything_about_is_left_out():
    assert (
        story([], [], [incident("beating"), incident("release", "2015-05-03"), incident("other", count=NINE)])
        == ""
    )
    assert story([], [], [incident("no_answer", "2015-05-03", actors=("police",))]) == ""
    assert story([], [], [incident("march_rally", "2015-05-03", RIGA, planned=True)]) == ""


def test_as_much_as_fits_the_gravest_first():
    days = [incident("threat", f"2015-05-{day:02}", None, Count(day, day, f"{day}")) for day in range(3, 9)]
    killing = incident("killing", "2015-06-01", None, NINE, actors=("troops",))
    told = story([LINA], [], [*days, killing])
    assert "On 1 June 2015, troops killed nine people." in told
    assert told.count(".") <= MOST_SENTENCES


incidents = st.builds(
    incident,
    st.sampled_from(sorted(incident_types())),
    st.sampled_from([None, "2015", "2015-05?", "2015-05-03", "XXXX-05-03~", "2015-05-03/.."]),
    st.sampled_from([None, RIGA]),
    st.sampled_from([None, NINE, HUNDREDS, Count(1, 1, "one")]),
    actors=st.sampled_from([(), ("police",), ("Police", "troops")]),
    affected=st.sampled_from([(), ("dockers",), ("Lina Marwede",), ("nine women", "Jon Ruth")]),
    planned=st.booleans(),
    said_by=st.sampled_from([None, "eye witnesses"]),
)
people = st.builds(
    person,
    st.sampled_from(["Lina Marwede", "Jon Ruth", ""]),
    st.sampled_from([None, "a lawyer", "docker"]),
    st.sampled_from(GRAVEST_STATUS),
    charge=st.sampled_from([None, "disturbing trade"]),
    penalty=st.sampled_from([None, "4 years"]),
)


@given(st.lists(people, max_size=4), st.lists(incidents, max_size=12))
def test_any_case_makes_a_short_story_without_gaps(people, incidents):
    told = story(people, [group("nine women", NINE)], incidents)
    assert len(told) <= LONGEST
    assert "{" not in told
    assert "  " not in told
    assert all(line[0].isupper() or line[0].isdigit() for line in told.splitlines())
    assert all(line.endswith(".") for line in told.splitlines())


def test_the_orders_name_what_the_contract_names():
    assert set(GRAVEST_STATUS) == set(draft_schema()["$defs"]["status"]["enum"])
    assert set(GRAVEST_FAMILY) <= {known.family for known in incident_types().values()}
    assert set(LEADS_TO) <= set(incident_types())
    assert set(LEADS_TO.values()) <= set(GRAVEST_STATUS)
