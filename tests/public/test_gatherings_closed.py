"""An action that closed asks nobody to come: what was to be held is neither corrected nor added to, by its host or at the desk."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from tests.delivery.scene import Scene
from tests.desk.test_inquiries import words
from tests.public.gathered import DESK, PICKET, A, page, proposed, shown

from tocsin.actions.asks.gather.judge import show_gathering
from tocsin.actions.asks.gather.models import CalledDay, Gathering
from tocsin.actions.close import close
from tocsin.jobs.models import Job
from tocsin.members.models import Member

ENDED = "This action is closed. Nobody is asked to come any more. What was reported stays."


@pytest.mark.parametrize("state", ["asked", "proposed", "shown"])
def test_a_host_is_told_so_and_corrects_nothing(
    scene: Scene, day: CalledDay, petra: Member, state: str
) -> None:
    gathering, link = proposed(day)
    show_gathering(gathering, petra)
    Gathering.objects.update(state=state)
    host = Client(enforce_csrf_checks=True)
    close(scene.action, petra)
    found = page(host, link)
    assert ENDED in words(found)
    assert [button["value"] for button in found.select("main button[name=act]")] == ["withdraw"]
    refused = host.post(link, {**PICKET, "act": "correct", "bring": "Two lamps"})
    back = BeautifulSoup(refused.content, "lxml")
    assert (refused.status_code, back.find(id="id_bring")["value"]) == (422, "Two lamps")
    assert ENDED in words(back.find(role="alert"))
    gathering.refresh_from_db()
    assert (gathering.state, gathering.bring, gathering.version) == (state, "A lamp", 0)


def test_the_desk_neither_corrects_nor_adds(
    scene: Scene, day: CalledDay, petra: Member, petra_at_desk: Client
) -> None:
    gathering = shown(day, petra)
    close(scene.action, petra)
    mails = Job.objects.filter(kind="post.mail").count()
    own = f"{DESK}/gatherings/{gathering.pk}"
    for seen in (page(petra_at_desk, own), page(petra_at_desk, f"{DESK}/day")):
        assert ENDED in words(seen)
        assert seen.find(id="id_bring") is None
    for address in (f"{own}/correct", f"{DESK}/day/add"):
        refused = petra_at_desk.post(address, {**PICKET, "bring": "Two lamps"})
        assert (refused.status_code, ENDED in words(BeautifulSoup(refused.content, "lxml"))) == (422, True)
    assert list(Gathering.objects.values_list("bring", "version")) == [("A lamp", 0)]
    assert Job.objects.filter(kind="post.mail").count() == mails


def test_what_everybody_sees_of_it_is_said_to_its_host(scene: Scene, day: CalledDay, petra: Member) -> None:
    gathering, link = proposed(day)
    show_gathering(gathering, petra)
    Gathering.objects.update(starts_at=day.called_at, turnout=12, report_state="shown")
    close(scene.action, petra)
    assert "Everybody can see it." in words(page(Client(), link))
    assert "12" in words(page(Client(), A))
