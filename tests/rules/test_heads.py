"""What stands in the head of a page belongs there: anything else, a browser would move into the page, unstyled and twice."""

import re
from pathlib import Path

import pytest
from django.test import Client
from tests.actions.stage import draft_of
from tests.cases.asking import a_case
from tests.reports.drafts import a_report
from tests.rules.routes import EXAMPLES, routes

from tocsin.members.models import Member

HEAD = re.compile(r"<head>(.*?)</head>", re.S)
ELEMENT = re.compile(r"<\s*([a-zA-Z][\w-]*)")
BELONGS = {"meta", "title", "link", "script", "style", "base"}
TEMPLATES = sorted(Path(__file__).parents[2].glob("src/tocsin/*/templates/**/*.html"))
# Blocks that `look/base.html` and `look/desk.html` put into the head.
IN_HEAD = re.compile(r"{% block (?:style|page_style|head) %}(.*?){% endblock %}", re.S)


def strays(markup: str) -> set[str]:
    return {name.lower() for name in ELEMENT.findall(markup)} - BELONGS


def test_a_heading_in_the_head_is_noticed() -> None:
    assert strays('<meta charset="utf-8"><title>A</title><h1>Inquiries</h1>') == {"h1"}


def test_no_template_puts_a_stranger_into_the_head() -> None:
    for template in TEMPLATES:
        for block in IN_HEAD.findall(template.read_text(encoding="utf-8")):
            assert strays(block) == set(), template


@pytest.mark.django_db
def test_no_rendered_desk_page_has_a_stranger_in_its_head(
    rustam: Member, ada: Member, ada_at_desk: Client
) -> None:
    """Each page that is shown for what stands here, and there are many of them."""
    action = draft_of(rustam)
    a_case(ada, slug=EXAMPLES["slug"])
    a_report(text="A second report, which nobody has looked at.", public_id=EXAMPLES["uuid"])
    seen = set()
    for route in (r for r in routes() if r.is_desk):
        for address in {route.address, route.address.replace(EXAMPLES["slug"], action.slug)}:
            answer = ada_at_desk.get(address)
            markup = answer.content.decode() if "html" in answer.get("Content-Type", "") else ""
            for head in HEAD.findall(markup):
                assert strays(head) == set(), address
            if answer.status_code == 200 and markup:
                seen.add(route.name)
    family = {"inquiries", "remedies", "deadlines", "relays", "case_desk", "case_same", "chronicle_desk"}
    assert family | {"desk_home", "report", "report_repeats", "report_changes", "action_edit"} <= seen
    assert len(seen) >= 30, sorted(seen)
