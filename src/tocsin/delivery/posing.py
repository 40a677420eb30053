"""Names that would pass for somebody else in the From line of a letter from our domain."""

# Those of RFC 2142 and RFC 5321 (postmaster), and what mail systems sign their own mails with.
ROLES = frozenset(
    "abuse admin administrator daemon hostmaster info listmaster mailer-daemon mailsystem maildeliverysystem "
    "marketing moderator noc no-reply noreply office postmaster root sales security support system "
    "sysadmin usenet webmaster www".replace("-", "").split()
)
# A shorter part of an office's name is a word that may be a person's too.
SHORTEST_PART = 8


def speaks_for_mail(name: str) -> bool:
    """Whether `name` is what mail systems and those who run them sign with, or holds no letter at all."""
    return _is_role(_letters(name))


def poses(name: str, office: str, person: str) -> bool:
    """Whether `name` is that of a mail system, of the office that is written to or of the person who holds it."""
    bare, written_to = _letters(name), _letters(office)
    is_part = len(bare) >= SHORTEST_PART and bare in written_to
    holds = len(written_to) >= SHORTEST_PART and written_to in bare
    return _is_role(bare) or is_part or holds or bare == _letters(person)


def _is_role(bare: str) -> bool:
    return not bare or bare in ROLES


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
