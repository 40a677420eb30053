from hypothesis import given
from hypothesis import strategies as st

from tocsin.language.sorted_names import SortedNames

KEYS = st.text(st.characters(exclude_characters="\t\n", exclude_categories=["Cs"]), min_size=1, max_size=30)


def sorted_names(names):
    lines = [f"{key}\t{names[key]}\n" for key in sorted(names, key=str.encode)]
    return SortedNames(("#remarks\n" + "".join(lines)).encode())


@given(st.dictionaries(KEYS, KEYS, min_size=1, max_size=400), KEYS)
def test_it_holds_what_a_dictionary_holds(names, other):
    index = sorted_names(names)
    assert [index.get(key) for key in names] == list(names.values())
    assert index.get(other) == names.get(other)
    assert dict(index) == names


@given(st.dictionaries(KEYS, KEYS, min_size=1, max_size=400), KEYS)
def test_what_begins_so(names, prefix):
    found = dict(sorted_names(names).starting_with(prefix[:2]))
    assert found == {key: value for key, value in names.items() if key.startswith(prefix[:2])}


def test_keys_in_many_blocks():
    names = {f"place{n:06}": str(n) for n in range(5000)}
    index = sorted_names(names)
    assert all(index.get(key) == value for key, value in names.items())
    assert [key for key, _ in index.starting_with("place00499")] == [f"place00499{n}" for n in range(10)]
