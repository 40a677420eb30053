"""A story and a letter in three languages, as an editor would pass them. Everybody here is invented."""

import pytest

from tests.letters.invented import HUNDREDS, NINE, RIGA, group, incident, person
from tocsin.letters.compose import Addressee, compose
from tocsin.letters.happening import day_sentences, incident_sentence
from tocsin.letters.phone_script import phone_script
from tocsin.letters.story import story
from tocsin.letters.telling import group_sentence, people_sentences
from tocsin.terms.count import Count
from tocsin.terms.incidents import incident_types

LANGUAGES = ["de", "nb", "ar"]
SAID = {
    "de": ("die Anwältin der Docker", "Störung des Handels", "2-4 Jahre Haft", "neun Frauen", "Polizei"),
    "nb": ("dokkarbeidernes advokat", "forstyrrelse av handelen", "2-4 år", "ni kvinner", "politiet"),
    "ar": ("محامية عمال الموانئ", "عرقلة التجارة", "السجن 2-4 سنوات", "9 نساء", "الشرطة"),
}
STORIES = {
    "de": (
        "Lina Marwede, Anwältin der Docker, wird vermisst."
        " Der Vorwurf lautet „Störung des Handels“; als Strafe droht: 2–4 Jahre Haft.\n"
        "Mindestens 200 Personen wurden am 3. Mai 2015 festgenommen und eine Versammlung wurde in Riga aufgelöst"
        " (beteiligt: Polizei)."
        " Neun Frauen wurden am 11. Mai 2015 in Riga angegriffen."
    ),
    "nb": (
        "Lina Marwede, dokkarbeidernes advokat, er savnet."
        " Siktelsen lyder «forstyrrelse av handelen»; straffen kan bli 2–4 år.\n"
        "Politiet pågrep minst 200 personer 3. mai 2015 og oppløste en samling i Riga."
        " Ni kvinner ble angrepet i Riga 11. mai 2015."
    ),
    "ar": (
        "انقطع أثر Lina Marwede (محامية عمال الموانئ)."
        " التهمة: «عرقلة التجارة»؛ والعقوبة المحتملة: السجن 2–4 سنوات.\n"
        "في 3 مايو 2015، جرى اعتقال ما لا يقل عن 200 شخص وجرى تفريق تجمع في Riga (الجهة المعنية: الشرطة)."
        " في 11 مايو 2015، جرى الاعتداء على 9 نساء في Riga."
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story(language):
    role, charge, penalty, women, police = SAID[language]
    told = story(
        [person(role=role, charge=charge, penalty=penalty)],
        [],
        [
            incident("beating", "2015-05-11?", RIGA, NINE, affected=(women,)),
            incident("mass_arrest", "2015-05-03?", None, HUNDREDS, actors=(police,)),
            incident("dispersal", "2015-05-03?", RIGA, actors=(police,)),
        ],
        language,
    )
    assert told == STORIES[language]


@pytest.mark.parametrize("type", sorted(incident_types()))
@pytest.mark.parametrize("actors", [(), ("OMON",)])
@pytest.mark.parametrize("count", [None, Count(1, 1, "one"), Count(2, 2, "two"), NINE])
@pytest.mark.parametrize(
    ("language", "day", "place"),
    [
        ("de", "am 3. Mai 2015", "in Riga"),
        ("nb", "3. mai 2015", "i Riga"),
        ("ar", "في 3 مايو 2015", "في Riga"),
    ],
)
def test_every_type_says_day_and_place_once(type, actors, count, language, day, place):
    told = incident_sentence(incident(type, "2015-05-03", RIGA, count, actors=actors), language)
    assert told.endswith(".")
    assert not {"  ", "{", " ,", " ."} & {told[n : n + 2] for n in range(len(told))}
    assert "{" not in told
    assert told.count(day) == told.count(place) == 1


@pytest.mark.parametrize(
    ("language", "told", "sentence"),
    [
        ("de", incident("strike", "2015"), "Menschen traten im Jahr 2015 in den Streik."),
        ("de", incident("arrest", count=Count(1, 1, "einen")), "Eine Person wurde festgenommen."),
        ("de", incident("arrest", count=Count(200, None, "Hunderten")), "Hunderte Personen wurden festgenommen."),
        ("de", incident(affected=("Arbeiterinnen",)), "Arbeiterinnen wurden angegriffen."),
        ("de", incident(affected=("ein Arbeiter",)), "Ein Arbeiter wurde angegriffen."),
        ("de", incident(affected=("Arbeiter",), count=NINE), "Neun Arbeiter wurden angegriffen."),
        ("de", incident(said_by="Augenzeugen", date="2015-05-03"),
         "Menschen wurden am 3. Mai 2015 angegriffen (nach Angaben von: Augenzeugen)."),
        ("nb", incident("arrest", count=Count(1, None, "one")), "Minst én person ble pågrepet."),
        ("nb", incident(affected=("ni kvinner",), count=NINE), "Ni kvinner ble angrepet."),
        ("nb", incident("strike", "2015-05-03/.."), "Folk gikk til streik fra 3. mai 2015."),
        ("ar", incident("arrest", count=Count(2, 2, "two")), "جرى اعتقال شخصين."),
        ("ar", incident("arrest", count=Count(1, None, "one")), "جرى اعتقال ما لا يقل عن شخص واحد."),
        ("ar", incident("arrest", count=Count(0, 60, "up to 60")), "جرى اعتقال ما لا يزيد على 60 شخصًا."),
        ("ar", incident("arrest", count=Count(40, 103, "40-103")), "جرى اعتقال ما بين 40 و103 أشخاص."),
    ],
)  # fmt: skip
def test_numbers_days_and_people(language, told, sentence):
    assert incident_sentence(told, language) == sentence


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("de", "Neun Frauen wurden am 3. Mai 2015 in Riga angegriffen und bedroht."),
        ("nb", "Ni kvinner ble angrepet i Riga 3. mai 2015 og truet."),
        ("ar", "في 3 مايو 2015، جرى الاعتداء على 9 نساء في Riga وجرى تهديد هؤلاء."),
    ],
)
def test_those_who_were_named_are_not_named_again(language, told):
    women = SAID[language][3]
    deeds = [incident(t, "2015-05-03", RIGA, NINE, affected=(women,)) for t in ("beating", "threat")]
    assert day_sentences(deeds, language) == [told]


@pytest.mark.parametrize(
    ("language", "two", "withheld"),
    [
        ("de", "Ann Lee und Jon Ruth sind seit dem 3. Mai 2015 in Haft.", "Zwei namentlich nicht genannte Personen werden vermisst."),
        ("nb", "Ann Lee og Jon Ruth har sittet fengslet siden 3. mai 2015.", "To ikke navngitte personer er savnet."),
        ("ar", "يستمر احتجاز Ann Lee وJon Ruth منذ 3 مايو 2015.", "انقطع أثر شخصين حُجب اسماهما."),
    ],
)  # fmt: skip
def test_people(language, two, withheld):
    since = [person(name, status="detained", since="2015-05-03") for name in ("Ann Lee", "Jon Ruth")]
    assert people_sentences(since, language) == [two]
    assert people_sentences([person(""), person("")], language) == [withheld]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Neun Frauen wurden verletzt."),
        ("nb", "Ni kvinner ble skadet."),
        ("ar", "سُجّلت إصابة 9 نساء بجروح."),
    ],
)
def test_a_group(language, sentence):
    assert group_sentence(group(SAID[language][3], NINE, "injured"), language) == sentence


@pytest.mark.parametrize(
    ("language", "demands", "subject", "lines"),
    [
        (
            "de",
            ["die sofortige Freilassung von N. S.", "dass die Gewerkschaft gehört wird"],
            "Bitte um die Freilassung von N. S.",
            "Anlass dieses Schreibens ist ein Fall in den Niederlanden: N. S.\n\nIch bitte um Folgendes:\n"
            "- die sofortige Freilassung von N. S.\n- dass die Gewerkschaft gehört wird\n\n"
            "Bitte leiten Sie diesen Brief an die Behörden in der Türkei weiter, und teilen Sie mir deren Antwort mit.",
        ),
        (
            "nb",
            ["umiddelbar løslatelse av N. S.", "at fagforeningen blir hørt"],
            "Løslat N. S.",
            "Jeg skriver til dere om en sak som gjelder Nederland: N. S.\n\nJeg ber om:\n"
            "- umiddelbar løslatelse av N. S.\n- at fagforeningen blir hørt\n\n"
            "Jeg ber dere sende dette brevet videre til myndighetene i Tyrkia og fortelle meg hva de svarer.",
        ),
        (
            "ar",
            ["الإفراج الفوري عن N. S.", "أن تُسمع النقابة"],
            "نرجو الإفراج عن N. S.",
            "أكتب إليكم بشأن قضية في هولندا: N. S.\n\nأطلب ما يلي:\n- الإفراج الفوري عن N. S.\n- أن تُسمع النقابة\n\n"
            "أرجو إحالة هذه الرسالة إلى السلطات في تركيا وإبلاغي بردّها.",
        ),
    ],
)
def test_a_letter(language, demands, subject, lines):
    letter = compose("N. S.", demands, (), Addressee("", "embassy", None, "TR"), language, "NL")
    assert letter.subject == subject
    assert lines in letter.body


@pytest.mark.parametrize(
    ("language", "subject", "body"),
    [
        ("de", "Zur Lage in der Schweiz: bitte handeln Sie", "Ich bitte darum, dass wer gehört wird.\n"),
        ("nb", "Sveits: Vennligst grip inn", "Jeg ber om at noen blir hørt.\n"),
        ("ar", "سويسرا: نرجو التحرك", "أطلب أن يُسمع أحد.\n"),
    ],
)
def test_a_letter_about_a_country(language, subject, body):
    demand = {"de": "dass wer gehört wird", "nb": "at noen blir hørt", "ar": "أن يُسمع أحد"}[language]
    letter = compose("", [demand], language=language, country="CH")
    assert letter.subject == subject
    assert body in letter.body


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Guten Tag. Mein Name ist ..., und ich rufe aus den Vereinigten Staaten an."),
        ("nb", "God dag. Jeg heter ... og ringer fra USA."),
        ("ar", "مرحبًا. اسمي ... وأتصل من الولايات المتحدة."),
    ],
)
def test_a_call(language, line):
    assert phone_script("1", Addressee(""), "N. S.", ["x"], "US", language).lines[0] == line
