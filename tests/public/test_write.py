"""From a country to a finished letter, with the text kept at every step."""

import html
import re
from email import message_from_bytes, policy

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone, translation
from tests.delivery.counted import counts
from tests.delivery.scene import BODY, SUBJECT, Scene

from tocsin.actions.models import LetterText, Target
from tocsin.actions.queries import action_view
from tocsin.directory.models import Channel, ContactPoint
from tocsin.public.letter_language import translation_of

pytestmark = pytest.mark.django_db
WRITE = "/a/strike-in-aktau/write"
MINE = "In my own words.\n\nПусть её освободят <b>now</b> & here."


def words(response: HttpResponse) -> str:
    """What a reader of the page sees, roughly."""
    return html.unescape(" ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split()))


def letter(target: Target, **changed: str) -> dict[str, str]:
    country = {"Embassy of Kazakhstan in Ankara": "TR"}.get(target.office.name, "NO")
    form = {
        "country": country,
        "to": str(target.pk),
        "language": "en",
        "subject": SUBJECT,
        "body": MINE.replace("\n", "\r\n"),
    }
    return {**form, **changed}


def post(olga: Client, page: str, form: dict[str, str]) -> HttpResponse:
    """As a browser does that has opened the letter page before."""
    olga.get(f"{WRITE}?country=NO&ties=no")
    token = olga.cookies["csrftoken"].value
    return olga.post(f"/a/strike-in-aktau/{page}", {**form, "csrfmiddlewaretoken": token})


def test_the_question_about_ties_comes_first_and_sets_no_cookie(scene: Scene, olga: Client) -> None:
    asked = olga.get(f"{WRITE}?country=NO")
    assert "have ties to Kazakhstan?" in words(asked)
    assert dict(asked.cookies) == {}


def test_with_ties_the_ways_without_a_name_come_first(scene: Scene, olga: Client) -> None:
    said = words(olga.get(f"{WRITE}?country=NO&ties=yes"))
    for way in (
        "Post the letter unsigned",
        "Ask an organisation to write",
        "Pass it on",
        "write under my name",
    ):
        assert way in said


def test_nobody_in_the_country_of_the_events_is_asked_to_write(scene: Scene, olga: Client) -> None:
    for path in (f"{WRITE}?country=KZ", f"{WRITE}?country=KZ&ties=no"):
        said = olga.get(path)
        assert "Please do not write from there" in words(said)
        assert b"<textarea" not in said.content
    for page in ("write", "ways", "send", "letter", "letter.eml"):
        refused = post(olga, page, letter(scene.ministry, country="KZ"))
        assert refused.headers["Location"] == f"{WRITE}?country=KZ"
    assert olga.get("/a/strike-in-aktau/letter?country=KZ").headers["Location"] == f"{WRITE}?country=KZ"


@pytest.mark.parametrize("country", ["", "QQ", "Xyzzyx", "' OR 1=1"])
def test_an_unknown_country_is_asked_for_again(scene: Scene, olga: Client, country: str) -> None:
    assert "Where do you live?" in words(olga.get(WRITE, {"country": country, "ties": "no"}))


def test_the_office_for_norway_is_london_with_the_reason_and_how_sure(scene: Scene, olga: Client) -> None:
    said = words(olga.get(f"{WRITE}?country=NO&ties=no"))
    assert "Embassy of Kazakhstan in London" in said
    assert "Norway" in said
    assert "June 2011" in said
    assert BODY.split("\n")[2] in said


def test_who_reads_neither_sees_the_action_s_own_letter_beside_the_one_that_is_sent(
    scene: Scene, olga: Client
) -> None:
    LetterText.objects.create(action=scene.action, language="ru", subject="Свободу", body="Прошу освободить.")
    with translation.override("nb"):
        letters = action_view(scene.action).letters
    beside = {
        (language, reader): getattr(translation_of(letters, language, reader, "en"), "language", None)
        for language in ("en", "ru")
        for reader in ("nb", "en", "ru")
    }
    assert beside == {
        ("ru", "nb"): "en", ("ru", "en"): "en", ("ru", "ru"): None,
        ("en", "nb"): None, ("en", "en"): None, ("en", "ru"): "ru",
    }  # fmt: skip
    said = words(olga.get(f"{WRITE}?country=NO&ties=no&language=ru"))
    assert "What the letter says" in said


def test_the_letter_comes_in_the_language_that_is_chosen(scene: Scene, olga: Client) -> None:
    LetterText.objects.create(action=scene.action, language="ru", subject="Свободу", body="Прошу освободить.")
    said = words(olga.get(f"{WRITE}?country=NO&ties=no&language=ru"))
    assert "Прошу освободить." in said
    assert "English" in said


def test_another_office_of_the_route_may_be_chosen(scene: Scene, olga: Client) -> None:
    page = olga.get(f"{WRITE}?country=NO&ties=no&to={scene.ministry.pk}")
    assert re.search(r'id="office-name">Ministry of Justice', page.content.decode())


@pytest.mark.parametrize("to", ["0", "999999999999999999999", "x", "-1", "١"])
def test_a_made_up_office_falls_back_to_the_first(scene: Scene, olga: Client, to: str) -> None:
    assert "Embassy of Kazakhstan in London" in words(
        olga.get(WRITE, {"country": "NO", "ties": "no", "to": to})
    )


def test_the_ways_to_an_office_with_mail(scene: Scene, olga: Client) -> None:
    page = post(olga, "ways", letter(scene.london)).content.decode()
    assert re.findall(r'id="way_(\w+)"', page) == ["mailto", "webmail", "eml", "copy", "server", "print"]
    href = html.unescape(re.search(r'href="(mailto:[^"]+)"', page)[1])
    assert href.startswith("mailto:london@embassy.example?subject=Release%20Natalia")
    assert "In%20my%20own%20words.%0D%0A%0D%0A%D0%9F" in href
    assert "33 Thurloe Square" in page
    assert "As printed in June 2011. Nobody has confirmed it since." in page


def test_a_letter_too_long_for_mail_programs_stands_in_no_link_whole(scene: Scene, olga: Client) -> None:
    page = post(olga, "ways", letter(scene.london, body="Освободите её. " * 40)).content.decode()
    (link,) = re.findall(r'"mailto:london([^"]+)"', page)
    assert "%D0%9E" not in link
    assert 'id="way_copy"' in page


def test_an_old_printed_number_is_shown_only_once_confirmed(scene: Scene, olga: Client) -> None:
    pages = [post(olga, "ways", letter(t)).content.decode() for t in (scene.london, scene.ankara)]
    assert not any("+442075814646" in page or "+903124412303" in page for page in pages)
    ContactPoint.objects.filter(channel__in=[Channel.PHONE, Channel.FAX]).update(confirmed_at=timezone.now())
    pages = [post(olga, "ways", letter(t)).content.decode() for t in (scene.london, scene.ankara)]
    assert "+442075814646" in pages[0]
    assert "What to say" in pages[0]
    assert "by your clock from 10:00 to 18:00" in pages[0], "of an office in London, for somebody in Norway"
    assert "+903124412303" in pages[1]


def test_an_office_without_mail_is_written_to_by_post(scene: Scene, olga: Client) -> None:
    page = post(olga, "ways", letter(scene.ankara)).content.decode()
    assert re.findall(r'id="way_(\w+)"', page) == ["print"]
    assert "Ebuziya Tevfik Sokak 6" in page


def test_an_office_that_cannot_be_reached_makes_room_for_the_next(scene: Scene, olga: Client) -> None:
    ContactPoint.objects.filter(office=scene.ankara.office).update(retired_at=timezone.now())
    assert "Ministry of Justice" in words(olga.get(f"{WRITE}?country=TR&ties=no"))


def test_where_nobody_can_be_reached_we_say_so(scene: Scene, olga: Client) -> None:
    ContactPoint.objects.update(retired_at=timezone.now())
    said = words(olga.get(f"{WRITE}?country=NO&ties=no"))
    assert "No checked address to write to" in said
    assert "Hold a picket." in said


def test_where_nobody_can_be_reached_the_directory_says_what_it_knows(scene: Scene, olga: Client) -> None:
    ContactPoint.objects.update(retired_at=timezone.now())
    said = words(olga.get(f"{WRITE}?country=US&ties=no"))
    assert "1401 16th Street NW, Washington, DC 20036 The World Factbook (January 2026)" in said
    assert "Nobody here has checked this yet" in said
    assert "washington@mfa.kz" not in said
    assert "2325488" not in said


def test_the_text_survives_going_back(scene: Scene, olga: Client) -> None:
    page = post(olga, "write", letter(scene.london)).content.decode().replace("\r\n", "\n")
    assert html.unescape(re.search(r'<textarea name="body"[^>]*>\n?(.*?)</textarea>', page, re.S)[1]) == MINE


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"body": " \n "}, "The letter is empty."),
        ({"subject": ""}, "The letter needs a subject."),
        ({"body": "x" * 20_001}, "The letter is longer than 20000 characters."),
    ],
)
def test_what_is_missing_is_said_and_the_text_kept(
    scene: Scene, olga: Client, changed: dict[str, str], sentence: str
) -> None:
    answer = post(olga, "ways", letter(scene.london, **changed))
    assert answer.status_code == 422
    assert sentence in words(answer)
    assert changed.get("body", "In my own words.").strip()[:50] in answer.content.decode()


def test_the_draft_for_mail_programs_holds_the_text(scene: Scene, olga: Client) -> None:
    answer = post(olga, "letter.eml", letter(scene.london))
    draft = message_from_bytes(answer.content, policy=policy.default)
    assert answer.headers["Content-Type"] == "message/rfc822"
    assert (draft["To"], draft["Subject"], draft["X-Unsent"]) == ("london@embassy.example", SUBJECT, "1")
    assert draft.get_content().replace("\r\n", "\n").rstrip() == MINE


def test_the_sheet_to_print_holds_text_and_address(scene: Scene, olga: Client) -> None:
    said = words(post(olga, "letter", letter(scene.ankara)))
    for part in ("Ebuziya Tevfik Sokak 6", "In my own words.", "Sign it, or leave the name out."):
        assert part in said


def test_the_unsigned_sheet_is_had_without_any_form(scene: Scene, olga: Client) -> None:
    said = words(olga.get("/a/strike-in-aktau/letter?country=TR&unsigned=1"))
    assert "Put no name on it" in said
    assert "release Natalia Sokolova at once" in said


def test_i_have_sent_it_counts_once_and_keeps_nothing_else(scene: Scene, olga: Client) -> None:
    page = post(olga, "ways", letter(scene.london)).content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page)[1]
    form = {"token": token, "to": str(scene.london.pk), "channel": "mailto"}
    answers = [post(olga, "handed-over", form) for _ in range(2)]
    assert [answer.headers["Location"] for answer in answers] == ["/a/strike-in-aktau/thanks"] * 2
    thanks = olga.get("/a/strike-in-aktau/thanks")
    assert "Short enough to say aloud: 127.0.0.1:8000/s/" in words(thanks)
    assert "http://127.0.0.1:8000/a/strike-in-aktau" in thanks.content.decode()
    assert counts(scene.action).handed_over == 1


@pytest.mark.parametrize("page", ["ways", "send", "letter.eml", "handed-over"])
def test_a_form_page_opened_by_its_address_starts_again(scene: Scene, olga: Client, page: str) -> None:
    assert olga.get(f"/a/strike-in-aktau/{page}").headers["Location"] == "/a/strike-in-aktau"


@pytest.mark.parametrize("page", ["ways", "send", "letter.eml", "letter", "handed-over"])
def test_a_form_that_is_not_ours_is_refused(scene: Scene, olga: Client, page: str) -> None:
    assert olga.post(f"/a/strike-in-aktau/{page}", letter(scene.london)).status_code == 403
