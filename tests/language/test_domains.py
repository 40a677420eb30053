import pytest

from tocsin.language.domains import country_of_domain


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("pm@example.gov.co", "CO"),
        ("pm@example.co", None),
        ("office@example.dz", "DZ"),
        ("office@example.org.uk", "GB"),
        ("office@example.org", None),
        ("office@example.eu", None),
        ("office@example.zz", None),
    ],
)
def test_country_of_an_address(address, country):
    assert country_of_domain(address) == country
