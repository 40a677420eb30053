from hypothesis import given
from hypothesis import strategies as st

from tocsin.intake.cloudflare import reveal, revealed_link


@given(st.emails(), st.integers(0, 255))
def test_every_address_comes_back(address: str, key: int) -> None:
    code = f"{key:02x}" + "".join(f"{byte ^ key:02x}" for byte in address.encode())
    expected = address.split("?")[0]
    assert reveal(code) == expected
    assert revealed_link(f"/cdn-cgi/l/email-protection#{code}") == expected


@given(st.text(max_size=60))
def test_nothing_is_invented(code: str) -> None:
    found = reveal(code)
    assert found is None or "@" in found
    assert revealed_link("/contact#" + code) is None
