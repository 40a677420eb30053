"""What tells of an event, what only seems to, and how many it befell; small invented texts in ten languages."""

import pytest

from tocsin.language.lexicon import lexicon
from tocsin.reading.counts import find_counts
from tocsin.reading.read import read_text
from tocsin.terms.incidents import Incident


def events(text: str, published: str | None = "2014-06-20") -> dict[str, Incident]:
    return {incident.type: incident for incident in read_text(text, "report.txt", published).incidents}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The baker was placed under arrest on Monday and taken to the police station in Tarvo.", "arrest"),
        (
            "On Tuesday the officers fired tear gas and broke up the crowd in the square of Tarvo.",
            "dispersal",
        ),
        ("El lunes la policía se llevó detenido al panadero y lo golpeó en la comisaría.", "arrest"),
        ("Lundi, la police a perquisitionné les locaux du syndicat et emporté des documents.", "raid_search"),
        (
            "Am Montag hat die Polizei das Büro der Gewerkschaft durchsucht und Akten mitgenommen.",
            "raid_search",
        ),
        ("Na segunda-feira os trabalhadores cruzaram os braços e fecharam a rodovia da cidade.", "strike"),
        ("Lunedì gli operai hanno incrociato le braccia davanti ai cancelli della fabbrica.", "strike"),
        ("В понедельник полицейские ворвались в квартиру и изъяли компьютеры у профсоюза.", "raid_search"),
        ("В понеделник полицията нахлу в офиса на синдиката и иззе всички компютри там.", "raid_search"),
        (
            "V pondělí policisté vtrhli do kanceláře odborů a zabavili všechny počítače i telefony.",
            "raid_search",
        ),
        (
            "Mandag ransagede politiet fagforeningens kontor og beslaglagde alle computere og papirer.",
            "raid_search",
        ),
        ("星期一，工會成員被警察帶走，家屬至今無法會見，律師也沒有得到任何消息。", "arrest"),
    ],
)
def test_events_are_known_by_many_words_in_every_language(text: str, kind: str) -> None:
    assert kind in events(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The new law is an attack on the rights of working people everywhere in the country.", "beating"),
        (
            "We defend the freedom of peaceful assembly and the right to strike in every country.",
            "march_rally",
        ),
        ("They have drawn up a list of six people whom they intend to murder before the harvest.", "killing"),
        ("El nuevo decreto es un ataque a los derechos de los trabajadores de todo el país.", "beating"),
        ("Chiediamo che il fornaio sia liberato al più presto e restituito alla sua famiglia.", "release"),
        ("Pedimos que o padeiro, gravemente doente, deve ser libertado por razões humanitárias.", "release"),
    ],
)
def test_turns_of_phrase_plans_to_harm_and_wishes_are_no_events(text: str, kind: str) -> None:
    assert kind not in events(text)


@pytest.mark.parametrize(
    "text",
    [
        "The letter was signed by the committee to support imprisoned workers and by the harbour union.",
        "El comité de familiares de los detenidos desaparecidos firma la carta con las demás organizaciones.",
        "Le comité de soutien aux prisonniers politiques signe la lettre avec les organisations du port.",
        "Das Komitee für die Freilassung der Gefangenen unterschreibt den Brief mit den anderen Gruppen.",
        "Комитет по предотвращению пыток подписал письмо вместе с другими организациями города.",
        "O comitê de apoio aos presos políticos assina a carta com as demais organizações do porto.",
        "Il comitato di sostegno ai detenuti politici firma la lettera con le altre organizzazioni.",
        "Комитетът за защита на задържаните подписа писмото заедно с другите организации на града.",
        "Výbor na obranu nespravedlivě stíhaných podepsal dopis společně s dalšími organizacemi.",
        "Komiteen til støtte for fængslede fagforeningsfolk har underskrevet brevet sammen med de andre.",
        "反酷刑委員會與其他團體一同簽署了這封信，要求政府回應工人的訴求和家屬的關切。",
    ],
)
def test_the_name_of_a_body_tells_of_no_event(text: str) -> None:
    assert events(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "El lunes el panadero denunció los golpes, pero la fiscalía archivó la denuncia de la familia.",
        "Lundi, la plainte du boulanger contre les gendarmes a été classée sans suite par le parquet.",
        "В понедельник полиция отказалась принять заявление пекаря о краже документов на рынке.",
        "Policie v pondělí trestní oznámení pekařky odložila a nic nevyšetřila, píše její rodina.",
        "Politiet nægtede mandag at optage bagerens anmeldelse, fortæller familien i havnebyen.",
    ],
)
def test_help_sought_in_vain_is_an_event(text: str) -> None:
    assert "complaint_refused" in events(text)


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "two thousand three hundred workers", 2300, 2300),
        ("en", "at least one hundred and twenty protesters", 120, None),
        ("en", "the trial of the 23.", 23, 23),
        ("es", "treinta y cinco obreros", 35, 35),
        ("fr", "soixante-dix-sept salariés", 77, 77),
        ("fr", "une trentaine de manifestants", 30, None),
        ("de", "fünfundzwanzig Arbeiter", 25, 25),
        ("ru", "более тридцати пяти рабочих", 35, None),
        ("cs", "dvacet pět studentů", 25, 25),
        ("zh", "至少三十名工人", 30, None),
        ("zh", "数百名示威者", 200, None),
    ],
)
def test_numbers_in_words(language: str, text: str, low: int, high: int | None) -> None:
    found = find_counts(text, lexicon(language))
    assert [(one.count.low, one.count.high) for one in found] == [(low, high)]


@pytest.mark.parametrize("text", ["a different location for residential surveillance", "in the 2007 report"])
def test_what_counts_nobody(text: str) -> None:
    assert find_counts(text, lexicon("en")) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (
            "A clerk of the harbour office spoke up at a meeting. On 3 June she was dismissed without notice.",
            "dismissal",
        ),
        ("El 3 de junio fue detenida en su taller y desde entonces no se sabe nada.", "arrest"),
        ("Le 3 juin, elle a été licenciée sans préavis par la direction du port.", "dismissal"),
        ("Am 3. Juni wurde sie im Hafen festgenommen und in die Stadt gebracht.", "arrest"),
    ],
)
def test_grammar_says_that_it_was_one_person(text: str, kind: str) -> None:
    count = events(text)[kind].count
    assert count is not None
    assert (count.low, count.high) == (1, 1)


def test_a_number_that_is_printed_goes_before_one_that_grammar_gives() -> None:
    text = (
        "Prisoners' hunger strike goes on\n\nNineteen prisoners have been on hunger strike since 10 June.\n"
    )
    count = events(text)["hunger_strike"].count
    assert count is not None
    assert count.low == 19


def test_each_event_takes_the_date_beside_it() -> None:
    text = (
        "About 150 dockers rallied at the courthouse on 6 February 2014 for the porters who were arrested "
        "during a picket in April of 2013 at the old docks.\n"
    )
    found = events(text)
    assert (found["march_rally"].date, found["arrest"].date) == ("2014-02-06", "2013-04")


def test_a_month_cut_short_ends_no_sentence() -> None:
    found = events(
        "The porter was arrested Dec. 10 after the Nov. 14 march through the harbour.", "2016-01-04"
    )
    assert found["arrest"].date == "2015-12-10?"


def test_an_affair_of_long_ago_dates_no_later_event() -> None:
    text = (
        "The paper was raided over an affair of 2003. The editor was threatened by two men in the street.\n"
    )
    assert events(text)["threat"].date is None


def test_whoever_calls_for_a_march_plans_one_and_who_drops_charges_had_brought_them() -> None:
    found = events("The union has called for a demonstration against the sackings on Saturday 28 June 2014.")
    assert found["march_rally"].date == "2014-06-28"
    found = events("The prosecutor refuses to drop the false charges against the porters of Tarvo harbour.")
    assert "charge_brought" in found


def test_what_the_headline_tells_without_a_date_has_just_happened() -> None:
    found = events("Three porters arrested in Tarvo\n\nThe porters asked for their wages.\n", "2014-06-20")
    assert found["mass_arrest"].date == "2014-05-21?/2014-06-20?"
    assert "told as news" in found["mass_arrest"].rule
    found = events("Nurse was released last winter\n\nShe asks for her post.\n", "2014-06-20")
    assert found["release"].date is None


def test_the_name_of_a_prison_is_no_ruling() -> None:
    assert "court_ruling" not in events("He was told so by the Head of the Remand Prison in Tarvo.\n")


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        (
            "Seven men and a woman were arrested in Tarvo on 3 June and taken to the fort.",
            "mass_arrest",
            8,
            8,
        ),
        ("Boris Talmen and three others were arrested in Tarvo on 3 June 2014.", "mass_arrest", 4, 4),
        ("El 3 de junio fueron detenidos Boris Talmen y otros tres obreros del puerto.", "mass_arrest", 4, 4),
        ("Am 3. Juni wurden Boris Talmen und drei weitere Arbeiter festgenommen.", "mass_arrest", 4, 4),
        (
            "At a rally in Tarvo on 3 June police arrested 32 people from a dozen countries.",
            "mass_arrest",
            32,
            32,
        ),
        ("On 3 June the police arrested twelve Kenyans at the harbour of Tarvo.", "mass_arrest", 12, 12),
        ("On 3 June the police released some 20-30 workers of the harbour.", "release", 20, 30),
        ("3 июня полиция задержала 20-30 рабочих у ворот порта.", "mass_arrest", 20, 30),
    ],
)
def test_numbers_that_stand_together_and_ranges(text: str, kind: str, low: int, high: int) -> None:
    count = events(text)[kind].count
    assert count is not None
    assert (count.low, count.high) == (low, high)


def test_a_number_told_in_the_next_sentence_is_of_the_protest_before_it() -> None:
    text = "On 3 June the porters of Tarvo went on strike for their wages. About 5,000 people took part.\n"
    count = events(text)["strike"].count
    assert count is not None
    assert count.low == 5000


def test_two_numbers_with_a_verb_each_are_not_added_up() -> None:
    found = events(
        "On 3 June soldiers killed two miners and thirty workers were injured at the gate of Tarvo."
    )
    count = found["killing"].count
    assert count is not None
    assert count.low == 2


def test_arrests_of_nobody_in_particular_are_those_told_before() -> None:
    text = (
        "Hundreds arrested in Tarvo\n\nOn 3 June hundreds of porters were arrested in Tarvo. Anna Talmen was "
        "arrested on 9 June.\n\nThe mayor refused to tell reporters the reason for the arrests.\n"
    )
    arrests = [one for one in read_text(text, "report.txt", "2014-06-20").incidents if "arrest" in one.type]
    told = next(one for one in arrests if one.type == "mass_arrest")
    assert [text[a:b] for a, b in told.spans][-1] == "the arrests"


def test_a_year_that_opens_a_sentence_dates_it() -> None:
    found = events(
        "In 2009, Boris Talmen and, with him, his neighbour and friend Anna Wesker, were arrested by guards."
    )
    assert found["arrest"].date == "2009"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We demand:\n- Drop the charges against Boris Talmen.\n- Pay the wages.\n", "charge_brought"),
        ("We demand:\n- Free the porters who were arrested in Tarvo.\n- Pay the wages.\n", "arrest"),
    ],
)
def test_a_demand_tells_what_it_would_undo(text: str, kind: str) -> None:
    assert kind in events(f"To the mayor of Tarvo\n\nThe porters asked for their wages in May.\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "Please make sure that the porters of Tarvo are protected from torture in the fort by the sea.",
        "No action has been taken by the police of Tarvo since the porters wrote their letter in the spring.",
        "Schützen Sie die Hafenarbeiter von Tarvo vor Folter und geben Sie ihnen ihren Lohn zurück.",
        "Прошу защитить грузчиков порта Тарво от пыток и вернуть им заработанные деньги.",
    ],
)
def test_protection_from_harm_and_steps_not_taken_are_no_events(text: str) -> None:
    assert events(text) == {}


def test_whoever_is_expelled_from_a_country_is_deported() -> None:
    assert "deportation" in events("Lundi, trente-six dockers ont été expulsés du pays vers la frontière.")
    assert "dispersal" not in events("Lundi, trente-six dockers ont été expulsés du pays vers la frontière.")
