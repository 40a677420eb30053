"""A second reader adds suggestions, and nothing else, whatever it says."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.drafts_held import hold
from tocsin.opinions.ask import LONGEST_TEXT, MOST_FINDINGS, with_second_opinion
from tocsin.opinions.errors import MustNotLeave, OpinionFailed
from tocsin.opinions.finding import Finding
from tocsin.opinions.suggest import MOST_OF_A_KIND
from tocsin.reading.read import read_text
from tocsin.terms.draft import Draft, Warning

from .told import CLERK, MASTER, TEXT, Teller, draft, person, span


def asked(*findings: Finding) -> Draft:
    """The draft after a reader said this; held to the schema, all that was there still there."""
    before, after = draft(), with_second_opinion(draft(), Teller(findings))
    hold(after.as_json())
    for section in ("people", "officials", "organisations", "warnings"):
        kept = getattr(before, section)
        assert getattr(after, section)[: len(kept)] == kept
    assert replace(after, people=(), officials=(), organisations=(), warnings=()) == replace(
        before, people=(), officials=(), organisations=(), warnings=()
    )
    return after


def added(*findings: Finding) -> list[str]:
    """The names that were suggested, all of them suggestions."""
    before, after = draft(), asked(*findings)
    new = [
        *after.people[len(before.people) :],
        *after.officials[len(before.officials) :],
        *after.organisations[len(before.organisations) :],
    ]
    assert all(item.confidence < 0.5 and item.rule.startswith("second opinion of teller: ") for item in new)
    assert all(
        TEXT[item.spans[0].start : item.spans[0].end].split() == (item.name or "").split() for item in new
    )
    return [item.name or "" for item in new]


def told(after: Draft) -> list[Warning]:
    return [warning for warning in after.warnings if warning.code.startswith("second_opinion")]


def test_a_person_the_rules_did_not_name_is_a_suggestion() -> None:
    suggested = asked(person("Tavo Elmbrin", status="missing", role="clerk")).people[-1]
    assert (suggested.name, suggested.status, suggested.role) == ("Tavo Elmbrin", "missing", "clerk")
    assert (suggested.spans, suggested.field_spans) == (
        (span("Tavo Elmbrin"),),
        {"status": (span(CLERK),), "role": (span("clerk"),)},
    )


def test_an_unknown_status_and_a_role_that_stands_elsewhere_are_left_out() -> None:
    suggested = asked(person("Tavo Elmbrin", status="enlightened", role="harbour master")).people[-1]
    assert (suggested.status, suggested.role, "role" in suggested.field_spans) == ("other", None, False)


def test_an_official_needs_an_office_in_the_quote() -> None:
    quote = MASTER
    (official,) = asked(Finding("official", "Odra Kelm", quote, None, "harbour master")).officials
    assert (official.name, official.office) == ("Odra Kelm", "harbour master")
    assert official.field_spans["office"] == (span("harbour master"),)
    for role in (None, "minister", "master of 3 ports"):
        assert added(Finding("official", "Odra Kelm", quote, None, role)) == []


def test_an_organisation_is_suggested_under_the_name_that_the_text_gives_it() -> None:
    quote = "The Brotherhood of Tallymen called a meeting"
    assert added(Finding("organisation", "Brotherhood of Tallymen", quote)) == ["Brotherhood of Tallymen"]


@pytest.mark.parametrize(
    "lie",
    [
        person("Vassil Nobody", CLERK),
        person("Tavo Elmbrin", "Tavo Elmbrin was shot."),
        person("Tavo Elmbrin", MASTER),
        person("Tavo Elmbrin", "It rained all night."),
        person("It rained", "It rained all night."),
        person("Tallymen  called", "The Brotherhood of Tallymen  called a meeting"),
        person("Latvia: dock lawyer Lina", "Latvia: dock lawyer Lina Marwede arrested"),
        person("Elmbrin"),
        person("clerk Tavo"),
        person("has not", CLERK),
        person("Elmbrin has not been seen since"),
        person("Bygdoy alle 76", "Bygdoy alle 76, Oslo, tel. +47 22 54 22 80"),
        person("+47 22 54 22 80", "tel. +47 22 54 22 80"),
        person("embassy@latvia.example", "embassy@latvia.example"),
        person("arrested\n\nOn", "arrested\n\nOn 3 May 2015"),
        Finding("organisation", "Latvia", "Latvia: dock lawyer Lina Marwede arrested"),
        Finding("organisation", "It", "tel. +47 22 54 22 80"),
        Finding("official", "Tavo Elmbrin", CLERK, None, None),
        Finding("place", "Tavo Elmbrin", CLERK),
        Finding("ghost", "Tavo Elmbrin", CLERK),
        Finding("person", "Tavo Elmbrin", None),
        Finding("person", ["Tavo Elmbrin"], CLERK),
        "Tavo Elmbrin",
    ],
)
def test_what_the_text_does_not_bear_out_is_dropped(lie: Finding) -> None:
    assert added(lie) == []


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Lina Marwede", "police arrested the lawyer Lina Marwede"),
        ("Lina Marwede", "Latvia: dock lawyer Lina Marwede arrested"),
    ],
)
def test_whoever_is_known_is_not_suggested_again(name: str, quote: str) -> None:
    assert added(person(name, quote)) == []


@pytest.mark.parametrize(
    ("text", "name", "suggested"),
    [
        ("They held L. Marwede at noon.", "L. Marwede", False),
        ("They held Judge Marwede at noon.", "Judge Marwede", False),
        ("They held her brother Pavo Marwede at noon.", "Pavo Marwede", True),
        ("They held Dr Pavo Quill at noon.", "Dr Pavo Quill", True),
    ],
)
def test_a_surname_is_enough_to_be_known_but_not_to_be_the_same(
    text: str, name: str, suggested: bool
) -> None:
    after = with_second_opinion(draft(TEXT + text), Teller([person(name, text)]))
    assert [p.name for p in after.people[1:]] == ([name.removeprefix("Dr ")] if suggested else [])


def test_what_it_calls_a_place_elsewhere_is_no_person() -> None:
    assert added(person("Tavo Elmbrin"), Finding("place", "Tavo Elmbrin", CLERK)) == []


def test_nothing_is_looked_for_in_furniture() -> None:
    given = draft()
    coverage = tuple(replace(placed, use="furniture") for placed in given.coverage)
    after = with_second_opinion(replace(given, coverage=coverage), Teller([person("Tavo Elmbrin")]))
    assert after.people == given.people


def test_each_name_is_suggested_once() -> None:
    assert added(*[person("Tavo Elmbrin")] * 5) == ["Tavo Elmbrin"]


def invented_names(count: int) -> list[str]:
    letters = "bcdfghklmnprstvz"
    return [f"{a.upper()}avo {b.upper()}elm{c}o" for a in letters for b in letters for c in letters][:count]


def test_ten_thousand_findings_make_ten_suggestions() -> None:
    names = invented_names(200)
    text = "Peru: workers held\n\nPolice hold workers.\n" + "\n".join(
        f"With them was {name}." for name in names
    )
    claims = [person(name, f"With them was {name}.") for name in names * 50]
    assert len(claims) == 10_000
    after = with_second_opinion(draft(text), Teller(claims))
    assert len(after.people) == MOST_OF_A_KIND
    (warning,) = told(after)
    assert f"more than {MOST_FINDINGS} things" in warning.message


def test_claims_without_proof_are_counted() -> None:
    (warning,) = told(asked(person("Vassil Nobody"), person("Odra Nobody"), person("Tavo Elmbrin")))
    assert "2 had no proof in the text" in warning.message


def test_a_long_text_is_shown_in_part_and_it_is_said() -> None:
    seen: list[int] = []

    class Measurer(Teller):
        def read(self, text: str, language: str | None) -> list[Finding]:
            seen.append(len(text))
            return []

    given = draft()
    long = replace(given, source=replace(given.source, text=TEXT + "x" * LONGEST_TEXT))
    (warning,) = told(with_second_opinion(long, Measurer()))
    assert (seen, "first 100,000 characters" in warning.message) == ([LONGEST_TEXT], True)


def breaks_off() -> Iterator[Finding]:
    yield person("Tavo Elmbrin")
    raise ValueError(f"bad token in: {CLERK}")


def refuses() -> Iterator[Finding]:
    raise OpinionFailed("it has a headache")
    yield


@pytest.mark.parametrize(
    ("reader", "words"),
    [(Teller(breaks_off), "it broke off (ValueError)"), (Teller(refuses), "it has a headache")],
)
def test_a_reader_that_fails_costs_one_warning_without_the_text_in_it(reader: Teller, words: str) -> None:
    after = with_second_opinion(draft(), reader)
    (warning,) = told(after)
    assert (warning.code, warning.message) == (
        "second_opinion_failed",
        f"The second reader teller gave no opinion: {words}.",
    )
    assert replace(after, warnings=()) == replace(draft(), warnings=())
    hold(after.as_json())


def test_a_text_that_may_not_leave_is_not_shown_to_a_reader_elsewhere() -> None:
    reader = Teller([person("Tavo Elmbrin")], stays_here=False)
    with pytest.raises(MustNotLeave):
        with_second_opinion(draft(), reader)
    assert reader.asked == 0
    assert with_second_opinion(draft(), reader, may_leave=True).people[-1].name == "Tavo Elmbrin"


def test_nobody_is_asked_about_nothing() -> None:
    reader, empty = Teller(), draft("")
    assert (with_second_opinion(empty, reader), reader.asked) == (empty, 0)


def test_the_same_answer_gives_the_same_draft() -> None:
    claims = [person("Tavo Elmbrin", status="missing"), Finding("organisation", "Riga", "port of Riga")]
    assert asked(*claims).as_json() == asked(*claims).as_json()


def test_it_adds_to_what_the_rules_really_read() -> None:
    given = read_text(TEXT, "marwede.txt", "2015-05-08")
    quote = "in the hall of the Brotherhood of Tallymen"
    claims = [Finding("organisation", "Brotherhood of Tallymen", quote), person("Lina Marwede", MASTER)]
    after = with_second_opinion(given, Teller(claims))
    hold(after.as_json())
    assert (after.people, after.contacts, after.coverage) == (given.people, given.contacts, given.coverage)
