from tocsin.language.person_names import further_kinds, is_family_name, is_given_name, regions


def test_names_are_known_whatever_their_accents() -> None:
    assert is_given_name("JOSE")
    assert is_family_name("Perez")
    assert not is_given_name("Ministry")


def test_every_region_has_enough_names_to_mix() -> None:
    for region, (given, family) in regions().items():
        assert min(len(given), len(family)) >= 25, region


def test_a_longer_list_tells_given_names_from_family_names() -> None:
    assert further_kinds("Aaban") == ("given",)
    assert further_kinds("Jean") == ("given", "family")
    assert further_kinds("Ministry") == ()
