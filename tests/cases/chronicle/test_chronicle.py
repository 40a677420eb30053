"""The lines of a chronicle: each with its date, as sure as it is, and its sources."""

from dataclasses import asdict

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cases.asking import a_case, an_office, attempt
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.entry import Chronicle, Entry
from tocsin.cases.inquiries.log_inquiry import log_inquiry
from tocsin.members.models import Member

from .scene import CANARY, RIGA, Scene, count, told_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return told_case()


def lines(told: Chronicle) -> list[tuple[int, str, str, str]]:
    return [(e.number, e.dating.words, e.dating.certainty.value, e.title) for e in told.entries]


def line(told: Chronicle, title: str) -> Entry:
    return next(e for e in told.entries if e.title == title)


def test_every_line_in_its_order_as_sure_as_it_is(scene: Scene) -> None:
    shown = lines(chronicle(scene.case, public=False))
    today = shown[-3]
    assert [s for s in shown if s != today] == [
        (1, "May 2015", "month", "Arrest or detention"),
        (2, "3 May 2015", "day", "Strike"),
        (3, "4 May 2015", "day", "Lina Marwede: detained"),
        (4, "8 May 2015", "reported", f"{CANARY}: injured"),
        (5, "8 May 2015", "day", "Port police"),
        (6, "8 May 2015", "day", "Port police"),
        (7, "8 May 2015", "day", "Report of 8 May 2015, Harbour Bulletin"),
        (8, "20 June 2015", "reported", "Lina Marwede: released"),
        (9, "20 June 2015", "day", "Report of 20 June 2015, Baltic Wire"),
        (10, "July 2015", "month", "Court: no answer yet"),
        (12, "4 May, year unknown", "words", "Raid or search"),
        (13, "last Easter", "words", "Threat or harassment"),
    ]
    assert today[3] == "Port police: hung up"


def test_in_public_no_withheld_name_and_nothing_of_our_own_asking(scene: Scene) -> None:
    told = chronicle(scene.case, public=True)
    shown = str(asdict(told))
    assert [part for part in CANARY.split() if part in shown] == []
    assert {e.lane for e in told.entries} == {"incidents", "people", "statements", "reports"}
    assert [p.name for p in told.people] == ["Lina Marwede"]
    assert told.withheld_count == 1


def test_what_nobody_cleared_is_not_public_and_its_report_is_not_named(scene: Scene) -> None:
    secret = scene.report("2015-05-02", "Confidential caller")
    incident = scene.incident("torture", secret, date="2015-05-02")
    incident.claims.update(may_be_shown=False)
    public = chronicle(scene.case, public=True)
    assert [s.publisher for s in public.sources] == ["Harbour Bulletin", "Baltic Wire"]
    assert "torture" not in {e.what for e in public.entries}
    assert "torture" in {e.what for e in chronicle(scene.case, public=False).entries}


def test_nothing_of_a_frozen_case_is_public(scene: Scene) -> None:
    scene.case.frozen_at = scene.case.opened_at
    scene.case.save()
    told = chronicle(scene.case, public=True)
    assert (told.entries, told.sources, told.people) == ((), (), ())


def test_statements_that_contradict_name_each_others_lines(scene: Scene) -> None:
    said = [e for e in chronicle(scene.case, public=False).entries if e.kind == "statement"]
    assert [(e.number, e.against_numbers) for e in said] == [(5, (6,)), (6, (5,))]


def test_a_line_knows_whom_it_is_about(scene: Scene) -> None:
    told = chronicle(scene.case, public=False)
    people = {p.name: p.pk for p in told.people}
    assert set(line(told, "Arrest or detention").people) == set(people.values())
    assert line(told, "Lina Marwede: released").people == (people["Lina Marwede"],)
    public = chronicle(scene.case, public=True)
    assert line(public, "Arrest or detention").people == (people["Lina Marwede"],)


def test_the_words_of_the_report_are_for_the_desk_alone(scene: Scene) -> None:
    strike = line(chronicle(scene.case, public=False), "Strike")
    assert [(q.source, q.text, q.language) for q in strike.quotes] == [(1, "Harbour Bull", "en")]
    assert [q for e in chronicle(scene.case, public=True).entries for q in e.quotes] == []


def test_two_sources_that_differ_stand_in_one_line(scene: Scene) -> None:
    strike = scene.case.subjects.get(claims__value="strike")
    later = scene.report("2015-07-01", "Other Paper")
    scene.claim(strike, "date", "2015-05-05", later)
    scene.claim(strike, "type", "strike", later, stance="denies", asserted_by="owner")
    told = line(chronicle(scene.case, public=False), "Strike")
    assert told.dating.edtf == "2015-05-03"
    assert "elsewhere: 5 May 2015 (Other Paper)" in told.remarks
    assert told.sources == (1, 3)


def test_what_was_said_in_custody_says_so(scene: Scene) -> None:
    gist = scene.case.subjects.filter(kind="statement").first().claims.get(predicate="gist")
    gist.circumstance = "in_custody"
    gist.save()
    [said, _other] = [e for e in chronicle(scene.case, public=False).entries if e.kind == "statement"]
    assert said.remarks == ("in custody",)


def test_since_when_dates_the_status_of_its_own_report_alone(scene: Scene) -> None:
    early, late = scene.report("2015-05-10", "One Paper"), scene.report("2015-05-20", "Other Paper")
    ivan = scene.person("Ivan Petrov", early)
    scene.claim(ivan, "status", "detained", early)
    scene.claim(ivan, "since", "2015-05-03", early)
    scene.claim(ivan, "also", ["charged"], early)
    scene.claim(ivan, "life", "alive", early)
    scene.claim(ivan, "status", "released", late)
    told = [e for e in chronicle(scene.case, public=False).entries if e.people == (ivan.pk,)]
    assert [(e.code, e.dating.edtf, e.dating.certainty) for e in told if e.lane == "people"] == [
        ("held", "2015-05-03", "day"),
        ("charged", "2015-05-10", "reported"),
        ("alive", "2015-05-10", "reported"),
        ("released", "2015-05-20", "reported"),
    ]


def test_people_judged_to_be_one_have_one_way(scene: Scene) -> None:
    lina = scene.case.subjects.get(claims__value="Lina Marwede")
    again = scene.subject("person", same_as=lina)
    scene.claim(again, "status", "charged", scene.report("2015-08-01", "Court Notes"), holds_on="2015-07-30~")
    scene.claim(again, "charge", "disturbing trade", scene.case.reports.get(publisher="Court Notes"))
    told = line(chronicle(scene.case, public=False), "Lina Marwede: charged")
    assert (told.people, told.text, told.dating.certainty) == ((lina.pk,), "disturbing trade", "about")


def test_a_copy_names_the_report_that_it_repeats(scene: Scene) -> None:
    first = scene.case.reports.get(publisher="Harbour Bulletin")
    scene.report("2015-05-09", "Repost", repeats=first)
    told = line(chronicle(scene.case, public=False), "Report of 9 May 2015, Repost")
    assert told.remarks == ("the same text as [1]: one source",)


def test_a_case_without_anything(scene: Scene) -> None:
    assert chronicle(Scene("empty").case, public=False).entries == ()


@pytest.mark.parametrize(("public", "queries"), [(False, 9), (True, 15)])
def test_more_lines_cost_no_more_queries(
    scene: Scene, django_assert_max_num_queries: DjangoAssertNumQueries, public: bool, queries: int
) -> None:
    for n in range(5):
        report = scene.report(f"2015-09-{n + 10}", f"Paper {n}")
        scene.incident("strike", report, date=f"2015-09-{n + 10}", place=RIGA, count=count(n, n, str(n)))
    with django_assert_max_num_queries(queries):
        chronicle(scene.case, public)


def test_incidents_judged_to_be_one_are_one_line_with_both_counts(scene: Scene) -> None:
    strike = scene.case.subjects.get(claims__value="strike")
    report = scene.report("2015-05-10", "Other Paper")
    again = scene.incident("strike", report, date="2015-05-03", count=count(40, 40, "40"))
    before = len(chronicle(scene.case, public=False).entries)
    again.same_as = strike
    again.save()
    told = chronicle(scene.case, public=False)
    assert len(told.entries) == before - 1
    merged = line(told, "Strike")
    assert ([c.low for c in merged.counts], merged.sources) == ([9, 40], (1, 2))


@pytest.mark.parametrize(
    ("name", "country", "is_known"),
    [
        ("Zhanaozen", "KZ", True),
        ("Жанаозен", "KZ", True),
        ("Quay Nine", "LV", False),
        ("Victoria", None, False),
    ],
)
def test_a_place_is_put_where_its_city_lies_and_nowhere_by_guess(
    scene: Scene, name: str, country: str | None, is_known: bool
) -> None:
    place = {"name": name, "country": country, "latitude": None, "longitude": None}
    scene.incident("picket", scene.report("2015-05-10", "Other Paper"), place=place)
    told = line(chronicle(scene.case, public=True), "Picket").place
    assert told is not None
    assert (told.latitude is not None, told.longitude is not None) == (is_known, is_known)
    assert told.latitude is None or (round(told.latitude, 1), round(told.longitude or 0, 1)) == (43.3, 52.9)


def test_what_was_said_at_a_moment_stands_at_its_day(scene: Scene) -> None:
    gist = scene.case.subjects.filter(kind="statement").first().claims.get(predicate="gist")
    gist.said_at = "2015-05-06T14:05+02:00"
    gist.save()
    [said] = [e for e in chronicle(scene.case, public=True).entries if "had gone home" in e.text]
    assert (said.dating.words, said.dating.certainty) == ("6 May 2015", "day")


def test_a_call_stands_at_the_day_on_which_the_office_took_it(rustam: Member) -> None:
    """Two in the night of 3 March in Aqtau."""
    case = a_case(rustam)
    log_inquiry(case, attempt(hours=14, office=an_office(case), said="She is here."), rustam)
    days = {e.kind.value: e.dating.words for e in chronicle(case, public=False).entries}
    assert days == {"inquiry": "3 March 2026", "statement": "3 March 2026"}
