"""What the models are taught is what the annotations say."""

from training.incidents_task import weighed
from training.markup import parse
from training.measure import Score
from training.names_task import sequences
from training.standing_task import known

APPEAL = parse(
    '<appeal invented="yes" lang="en" published="2012-05-14">Arrests in the port\n\n'
    'On 3 May <person id="p1" status="charged" also="detained">Wanjiru Mwangi</person> was arrested in '
    "<place>Nakuru</place>. Judge <official>Otieno Koech</official> refused bail. "
    "<org>Dock Workers' Union</org> secretary <other>Halima Juma</other> protested.</appeal>",
    "pier",
)


def test_every_name_is_labelled_from_its_first_word_to_its_last() -> None:
    labelled = [
        (next(one[2:] for one in item if one.startswith("w=")), label)
        for items, labels in sequences(APPEAL)
        for item, label in zip(items, labels, strict=True)
        if label != "O"
    ]
    assert labelled == [
        ("wanjiru", "B-person"), ("mwangi", "I-person"), ("nakuru", "B-place"),
        ("otieno", "B-person"), ("koech", "I-person"),
        ("dock", "B-org"), ("workers", "I-org"), ("'", "I-org"), ("union", "I-org"),
        ("halima", "B-person"), ("juma", "I-person"),
    ]  # fmt: skip


def test_everybody_stands_where_the_tags_say() -> None:
    people = list(known(APPEAL))
    assert [one.standing for one in people] == ["risk", "official", "other"]
    assert people[0].statuses == ["charged", "detained"]
    assert people[0].told == "detained"
    assert people[1].statuses == []


def test_scores_count_each_thing_once() -> None:
    score = Score()
    score.add(["a", "a", "b"], ["a", "c"])
    assert (score.hit, score.missed, score.extra) == (1, 2, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 1 / 3, 0.4)


def test_an_event_is_to_be_filed_where_it_was_tagged() -> None:
    appeal = parse(
        '<appeal invented="yes" lang="en" published="2012-05-14">On 3 May 2012 police '
        '<incident type="arrest" date="2012-05-03" count="1">arrested</incident> <person id="p1" status="detained">Wanjiru '
        "Mwangi</person> in Nakuru.\n\nIn 2009 three dockers were beaten in another town.</appeal>",
        "quay",
    )
    told = [
        (next(one[5:] for one in item if one.startswith("type ")), is_filed)
        for item, is_filed in weighed(appeal)
    ]
    assert ("arrest", True) in told
    assert not any(is_filed for kind, is_filed in told if kind != "arrest")
