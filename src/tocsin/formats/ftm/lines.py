"""A case as FollowTheMoney 4 JSON lines, as `ftm validate` accepts them.

- Two sources that say the same in one data set would collapse into one statement there: each exhibit is a data set of
  its own, `tocsin_c12_s3`; inquiries are `tocsin_c12_i4`, the editors' own words `tocsin_c12_desk`. `ftm aggregate`
  joins the fragments of one id.
- FollowTheMoney keeps no doubt in a date ("2011-06-05?" becomes "2011-06-05"). A date that is not certain is told one
  step less exactly, as its month or year, and the EDTF stands beside it in `notes`.
- It has no stance either: what a source denies, retracts or refuses to say, or says in custody or under pressure,
  never becomes a property; it stands in `notes`, with who said so.
"""

from collections.abc import Iterator

from tocsin.terms.case_file import CaseFile, Exhibit, FileInquiry, FileSubject

from ..edtf import plain_dates
from .entity import Entity, Names
from .languages import three_letters
from .subjects import subject_entities

_PHONE = "phone"


def ftm_lines(case: CaseFile) -> Iterator[str]:
    """JSON lines with their ends: exhibits, then subjects, then inquiries."""
    return (entity.line() for entity in entities(case) if entity.properties)


def entities(case: CaseFile) -> Iterator[Entity]:
    names = Names(case)
    for exhibit in case.exhibits:
        yield _article(exhibit, names)
    people = {name: person.key for person in case.people for name in _called(person)}
    for subject in case.subjects:
        yield from subject_entities(subject, case, names, people)
    for inquiry in case.inquiries:
        yield from _inquiry(inquiry, case, names)


def _called(person: FileSubject) -> Iterator[str]:
    return (said.words.casefold() for said in person.said if said.predicate == "name")


def _article(exhibit: Exhibit, names: Names) -> Entity:
    article = Entity(names.exhibit(exhibit.number), "Article", names.dataset(exhibit.number))
    article.add("title", exhibit.label)
    article.add("publisher", exhibit.publisher)
    article.add("publishedAt", plain_dates(exhibit.published).first)
    if exhibit.published and not plain_dates(exhibit.published).is_exact:
        article.add("notes", f"Published (EDTF): {exhibit.published}")
    # FollowTheMoney's own contentHash is a SHA-1, by which Aleph looks a file up in its archive.
    article.add("notes", exhibit.sha256 and f"SHA-256 {exhibit.sha256}")
    article.add("fileName", exhibit.file.rpartition("/")[2])
    article.add("mimeType", exhibit.media_type)
    article.add("fileSize", exhibit.size)
    article.add("language", three_letters(exhibit.language))
    article.add("sourceUrl", exhibit.url)
    article.add("notes", exhibit.sealed)
    return article


def _inquiry(inquiry: FileInquiry, case: CaseFile, names: Names) -> Iterator[Entity]:
    dataset = names.dataset(inquiry=inquiry.number)
    office = Entity(names.office(inquiry.number), "PublicBody", dataset)
    office.add("name", inquiry.office)
    office.add("country", case.country.lower())
    yield office
    is_call = inquiry.channel == _PHONE
    made = Entity(names.inquiry(inquiry.number), "Call" if is_call else "Note", dataset)
    made.add("receiver" if is_call else "entity", office.id)
    made.add(
        "date" if is_call else "notes", inquiry.asked_at[:10] if is_call else f"Asked {inquiry.asked_at}"
    )
    made.add("summary", _told(inquiry))
    yield made


def _told(inquiry: FileInquiry) -> str:
    who = f" ({inquiry.spoke_with})" if inquiry.spoke_with else ""
    return f"{inquiry.outcome_words}{who}: {inquiry.said}" if inquiry.said else inquiry.outcome_words + who
