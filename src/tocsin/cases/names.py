"""How the people of a case may be named in public."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TypeVar

from django.db.models import Q
from django.utils.translation import get_language

from tocsin.language.name_fold import folded, name_words
from tocsin.language.same_name import same_name
from tocsin.post.frozen import frozen_words
from tocsin.reports.names import forms_before_correction, names_proposed_in

from .consent_stands import consent_stands
from .elsewhere.held import counting_in
from .mask import Mask, initials, withheld
from .models import Case, Claim, Consent, HeldBecause, HeldName, Naming, PersonAtRisk, Subject, SubjectKind

AnySubject = TypeVar("AnySubject", bound=Subject)
NAME_PREDICATES = ("name", "aliases")
SAME_FORM = 0.95  # of a likeness of two names: the same one, bent or spelt otherwise


# The masks that a page in the making has asked for, by case and language.
_made: ContextVar[dict[tuple[int, str | None], Mask] | None] = ContextVar("masks", default=None)


@contextmanager
def one_mask_a_case() -> Iterator[None]:
    """Within it the names of a case are gathered once: for what is made of many parts, and quickly."""
    known = _made.get()
    token = _made.set({} if known is None else known)
    try:
        yield
    finally:
        _made.reset(token)


def case_mask(case: Case) -> Mask:
    """Replaces every name of the case that may not be shown, in whatever text it stands, and every frozen address.

    Names that the reviews of the case's reports hold and nobody took are replaced too.
    """
    made, key = _made.get(), (case.pk, get_language())
    if made is None:
        return _mask(case)
    if key not in made:
        made[key] = _mask(case)
    return made[key]


def _mask(case: Case) -> Mask:
    names_of = names_by_person(case)
    rules = PersonAtRisk.objects.filter(case=case).in_bulk()
    shown: set[str] = set()
    replaced = dict.fromkeys(_proposed(case), withheld())
    for pk, names in names_of.items():
        rule = root(rules[pk], rules).naming
        if rule == Naming.FULL:
            shown |= names
        else:
            replaced |= {name: public_name(name, rule, root(rules[pk], rules).alias) for name in names}
    held = counting_in(case)
    out = _taken_back(case, rules, held) | held_back(held, rules)
    gone = {_key(n) for pk, names in names_of.items() if root(rules[pk], rules).pk in out for n in names}
    if gone:
        shown = {name for name in shown if _key(name) not in gone}
        replaced |= {name: withheld() for names in names_of.values() for name in names if _key(name) in gone}
    return Mask({name: put for name, put in replaced.items() if name not in shown}, shown, frozen_words())


def taken_back_mask(case: Case) -> Mask | None:
    """Replaces the names that somebody said may not be said any more, and no others; None where there are none.

    For what was written while they might: who was never named is not looked for in what a supporter knows herself.
    """
    rules, held = PersonAtRisk.objects.filter(case=case).in_bulk(), counting_in(case)
    stamped = {root(each, rules).pk for each in rules.values() if each.name_taken_back_at}
    unsaid = _taken_back(case, rules, held) | held_back(held, rules)
    out = {pk for pk in stamped if rules[pk].naming != Naming.FULL} | unsaid
    if not out:
        return None
    whose: dict[int, set[str]] = defaultdict(set)
    for pk, names in names_by_person(case).items():
        whose[root(rules[pk], rules).pk] |= names
    gone = {_key(name) for pk in out for name in whose[pk]}
    shown = {n for pk in set(whose) - out if rules[pk].naming == Naming.FULL for n in whose[pk]}
    replaced = {name: _said(name, rules[pk], pk in unsaid) for pk in out for name in whose[pk]}
    return Mask(replaced, {name for name in shown if _key(name) not in gone})


def _said(name: str, person: PersonAtRisk, is_unsaid: bool) -> str:
    return withheld() if is_unsaid else public_name(name, person.naming, person.alias)


def with_names_taken_back(cases: Iterable[int]) -> set[int]:
    """Those of these cases (by key) in which `taken_back_mask` may find a name, in one query."""
    gone = (
        Q(name_taken_back_at__isnull=False) | Q(consents__withdrawn_at__isnull=False) | Q(held__isnull=False)
    )
    return set(PersonAtRisk.objects.filter(gone, case__in=cases).values_list("case", flat=True))


def namesakes(person: PersonAtRisk) -> list[PersonAtRisk]:
    """Others of the case, shown by full name, who bear a name of this one: withheld with hers if consent goes."""
    names_of = names_by_person(person.case)
    rules = PersonAtRisk.objects.filter(case=person.case).in_bulk()
    whole = root(rules[person.pk], rules).pk
    hers = {_key(name) for pk in names_of if root(rules[pk], rules).pk == whole for name in names_of[pk]}
    others = {root(rules[pk], rules).pk for pk, names in names_of.items() if hers & {_key(n) for n in names}}
    return [rules[pk] for pk in sorted(others - {whole}) if rules[pk].naming == Naming.FULL]


def _taken_back(case: Case, rules: Mapping[int, PersonAtRisk], held: Iterable[HeldName]) -> set[int]:
    """Whoever stands for those whose consent was withdrawn, and not given again: their names go, whoever else bears them."""
    given: dict[int, list[Consent]] = defaultdict(list)
    for consent in Consent.objects.filter(person__case=case):
        given[root(rules[consent.person_id], rules).pk].append(consent)
    said_elsewhere: dict[int, list[datetime]] = defaultdict(list)
    for row in held:
        if row.answered_at:
            said_elsewhere[root(rules[row.person_id], rules).pk].append(row.answered_at)
    people = {*given, *said_elsewhere}
    return {pk for pk in people if not consent_stands(given[pk], said_elsewhere[pk])}


def held_back(held: Iterable[HeldName], people: Mapping[int, PersonAtRisk]) -> set[int]:
    """Whoever stands for a person whose name waits for a word, since somebody of that name may not be named elsewhere."""
    waits = [(root(people[row.person_id], people), row.because) for row in held if not row.answered_at]
    return {
        person.pk for person, because in waits if because != HeldBecause.CHILD or person.naming == Naming.FULL
    }


def _key(name: str) -> tuple[str, ...]:
    """Equal for one name in two scripts and orders of its words."""
    return tuple(sorted(folded(word) for word in name_words(name)))


def root(subject: AnySubject, subjects: Mapping[int, AnySubject]) -> AnySubject:
    """Whom or what the subject was judged to be in the end; itself where nobody judged."""
    seen = {subject.pk}
    while (into := subject.same_as_id) is not None and into in subjects and into not in seen:
        subject = subjects[into]
        seen.add(subject.pk)
    return subject


def public_name(name: str, naming: str, alias: str = "") -> str:
    """The name as a naming rule lets it be said; `alias` is the name to say instead where the rule is that."""
    if naming == Naming.FULL:
        return name
    if naming == Naming.ALIAS:
        return alias
    return initials(name) if naming == Naming.INITIALS else withheld()


def names_by_person(case: Case) -> dict[int, set[str]]:
    """Every name and spelling ever claimed, withdrawn ones too: a withdrawn name is no public one."""
    names: dict[int, set[str]] = defaultdict(set)
    claims = Claim.objects.filter(
        subject__case=case, subject__kind=SubjectKind.PERSON, predicate__in=NAME_PREDICATES
    )
    for subject, value in claims.values_list("subject", "value"):
        names[subject].update([value] if isinstance(value, str) else value)
    for subject, form in _other_forms(case):
        names[subject].add(form)
    return names


def _other_forms(case: Case) -> Iterator[tuple[int, str]]:
    """A name as it stood in the report, of whoever a reviewer called by another form of it: 'Соколовой'."""
    subjects = dict(PersonAtRisk.objects.filter(case=case).values_list("item", "pk"))
    for item, proposed, value in forms_before_correction(case.reports.all()):
        if item in subjects and same_name(proposed, value).score >= SAME_FORM:
            yield subjects[item], proposed


def _proposed(case: Case) -> set[str]:
    return names_proposed_in(case.reports.all())
