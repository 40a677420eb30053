"""Names in scripts that have many transliterations: found by each of them and back, and proposed as one person's. All are made up."""

from itertools import permutations

import pytest
from tests.cases.told import a_case, person
from tests.cast import put_on

from tocsin.cases.models import SearchEntry
from tocsin.cases.search.find import find
from tocsin.cases.search.index import index_case
from tocsin.cases.search.query import read_query
from tocsin.language.heard.scripts import is_heard_as
from tocsin.language.same_name import same_name
from tocsin.members.models import Member

PROPOSED_FROM = 0.7
NAMES = {
    "김서연": ("Kim Seo-yeon", "Kim Seoyeon", "Gim Seo Yeon", "Seoyeon Kim"),
    "박도현": ("Park Do-hyun", "Pak Tohyon", "Bak Do-hyeon"),
    "이준서": ("Lee Jun-seo", "Yi Chunso", "Rhee Joon-suh"),
    "최유정": ("Choi Yu-jeong", "Choe Yoojung", "Choi You-chung"),
    "노상균": ("Roh Sang-gyun", "Noh Sangkyun"),
    "陳曉明": ("Chen Xiaoming", "Xiaoming Chen", "Chen Xiao Ming"),
    "陈晓东": ("Chen Xiaodong", "Chen Xiao-dong"),
    "李玉": ("Li Yu",),
    "黃志明": ("Wong Chi-ming", "Wong Chee Ming", "Chi Ming Wong"),
    "張偉強": ("Cheung Wai-keung", "Cheung Wai Keung"),
    "周美珠": ("Chow Mei-chu", "Chau May Chu"),
    "楊俊傑": ("Yeung Chun-kit",),
    "吳子恩": ("Ng Tsz-yan",),
    "田村健一": ("Tamura Kenichi", "Ken’ichi Tamura", "Kenichi Tamura"),
    "佐藤裕子": ("Sato Yuko", "Satō Yūko", "Satoh Hiroko", "Yuko Satou"),
    "佐々木純一": ("Sasaki Jun’ichi", "Junichi Sasaki"),
    "大野さくら": ("Ohno Sakura", "Ono Sakura"),
    "松本信次": ("Matsumoto Shinji", "Sinzi Matumoto"),
    "မောင်ကျော်စိုး": ("Maung Kyaw Soe", "Maung Gyaw So"),
    "ဇော်မင်းထွန်း": ("Zaw Min Htun", "Zaw Min Tun"),
    "သိန်းလှိုင်ဦး": ("Thein Hlaing Oo", "Thein Hline U"),
    "အေးရွှေဖြူ": ("Aye Shwe Phyu", "Aye Shwe Pyu"),
    "ခင်သီတာမြင့်": ("Khin Thida Myint",),
    "חיים לוי": ("Haim Levy", "Chaim Levi"),
    "רחל ברק": ("Rachel Barak", "Rahel Baraq"),
    "יצחק כץ": ("Yitzhak Katz", "Itzchak Kats"),
    "สมชาย ใจดี": ("Somchai Jaidee", "Somchay Chaidi"),
    "ประเสริฐ แสงทอง": ("Prasert Saengthong", "Prasert Sangtong"),
    "राम शर्मा": ("Ram Sharma",),
    "শহিদুল দাস": ("Shahidul Das",),
    "அருண் குமார்": ("Arun Kumar",),
    "Արամ Սարուխանյան": ("Aram Sarukhanyan",),
}
PAIRS = [(name, latin) for name, each in NAMES.items() for latin in each]


@pytest.mark.parametrize(("name", "latin"), PAIRS)
def test_a_name_is_found_by_its_transliterations_and_back(dana: Member, name: str, latin: str) -> None:
    case = a_case()
    put_on(case, "Dana")
    for told in (name, latin, "Lina Marwede"):
        person(case, told)
    index_case(case)
    for typed in (name, latin):
        keys = find(read_query(typed), dana).keys
        assert sorted(e.title for e in SearchEntry.objects.in_bulk(keys).values()) == sorted((name, latin))


@pytest.mark.parametrize(("name", "latin"), PAIRS)
def test_both_are_proposed_as_one_person(name: str, latin: str) -> None:
    found = same_name(name, latin)
    assert found.score >= PROPOSED_FROM
    assert "name_script" in found.agrees


def test_other_names_are_not() -> None:
    others = [(one, latin) for one, other in permutations(NAMES, 2) for latin in NAMES[other]]
    assert not [pair for pair in others if same_name(*pair).score >= PROPOSED_FROM or is_heard_as(*pair)]


def test_names_in_one_script_are_compared_as_they_stand() -> None:
    assert not is_heard_as("Kim Seoyeon", "Gim Seoyeon")
    assert not is_heard_as("김서연", "김서현")
