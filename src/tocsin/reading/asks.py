"""What readers are called on to do, by whom, and who of them."""

import re
from collections.abc import Iterator
from dataclasses import replace

from tocsin.language.found_date import FoundDate
from tocsin.language.lexicon import Lexicon
from tocsin.language.phrases import Hit
from tocsin.language.times_ago import days_of
from tocsin.reading.calls_on_supporters import calls_on_supporters, for_an_office
from tocsin.reading.gatherings import gathering, is_weekday, names_an_hour
from tocsin.reading.marks import Marked, Material
from tocsin.reading.sections import Section
from tocsin.terms.calls import Ask
from tocsin.terms.span import FieldSpans, Span

SKIPPED = frozenset({Section.DEMANDS})
AT_START, NEAR_START = 15, 4
NEAR_AN_OFFICE, SHORTEST_OFFICE = 25, 5  # letters from a card to whom it goes; 'them' may be anybody
NEAR_A_NAME = 10  # letters from a signature to what is signed
LONGEST_COUNTER = 60  # letters of 'This petition has 370 supporters'; of more it is told
NO_CALLS = frozenset({Section.QUOTED_LETTER, Section.BACKGROUND, Section.COMMENTS})
VAGUE = frozenset({"protest_letter", "other", "media"})  # named by words that more special asks hold too
NOT_IN_LETTERS = frozenset(
    {"own_government", "other", "media", "donation", "picket", "petition", "sign_on"}
)  # a letter speaks to its addressee
TITLES = frozenset({"petition", "sign_on"})
SURE, UNSURE = 0.8, 0.4  # 'Take action!' alone does not say what is asked
CHANNELS = frozenset({"fax", "phone_call"})  # may be asked beside a letter in the same words
_ADDRESS = re.compile(r"\S@\S|https?://|www\.|\d[\d ().-]{6,}\d|[:：]\s+\S")
_WORD = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(r"^|[.;:!?…。！？]\s+|\s[-–—•*]\s|,\s+(?:(?:and|then|or|y|et|und|и|e|a|og)\s+)?")


def find_asks(material: Material) -> tuple[Ask, ...]:
    """One ask a kind and sentence; the same kind again is joined to the first."""
    found: list[Ask] = []
    for marked in material.marked:
        if marked.section in SKIPPED and not marked.text.rstrip().endswith(":"):
            continue
        asks = [] if _is_over(marked, material) else list(_asks_of(marked, material))
        if not asks and found:
            found[-1] = _with_deadline(found[-1], marked, material.words)
        for ask in asks:
            index = next((i for i, other in enumerate(found) if _is_same(other, ask)), None)
            if index is None:
                found.append(ask)
            else:
                found[index] = _joined(found[index], ask)
    return _settled(found)


def _is_over(marked: Marked, material: Material) -> bool:
    """'The march of 7 June, stopped by police', in a text of August: announced by nobody, it is told."""
    day = material.anchor.day
    dated = [date for date in marked.dates if date.has_day]
    if material.words.cues("takes_place").first(marked.text):
        dated = [date for date in dated if not is_weekday(date, marked)]
    days = [days_of(date.edtf) for date in dated]
    modes = material.words.cues("ask_modes").codes(marked.text)
    is_told = "announced" in modes and "appeal" not in modes
    if day is None or not days or not is_told:
        return False
    return all(of and of[1] < day for of in days)


def _settled(found: list[Ask]) -> tuple[Ask, ...]:
    """A fax carries a letter; what says only that something is to be done counts where nothing says more."""
    kinds = {ask.kind for ask in found}
    if "fax" in kinds and "protest_letter" not in kinds:
        faxes = (ask for ask in found if ask.kind == "fax")
        found.extend(replace(ask, kind="protest_letter", rule=f"letter by {ask.rule}") for ask in faxes)
    told = tuple(ask for ask in found if ask.confidence > UNSURE)
    return told or tuple(found)


def _with_deadline(ask: Ask, marked: Marked, words: Lexicon) -> Ask:
    """'Please do so before 20 February': said of the ask before."""
    day = _deadline(marked, words)
    if day is None or ask.deadline or words.cues("of_an_ask").first(marked.text) is None:
        return ask
    fields = {**ask.field_spans, "deadline": (marked.span(day.start, day.end),)}
    return replace(ask, deadline=day.edtf, spans=(*ask.spans, marked.sentence.span), field_spans=fields)


def _deadline(marked: Marked, words: Lexicon) -> FoundDate | None:
    before = ((d, marked.text[max(0, d.start - 30) : d.start]) for d in marked.dates if d.has_day)
    return next((d for d, text in before if words.cues("deadline").first(text)), None)


def _is_same(a: Ask, b: Ask) -> bool:
    return a.kind == b.kind and (not a.audience or not b.audience or a.audience == b.audience)


def _joined(a: Ask, b: Ask) -> Ask:
    return Ask(
        a.kind, a.when or b.when, a.deadline or b.deadline, (*a.spans, *b.spans), a.places or b.places,
        a.by or b.by, a.audience or b.audience, a.beneficiary or b.beneficiary,
        {**b.field_spans, **a.field_spans}, max(a.confidence, b.confidence), a.rule,
    )  # fmt: skip


def _asks_of(marked: Marked, material: Material) -> Iterator[Ask]:
    words = material.words
    hits = _kinds(marked, words)
    place = gathering(marked, material)
    if place is not None:
        hits.setdefault("picket", place)
    if not hits:
        yield from _called(marked, words)
        return
    is_asked = _is_asked(marked, words)
    for kind, hit in hits.items():
        is_announced = kind == "picket" and place is not None
        by_itself = is_asked is None and _asks_by_itself(kind, hit, marked, words)
        if is_asked or is_announced or by_itself:
            yield _ask(kind, hit, marked, words, tuple(hits.values()))


def _called(marked: Marked, words: Lexicon) -> Iterator[Ask]:
    """'We call on all unions to condemn the arrests'; in a letter such a call is one on its addressees."""
    call = next(calls_on_supporters(marked.text, words), None)
    if call is not None and marked.section not in NO_CALLS:
        yield _ask(call.code, call, marked, words, (call,))


def _asks_by_itself(kind: str, hit: Hit, marked: Marked, words: Lexicon) -> bool:
    """'Petition for the ten tailors' over a text, 'Vigil on Friday at 6 pm', 'your MP'; 'our government' is told of."""
    if kind == "picket" and hit.start <= NEAR_START and names_an_hour(marked.text):
        return True
    if kind == "petition" and words.cues("petition_counters").first(marked.text):
        return True
    is_title = marked.section is Section.HEADLINE and hit.start <= NEAR_START
    is_yours = not words.words("yours").isdisjoint(_WORD.findall(marked.text[hit.start : hit.end].lower()))
    return (is_yours and kind in words.words("asks_by_themselves")) or (is_title and kind in TITLES)


def _kinds(marked: Marked, words: Lexicon) -> dict[str, Hit]:
    """What is asked for, each kind where it first stands; the vaguer of two that share words is dropped."""
    not_asked = list(words.cues("not_asks").find(marked.text))
    asked = [hit for hit in words.cues("asks").find(marked.text) if not _is_label(marked.text, hit)]
    asked = [hit for hit in asked if not _is_of_a_date(marked, hit)]
    found = [hit for hit in asked if not any(_share(hit, other) for other in not_asked)]
    if marked.section is Section.QUOTED_LETTER:
        found = [hit for hit in found if hit.code not in NOT_IN_LETTERS]
    found = [hit for hit in found if not _is_demanded_by_us(marked.text, hit, words)]
    found = [_to_an_office(marked.text, hit, words) for hit in found]
    found = for_an_office(marked.text, found, words)
    found = [hit for hit in found if not _is_what_is_signed(hit, found)]
    special = [hit for hit in found if hit.code not in VAGUE and hit.code not in CHANNELS]
    named = [hit for hit in found if hit.code != "other"]
    hits: dict[str, Hit] = {}
    if len(marked.text) < LONGEST_COUNTER and (counter := words.cues("petition_counters").first(marked.text)):
        found.append(counter._replace(code="petition"))
    for hit in found:
        rivals = named if hit.code == "other" else special if hit.code in VAGUE else []
        if any(_share(hit, rival) for rival in rivals):
            continue
        if hit.code not in hits:
            hits[hit.code] = hit
    return hits


def _is_what_is_signed(hit: Hit, found: list[Hit]) -> bool:
    """'Add your name to this statement of support' asks for no message of one's own."""
    signed = (other.end for other in found if other.code in TITLES)
    return hit.code == "solidarity_message" and any(0 <= hit.start - end <= NEAR_A_NAME for end in signed)


def _is_of_a_date(marked: Marked, hit: Hit) -> bool:
    """'March 29' is no march."""
    return hit.code == "picket" and any(date.start <= hit.start < date.end for date in marked.dates)


def _to_an_office(text: str, hit: Hit, words: Lexicon) -> Hit:
    """'Send a postcard to the president' asks for no letter to a prisoner."""
    if hit.code != "prisoner_letter":
        return hit
    offices = words.cues("demand_addressees").find(text[hit.start : hit.end + NEAR_AN_OFFICE])
    is_office = any(office.end - office.start >= SHORTEST_OFFICE for office in offices)
    return hit._replace(code="protest_letter") if is_office else hit


def _is_demanded_by_us(text: str, hit: Hit, words: Lexicon) -> bool:
    """'We (also) urge the president to sign the pardon' asks no reader to urge him."""
    before = _WORD.findall(text[: hit.start].lower())
    while before and before[-1] in words.words("manners"):
        before.pop()
    is_ours = not words.words("us").isdisjoint(before[-1:])
    return is_ours and hit.code == "protest_letter" and any(
        cue.start == hit.start for cue in words.cues("demands").find(text)
    )  # fmt: skip


def _is_label(text: str, hit: Hit) -> bool:
    """'Fax: 0090 312 ...', 'Square 38 / fax 0090 ...', '[PHONE NUMBER]' tell a number, or where it goes; they ask for nothing."""
    if text[: hit.start].endswith("[") and text.startswith("]", hit.end):
        return True
    if hit.code != "fax" or " fax" in text[hit.start : hit.end].lower():
        return False
    number = _NUMBER.match(text, hit.end) is not None or text[hit.end - 1].isdigit()
    is_beside = text[: hit.start].rstrip()[-1:] in "/;|()–-"
    return number and (is_beside or " " not in text[hit.start : hit.end])


_NUMBER = re.compile(r"\s*[.:]?\s*[+(]?\d")


def _share(a: Hit, b: Hit) -> bool:
    return a.start < b.end and b.start < a.end


def _is_asked(marked: Marked, words: Lexicon) -> bool | None:
    """Whether the reader is spoken to; None where nothing tells, False where it is told of others or of the past."""
    modes = words.cues("ask_modes")
    codes = modes.codes(marked.text)
    if any(hit.code == "not_an_ask" and hit.start <= AT_START for hit in modes.find(marked.text)):
        return False
    if "appeal" in codes or _is_imperative(marked.text, words):
        return True
    if any(calls_on_supporters(marked.text, words)):
        return True
    if "reported" in codes:
        return False
    if "announced" in codes:
        return True  # 'Vigil, 5 May, 6 p.m., Mill Square'
    return True if marked.section is Section.ASK or _is_addressed(marked, words) else None


def _is_addressed(marked: Marked, words: Lexicon) -> bool:
    """'Messages of support to: name@example.org', 'Cheques to the Relief Fund, account 1234567'."""
    text = marked.text.rstrip("*_ ")
    first = words.cues("asks").first(text)
    if first is None or first.start > NEAR_START:
        return False
    return text.endswith((":", "：")) or _ADDRESS.search(text, first.end) is not None


def _is_imperative(text: str, words: Lexicon) -> bool:
    """A clause begins with 'send', 'please write', '(1) to cable'."""
    told = words.words("imperatives")
    return any(_first_word(text[m.end() :], words) in told for m in _CLAUSE.finditer(text))


def _first_word(text: str, words: Lexicon) -> str:
    """'(1) to cable the minister' begins with 'cable'."""
    found = [match[0].lower() for match in re.finditer(r"[^\W\d_][\w'-]*", text[:40])]
    return next((word for word in found if word not in words.words("infinitive_marks")), "")


def _ask(kind: str, hit: Hit, marked: Marked, words: Lexicon, rivals: tuple[Hit, ...]) -> Ask:
    place = _place(marked, words, hit, rivals)
    audience = _phrase(marked, words, "audiences", hit, rivals) or _people_near(kind, place, words)
    by = _who_asks(marked, words, hit)
    deadline = _deadline(marked, words)
    others = [d for d in marked.dates if d.has_day and d is not deadline]
    when = min(others, key=lambda d: min(abs(d.start - hit.end), abs(hit.start - d.end)), default=None)
    fields: FieldSpans = {}
    for key, span in (("audience", audience and audience[1]), ("by", by and by[1])):
        if span:
            fields[key] = (span,)
    for key, date in (("deadline", deadline), ("when", when)):
        if date:
            fields[key] = (marked.span(date.start, date.end),)
    return Ask(
        kind=kind,
        when=when.edtf if when else None,
        deadline=deadline.edtf if deadline else None,
        spans=(marked.sentence.span,),
        places=(place[0],) if place else (),
        by=by[0] if by else None,
        audience=audience[0] if audience else None,
        beneficiary="cause" if kind == "donation" else None,
        field_spans=fields,
        confidence=UNSURE if words.cues("vague_asks").first(marked.text[hit.start : hit.end]) else SURE,
        rule=f"{kind}: '{marked.text[hit.start : hit.end][:60]}'",
    )


def _place(marked: Marked, words: Lexicon, near: Hit, rivals: tuple[Hit, ...]) -> tuple[str, Span] | None:
    found = words.cues("ask_places").find(marked.text)
    place = next((h for h in found if not _is_nearer_to_another(marked.text, h, near, rivals)), None)
    return (marked.text[place.start : place.end], marked.span(place.start, place.end)) if place else None


def _people_near(kind: str, place: tuple[str, Span] | None, words: Lexicon) -> tuple[str, Span] | None:
    """A picket at embassies is asked of the people near one, though the text need not say so."""
    pattern = words.table("audience_by_place").get(kind)
    return (str(pattern).format(place=place[0]), place[1]) if pattern and place else None


def _is_nearer_to_another(text: str, hit: Hit, near: Hit, rivals: tuple[Hit, ...]) -> bool:
    """'pickets at the embassies and, for those without one, to send e-mails': each ask has its own people and places."""
    between = text[min(hit.end, near.end) : max(hit.start, near.start)]
    distance = abs(hit.start - near.start)
    return "," in between and any(abs(hit.start - other.start) < distance for other in rivals)


def _phrase(
    marked: Marked, words: Lexicon, part: str, near: Hit, rivals: tuple[Hit, ...]
) -> tuple[str, Span] | None:
    found = words.cues(part).find(marked.text)
    hits = sorted(
        (h for h in found if not _is_nearer_to_another(marked.text, h, near, rivals)),
        key=lambda h: (abs(h.start - near.start), h.start - h.end),
    )
    if not hits:
        return None
    hit = hits[0]
    end = _grown(marked.text, hit, words)
    return marked.text[hit.start : end].strip(), marked.span(hit.start, end)


def _grown(text: str, hit: Hit, words: Lexicon) -> int:
    """'Supporters near' -> 'Supporters near an embassy of Kazakhstan'."""
    if text[hit.start : hit.end].split()[-1].lower() not in words.words("place_prepositions"):
        return hit.end
    stop = words.cues("audience_ends").first(text[hit.end :])
    return hit.end + stop.start if stop else hit.end


def _who_asks(marked: Marked, words: Lexicon, near: Hit) -> tuple[str, Span] | None:
    """The named body that stands as the subject before 'calls for', 'requests'."""
    verb = words.cues("askers").first(marked.text)
    if verb is None:
        return None
    before = [name for name in marked.names if name.end <= verb.start and verb.start - name.end <= 3]
    return (before[-1].text, marked.span(before[-1].start, before[-1].end)) if before else None
