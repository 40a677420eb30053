"""Sentences that a person would write. Everybody here is invented."""

import pytest

from tests.letters.invented import HUNDREDS, NINE, RIGA, group, incident, person
from tocsin.letters.happening import day_sentences, incident_sentence
from tocsin.letters.telling import group_sentence, people_sentences, person_sentence
from tocsin.letters.words import telling_languages, telling_words
from tocsin.terms.count import Count
from tocsin.terms.incidents import Place, incident_types


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (person(role="the dockers’ lawyer"), "Lina Marwede, the dockers’ lawyer, is missing."),
        (person(role="trade union's lawyer"), "Lina Marwede, the trade union's lawyer, is missing."),
        (person(role="lawyer"), "Lina Marwede, a lawyer, is missing."),
        (person(role="engineer"), "Lina Marwede, an engineer, is missing."),
        (person(role="their lawyer"), "Lina Marwede, a lawyer, is missing."),
        (person(role="Member of Parliament"), "Lina Marwede, Member of Parliament, is missing."),
        (person(role="head of the union"), "Lina Marwede, the head of the union, is missing."),
        (
            person(status="detained", since="2015-05-03"),
            "Lina Marwede has been in detention since 3 May 2015.",
        ),
        (person(status="killed", since="2015-05"), "Lina Marwede was killed in May 2015."),
        (person("L. M.", status="injured"), "L. M. was injured."),
        (person(""), "One person, whose name is withheld, is missing."),
        (person("", "a lawyer"), "A lawyer, whose name is withheld, is missing."),
    ],
)
def test_a_person_at_risk(told, sentence):
    assert person_sentence(told) == sentence


def test_charge_and_penalty_follow_in_a_sentence_of_their_own():
    assert people_sentences([person(charge='"disturbing trade"', penalty="4-7 years")]) == [
        "Lina Marwede is missing.",
        "The charge is “disturbing trade”; the penalty could be 4–7 years.",
    ]
    assert people_sentences([person(penalty="4 years")])[1] == "The penalty could be 4 years."


def test_a_status_that_is_about_the_law_says_charge_or_penalty_itself():
    assert people_sentences([person(status="charged", charge="disturbing trade")]) == [
        "Lina Marwede has been charged with “disturbing trade”."
    ]
    assert people_sentences([person(status="sentenced", penalty="20 years in prison")]) == [
        "Lina Marwede has been sentenced to 20 years in prison."
    ]


def test_people_of_whom_the_same_is_said_share_a_sentence():
    two = [person(role="a lawyer"), person("Jon Ruth", "a docker")]
    assert people_sentences(two) == ["Lina Marwede, a lawyer, and Jon Ruth, a docker, are missing."]
    assert people_sentences([*two, person("Ann Lee")]) == ["Lina Marwede, Jon Ruth and Ann Lee are missing."]
    since = [person(name, status="detained", since="2015-05-03") for name in ("Ann Lee", "Jon Ruth")]
    assert people_sentences(since) == ["Ann Lee and Jon Ruth have been in detention since 3 May 2015."]
    assert people_sentences([person(""), person("")]) == [
        "Two people, whose names are withheld, are missing."
    ]


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (group("nine women", NINE, "injured"), "Nine women were injured."),
        (group("9 women", Count(9, 9, "9"), "injured"), "Nine women were injured."),
        (group("women", NINE, "injured"), "Nine women were injured."),
        (group("hundreds of the participants", HUNDREDS), "Hundreds of participants were detained."),
        (group("participants", HUNDREDS), "Hundreds of participants were detained."),
        (group("27 journalists", Count(27, 27, "27")), "27 journalists were detained."),
        (
            group("at least 114 journalists", Count(114, None, "At least 114")),
            "At least 114 journalists were detained.",
        ),
        (group("the dockers", None, "on_strike"), "The dockers are on strike."),
        (group("one docker", Count(1, 1, "one")), "One docker was detained."),
    ],
)
def test_a_group(told, sentence):
    assert group_sentence(told) == sentence


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        (
            incident("dispersal", "2015-05-03?", RIGA, actors=("Police",)),
            "On 3 May 2015, police broke up a gathering in Riga.",
        ),
        (incident("mass_arrest", "2015-05-03", RIGA, NINE), "On 3 May 2015, nine people were arrested in Riga."),
        (incident("mass_arrest", "2015-05", None, HUNDREDS), "In May 2015, hundreds of people were arrested."),
        (incident("arrest", None, None, Count(1, 1, "one")), "One person was arrested."),
        (incident("march_rally", None, RIGA, Count(500, 500, "About 500")), "About 500 people took to the streets in Riga."),
        (incident("march_rally", None, None, Count(50, None, "свыше 50")), "At least 50 people took to the streets."),
        (incident("march_rally", None, None, Count(40, 60, "40-60")), "40 to 60 people took to the streets."),
        (incident("arrest", "2015-05-03~", affected=("Lina Marwede",)), "On or about 3 May 2015, Lina Marwede was arrested."),
        (incident("strike", "2015-05-03/2015-05-08"), "Between 3 May 2015 and 8 May 2015, people went on strike."),
        (incident("strike", "2015-05-03/.."), "From 3 May 2015 on, people went on strike."),
        (incident("strike", "XXXX-05-03"), "On 3 May, people went on strike."),
        (incident(affected=("dockers", "their lawyer")), "Dockers and their lawyer were attacked."),
        (incident(affected=("dockers",), count=NINE), "Nine dockers were attacked."),
        (incident(affected=("dockers", "their lawyer"), count=NINE), "Nine dockers and their lawyer were attacked."),
        (incident(affected=("Hundreds",), count=HUNDREDS), "Hundreds of people were attacked."),
        (incident(affected=("Uzbek men",), count=NINE), "Nine Uzbek men were attacked."),
        (incident(affected=("the lawyer of the dockers",)), "The lawyer of the dockers was attacked."),
        (incident(affected=("Luis Reyes",)), "Luis Reyes was attacked."),
        (incident(place=Place("Remand Prison", None)), "People were attacked."),
        (incident(actors=("Riot police", "police", "OMON"), count=NINE), "Riot police and OMON attacked nine people."),
        (incident("dispersal", actors=("police",), affected=("Lina Marwede",)), "Police broke up a gathering."),
        (incident(said_by="eye witnesses", date="2015-05-03"), "According to eye witnesses, people were attacked on 3 May 2015."),
        (incident("execution", "2015-05-03", affected=("Jon Ruth",), planned=True), "On 3 May 2015, Jon Ruth is to be executed."),
        (incident("march_rally", planned=True), ""),
    ],
)  # fmt: skip
def test_an_incident(told, sentence):
    assert incident_sentence(told) == sentence


def test_incidents_of_one_day_are_told_together():
    day = "2015-05-03"
    told = day_sentences(
        [
            incident("march_rally", day, RIGA, Count(500, 500, "about 500")),
            incident("mass_arrest", day, None, HUNDREDS, actors=("police",)),
            incident("beating", day, RIGA, affected=("nine women",), count=NINE, actors=("troops",)),
            incident("threat", day, None, affected=("nine women",), count=NINE, actors=("troops",)),
            incident("forced_biometrics", day, None, affected=("nine women",), count=NINE),
            incident("medical_care_denied", day, None, affected=("nine women",), count=NINE),
        ]
    )
    assert told == [
        "On 3 May 2015, about 500 people took to the streets in Riga, and police arrested hundreds of people.",
        "Troops attacked and threatened nine women, and they were registered by fingerprints or photographs"
        " and refused medical care.",
    ]


def test_verbs_share_those_they_were_done_to():
    arrest, threat = (incident(type, count=NINE, actors=("police",)) for type in ("mass_arrest", "threat"))
    assert day_sentences([arrest, threat]) == ["Police arrested and threatened nine people."]


def test_them_are_those_who_were_named_last():
    deeds = [("beating", NINE), ("attack_on_press", None), ("complaint_refused", NINE), ("threat", HUNDREDS)]
    told = [incident(type, count=count, actors=("police",)) for type, count in deeds]
    assert day_sentences(told) == [
        "Police attacked nine people, refused to take a complaint from them, attacked reporters"
        " and threatened hundreds of people."
    ]


def test_deeds_without_people_are_one_list():
    bare = [
        incident(type, actors=("police",)) for type in ("assembly_blocked", "attack_on_press", "raid_search")
    ]
    assert day_sentences(bare) == [
        "Police stopped a gathering, attacked reporters and searched a home or office."
    ]


@pytest.mark.parametrize("type", sorted(incident_types()))
@pytest.mark.parametrize("actors", [(), ("police",)])
@pytest.mark.parametrize("count", [None, Count(1, 1, "one"), NINE])
def test_every_type_has_a_sentence(type, actors, count):
    bare = incident_sentence(incident(type, count=count, actors=actors))
    assert bare[0].isupper()
    assert bare.endswith(".")
    assert "{" not in bare
    assert ("nine people" in bare.lower()) == (count == NINE)
    whole = incident_sentence(incident(type, "2015-05-03", RIGA, count, actors=actors))
    assert whole == f"On 3 May 2015, {bare[0].lower()}{bare[1:-1]} in Riga."


@pytest.mark.parametrize(
    ("language", "who", "since", "group_said", "done", "said", "counted"),
    [
        (
            "fr",
            "Lina Marwede, avocate, est introuvable depuis le 11 mai 2015.",
            "Jon Ruth est en détention depuis mai 2015.",
            "Des centaines d’ouvriers sont en grève.",
            "Le 3 mai 2015, on a agressé et menacé les dockers à Riga (responsables : police).",
            "Selon la source citée (témoins), une personne a fait l’objet d’une arrestation.",
            "40 à 60 ouvriers ont fait grève.",
        ),
        (
            "es",
            "Lina Marwede, abogada, está en paradero desconocido desde el 11 de mayo de 2015.",
            "Jon Ruth está en detención desde mayo de 2015.",
            "Cientos de obreros están en huelga.",
            "El 3 de mayo de 2015, agredieron al estibador en Riga y amenazaron al estibador (responsables: policía).",
            "Según la fuente citada (testigos), una persona fue objeto de detención.",
            "Entre 40 y 60 obreros fueron a la huelga.",
        ),
        (
            "pt",
            "Lina Marwede, advogada, está com paradeiro desconhecido desde 11 de maio de 2015.",
            "Jon Ruth está sob detenção desde maio de 2015.",
            "Centenas de operários estão em greve.",
            "Em 3 de maio de 2015, agrediram e ameaçaram os estivadores em Riga (responsáveis: polícia).",
            "Segundo a fonte citada (testemunhas), uma pessoa foi alvo de prisão.",
            "Entre 40 e 60 operários entraram em greve.",
        ),
    ],
)
def test_other_languages_agree_with_nobody_whose_gender_is_unknown(
    language, who, since, group_said, done, said, counted
):
    role, workers, many, dockers, police, witnesses, one = OWN_WORDS[language]
    assert person_sentence(person(role=role, since="2015-05-11"), language) == who
    assert person_sentence(person("Jon Ruth", status="detained", since="2015-05"), language) == since
    hundreds = Count(200, None, many)
    assert group_sentence(group(workers, hundreds, "on_strike"), language) == group_said
    deeds = [
        incident(type, "2015-05-03", RIGA, affected=(dockers,), actors=(police,))
        for type in ("beating", "threat")
    ]
    assert " ".join(day_sentences(deeds, language)) == done
    arrest = incident("arrest", count=Count(1, 1, one), said_by=witnesses)
    assert incident_sentence(arrest, language) == said
    assert (
        incident_sentence(incident("strike", count=Count(40, 60, "40-60"), affected=(workers,)), language)
        == counted
    )


OWN_WORDS = {
    "fr": ("leur avocate", "ouvriers", "des centaines", "les dockers", "police", "témoins", "un"),
    "es": ("su abogada", "obreros", "cientos", "el estibador", "policía", "testigos", "un"),
    "pt": ("sua advogada", "operários", "centenas", "os estivadores", "polícia", "testemunhas", "um"),
}


@pytest.mark.parametrize("language", sorted(telling_languages()))
def test_every_language_tells_every_type_and_status(language):
    words, english = telling_words(language), telling_words("en")
    assert set(words) == set(english)
    assert set(words["incidents"]) == set(incident_types())
    assert all({"to", "alone"} <= set(forms) for forms in words["incidents"].values())
    assert all(("by" in forms) <= ("by_alone" in forms) for forms in words["incidents"].values())
    for part in ("statuses", "groups", "since"):
        assert set(words[part]) == set(english[part])
