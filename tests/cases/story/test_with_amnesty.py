"""The story together with Amnesty International's chapter on 2011, which is not ours to ship.

Runs where GOLD names the folder that `make score GOLD=` takes, and the chapter is in it: `make test GOLD=folder`.
"""

import json
import os
from collections import Counter
from pathlib import Path

import pytest

from tocsin.cases.accept import accept_report
from tocsin.cases.chronicle.chronicle import chronicle
from tocsin.cases.chronicle.draw_counts import compare_counts
from tocsin.cases.chronicle.draw_life import draw_life
from tocsin.cases.chronicle.entry import Chronicle, EntryKind
from tocsin.cases.judge_same import judge_same
from tocsin.cases.models import Case, ConsentBasis, PersonAtRisk, Subject
from tocsin.cases.name_person import show_name
from tocsin.cases.one_subject import one_subject
from tocsin.cases.status import status_of
from tocsin.cases.story.load import load_story
from tocsin.reports.add import add_field
from tocsin.reports.decide import accept, correct, reject
from tocsin.reports.models import Report, ReviewField, ReviewItem
from tocsin.reports.open_review import open_review
from tocsin.reports.receive import receive
from tocsin.reports.sample import load_sample

NAME = "kz-ai-2012.txt"
CHAPTER = Path(os.environ.get("GOLD") or "/nowhere") / NAME
ZHANAOZEN = {"name": "Zhanaozen", "country": "KZ", "latitude": None, "longitude": None}
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not CHAPTER.exists(), reason=f"GOLD names no folder with {NAME}"),
]
# What of the chapter tells of the strike: type and date as they are read -> the day in 2011, and the like item of the story.
OF_THE_STRIKE = {
    ("sentence", "05-24"): ("2011-05-24", "sentence", "2011-05-24"),
    ("sentence", "08-08"): ("2011-08-08", "sentence", "2011-08-08"),
    ("court_ruling", "09-26"): ("2011-09-26", "court_ruling", "2011-09-26"),
    ("killing_at_protest", "2011-12"): ("2011-12-16", "killing", "2011-12-16?"),
}


@pytest.fixture(scope="module")
def told(once: None) -> Chronicle:
    case = load_story({report.name: report for report in load_sample()})
    published = json.loads((CHAPTER.parent / "published.json").read_text())[NAME]
    chapter = receive(CHAPTER.read_bytes(), NAME, published=published, publisher="Amnesty International")
    _review(chapter)
    accept_report(chapter, by=None, case=case)
    _join(case, chapter)
    return chronicle(case, public=True)


def _review(chapter: Report) -> None:
    """Of a chapter on a whole country in a whole year: what tells of the strike, by the year that it tells of."""
    open_review(chapter)
    for item in chapter.items.exclude(section="source"):
        said = {field.name: field for field in item.fields.all()}
        if item.section == "people" and str(said["name"].value).startswith("Natalia"):
            reject([said["also"]], by=None)
            correct(said["since"], "2011-08-08", by=None, may_be_shown=True)
        elif row := _of_the_strike(item):
            correct(said["date"], OF_THE_STRIKE[row][0], by=None, may_be_shown=True)
            if row[0] == "killing_at_protest":
                toll = {"low": 15, "high": None, "text": "At least 15"}
                correct(said["count"], toll, by=None, may_be_shown=True)
                add_field(item, "place", ZHANAOZEN, by=None)
        else:
            reject(item.fields.all(), by=None)
    accept(ReviewField.objects.filter(item__report=chapter, decision="proposed"), by=None, may_be_shown=True)
    ReviewField.objects.filter(item__report=chapter, decision="added").update(may_be_shown=True)


def _of_the_strike(item: ReviewItem) -> tuple[str, str] | None:
    values = dict(item.fields.values_list("name", "value"))
    day = str(values.get("date", ""))
    found = (row for row in OF_THE_STRIKE if values.get("type") == row[0] and row[1] in day)
    return next(found, None) if item.section == "incidents" else None


def _join(case: Case, chapter: Report) -> None:
    why = "the same court and day"
    [hers] = PersonAtRisk.objects.filter(case=case, item__report=chapter)
    named = PersonAtRisk.objects.filter(case=case, claims__value="Natalia Sokolova")
    first = named.exclude(pk=hers.pk).order_by("pk").first()
    assert first is not None
    judge_same(first, hers, by=None, why=why)
    # Whoever joins a person brings the more careful rule along, until somebody names her anew.
    show_name(one_subject(hers)[0], "full", ConsentBasis.PUBLISHED, "named in public since 2011", by=None)
    for kind, there in ((row[0], (like, day)) for row, (_own, like, day) in OF_THE_STRIKE.items()):
        [mine] = [
            s for s in _incidents(case, kind, there[1][:10]) if s.item and s.item.report_id == chapter.pk
        ]
        [other, *_joined] = [s for s in _incidents(case, *there) if s.item and s.item.report_id != chapter.pk]
        judge_same(other, mine, by=None, why=why)


def _incidents(case: Case, kind: str, day: str) -> list[Subject]:
    found = Subject.objects.filter(case=case, kind="incident", claims__predicate="type", claims__value=kind)
    dated = found.filter(claims__predicate="type").filter(
        pk__in=Subject.objects.filter(claims__predicate="date", claims__value=day)
    )
    return list(dated.select_related("item").distinct().order_by("pk"))


def test_one_line_for_each_incident(told: Chronicle) -> None:
    incidents = [entry for entry in told.entries if entry.kind == EntryKind.INCIDENT]
    lines = Counter((e.what, e.dating.edtf, e.place.words if e.place else "") for e in incidents)
    assert {line for line, count in lines.items() if count > 1} == set()
    days = Counter(e.dating.edtf for e in incidents if e.what in ("sentence", "court_ruling"))
    assert days == {"2011-05-24": 1, "2011-08-08": 1, "2011-09-26": 1}


def test_the_lawyers_way_leads_from_detention_to_release(told: Chronicle) -> None:
    [natalia] = [person for person in told.people if person.name == "Natalia Sokolova"]
    moments = draw_life(natalia.pk, told.entries)
    way = [(moment.when.edtf[:10], {entry.code for entry in moment.entries}) for moment in moments]
    assert way[0] == ("2011-05-24", {"held"})
    steps = iter(way)
    for day, code in (
        ("2011-06-01", "charged"),
        ("2011-06-08", "missing"),
        ("2011-08-08", "convicted"),
        ("2012-03-07", "released"),
    ):
        assert any(when == day and code in codes for when, codes in steps), (day, code)
    assert way[-1] == ("2012-03-07", {"released"})
    [person] = [person for person in told.case.people if person.name == "Natalia Sokolova"]
    assert {axis.axis: [p.code for p in axis.now] for axis in status_of(person.values)} == {
        "life": [],
        "liberty": ["released"],
        "law": ["convicted"],
    }


def test_every_toll_of_december_has_its_source(told: Chronicle) -> None:
    [december] = [c for c in compare_counts(told.entries) if c.what == "Killed"]
    assert all(row.count.sources for row in december.rows)
    tolls = {(row.count.low, row.count.high) for row in december.rows}
    assert tolls == {(10, 10), (11, 11), (13, 13), (15, None), (30, 70), (64, 64)}
    fifteen = {row.count.who for row in december.rows if row.count.low == 15}
    assert any(who.startswith("Tocsin, after Reuters") for who in fifteen)
    assert any(who.split(", ")[-1] == "Amnesty International" for who in fifteen)
