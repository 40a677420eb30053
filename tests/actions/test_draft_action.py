"""What an action takes from its case."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.actions.stage import case_of, draft_of, ready_of
from tests.reports.drafts import draft
from tocsin.actions.draft_action import draft_action
from tocsin.actions.missing import missing
from tocsin.cases.edit import edit_case
from tocsin.cases.models import Claim
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import AuditEntry, Member


def test_demands_asks_targets_and_a_letter_come_from_the_case(rustam: Member) -> None:
    action = draft_of(rustam)
    assert [(d.text, d.goes_into_letter) for d in action.demands.all()] == [
        ("the release of Lina Marwede", True),
        ("an end to the beatings", True),
    ]
    assert [(a.kind, a.audience) for a in action.asks.all()] == [("protest_letter", "everybody")]
    assert [(t.office.name, t.role) for t in action.targets.all()] == [
        ("Embassy of Latvia in Oslo", "target")
    ]
    letter = action.letters.get(language="en")
    assert "I ask for:\n- the release of Lina Marwede\n- an end to the beatings\n" in letter.body


def test_the_story_is_told_by_what_may_be_shown(rustam: Member) -> None:
    action = draft_of(rustam)
    assert action.story.splitlines() == [
        "A lawyer, whose name is withheld, is missing. The charge is “disturbing trade”.",
        "On 3 May 2015, police attacked nine dockers and their lawyer in Riga.",
    ]
    letter = action.letters.get()
    assert action.story.replace("\n", "\n\n") in letter.body
    assert "[" not in letter.body


def test_a_person_who_may_be_named_stands_first(rustam: Member) -> None:
    action = draft_action(ready_of(rustam).case, rustam)
    assert action.story.splitlines() == [
        "Lina Marwede, a lawyer, is missing. The charge is “disturbing trade”.",
        "On 3 May 2015, police attacked nine dockers and their lawyer Lina Marwede in Riga.",
    ]
    letter = action.letters.get()
    assert letter.subject == "Please release Lina Marwede"
    assert "I am writing to you about Lina Marwede in Latvia.\n" in letter.body


def test_what_was_only_planned_or_said_is_no_part_of_the_story(rustam: Member) -> None:
    beating, arrest = draft()["incidents"]
    incidents = [beating | {"planned": True}, arrest | {"type": "official_denial"}]
    case = case_of(rustam, draft=draft(incidents=incidents, people=[]))
    assert draft_action(case, rustam).story == "Nine dockers were injured."


def test_a_number_takes_the_name_of_the_only_group_of_its_report(rustam: Member) -> None:
    beating, _arrest = draft()["incidents"]
    case = case_of(rustam, draft=draft(incidents=[beating | {"affected": []}], people=[]))
    assert draft_action(case, rustam).story == "On 3 May 2015, police attacked nine dockers in Riga."


def test_a_case_with_nothing_to_tell_has_an_empty_story_and_the_editor_says_so(rustam: Member) -> None:
    case = case_of(rustam, draft=draft(people=[], groups=[], incidents=[]))
    action = draft_action(case, rustam)
    assert action.story == ""
    assert "The story is empty: say in a few sentences what happened." in [
        g.sentence for g in missing(action)
    ]


def test_the_words_of_a_report_in_another_language_stay_out_of_the_story(rustam: Member) -> None:
    action = draft_action(case_of(rustam, language="lv"), rustam)
    assert action.story.splitlines() == [
        "One person, whose name is withheld, is missing.",
        "On 3 May 2015, nine people were attacked in Riga.",
    ]


def test_a_demand_of_two_reports_is_taken_once(rustam: Member) -> None:
    first, second = draft()["demands"]
    longer = first | {"text": "calling for the release of their lawyer Lina Marwede, the dockers’ voice"}
    case = case_of(rustam, draft=draft(demands=[first, second, longer]))
    assert [d.text for d in draft_action(case, rustam).demands.all()] == [
        "the release of Lina Marwede, the dockers’ voice",
        "an end to the beatings",
    ]


def test_missions_in_general_are_nobody_to_write_to(rustam: Member) -> None:
    [embassy] = draft()["contacts"]
    general = embassy | {"office": "Latvian embassies", "in_country": None, "serves": [], "address": None}
    action = draft_action(case_of(rustam, draft=draft(contacts=[general, embassy])), rustam)
    assert [t.office.name for t in action.targets.all()] == ["Embassy of Latvia in Oslo"]


def test_the_editors_own_wording_is_the_story(rustam: Member) -> None:
    case = case_of(rustam)
    edit_case(case, "Free the dockers’ lawyer", "LV", "Nobody has seen her for a week.", rustam)
    assert draft_action(case, rustam).story == "Nobody has seen her for a week."


def test_what_was_withdrawn_from_the_case_is_not_taken(rustam: Member) -> None:
    case = case_of(rustam)
    demand = Claim.objects.get(predicate="text", value="an end to the beatings")
    withdraw_claim(demand, rustam)
    assert [d.text for d in draft_action(case, rustam).demands.all()] == ["the release of Lina Marwede"]


def test_each_press_makes_one_draft_with_an_address_of_its_own(rustam: Member) -> None:
    case = case_of(rustam)
    slugs = [draft_action(case, rustam).slug for _ in range(3)]
    assert slugs == [case.slug, f"{case.slug}-2", f"{case.slug}-3"]
    assert AuditEntry.objects.filter(act="action.drafted", member=rustam).count() == 3


def test_the_address_holds_no_name_from_the_headline(rustam: Member) -> None:
    case = case_of(rustam)
    edit_case(case, "Free Lina Marwede", "LV", "", rustam)
    assert draft_action(case, rustam).slug == case.slug


def test_organisers_and_prisoners_are_no_targets(rustam: Member) -> None:
    [embassy] = draft()["contacts"]
    contacts = [
        embassy | {"role": "organiser", "office": "Committee"},
        embassy | {"role": "copy_to", "office": "Ministry", "kind": "ministry"},
        embassy | {"role": "solidarity_to", "office": "Union", "kind": "union"},
    ]
    action = draft_action(case_of(rustam, draft=draft(contacts=contacts)), rustam)
    assert [(t.office.name, t.role) for t in action.targets.all()] == [
        ("Ministry", "copy_to"),
        ("Union", "solidarity_to"),
    ]


def test_a_contributor_makes_no_action(rustam: Member, dana: Member) -> None:
    case = case_of(rustam)
    with pytest.raises(PermissionDenied):
        draft_action(case, dana)


def test_a_sample_case_makes_a_sample_action(rustam: Member) -> None:
    case = case_of(rustam)
    case.is_sample = True
    case.save()
    assert draft_action(case, rustam).is_sample
