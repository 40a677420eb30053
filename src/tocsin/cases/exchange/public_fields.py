"""What may leave in public, by name. Whatever is added to a case elsewhere stays inside until it is listed here."""

from ..models import SubjectKind

# Kind of subject -> predicates. Claims must be accepted and allowed to be shown besides, and pass the mask.
PUBLIC_PREDICATES: dict[str, frozenset[str]] = {
    SubjectKind.PERSON: frozenset(
        {
            "name",
            "role",
            "status",
            "also",
            "since",
            "charge",
            "penalty",
            "life",
            "liberty",
            "law",
            "work",
            "risk",
        }
    ),
    SubjectKind.GROUP: frozenset({"label", "count", "status"}),
    SubjectKind.INCIDENT: frozenset(
        {"type", "date", "place", "count", "affected", "actors", "actors_count", "planned", "said_by"}
    ),
    SubjectKind.STATEMENT: frozenset({"speaker", "gist", "about", "refused"}),
    SubjectKind.DEMAND: frozenset({"text", "addressed_to", "by"}),
    SubjectKind.ASK: frozenset({"kind", "audience", "when", "deadline", "places"}),
    SubjectKind.OFFICE: frozenset({"office", "kind", "of_country", "in_country", "serves"}),
    SubjectKind.OFFICIAL: frozenset({"office", "name"}),
    SubjectKind.ORGANISATION: frozenset({"name", "kind"}),
    SubjectKind.LINK: frozenset({"url", "kind"}),
}
# Of a report: how it is cited. Its words, bytes, hash and how it came to us stay inside.
PUBLIC_OF_EXHIBIT = frozenset({"number", "label", "publisher", "published", "url", "language", "repeats"})
# Inquiries, remedies, deadlines and consents name people and places of risk: none of them leaves in public.
