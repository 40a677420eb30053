"""Money for a cause: shown once a second person has checked it, and never what the case's reports speak against."""

from base64 import encodebytes
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from tests import cast
from tests.delivery.scene import Scene, open_action
from tests.reports.drafts import a_report
from tocsin.actions.asks.donate.doubts import doubt_about
from tocsin.actions.asks.donate.name_cause import CauseWords, name_cause
from tocsin.actions.asks.donate.told import causes_of
from tocsin.actions.asks.donate.verify_cause import verify_cause
from tocsin.actions.asks.donate.withdraw_cause import withdraw_cause
from tocsin.actions.errors import CannotChange
from tocsin.actions.models import Cause
from tocsin.cases.freeze import freeze
from tocsin.members.models import AuditEntry
from tocsin.reports.receive import receive

pytestmark = pytest.mark.django_db
FUND = CauseWords(
    owner="Strike fund of the oil workers",
    purpose="Food for the families",
    url="https://fund.example/strike",
    account="",
    source="a call to their office",
)


@pytest.fixture
def scene(db: None) -> Scene:
    return open_action()


def shown(scene: Scene) -> list[str]:
    return [cause.owner for cause in causes_of(scene.action)]


def test_the_public_sees_it_once_somebody_else_has_checked_it(scene: Scene) -> None:
    petra, ada = cast.member("Petra"), cast.member("Ada")
    cause = name_cause(scene.action, FUND, petra)
    with pytest.raises(CannotChange, match="Somebody else has to check it"):
        verify_cause(cause, "I know them", petra)
    with pytest.raises(CannotChange, match="Say how you checked it"):
        verify_cause(cause, " ", ada)
    assert shown(scene) == []
    verify_cause(cause, "their treasurer, by the number on their page", ada)
    assert shown(scene) == [FUND.owner]
    with pytest.raises(CannotChange, match="decided meanwhile"):
        verify_cause(cause, "again", ada)
    withdraw_cause(cause, "the fund is closed", petra)
    assert shown(scene) == []
    acts = AuditEntry.objects.filter(act__startswith="cause.").order_by("pk").values_list("act", flat=True)
    assert list(acts) == ["cause.named", "cause.verified", "cause.withdrawn"]


def test_a_reviewer_names_none(scene: Scene) -> None:
    with pytest.raises(PermissionDenied):
        name_cause(scene.action, FUND, cast.member("Rustam"))
    assert not Cause.objects.exists()


def test_the_database_itself_wants_two_people(scene: Scene) -> None:
    cause = name_cause(scene.action, FUND, cast.member("Petra"))
    with pytest.raises(IntegrityError), transaction.atomic():
        Cause.objects.filter(pk=cause.pk).update(verified_by=cause.entered_by)


def test_it_rests_with_its_case(scene: Scene) -> None:
    verify_cause(name_cause(scene.action, FUND, cast.member("Petra")), "asked them", cast.member("Ada"))
    freeze(scene.action.case, cast.member("Rustam"))
    scene.action.refresh_from_db()
    assert shown(scene) == []


@pytest.mark.parametrize(
    ("cause", "report", "doubt"),
    [
        ({}, {}, ""),
        (
            {"url": "https://paper.example/donate"},
            {"source_url": "https://www.paper.example/a"},
            "fund-raising",
        ),
        ({"url": "https://give.paper.example/"}, {"source_url": "https://paper.example/a"}, "fund-raising"),
        ({"owner": "The Weekly PAPER"}, {"publisher": "The weekly paper"}, "fund-raising"),
        ({"owner": "Fund of Roe"}, {"text": "The Fund of Roe is a fraud."}, "a fraud"),
        ({"account": "IBAN KZ12 3456 7890 1234"}, {"text": "Do not pay to KZ12345678901234"}, "a fraud"),
        ({"url": "https://fund.example/roe/"}, {"text": "see www.fund.example/roe, it is theft"}, "a fraud"),
        ({"owner": "Another fund"}, {"text": "The Fund of Roe is a fraud."}, ""),
    ],
)
def test_what_speaks_against_it(
    scene: Scene, cause: dict[str, str], report: dict[str, Any], doubt: str
) -> None:
    text = report.pop("text", "An appeal.")
    came = a_report(text, **report)
    came.draft = {"warnings": [{"code": "disputed_fundraiser", "message": "", "spans": []}]}
    came.save()
    scene.action.case.reports.add(came)
    words = {"owner": "Strike fund", "url": "", "account": "", **cause}
    found = doubt_about(scene.action.case, **words)
    assert (doubt in found) if doubt else (found == "")


ARTICLE = "The strike fund is at fund.example/strike."
BOX = "Support our work: pay.example/bulletin, IBAN KZ12 3456 7890 1234, paypal@bulletin.example"


@pytest.mark.parametrize(
    ("cause", "is_doubted"),
    [
        ({"url": "https://www.pay.example/bulletin/"}, True),
        ({"account": "KZ12345678901234"}, True),
        ({"account": "PayPal: paypal@bulletin.example"}, True),
        ({"url": "https://fund.example/strike"}, False),
        ({"url": "https://pay.example/workers"}, False),
        ({"account": "KZ99 3456 7890 9999"}, False),
        ({"owner": "Support our work"}, False),
    ],
)
def test_what_stands_in_the_publishers_own_box_is_no_cause(
    scene: Scene, cause: dict[str, str], is_doubted: bool
) -> None:
    text = f"{ARTICLE}\n{BOX}"
    came = a_report(text)
    spans = [[text.index(BOX), len(text)]]
    came.draft = {"warnings": [{"code": "site_donation", "message": "", "spans": spans}]}
    came.save()
    scene.action.case.reports.add(came)
    found = doubt_about(scene.action.case, **{"owner": "Strike fund", "url": "", "account": "", **cause})
    assert ("fund-raising of whoever published" in found) is is_doubted


PAGE = """<html><body><nav><a href="/about">About us</a> <a href="https://give.example/donate/bulletin">Give</a></nav>
<article><h1>Dockers on strike</h1><p>The dockers of Riga are on strike for the sixth week, and their families need food.</p>
<p>You can <a href="https://fund.example/strike">support the strike fund</a> of the union. Write to the port.</p>
<p><a href="https://pay.example/donate?button=PAPER&amp;utm_source=page">Support us</a>: please donate, our paper needs it to survive.</p>
</article>
<div class="donate-box">Keep us going: <a href="https://www.box.example/give/">Support us</a>, IBAN KZ12 3456 7890 1234</div>
<div class="comments" id="comments"><a href="https://fund.example/other">I gave to these</a></div></body></html>"""
MAIL = (
    b"From: Bulletin <news@bulletin.example>\nSubject: Dockers on strike\nDate: Mon, 6 Jun 2011 08:00:00 +0000\n"
    b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
    + encodebytes(PAGE.encode())
)
MARKED = "Support us: please donate, our paper needs it to survive."


@pytest.mark.parametrize(
    ("cause", "is_doubted"),
    [
        ({"url": "https://box.example/give"}, True),
        ({"url": "http://box.example/give/?utm_campaign=x"}, True),
        ({"account": "KZ12345678901234"}, True),
        ({"url": "https://give.example/donate/bulletin"}, True),
        ({"url": "https://pay.example/donate?button=PAPER"}, True),
        ({"url": "https://pay.example/donate"}, True),
        ({"url": "https://pay.example/donate?button=STRIKE"}, False),
        ({"url": "https://fund.example/strike"}, False),
        ({"url": "https://fund.example/other"}, False),
        ({"url": "https://box.example/"}, False),
    ],
)
@pytest.mark.parametrize(
    "received",
    [
        PAGE.encode(),
        (PAGE + "<!-- " + "x" * 2**20 + " -->").encode(),
        MAIL,
        b"From a Mon Jun 6 2011\n" + MAIL,
    ],
    ids=["page", "large page", "mail", "mailbox"],
)
def test_where_the_publishers_own_links_lead_is_no_cause_though_no_word_says_where(
    scene: Scene, cause: dict[str, str], is_doubted: bool, received: bytes
) -> None:
    came = receive(received, "received")
    assert "fund.example" not in came.text
    start = came.text.index(MARKED)
    came.draft["warnings"] = [
        {"code": "site_donation", "message": "", "spans": [[start, start + len(MARKED)]]}
    ]
    scene.action.case.reports.add(came)
    came.save()
    found = doubt_about(scene.action.case, **{"owner": "Strike fund", "url": "", "account": "", **cause})
    assert ("fund-raising of whoever published" in found) is is_doubted


def test_what_the_reader_marks_of_a_page_by_itself_counts(scene: Scene) -> None:
    came = receive(PAGE.encode(), "page.html")
    assert [came.text[slice(*w["spans"][0])] for w in came.draft["warnings"] if w["code"] == "site_donation"]
    scene.action.case.reports.add(came)
    with pytest.raises(CannotChange, match="fund-raising of whoever published"):
        name_cause(
            scene.action,
            replace(FUND, url="https://pay.example/donate?button=PAPER"),
            cast.member("Petra"),
        )


def test_a_page_of_broken_links_is_no_fault(scene: Scene) -> None:
    page = PAGE.replace("https://www.box.example/give/", "http://[box")
    scene.action.case.reports.add(receive(page.encode(), "page.html"))
    assert name_cause(scene.action, FUND, cast.member("Petra"))
