"""The story reviewed and made into one case, by the same acts that a person at the desk would use."""

from collections.abc import Callable, Iterator

from tocsin.reports.add import add_field
from tocsin.reports.decide import accept, correct, reject
from tocsin.reports.fields import main_field
from tocsin.reports.models import Report, ReviewField, ReviewItem
from tocsin.reports.open_review import open_review

from ..accept import accept_report
from ..judge_same import judge_same
from ..models import Case, ConsentBasis, PersonAtRisk, Subject
from ..name_person import show_name
from ..one_subject import one_subject
from .plan import Decided, Item, Plan, plan

LAST_CALL = "zhanaozen-2011-06.txt"
TITLE = "Kazakhstan: the oil workers' strike of 2011"


def load_story(reports: dict[str, Report], at_the_call: Callable[[Case], object] = lambda case: None) -> Case:
    """The case that `reports`, by their file names, come to. Part of a transaction of the caller.

    `at_the_call` is done when the two appeals of June 2011 are in the case, and nothing later.
    """
    decided = plan()
    case: Case | None = None
    for one in decided.reports:
        review(reports[one.file], one)
        case = accept_report(reports[one.file], by=None, case=case, title=TITLE)
        if one.file == LAST_CALL:
            _join(case, reports, decided)
            _name(case, decided)
            at_the_call(case)
    if case is None:
        raise LookupError("the story has no reports")
    _join(case, reports, decided)
    _name(case, decided)
    return case


def review(report: Report, decided: Decided) -> None:
    """Takes the report as it was read, but for what was decided otherwise."""
    open_review(report)
    for item in decided.left_out:
        for found in _items(report, item) if item.begins == "*" else [_one(report, item)]:
            reject(found.fields.all(), by=None)
    for change in decided.fields_left_out:
        reject(_field(report, change.item, change.field), by=None)
    for change in decided.corrected:
        (field,) = _field(report, change.item, change.field)
        correct(field, change.value, by=None, may_be_shown=True)
    for change in decided.added:
        add_field(_one(report, change.item), change.field, change.value, by=None)
    accept(ReviewField.objects.filter(item__report=report, decision="proposed"), by=None, may_be_shown=True)
    ReviewField.objects.filter(item__report=report, decision="added").update(may_be_shown=True)


def _items(report: Report, item: Item) -> Iterator[ReviewItem]:
    """Items of the section whose main value begins so, in the order of the draft."""
    main = main_field(item.section).name
    for found in report.items.filter(section=item.section).order_by("position"):
        values = found.fields.filter(name=main).values_list("value", flat=True)
        if item.begins == "*" or str(next(iter(values), "")).startswith(item.begins):
            yield found


def _one(report: Report, item: Item) -> ReviewItem:
    return list(_items(report, item))[item.number - 1]


def _field(report: Report, item: Item, name: str) -> list[ReviewField]:
    return list(_one(report, item).fields.filter(name=name))


def _join(case: Case, reports: dict[str, Report], decided: Plan) -> None:
    """Of each row those that the case holds by now and that are not one yet."""
    for row in decided.same:
        found = [_subject(case, reports[file], item) for file, item in row]
        there = [subject for subject in found if subject]
        for other in there[1:]:
            if there[0].pk not in {one.pk for one in one_subject(other)}:
                judge_same(there[0], other, by=None, why="the project's own review")


def _subject(case: Case, report: Report, item: Item) -> Subject | None:
    """None while the case does not hold the report."""
    if not case.reports.contains(report):
        return None
    return case.subjects.get(item=_one(report, item))


def _name(case: Case, decided: Plan) -> None:
    """Each person by the rule of the plan; whoever was judged to be the same person follows it."""
    for item, rule, why in decided.named:
        for person in PersonAtRisk.objects.filter(case=case, same_as=None):
            if any(_is_called(subject, item) for subject in one_subject(person)):
                show_name(person, rule, ConsentBasis.PUBLISHED, why, by=None)


def _is_called(subject: Subject, item: Item) -> bool:
    names = subject.claims.filter(predicate="name").values_list("value", flat=True)
    return any(str(name).startswith(item.begins) for name in names)
