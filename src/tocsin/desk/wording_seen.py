"""Whether a form on a case's own words was filled in over what still stands: two people may have it open."""

from hashlib import sha256

from tocsin.cases.models import Case


def wording_seen(case: Case) -> str:
    """Stands in the form; it is another one as soon as any of the words is."""
    words = "\0".join((case.title, case.country, case.assessment))
    return sha256(words.encode()).hexdigest()[:16]
