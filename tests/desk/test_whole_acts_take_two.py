"""Where two people decide on publishing, acts wait whole for the second of them; what takes away goes at once."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import Settings

from tests.actions.stage import opened
from tocsin.actions.asks.gather.call_day import call_day
from tocsin.actions.asks.gather.day_words import Call
from tocsin.actions.asks.gather.host_acts import confirm_hosting
from tocsin.actions.asks.gather.host_acts import correct as host_corrects
from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import Gathering, GatheringKind, GatheringState, ReportState
from tocsin.actions.asks.gather.plan import Plan, plan_of
from tocsin.actions.asks.gather.propose import propose
from tocsin.actions.asks.gather.report_back import report_back
from tocsin.actions.asks.gather.restore import restore_gathering
from tocsin.actions.asks.stances.models import Stance
from tocsin.actions.models import Action
from tocsin.followup.models import Update, UpdateState
from tocsin.followup.updates.write import new_update, write
from tocsin.members.models import AuditEntry, Member, SecondPersonRequest
from tocsin.members.restore import CannotRestore
from tocsin.members.set_house_rules import set_house_rules


@pytest.fixture
def action(draft: Action, petra: Member, ada: Member) -> Action:
    """Open to the public; two people decide, Petra and Ada may publish."""
    action = opened(draft, petra)
    set_house_rules(True, False, ada)
    return Action.objects.select_related("case").get(pk=action.pk)


def asked(act: str) -> SecondPersonRequest:
    return SecondPersonRequest.objects.get(act=act, answered_at=None)


def answer(client: Client, act: str, press: str = "agree") -> int:
    at = reverse("second_person", args=[asked(act).pk])
    read = client.get(at).context["fingerprint"]
    return client.post(at, {press: "", "fingerprint": read}).status_code


def stance(client: Client, action: Action, organisation: str = "Union of Oil Workers") -> int:
    said = {"organisation": organisation, "kind": "for", "words": "We stand by them."}
    typed = {f"stance-{name}": value for name, value in {**said, "link": "https://example.org/1"}.items()}
    return client.post(reverse("stance_record", args=[action.slug]), typed).status_code


def test_a_stance_waits_and_is_recorded_as_it_was_asked(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert stance(petra_at_desk, action) == 302
    assert stance(petra_at_desk, action, "Miners’ League") == 302
    assert not Stance.objects.exists()
    page = ada_at_desk.get(reverse("action_organisations", args=[action.slug])).content.decode()
    assert "Petra asked for this" in page
    assert "Miners’ League" in page
    assert "It stands on the desk of: Ada" in page
    assert answer(petra_at_desk, "stance.recorded") == 403, "nobody agrees to what she asked for"
    assert answer(ada_at_desk, "stance.recorded") == 302
    assert {str(s.recorded_by) for s in Stance.objects.all()} == {"Petra"}
    assert sorted(Stance.objects.values_list("organisation", "words", "link")) == [
        ("Miners’ League", "We stand by them.", "https://example.org/1"),
        ("Union of Oil Workers", "We stand by them.", "https://example.org/1"),
    ]
    assert AuditEntry.objects.filter(act="second_person.used").count() == 1


def test_a_stance_that_was_declined_is_not_recorded(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    assert answer(ada_at_desk, "stance.recorded", "refuse") == 302
    assert not Stance.objects.exists()


def test_while_somebody_elses_stance_waits_what_was_typed_stays(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    assert stance(ada_at_desk, action, "Miners’ League") == 422
    assert len(asked("stance.recorded").wanted) == 1


def test_a_stance_is_taken_back_by_one_person(
    action: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    stance(petra_at_desk, action)
    answer(ada_at_desk, "stance.recorded")
    petra_at_desk.post(reverse("stance_take_back", args=[action.slug, Stance.objects.get().pk]))
    assert Stance.objects.get().taken_back_at


@pytest.fixture
def update(action: Action, petra: Member) -> Update:
    return write(new_update(action, petra), {"en": ("She is free", "Thank you.")}, petra)


def send(client: Client, update: Update, seen: str = "") -> int:
    """As the second press does."""
    at = reverse("update_desk", args=[update.action.slug, update.pk])
    seen = seen or client.get(at).context["seen"]
    return client.post(
        reverse("update_send", args=[update.action.slug, update.pk]), {"seen": seen}
    ).status_code


def state_of(update: Update) -> str:
    return Update.objects.get(pk=update.pk).state


def test_an_update_waits_and_is_sent_as_it_was_read(
    update: Update, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert send(petra_at_desk, update) == 302
    assert send(petra_at_desk, update) == 302, "a second press asks for nothing more"
    assert len(asked("update.sent").wanted) == 1
    assert state_of(update) == UpdateState.DRAFT
    page = ada_at_desk.get(reverse("second_person", args=[asked("update.sent").pk])).content.decode()
    assert "She is free" in page
    assert "Thank you." in page
    assert answer(petra_at_desk, "update.sent") == 403
    assert answer(ada_at_desk, "update.sent") == 302
    assert state_of(update) != UpdateState.DRAFT
    assert str(Update.objects.get().sent_by) == "Petra"


def test_an_update_that_is_written_anew_is_asked_for_anew(
    update: Update, petra: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    send(petra_at_desk, update)
    write(update, {"en": ("She is free", "Thank you all.")}, petra)
    assert not SecondPersonRequest.objects.filter(act="update.sent", answered_at=None).exists()
    assert send(petra_at_desk, update) == 302
    assert answer(ada_at_desk, "update.sent") == 302
    assert state_of(update) != UpdateState.DRAFT


def test_a_declined_update_stays_a_draft_that_can_be_written(
    update: Update, petra: Member, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    send(petra_at_desk, update)
    answer(ada_at_desk, "update.sent", "refuse")
    assert state_of(update) == UpdateState.DRAFT
    write(update, {"en": ("She is free", "Thank you all.")}, petra)
    assert update.texts.get().body == "Thank you all."


OWN = {
    "kind": "picket", "where": "elsewhere", "country": "Norway", "city": "Oslo", "on": "2095-06-08", "starts": "12:00",
}  # fmt: skip
ADDED = "gathering.added"


@pytest.fixture
def called(
    action: Action, petra: Member, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Action:
    """An action that calls a day, before two people decided."""
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    set_house_rules(False, False, Member.objects.get(name="Ada"))
    day = date(2095, 6, 8)
    call_day(action, Call(day, day, tuple(GatheringKind.values), "Stand up for them.", "", ()), petra)
    set_house_rules(True, False, Member.objects.get(name="Ada"))
    return action


def add(client: Client, action: Action, **changed: str) -> int:
    return client.post(reverse("gathering_add", args=[action.slug]), {**OWN, **changed}).status_code


def correct(client: Client, gathering: Gathering, **changed: str) -> int:
    at = reverse("gathering_correct", args=[gathering.action.slug, gathering.pk])
    return client.post(at, {**OWN, **changed}).status_code


def test_an_own_gathering_waits_and_is_shown_as_it_was_asked(
    called: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert add(petra_at_desk, called) == 302
    assert add(petra_at_desk, called, city="Bergen", place="Torgallmenningen") == 302
    assert not Gathering.objects.exists()
    page = ada_at_desk.get(reverse("day_of_action", args=[called.slug])).content.decode()
    assert "Torgallmenningen, Bergen, Norway" in page
    assert answer(petra_at_desk, ADDED) == 403
    assert answer(ada_at_desk, ADDED) == 302
    shown = Gathering.objects.filter(state=GatheringState.SHOWN)
    assert sorted(shown.values_list("city", "added_by__name")) == [("Bergen", "Petra"), ("Oslo", "Petra")]


def test_a_correction_of_an_own_gathering_waits_too(
    called: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    add(petra_at_desk, called)
    answer(ada_at_desk, ADDED)
    gathering = Gathering.objects.get()
    assert correct(petra_at_desk, gathering, starts="13:00") == 302
    assert correct(petra_at_desk, gathering, starts="14:00") == 302
    assert Gathering.objects.get().starts.hour == 12
    assert Gathering.objects.get().version == gathering.version
    assert answer(ada_at_desk, ADDED) == 302
    assert Gathering.objects.get().starts.hour == 14
    assert Gathering.objects.get().version == gathering.version + 1


def test_an_own_gathering_is_withdrawn_by_one_and_what_waited_for_it_is_told(
    called: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    add(petra_at_desk, called)
    answer(ada_at_desk, ADDED)
    gathering = Gathering.objects.get()
    correct(petra_at_desk, gathering, starts="13:00")
    gone = {"act": "withdraw", "reason": "The square is closed."}
    petra_at_desk.post(reverse("gathering_judge", args=[called.slug, gathering.pk]), gone)
    assert Gathering.objects.get().state == GatheringState.WITHDRAWN
    at = reverse("second_person", args=[asked(ADDED).pk])
    read = ada_at_desk.get(at).context["fingerprint"]
    told = ada_at_desk.post(at, {"agree": "", "fingerprint": read}, follow=True).content.decode()
    assert "Only what is shown and not over yet can be corrected here." in told
    assert Gathering.objects.get().state == GatheringState.WITHDRAWN


def test_while_somebody_elses_gathering_waits_what_was_typed_stays(
    called: Action, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    add(petra_at_desk, called)
    assert add(ada_at_desk, called, city="Bergen") == 422
    assert len(asked(ADDED).wanted) == 1


def test_where_one_decides_a_gathering_is_shown_at_once(
    called: Action, ada: Member, petra_at_desk: Client
) -> None:
    set_house_rules(False, False, ada)
    assert add(petra_at_desk, called) == 302
    assert Gathering.objects.get().state == GatheringState.SHOWN


@pytest.fixture
def hosted(called: Action) -> Gathering:
    """A host has proposed it and confirmed that she is its host."""
    plan = Plan(
        "picket",
        "elsewhere",
        date(2095, 6, 8),
        time(17),
        "Europe/Oslo",
        "NO",
        city="Oslo",
        place="At the quay",
    )
    return confirm_hosting(propose(called, plan, "host@example.org"))


def judge(client: Client, gathering: Gathering, press: str, **said: str) -> int:
    at = reverse("gathering_judge", args=[gathering.action.slug, gathering.pk])
    return client.post(at, {"act": press, **said}).status_code


def state(gathering: Gathering) -> str:
    return Gathering.objects.get(pk=gathering.pk).state


def why_not(client: Client) -> str:
    """What the second publisher reads who agrees to what cannot be done any more."""
    at = reverse("second_person", args=[asked(ADDED).pk])
    read = client.get(at).context["fingerprint"]
    return client.post(at, {"agree": "", "fingerprint": read}, follow=True).content.decode()


def test_a_hosts_gathering_waits_and_is_shown_as_it_was_read(
    hosted: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert judge(petra_at_desk, hosted, "show") == 302
    assert judge(petra_at_desk, hosted, "show") == 302, "a second press asks for nothing more"
    assert len(asked(ADDED).wanted) == 1
    assert state(hosted) == GatheringState.PROPOSED
    page = ada_at_desk.get(reverse("second_person", args=[asked(ADDED).pk])).content.decode()
    assert "At the quay, Oslo, Norway" in page
    assert "Its host proposes it." in page
    assert answer(petra_at_desk, ADDED) == 403
    assert answer(ada_at_desk, ADDED) == 302
    assert state(hosted) == GatheringState.SHOWN


def test_what_its_host_changed_meanwhile_is_not_shown(
    hosted: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    judge(petra_at_desk, hosted, "show")
    host_corrects(hosted, replace(plan_of(hosted), place="At the mast"))
    assert "Its host has changed it since: look at it again, and ask anew." in why_not(ada_at_desk)
    assert state(hosted) == GatheringState.PROPOSED
    judge(petra_at_desk, hosted, "show")
    assert answer(ada_at_desk, ADDED) == 302
    assert Gathering.objects.get().state == GatheringState.SHOWN
    assert Gathering.objects.get().place == "At the mast"


def test_refusing_a_hosts_gathering_takes_one(hosted: Gathering, petra_at_desk: Client) -> None:
    assert judge(petra_at_desk, hosted, "refuse", reason="That square is closed.") == 302
    assert state(hosted) == GatheringState.REFUSED


@pytest.fixture
def shown(hosted: Gathering, petra: Member, ada: Member) -> Gathering:
    """Shown while one decided; it has begun."""
    set_house_rules(False, False, ada)
    show_gathering(hosted, petra)
    set_house_rules(True, False, ada)
    return Gathering.objects.select_related("action").get(pk=hosted.pk)


@pytest.fixture
def begun(shown: Gathering) -> Gathering:
    Gathering.objects.update(starts_at=timezone.now() - timedelta(hours=2))
    return shown


def test_a_correction_of_a_hosts_gathering_waits(
    shown: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert correct(petra_at_desk, shown, starts="18:00", place="At the quay") == 302
    assert Gathering.objects.get().starts.hour == 17
    assert answer(ada_at_desk, ADDED) == 302
    assert Gathering.objects.get().starts.hour == 18


def told(client: Client, gathering: Gathering, turnout: int, words: str = "") -> int:
    at = reverse("gathering_turnout", args=[gathering.action.slug, gathering.pk])
    return client.post(at, {"turnout": turnout, "told": words}).status_code


def test_how_it_went_waits_when_the_desk_tells_it(
    begun: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert told(petra_at_desk, begun, 100) == 302
    assert told(petra_at_desk, begun, 120, "It rained.") == 302
    assert Gathering.objects.get().turnout is None
    page = ada_at_desk.get(reverse("gathering_desk", args=[begun.action.slug, begun.pk])).content.decode()
    assert "120 people came. It rained." in page
    assert "100 people came" not in page, "the later holds"
    assert answer(ada_at_desk, ADDED) == 302
    assert Gathering.objects.get().turnout == 120
    assert Gathering.objects.get().report_state == ReportState.SHOWN


def test_how_it_went_waits_when_its_host_tells_it(
    begun: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    report_back(begun, 80, "We sang.")
    at = reverse("gathering_report", args=[begun.action.slug, begun.pk])
    assert petra_at_desk.post(at, {"act": "show"}).status_code == 302
    assert Gathering.objects.get().report_state == ReportState.PROPOSED
    report_back(begun, 90, "We sang.")
    assert "Its host has changed it since" in why_not(ada_at_desk)
    assert petra_at_desk.post(at, {"act": "show"}).status_code == 302
    assert answer(ada_at_desk, ADDED) == 302
    assert Gathering.objects.get().report_state == ReportState.SHOWN
    assert petra_at_desk.post(at, {"act": "refuse"}).status_code == 302
    assert Gathering.objects.get().report_state == ReportState.REFUSED, "taking away takes one"


def test_a_restore_goes_no_way_round_it(
    begun: Gathering, petra: Member, ada: Member, petra_at_desk: Client
) -> None:
    with pytest.raises(CannotRestore):
        restore_gathering(begun.pk, {"turnout": 5, "told": ""}, petra)
    assert Gathering.objects.get().turnout is None


def test_while_somebody_elses_request_waits_the_page_says_so(
    hosted: Gathering, petra_at_desk: Client, ada_at_desk: Client
) -> None:
    assert add(ada_at_desk, hosted.action) == 302
    at = reverse("gathering_judge", args=[hosted.action.slug, hosted.pk])
    answered = petra_at_desk.post(at, {"act": "show"})
    assert answered.status_code == 422
    assert "Ada has asked for a second person in this case." in answered.content.decode()
    assert len(asked(ADDED).wanted) == 1
