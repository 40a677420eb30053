"""The page of a case and what the page of its action takes over from it: sources, links, dates."""

import pytest
from bs4 import BeautifulSoup, Tag
from django.template.loader import render_to_string
from django.test import Client
from pytest_django import Settings
from tests.actions.stage import opened
from tests.reports.drafts import TEXT

from tocsin.actions.missing import cautions
from tocsin.actions.models import Action
from tocsin.cases.models import Claim, PersonAtRisk
from tocsin.cases.name_person import withhold_name
from tocsin.cases.publish import publish_case
from tocsin.cases.withdraw import withdraw_claim
from tocsin.members.models import Member
from tocsin.public.stored.settle import settle_action as settle
from tocsin.reports.models import Report

LABEL = "Report of 8 May 2015, Harbour Bulletin"
FILM = "https://films.example/marwede-at-the-gate"


@pytest.fixture
def action(
    draft: Action, petra: Member, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Action:
    """An open action whose case has a public page."""
    settings.PAGES_FOLDER = tmp_path_factory.mktemp("pages")
    action = opened(draft, petra)
    publish_case(action.case, petra)
    return action


def page(client: Client, path: str) -> BeautifulSoup:
    answer = client.get(path)
    assert answer.status_code == 200, answer
    return BeautifulSoup(answer.content, "lxml")


def case_page(client: Client, action: Action) -> BeautifulSoup:
    return page(client, f"/c/{action.case.slug}")


def action_page(client: Client, action: Action) -> BeautifulSoup:
    return page(client, f"/a/{action.slug}")


def both(client: Client, action: Action) -> list[BeautifulSoup]:
    return [case_page(client, action), action_page(client, action)]


def spoken(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def claim_of(action: Action, predicate: str) -> Claim:
    return Claim.objects.get(subject__case=action.case, predicate=predicate)


def link_to(action: Action, address: str) -> None:
    """The case's one link leads there."""
    Claim.objects.filter(subject__case=action.case, predicate="url").update(value=address)


def test_every_line_of_the_case_says_which_report_it_is_from(action: Action, olga: Client) -> None:
    shown = case_page(olga, action)
    lines = shown.select(".at-risk > li, .chronicle > li, .statement, .demands > li")
    assert len(lines) == 8
    assert {spoken(line.select_one(".source")) for line in lines} == {LABEL}


def test_a_source_with_an_address_is_a_link(action: Action, olga: Client) -> None:
    Report.objects.update(source_url="https://harbour.example/news")
    source = case_page(olga, action).select_one(".chronicle .source a")
    assert (source["href"], source["rel"], source.get_text()) == (
        "https://harbour.example/news",
        ["noreferrer", "noopener"],
        LABEL,
    )


def test_nothing_of_the_reports_own_text_is_quoted_that_was_not_accepted(
    action: Action, olga: Client
) -> None:
    shown = spoken(case_page(olga, action))
    unaccepted = [line for line in TEXT.splitlines() if line.endswith(".") and line in shown]
    assert unaccepted == []


def test_a_link_says_where_it_leads_and_tells_nobody_where_from(action: Action, olga: Client) -> None:
    for shown in both(olga, action):
        [link] = shown.select(".links a")
        assert (link.get_text(), link["href"], link["rel"]) == (
            "Video: films.example",
            FILM,
            ["noreferrer", "noopener"],
        )
        assert shown.select("iframe, video, embed, object") == []


@pytest.mark.parametrize(
    ("address", "kind", "words", "href"),
    [
        (
            "https://www.youtube.com/watch?v=1",
            "video",
            "Video: youtube.com",
            "https://www.youtube.com/watch?v=1",
        ),
        ("www.news.example/strike", "article", "Article: news.example", "https://www.news.example/strike"),
        ("http://dockers.example", "other", "dockers.example", "http://dockers.example"),
    ],
)
def test_links_by_kind(action: Action, olga: Client, address: str, kind: str, words: str, href: str) -> None:
    link = claim_of(action, "url").subject
    link.claims.filter(predicate="url").update(value=address)
    link.claims.filter(predicate="kind").update(value=kind)
    [shown] = case_page(olga, action).select(".links a")
    assert (shown.get_text(), shown["href"]) == (words, href)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "http://[nonsense", "a film"])
def test_what_no_browser_opens_as_a_page_is_no_link(action: Action, olga: Client, address: str) -> None:
    link_to(action, address)
    assert [shown.select(".links") for shown in both(olga, action)] == [[], []]


def test_a_withdrawn_link_is_gone(action: Action, olga: Client, petra: Member) -> None:
    withdraw_claim(claim_of(action, "url"), petra)
    assert [shown.select(".links") for shown in both(olga, action)] == [[], []]


@pytest.mark.parametrize(
    "address", [FILM, "https://films.example/Lina%20Marwede", "https://x.example/lina_marwede"]
)
def test_a_link_whose_address_holds_a_withheld_name_is_not_shown(
    action: Action, olga: Client, petra: Member, address: str
) -> None:
    link_to(action, address)
    withhold_name(PersonAtRisk.objects.get(case=action.case), petra)
    assert [shown.select(".links") for shown in both(olga, action)] == [[], []]


def test_asks_say_who_is_asked_then_what_and_when(action: Action, olga: Client) -> None:
    action.asks.update(text="hold a picket", audience="dockers everywhere", when="2031-06-15?")
    action.asks.create(kind="donate", text="give to the fund")
    asks = [spoken(ask) for ask in action_page(olga, action).select(".asks > li")]
    assert asks == ["Dockers everywhere Hold a picket 15 June 2031", "Everyone Give to the fund"]


def test_an_ask_that_does_not_say_what_to_do_is_left_out_and_the_desk_told(
    action: Action, olga: Client
) -> None:
    action.asks.update(kind="other", text="", audience="mines and factories")
    assert action_page(olga, action).select(".asks") == []
    told = "What is asked of “mines and factories” is not shown: it does not say what to do."
    assert told in [gap.sentence for gap in cautions(action)]
    action.asks.update(text="stop work for an hour")
    settle(action.slug)
    assert "Stop work for an hour" in spoken(action_page(olga, action))


def test_that_a_date_was_inferred_stands_on_the_page_of_the_case_alone(action: Action, olga: Client) -> None:
    person = claim_of(action, "charge").subject
    Claim.objects.create(subject=person, predicate="since", value="2015-05-03?", may_be_shown=True)
    Claim.objects.filter(subject__case=action.case, predicate="date").update(value="2015-05-03?")
    of_case, of_action = (spoken(shown) for shown in both(olga, action))
    assert "since 3 May 2015 (inferred)" in of_case
    assert "since 3 May 2015" in of_action
    assert ("(inferred)" in of_case, "(inferred)" in of_action) == (True, False)


def test_what_was_said_plainly_needs_no_word_and_no_blank() -> None:
    """Its file has no end of a line: that would be a blank before the semicolon."""
    assert render_to_string("public/how_said.html", {"value": {"stance": "asserts"}}) == ""
