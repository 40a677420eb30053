"""Spellings that reach one mailbox are one; everything else stays apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.supporters.address import canonical, fingerprint


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sam@Example.ORG", "sam@example.org"),
        (" sam+news@example.org ", "sam@example.org"),
        ("s.a.m@gmail.com", "sam@gmail.com"),
        ("sam+x@googlemail.com", "sam@gmail.com"),
        ("s.a.m@example.org", "s.a.m@example.org"),
        ("sam@bücher.example", "sam@xn--bcher-kva.example"),
        ("sam@example.org.", "sam@example.org"),
        ("+tag@example.org", "+tag@example.org"),
        ("sam.sup-port@pm.me", "samsupport@proton.me"),
        ("sam@mac.com", "sam@icloud.com"),
        ("...@gmail.com", "...@gmail.com"),
    ],
)
def test_canonical(written: str, meant: str) -> None:
    assert canonical(written) == meant


@given(st.text())
def test_canonical_is_its_own_canonical_form(text: str) -> None:
    assert canonical(canonical(text)) == canonical(canonical(canonical(text)))


def test_a_fingerprint_tells_actions_apart_and_hides_the_address() -> None:
    here, there = fingerprint("sam@example.org", "action 1"), fingerprint("sam@example.org", "action 2")
    assert here != there
    assert here == fingerprint("SAM+again@example.org", "action 1")
    assert "sam" not in here
    assert len(here) == 64
