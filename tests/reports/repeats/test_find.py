"""What a report looks like is found among all that came in, told on the pages, and hidden by a judgement."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.cast import put_on
from tests.reports.drafts import TEXT, a_report
from tests.reports.repeats.texts import DOCKS, DOCKS_NEWER, DOCKS_RU, PAIRS
from tocsin.cases.models import Case
from tocsin.jobs.worker import Worker
from tocsin.language.detect import detect_language
from tocsin.members.models import Member
from tocsin.reports.models import RepeatJudgement, RepeatProposal, Report, ReportPrint
from tocsin.reports.receive import receive
from tocsin.reports.repeats.compare import Told, compare_reports
from tocsin.reports.repeats.find import find_repeats, find_repeats_of_all
from tocsin.reports.repeats.judge import end_repeat, judge_repeat
from tocsin.reports.repeats.prints import KEPT, NONE, prints
from tocsin.reports.repeats.queries import count_waiting
from tocsin.reports.seal import seal_words

# First figures, when the 32 pairs were written and before anything was changed: all found, none too many, each of its kind.


def told(text: str) -> Told:
    return Told(text, detect_language(text) or "")


def test_the_labelled_pairs() -> None:
    """Precision and recall of what is proposed, and how often its kind is right."""
    found = [compare_reports(told(one), told(other)) for one, other, _kind in PAIRS]
    kinds = [kind for *_texts, kind in PAIRS]
    proposed = [bool(like) for like in found]
    right = sum(bool(kind) and is_found for kind, is_found in zip(kinds, proposed, strict=True))
    of_its_kind = sum(bool(like) and like.kind == kind for like, kind in zip(found, kinds, strict=True))
    precision, recall = right / sum(proposed), right / sum(map(bool, kinds))
    assert (len(PAIRS) >= 30, precision >= 0.95, recall >= 0.9, of_its_kind / right >= 0.9) == (True,) * 4, (
        precision, recall, of_its_kind / right, [(k, f) for k, f in zip(kinds, found, strict=True) if (f.kind if f else "") != k],
    )  # fmt: skip


def test_the_prints_lead_to_each_of_them() -> None:
    """What is to be found shares enough prints to be compared at all."""
    shared = [len({*prints(one)} & {*prints(other)}) for one, other, kind in PAIRS if kind]
    assert min(shared) >= 2


def test_prints_are_few_and_the_same_each_time() -> None:
    assert prints(DOCKS) == prints(DOCKS)
    assert len(prints(DOCKS)) <= 2 * KEPT
    assert prints("…") == [NONE]


def of(report: Report) -> list[tuple[int, str]]:
    return list(report.may_repeat.values_list("other", "kind"))


@pytest.mark.django_db
def test_a_report_that_comes_in_is_compared_with_all_before_it(dana: Member) -> None:
    first = receive(DOCKS.encode(), "a.txt", dana)
    receive(TEXT.encode(), "b.txt", dana)
    russian = receive(DOCKS_RU.encode(), "c.txt", dana)
    newer = receive(DOCKS_NEWER.encode(), "d.txt", dana)
    Worker().run_until_idle()
    assert of(first) == []
    assert of(russian) == [(first.pk, "translation")]
    assert (first.pk, "version") in of(newer)
    assert ReportPrint.objects.values("report").distinct().count() == 4


@pytest.mark.django_db
def test_what_came_in_without_prints_is_found_later_whatever_the_order() -> None:
    first, again = a_report(DOCKS, draft={}), a_report(DOCKS + "\nReposted.", draft={})
    find_repeats(again)
    assert of(again) == []
    find_repeats_of_all({})
    assert of(again) == [(first.pk, "copy")]
    find_repeats_of_all({})
    assert RepeatProposal.objects.count() == 1


@pytest.mark.django_db
def test_a_judgement_hides_what_was_found_until_it_is_undone(rustam: Member) -> None:
    first, again = a_report(DOCKS), a_report(DOCKS + "\nReposted.")
    third = a_report("Menu\n" + DOCKS + "\nAnd once more.")
    for report in (first, again, third):
        find_repeats(report)
    everything = Report.objects.all()
    keys = [first.pk, again.pk, third.pk]
    assert count_waiting(keys, everything) == {again.pk: 1, third.pk: 2}
    assert count_waiting(keys, everything.exclude(pk=first.pk)) == {third.pk: 1}
    apart = judge_repeat(third, again, "apart", rustam)
    assert count_waiting(keys, everything) == {again.pk: 1, third.pk: 1}
    judge_repeat(third, first, "copy", rustam)
    assert count_waiting(keys, everything) == {again.pk: 1}
    end_repeat(apart, rustam)
    assert count_waiting(keys, everything) == {again.pk: 1}


@pytest.mark.django_db
def test_sealing_leaves_no_print(rustam: Member) -> None:
    first, again = a_report(DOCKS), a_report(DOCKS + "\nReposted.")
    find_repeats(first)
    find_repeats(again)
    seal_words(first, rustam, "Consent was withdrawn on 3 May.")
    assert (RepeatProposal.objects.count(), first.prints.count()) == (0, 0)
    find_repeats(Report.objects.get(pk=first.pk))
    find_repeats_of_all({})
    assert first.prints.count() == 0


@pytest.mark.django_db
def test_the_inbox_and_the_report_say_so_and_a_version_leads_to_what_changed(rustam_at_desk: Client) -> None:
    first, newer = (
        a_report(TEXT),
        a_report(TEXT.replace("nine dockers", "eleven dockers") + "\nMore to come."),
    )
    find_repeats(first)
    find_repeats(newer)

    def words(address: str) -> str:
        return " ".join(BeautifulSoup(rustam_at_desk.get(address).content, "lxml").get_text(" ").split())

    at = reverse("report", args=[newer.public_id])
    assert "Looks like 1 earlier report" in words("/desk/")
    assert "looks like 1 earlier report" in words(at)
    judge = reverse("report_repeat_judge", args=[newer.public_id])
    answer = rustam_at_desk.post(judge, {"other": first.pk, "kind": "version"})
    assert answer["Location"] == reverse("report_changes", args=[newer.public_id])
    assert RepeatJudgement.objects.get().score is not None
    assert "eleven dockers" in words(answer["Location"])
    assert "Looks like 1" not in words("/desk/")
    assert "copy or translation?" in words(at)


@pytest.mark.django_db
def test_nothing_is_told_of_a_report_whose_case_the_member_is_not_on(
    rustam: Member, rustam_at_desk: Client, dana_at_desk: Client
) -> None:
    first, again = a_report(TEXT), a_report(TEXT + "\nReposted.")
    find_repeats(first)
    find_repeats(again)
    case = Case.objects.create(slug="dockers", title="Dockers")
    case.reports.add(first)
    put_on(case, "Rustam")
    for client, is_told in ((rustam_at_desk, True), (dana_at_desk, False)):
        assert (b"Looks like 1 earlier report" in client.get("/desk/").content) is is_told
        page = client.get(reverse("report_repeats", args=[again.public_id])).content
        assert (str(first.public_id).encode() in page) is is_told
