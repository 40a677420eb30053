"""Of many events told, those in passing are left out; deaths never are, and a short report has none to spare."""

from unittest.mock import patch

from tocsin.reading import filed as module
from tocsin.reading.read import read_bytes

SHORT = "On 3 June 2014 police arrested Jane Wambui in Kisumu. She was beaten at the station."
MANY = (
    f"{SHORT} On 5 June 2014 the magistrate Peter Otieno sentenced her to two years. Her brother was dismissed on 6 June 2014. "
    "On 7 June 2014 some 300 cooks marched through Kisumu. Two of them, Ann Wambui and John Otieno, were killed on 8 June 2014."
)


class Never:
    """A model to which nothing seems likely."""

    def weigh(self, item: object) -> dict[str, float]:
        return {"yes": 0.0, "no": 1.0}


def _kinds(text: str) -> list[str]:
    return [one.type for one in read_bytes(text.encode(), "report.txt", "2014-06-20").incidents]


def test_what_the_model_thinks_unlikely_is_left_out_but_no_death() -> None:
    assert len(_kinds(MANY)) > module.FEW
    with patch.object(module, "model", lambda name: Never()):
        assert set(_kinds(MANY)) == {"killing"}


def test_a_report_of_few_events_keeps_them() -> None:
    told = _kinds(SHORT)
    with patch.object(module, "model", lambda name: Never()):
        assert _kinds(SHORT) == told != []
