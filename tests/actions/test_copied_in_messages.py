"""A copy of a letter and a copy of a message of solidarity are told apart by where the report names them."""

from tocsin.actions.copied_in_messages import IN_ONE_BREATH, copied_in_messages
from tocsin.cases.view import OfficeView, Source, Value

TO, COPY = "solidarity_to", "copy_to"


def office(pk: int, role: str, report: int, start: int, end: int) -> OfficeView:
    source = Source(report, "r", "a paper", "2011-06-08", "a paper", "", spans=((start, end),))
    value = Value(role, role, (source,), (pk,))
    return OfficeView(pk, {"role": (value,)}, office=pk, name=f"Office {pk}", kind="union", role=role)


def test_copies_in_one_breath_are_copies_of_messages() -> None:
    said = [office(1, TO, 7, 100, 120), office(2, COPY, 7, 136, 150), office(3, COPY, 7, 155, 170)]
    assert copied_in_messages(said) == {2, 3}


def test_copies_elsewhere_or_of_another_report_are_copies_of_letters() -> None:
    far = 120 + IN_ONE_BREATH + 1
    said = [
        office(1, TO, 7, 100, 120),
        office(2, COPY, 7, far, far + 20),
        office(3, COPY, 8, 136, 150),
        office(4, COPY, 7, 20, 40),
        office(5, "target", 7, 130, 150),
    ]
    assert copied_in_messages(said) == set()
