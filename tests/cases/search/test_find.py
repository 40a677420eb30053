"""What is found: in every script and spelling, by every part of the query, and only what the member may see."""

from collections.abc import Iterator
from itertools import chain, combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.cases.told import a_case, incident, person
from tests.cast import member, put_on
from tests.reports.drafts import a_report
from tocsin.cases.access import cases_of, reports_for
from tocsin.cases.models import Case, SearchEntry
from tocsin.cases.search.find import Found, find
from tocsin.cases.search.index import index_case, index_offices, index_reports
from tocsin.cases.search.query import CannotSearch, read_query
from tocsin.cases.search.rebuild import is_incomplete, rebuild
from tocsin.cases.search.results import results
from tocsin.cases.search.seen import Narrowed
from tocsin.directory.models import Office
from tocsin.members.models import Member
from tocsin.reports.models import Report

ALL = Narrowed()
TEXTS = {
    "english": "The lawyer Natalia Sokolova was freed in Aktau. Nobody told her why.",
    "russian": "Забастовка в Жанаозене: суд отказал Соколовой, юристу профсоюза.",
    "kazakh": "Zhanaozen: Roza Qarabalaeva was heard by the court of Aktau.",
    "cyrillic": "Свидетель Роза Карабалаева не пришла в суд.",
    "chinese": "人权律师王全璋在天津被捕。",
    "arabic": "اعتقال المحامي محمد الباقر في القاهرة",
    "polish": "Strajk w Łodzi trwa od piątku.",
}


def found(typed: str, who: Member, narrowed: Narrowed = ALL) -> Found:
    return find(read_query(typed), who, narrowed)


def titles(typed: str, who: Member, narrowed: Narrowed = ALL) -> list[str]:
    keys = found(typed, who, narrowed).keys
    told = SearchEntry.objects.in_bulk(list(keys))
    return [told[key].title for key in keys]


@pytest.fixture
def reports(db: None) -> dict[str, Report]:
    rows = (Report(name=name, text=text, draft={}, sha256=name) for name, text in TEXTS.items())
    made = {report.name: report for report in Report.objects.bulk_create(rows)}
    index_reports([report.pk for report in made.values()])
    return made


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Sokolova", {"english", "russian"}),
        ("sokolova", {"english", "russian"}),
        ("Соколова", {"english", "russian"}),
        ("Соколовой", {"english", "russian"}),
        ("Qarabalaeva", {"kazakh", "cyrillic"}),
        ("Карабалаева", {"kazakh", "cyrillic"}),
        ("Karabalayeva", {"kazakh", "cyrillic"}),
        ("karabal", {"kazakh", "cyrillic"}),
        ("zabastovka", {"russian"}),
        ("王全璋", {"chinese"}),
        ("律师", {"chinese"}),
        ("天津", {"chinese"}),
        ("王璋", set()),
        ("محمد", {"arabic"}),
        ("Muhammad Al-Baqir", {"arabic"}),
        ("lodzi piatku", {"polish"}),
        ("ŁÓDZI", {"polish"}),
        ("Aktau court", {"kazakh"}),
        ("aktau law", {"english"}),
        ("law aktau", set()),
        ('"court of Aktau"', {"kazakh"}),
        ('"Aktau court"', set()),
        ('"nobody told her" sokolova', {"english"}),
        ("nowhere", set()),
    ],
)
def test_words_are_found_in_every_script_and_spelling(
    reports: dict[str, Report], dana: Member, typed: str, names: set[str]
) -> None:
    assert set(titles(typed, dana)) == names


def test_people_incidents_offices_and_cases_are_found(dana: Member) -> None:
    case = a_case()
    put_on(case, "Dana")
    person(case, "Роза Карабалаева", charge="disturbing trade")
    incident(case, "beating", "2015-05-03", place="Ventspils")
    office = Office.objects.create(name="Embassy of Latvia in Oslo", person="Jānis Bērziņš", of_country="LV")
    index_case(case)
    index_offices([office.pk])
    assert titles("Qarabalayeva", dana) == ["Роза Карабалаева"]
    assert titles("disturbing", dana) == ["Роза Карабалаева"]
    assert titles("ventspils", dana) == ["Beating or assault, Ventspils, Latvia"]
    assert titles("berzins", dana) == ["Embassy of Latvia in Oslo"]
    assert titles("dockers", dana) == ["Dockers"]


def test_an_arabic_name_is_found_by_its_consonants_and_back(dana: Member) -> None:
    case = a_case()
    put_on(case, "Dana")
    person(case, "محمد الباقر")
    person(case, "Mahdi Saleh")
    index_case(case)
    assert titles("Baqer", dana) == ["محمد الباقر"]
    assert titles("مهدي صالح", dana) == ["Mahdi Saleh"]


def test_a_member_finds_her_cases_and_what_no_case_holds_and_nothing_is_counted_beside(dana: Member) -> None:
    hers, other = a_case("hers"), a_case("other")
    put_on(hers, "Dana")
    for case in (hers, other):
        person(case, "Lina Marwede")
        index_case(case)
    index_reports(Report.objects.values_list("pk", flat=True))
    free = a_report("Marwede was seen.", draft={})
    index_reports([free.pk])
    seen = found("marwede", dana)
    assert seen.counts == {"person": 1, "incident": 0, "case": 0, "office": 0, "report": 2}
    cases = set(SearchEntry.objects.filter(pk__in=seen.keys, kind="person").values_list("case", flat=True))
    assert cases == {hers.pk}
    assert found("marwede", dana, Narrowed(case=other)).keys == ()
    put_on(other, "Dana")
    assert found("marwede", dana).counts["person"] == 2


def test_what_is_seen_is_what_the_access_of_cases_and_reports_says(dana: Member, ada: Member) -> None:
    """The statement of a search says it in its own words; two members, reports in no, one, two and sample cases."""
    hers, other, sample = a_case("hers"), a_case("other"), a_case("sample")
    Case.objects.filter(pk=sample.pk).update(is_sample=True)
    put_on(hers, "Dana", role="viewer")
    put_on(other, "Ada")
    reports = [a_report(f"Marwede {n}", draft={}) for n in range(8)]
    for held, report in zip(chain.from_iterable(_subsets([hers, other, sample])), reports, strict=True):
        report.cases.set(held)
    for case in (hers, other, sample):
        person(case, "Lina Marwede")
        index_case(case)
    index_reports([report.pk for report in reports])
    for who in (dana, ada):
        seen = SearchEntry.objects.filter(pk__in=found("marwede", who).keys)
        may = reports_for(who, Report.objects.filter(pk__in=[report.pk for report in reports]))
        assert set(seen.filter(kind="report").values_list("report", flat=True)) == {r.pk for r in may}
        assert set(seen.filter(kind="person").values_list("case", flat=True)) == {
            case.pk for case in cases_of(who)
        }
        assert 0 < len(may) < len(reports)
        shown = results(list(seen.values_list("pk", flat=True)), read_query("marwede"), who)
        told = {case.slug for each in shown for case in each.cases}
        assert told == set(cases_of(who).values_list("slug", flat=True))


def _subsets(cases: list[Case]) -> Iterator[Iterator[tuple[Case, ...]]]:
    return (combinations(cases, size) for size in range(len(cases) + 1))


def test_results_are_narrowed_by_kind_country_language_days_and_case(dana: Member) -> None:
    case = a_case()
    put_on(case, "Dana")
    person(case, "Lina Marwede")
    incident(case, "beating", "2015-05", place="Marwede")
    early = a_report("Marwede 1", draft={}, published="2014-02-01", language="ru")
    late = a_report("Marwede 2", draft={}, published="2016-02-01", language="en")
    index_case(case)
    index_reports([early.pk, late.pk])
    from datetime import date

    def kinds(**narrowed: object) -> list[str]:
        keys = found("marwede", dana, Narrowed(**narrowed)).keys
        told = SearchEntry.objects.in_bulk(list(keys))
        return sorted(told[key].kind for key in keys)

    assert kinds() == ["incident", "person", "report", "report"]
    assert kinds(kind="report") == ["report", "report"]
    assert kinds(country="LV") == ["incident", "person"]
    assert kinds(language="ru") == ["report"]
    assert kinds(since=date(2015, 5, 20), until=date(2015, 6, 1)) == ["incident"]
    assert kinds(until=date(2014, 12, 31)) == ["report"]
    assert kinds(case=case) == ["incident", "person"]
    assert found("marwede", dana, Narrowed(kind="report")).counts["person"] == 1


def test_what_bears_the_words_in_its_title_stands_first(dana: Member) -> None:
    case = a_case()
    put_on(case, "Dana")
    a_report("A long text in which the name of Marwede stands among many others.", draft={}, name="1")
    index_reports(Report.objects.values_list("pk", flat=True))
    person(case, "Lina Marwede")
    index_case(case)
    assert titles("marwede", dana)[0] == "Lina Marwede"


def test_of_too_many_the_newest_are_shown(dana: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tocsin.cases.search.find.MOST", 3)
    made = [a_report(f"Marwede {n}", draft={}, name=f"report {n}") for n in range(5)]
    index_reports([report.pk for report in made])
    seen = found("marwede", dana)
    assert (seen.is_cut, seen.counts) == (True, {})
    assert titles("marwede", dana) == ["report 4", "report 3", "report 2"]


def test_a_result_shows_the_words_around_what_was_found(reports: dict[str, Report], dana: Member) -> None:
    query = read_query("sokolova суд")
    [shown] = results(find(query, dana).keys, query, dana)
    assert [piece.text for piece in shown.words if piece.is_found] == ["суд", "Соколовой"]
    assert "".join(piece.text for piece in shown.words).strip() == TEXTS["russian"]


def test_two_that_were_judged_to_be_one_are_one_result(dana: Member) -> None:
    case = a_case()
    put_on(case, "Dana")
    first, second = person(case, "Lina Marwede"), person(case, "L. Marwede", charge="slander")
    index_case(case)
    assert len(titles("marwede", dana)) == 2
    second.same_as = first
    second.save()
    index_case(case)
    assert titles("marwede slander", dana) == ["Lina Marwede"]
    assert len(titles("marwede", dana)) == 1


def test_a_lost_index_is_noticed_and_made_anew(reports: dict[str, Report], dana: Member) -> None:
    case = a_case()
    index_case(case)
    assert not is_incomplete()
    SearchEntry.objects.filter(kind="report").delete()
    assert is_incomplete()
    assert rebuild() == len(TEXTS) + 1
    assert not is_incomplete()
    assert set(titles("Sokolova", dana)) == {"english", "russian"}


def test_what_did_not_change_is_not_written_again(dana: Member, django_assert_num_queries) -> None:
    case = a_case()
    for n in range(3):
        person(case, f"Lina Marwede {n}")
    index_case(case)
    before = set(SearchEntry.objects.values_list("pk", flat=True))
    with django_assert_num_queries(6):  # none of them writes
        index_case(case)
    assert set(SearchEntry.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("typed", ["", " ", "a", "!", '""', "\x00", "*", "x" * 201, "ab " * 13, "- ("])
def test_what_cannot_be_searched_for_is_said_in_a_sentence(typed: str) -> None:
    with pytest.raises(CannotSearch) as said:
        read_query(typed)
    assert str(said.value).endswith(".")


class AnythingTyped(TestCase):
    """Whatever is typed is searched for or refused in a sentence: no word of it reaches the database as a command."""

    @settings(deadline=None)
    @given(
        typed=st.text(max_size=60)
        | st.text("\"*:(){}^-+NEARANDOT '\\|&!<>\x00ab王с", max_size=60)
        | st.sampled_from(["x" * 10_000, '"' * 10_001, 'head:a" OR rowid:*', "'a' & 'b':*", "NEAR(a b, 2)"])
    )
    def test_anything_typed_is_answered(self, typed: str) -> None:
        try:
            query = read_query(typed)
        except CannotSearch:
            return
        assert find(query, member("Dana")).keys == ()
