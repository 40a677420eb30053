"""Copies, translations and newer versions of a report."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.reports.drafts import TEXT, a_report
from tocsin.members.models import Member
from tocsin.reports.errors import CannotReview
from tocsin.reports.models import RepeatJudgement, Report
from tocsin.reports.repeats.compare import Told, compare_reports
from tocsin.reports.repeats.find import find_repeats
from tocsin.reports.repeats.judge import end_repeat, judge_repeat
from tocsin.reports.sources import count_sources

RUSSIAN = """Латвия: портовый юрист Лина Марведе пропала
3 мая 2015 года полиция в Риге избила докеров и их юриста Лину Марведе. Марведе обвинена.
Протесты: посольство Латвии в Осло, Bygdoy alle 76, Oslo, тел. +47 22 54 22 80."""
ENGLISH = """Latvia: dock lawyer Lina Marwede missing
On 3 May 2015 police in Riga beat dockers and their lawyer Lina Marwede. Marwede was charged.
Protests: Embassy of Latvia in Oslo, Bygdoy alle 76, Oslo, tel. +47 22 54 22 80."""


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (Told("Menu | Home | Search\n" + TEXT + "\nShare this. All rights reserved 2015.", "en"), "copy"),
        (Told(TEXT.replace("nine dockers", "eleven dockers").replace("It rained all night.", "") * 1, "en", "https://a.example/x"), "version"),
        (Told("Nothing of this stands in the other text, whose words are about something else entirely.", "en"), None),
    ],
)  # fmt: skip
def test_what_one_text_is_to_another(other: Told, kind: str | None) -> None:
    found = compare_reports(Told(TEXT, "en", "https://a.example/x"), other)
    assert (found.kind if found else None) == kind


def test_a_translation_keeps_numbers_and_names() -> None:
    found = compare_reports(Told(ENGLISH, "en"), Told(RUSSIAN, "ru"))
    assert found is not None
    assert found.kind == "translation"


@pytest.mark.django_db
def test_a_judged_repeat_is_one_source_until_it_is_undone(rustam: Member) -> None:
    first, second = a_report(), a_report(text=TEXT + "\nReposted.")
    made = judge_repeat(second, first, "copy", rustam)
    keys = [first.pk, second.pk]
    assert (Report.objects.get(pk=second.pk).repeats_id, count_sources(keys)) == (first.pk, 1)
    with pytest.raises(CannotReview, match="come from this one"):
        judge_repeat(first, second, "version", rustam)
    end_repeat(made, rustam)
    assert (Report.objects.get(pk=second.pk).repeats_id, count_sources(keys)) == (None, 2)
    with pytest.raises(CannotReview):
        end_repeat(made, rustam)


@pytest.mark.django_db
def test_the_page_lists_judges_and_undoes(rustam_at_desk: Client) -> None:
    first, second = a_report(), a_report(text=TEXT + "\nReposted.")
    at = reverse("report_repeats", args=[second.public_id])
    assert "is being compared" in rustam_at_desk.get(at).content.decode()
    find_repeats(second)
    find_repeats(first)
    assert "looks like a copy" in rustam_at_desk.get(at).content.decode()
    judge = reverse("report_repeat_judge", args=[second.public_id])
    assert rustam_at_desk.post(judge, {"other": first.pk, "kind": "version"}).status_code == 302
    assert Report.objects.get(pk=second.pk).revises_id == first.pk
    assert "No earlier report looks like this one." in rustam_at_desk.get(at).content.decode()
    made = RepeatJudgement.objects.get()
    rustam_at_desk.post(reverse("report_repeat_undo", args=[second.public_id, made.pk]))
    assert Report.objects.get(pk=second.pk).revises_id is None
    assert rustam_at_desk.post(judge, {"other": first.pk, "kind": "nonsense"}).status_code == 422
