"""An update goes once to everybody who wrote, each in a language she reads, and one press ends it."""

import re
from collections import Counter
from email.message import EmailMessage

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests import cast
from tests.delivery.leaving import at_full_speed
from tests.delivery.mail_server import mail_server
from tests.delivery.scene import Scene
from tests.followup.canary import CANARY, withheld
from tests.followup.crowd import crowd, do_all
from tocsin.actions.errors import CannotChange
from tocsin.delivery.dispatch import lanes
from tocsin.delivery.models import Lane
from tocsin.followup.models import NoMore, Update, UpdateState, UpdateText
from tocsin.followup.updates.send import fingerprint, go_on, send
from tocsin.followup.updates.write import new_update, write
from tocsin.jobs.lease import take
from tocsin.jobs.models import Job
from tocsin.jobs.perform import MOST_ATTEMPTS, perform
from tocsin.public.update_mails import send_to_supporter
from tocsin.supporters.silence import silence

pytestmark = pytest.mark.django_db
TEXTS = {"en": ("She is free", "Thank you."), "ru": ("Она свободна", "Спасибо.")}


def written(scene: Scene) -> Update:
    return write(new_update(scene.action, cast.member("Petra")), TEXTS, cast.member("Petra"))


def sent(scene: Scene) -> Update:
    update = written(scene)
    return send(update, fingerprint(update), cast.member("Petra"))


def link(mail: EmailMessage) -> str:
    """The one in the header, which is also that in the text."""
    found = re.fullmatch(r"<(\S+)>", mail["List-Unsubscribe"])
    assert found is not None
    assert found[1] in mail.get_content()
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return found[1].removeprefix(settings.PUBLIC_URL)


def everybody_gets_it_and_can_end_it(scene: Scene, many: int) -> None:
    supporters = crowd(scene, many)
    at_full_speed()
    with mail_server() as postbox:
        sent(scene)
        do_all()
    to = Counter(str(mail["To"]) for mail in postbox.letters)
    assert to == Counter(supporter.email for supporter in supporters)
    subjects = Counter(str(mail["Subject"]) for mail in postbox.letters)
    russian = sum(supporter.language == "ru" for supporter in supporters)
    assert subjects == {"She is free": many - russian, "Она свободна": russian}
    browser = Client(enforce_csrf_checks=True)
    for mail in postbox.letters:
        assert browser.get(link(mail)).status_code == 200
        assert mail["To"].partition("@")[0] not in link(mail)
    assert not NoMore.objects.exists(), "to look changes nothing"
    for mail in postbox.letters:
        assert browser.post(link(mail), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert NoMore.objects.count() == many
    with mail_server() as postbox:
        sent(scene)
        do_all()
    assert postbox.letters == []


def test_thirty_in_three_languages(scene: Scene) -> None:
    everybody_gets_it_and_can_end_it(scene, 30)


@pytest.mark.soak
def test_a_thousand_in_three_languages(scene: Scene) -> None:
    everybody_gets_it_and_can_end_it(scene, 1_000)


def test_it_is_paced_and_what_is_done_twice_is_the_same_mail(scene: Scene) -> None:
    crowd(scene, 8)
    Lane.objects.create(key=lanes.INSTALLATION, per_hour=3 * 120)
    update = sent(scene)
    first = Job.objects.get(kind="followup.update").payload
    go_on(first)
    go_on(first)
    mails = Job.objects.filter(kind="followup.update_mail")
    assert mails.count() == 3, "as many as may leave in a minute"
    [later] = Job.objects.filter(kind="followup.update").exclude(payload=first)
    assert 50 < (later.run_after - later.created_at).total_seconds() < 70
    with mail_server() as postbox:
        send_to_supporter(mails[0].payload)
        send_to_supporter(mails[0].payload)
        do_all()
    update.refresh_from_db()
    assert (update.state, update.queued) == (UpdateState.SENT, 8)
    assert len({mail["Message-ID"] for mail in postbox.letters}) == 8
    assert len({mail["To"] for mail in postbox.letters}) == 8


def test_who_was_erased_complained_or_is_out_of_reach_gets_nothing(scene: Scene) -> None:
    erased, silent, away, frozen = crowd(scene, 4)
    sent(scene)
    go_on(Job.objects.get(kind="followup.update").payload)
    erased.delete()
    silence(silent.email)
    away.unreachable_at = away.confirmed_at
    away.save()
    scene.action.case.frozen_at = frozen.confirmed_at
    scene.action.case.save()
    with mail_server() as postbox:
        Job.objects.filter(kind="followup.update_mail").update(attempts=MOST_ATTEMPTS - 1)
        for _hour in range(3):
            do_waiting()
        assert postbox.letters == []
        scene.action.case.frozen_at = None
        scene.action.case.save()
        do_waiting()
    assert [mail["To"] for mail in postbox.letters] == [frozen.email]


def do_waiting() -> None:
    """As a worker takes them, but at once."""
    Job.objects.filter(kind="followup.update_mail").update(run_after=timezone.now())
    for job in take(10):
        perform(job)


def test_at_the_desk_it_is_written_tried_and_sent_at_the_second_press(scene: Scene) -> None:
    crowd(scene, 3)
    petra, base = cast.desk_client("Petra"), f"/desk/actions/{scene.action.slug}/updates"
    assert cast.desk_client("Rustam").post(base).status_code == 403
    page = petra.post(base).headers["Location"]
    form = {"languages": "en", "subject-en": "She is free", "body-en": "Thank you."}
    assert petra.post(f"{page}write", {**form, "body-en": ""}).status_code == 422
    assert petra.post(f"{page}write", form).status_code == 302
    with mail_server() as postbox:
        petra.post(f"{page}test")
        do_all()
        [test] = postbox.letters
        assert (test["To"], test["Subject"]) == ("petra@desk.example", "Test: She is free")
        asked = petra.post(f"{page}send").content.decode()
        assert "Yes, send it to 3 supporters" in asked
        seen = re.search(r'name="seen" value="(\w+)"', asked)
        assert seen is not None
        petra.post(f"{page}write", {**form, "body-en": "Thank you all."})
        assert petra.post(f"{page}send", {"seen": seen[1]}).status_code == 422, "changed since she looked"
        assert do_all() == 0
        seen_now = {"seen": fingerprint(Update.objects.get())}
        assert petra.post(f"{page}send", seen_now).status_code == 302
        assert petra.post(f"{page}send", seen_now).status_code == 422, "it is on its way already"
        do_all()
    assert len(postbox.letters) == 4
    assert petra.get(page).status_code == 200


def test_what_may_not_be_told_is_refused(scene: Scene) -> None:
    withheld(scene.action.case)
    update, petra = new_update(scene.action, cast.member("Petra")), cast.member("Petra")
    with pytest.raises(CannotChange, match="withholds"):
        write(update, {"en": ("News", f"{CANARY} is free.")}, petra)
    with pytest.raises(CannotChange, match="one line"):
        write(update, {"en": ("News\nBcc: all@example.org", "x")}, petra)
    write(update, {"ru": TEXTS["ru"]}, petra)
    with pytest.raises(CannotChange, match="own language"):
        send(update, fingerprint(update), petra)


def test_a_broken_link_says_so_and_ends_nothing(client: Client) -> None:
    for answer in (client.get("/no-more/made-up"), client.post("/no-more/made-up")):
        assert answer.status_code == 410


def test_an_update_leads_to_the_sheet_that_goes_into_the_cell(scene: Scene) -> None:
    crowd(scene, 1)
    at_full_speed()
    petra = cast.member("Petra")
    note = {"first_day": "2015-06-01", "last_day": "2015-06-07", "since": "2015-06-01"}
    scene.action.cell_notes.create(language="en", people=1, countries=1, own_letters=0, letters=1, **note)
    update = written(scene)
    seen = fingerprint(update)
    write(update, TEXTS, petra, with_note=True)
    update.refresh_from_db()
    with pytest.raises(CannotChange, match="was changed since"):
        send(update, seen, petra)
    with mail_server() as postbox:
        send(update, fingerprint(update), petra)
        do_all()
        scene.action.cell_notes.all().delete()
        other = write(new_update(scene.action, petra), TEXTS, petra, with_note=True)
        send(other, fingerprint(other), petra)
        do_all()
    address = f"{settings.PUBLIC_URL}/a/strike-in-aktau/note.pdf"
    assert [address in mail.get_content() for mail in postbox.letters] == [True, False]


def page_of(scene: Scene) -> str:
    """The address of a new update at the desk."""
    return cast.desk_client("Petra").post(f"/desk/actions/{scene.action.slug}/updates").headers["Location"]


FILLED = {
    "languages": "en",
    "subject-en": "She is free",
    "body-en": "Thank you.",
    "subject-new": "",
    "body-new": "",
}


@pytest.mark.parametrize("press", ["write", "test", "send"])
@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"body-en": "y" * 20_001}, "has 20001 characters"),
        ({"subject-en": "y" * 151}, "longer than 150"),
        ({"body-new": "Слова"}, "Choose the language"),
        ({"subject-new": "Тема", "language": "en"}, "There is a text in this language already: English"),
    ],
)
def test_what_is_not_taken_stands_in_the_form_again(
    scene: Scene, press: str, given: dict[str, str], why: str
) -> None:
    refused = cast.desk_client("Petra").post(f"{page_of(scene)}{press}", {**FILLED, **given})
    assert (refused.status_code, why in refused.content.decode()) == (422, True)
    page = BeautifulSoup(refused.content, "lxml")
    for name, words in {**FILLED, **given}.items():
        shown = page.select_one(f"#{name}")
        if name not in ("languages", "language"):
            assert (shown.get("value") or shown.get_text()).strip() == words
    assert not UpdateText.objects.exists()


def test_each_button_saves_what_the_form_has(scene: Scene) -> None:
    crowd(scene, 1)
    petra, page = cast.desk_client("Petra"), page_of(scene)
    filled = {**FILLED, "language": "ru", "subject-new": "Тема", "body-new": "Слова"}
    assert petra.post(f"{page}test", filled).status_code == 302
    assert dict(UpdateText.objects.values_list("language", "body")) == {"en": "Thank you.", "ru": "Слова"}
    assert Job.objects.filter(kind="followup.update_test").count() == 2
    asked = petra.post(f"{page}send", {**FILLED, "body-en": "Thank you all."}).content.decode()
    assert UpdateText.objects.get(language="en").body == "Thank you all."
    assert "Yes, send it to 1 supporter" in asked
    assert "<textarea" not in asked, "while she is asked nothing can be typed that would not be sent"
    buttons = BeautifulSoup(petra.get(page).content, "lxml").select("button[form=texts]")
    assert [button["formaction"] for button in buttons] == [f"{page}test", f"{page}send"]
